"""Made-up stroke teams of every ICB: who is away, month by month, and how old they are."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from hereabouts.cli.demo_extracts.tables import Row, shared_out, write_table

#: 36 months, from April 2023 to March 2026.
MONTHS = tuple((2023 + (3 + at) // 12, (3 + at) % 12 + 1) for at in range(36))
SHIFT = (2025, 4)  # from here on fewer are away, in every ICB
_USUAL, _FALL = 0.054, 0.006

YOUNGEST, STEP = 20, 5
#: Share of each sex in each band of five years from 20, the last open ended.
_AGES: Mapping[str, tuple[int, ...]] = {
    "Female": (6, 12, 14, 13, 12, 12, 12, 11, 6, 2),
    "Male": (5, 13, 17, 16, 14, 12, 10, 7, 4, 2),
}
_SEXES = {"Female": 0.77, "Male": 0.23}
_STAFF_PER_LSOA = 0.42


def write_absence(path: Path, random: Random, *, icbs: Mapping[str, int]) -> None:
    """Full-time-equivalent days available and lost, for 36 months.

    Chance moves every month and every ICB a little. One change is planted: from April 2025 fewer
    are away everywhere, and stay so.
    """
    usual = {code: random.gauss(_USUAL, 0.004) for code in icbs}
    of_month = {month: random.gauss(0, 0.0011) for month in MONTHS}
    rows = [
        (code, f"{month[0]}-{month[1]:02d}", *_days(random, size, month, usual[code], of_month))
        for code, size in icbs.items()
        for month in MONTHS
    ]
    write_table(path, ("ICB code", "Month", "FTE days available", "FTE days lost"), rows)


def _days(
    random: Random,
    size: int,
    month: tuple[int, int],
    usual: float,
    of_month: Mapping[tuple[int, int], float],
) -> tuple[int, int]:
    days = monthrange(*month)[1]
    available = round(size * _STAFF_PER_LSOA * 0.85 * days * random.gauss(1, 0.01))
    planted = _FALL if month >= SHIFT else 0
    share = usual + of_month[month] - planted + random.gauss(0, 0.0025)
    return available, round(available * share)


def write_ages(path: Path, random: Random, *, icbs: Mapping[str, int]) -> None:
    """People in stroke teams by sex and five-year band of age."""
    rows = [row for code, size in icbs.items() for row in _people(random, code, size)]
    write_table(path, ("ICB code", "Sex", "Age from", "Staff"), rows)


def _people(random: Random, code: str, size: int) -> Iterator[Row]:
    staff = size * _STAFF_PER_LSOA * random.gauss(1, 0.08)
    for sex, share in _SEXES.items():
        weights = [weight * random.uniform(0.75, 1.25) for weight in _AGES[sex]]
        for at, people in enumerate(shared_out(round(staff * share), weights)):
            yield code, sex, YOUNGEST + STEP * at, people
