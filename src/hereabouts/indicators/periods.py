"""The periods of an indicator: whether they follow on, overlap or leave gaps."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

Period = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """What is worth knowing of a series of periods.

    `rolling` periods are equally long and overlap, as three-year averages do: one says much the
    same as the next, so they are neither tested for a trend nor drawn as a control chart.
    `mixed` ones overlap and differ in length, as a year and its quarters do.
    """

    gaps: tuple[Period, ...]
    rolling: bool
    mixed: bool


def sequence(periods: tuple[Period, ...]) -> Sequence:
    """How `periods`, half open and each told once, lie to one another."""
    ordered = sorted(periods)
    pairs = list(pairwise(ordered))
    overlapping = any(after[0] < before[1] for before, after in pairs)
    alike = len({_months(period) for period in ordered}) <= 1
    gaps = tuple((before[1], after[0]) for before, after in pairs if after[0] > before[1])
    return Sequence(gaps=gaps, rolling=overlapping and alike, mixed=overlapping and not alike)


def _months(period: Period) -> tuple[int, int]:
    """A period's length: months, and days beyond them, so that February is as long as March."""
    start, end = period
    months = (end.year - start.year) * 12 + end.month - start.month
    return (months, end.day - start.day) if months else (0, (end - start).days)
