"""From the areas that rows are about to the areas an indicator is published for.

Always by adding up numerators and denominators, never by averaging rates. An area whose parts
lack data beyond what the indicator allows has no value at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hereabouts.indicators.measure_sql import NOT_AVAILABLE
from hereabouts.indicators.measured import NOTHING, Flags, Measured, Numbers, Places, Slot


@dataclass(frozen=True, slots=True)
class Belongs:
    """Which parts make up which areas: pairs, by area. An area may have no part at all.

    Shape:
        `part` and `area` (pairs,), `area` rising; `areas` is how many there are.
    """

    part: Places
    area: Places
    areas: int

    @property
    def is_same(self) -> bool:
        """Whether every part is the area itself."""
        return self.areas == len(self.part) and bool(
            np.array_equal(self.part, np.arange(self.areas))
            and np.array_equal(self.part, self.area)
        )


@dataclass(frozen=True, slots=True)
class AddedUp:
    """Amounts by area and slot: NaN where the area's data is missing.

    Shape:
        All (areas, slots) but `known`, which is (areas, periods): whether the area has data.
    """

    slots: tuple[Slot, ...]
    periods: Places  # of each slot
    amount: Numbers
    why_not: np.ndarray[tuple[int, ...], np.dtype[np.int8]]
    estimated: Flags
    known: Flags

    def picked(self, wanted: Sequence[Slot], *, absent: float) -> Numbers:
        """Amounts of `wanted`, (areas, wanted).

        A slot that is not there is `absent` where the area has data for its period, else NaN.
        """
        at = {slot: n for n, slot in enumerate(self.slots)}
        told = {(s.start, s.end): p for s, p in zip(self.slots, self.periods, strict=True)}
        nothing = np.full(len(self.amount), np.nan)
        columns = []
        for slot in wanted:
            period = told.get((slot.start, slot.end))
            if slot in at:
                columns.append(self.amount[:, at[slot]])
            elif period is None:
                columns.append(nothing)
            else:
                columns.append(np.where(self.known[:, period], absent, np.nan))
        return np.stack(columns, axis=1) if columns else np.empty((len(self.amount), 0))


def added_up(measured: Measured, belongs: Belongs, *, missing_at_most: float) -> AddedUp:
    """Add up the parts of each area.

    Args:
        measured: amounts of the parts; a count of rows is never missing.
        belongs: which parts make up which areas.
        missing_at_most: share of an area's parts that may lack data, as a fraction.
    """
    periods = measured.periods
    count = int(periods.max()) + 1 if len(periods) else 0
    absent = measured.there & np.isnan(measured.amount)
    amount = np.where(measured.there & ~absent, measured.amount, 0.0)
    estimated = _any(measured.estimated, belongs)
    total = _sum(amount, belongs)
    if measured.counts_rows:
        known = np.ones((belongs.areas, count), np.bool_)
        nothing = np.full(total.shape, NOTHING, np.int8)
        return AddedUp(measured.slots, periods, total, nothing, estimated, known)
    covered, why = _coverage(measured, absent, periods, count, belongs)
    parts = np.bincount(belongs.area, minlength=belongs.areas)[:, None]
    known = (covered > 0) & (covered >= parts * (1.0 - missing_at_most) - 1e-9)
    total = np.where(known[:, periods], total, np.nan)
    why_not = np.where(known[:, periods], NOTHING, why[:, periods]).astype(np.int8)
    return AddedUp(measured.slots, periods, total, why_not, estimated, known)


def _coverage(
    measured: Measured, absent: Flags, periods: Places, count: int, belongs: Belongs
) -> tuple[Numbers, np.ndarray[tuple[int, ...], np.dtype[np.int8]]]:
    """Per area and period: parts with all their data, and the strongest reason for what is not."""
    shape = (len(measured.codes), count)
    complete, why = np.zeros(shape), np.full(shape, NOTHING, np.int8)
    for period in range(count):
        of = periods == period
        complete[:, period] = measured.there[:, of].any(axis=1) & ~absent[:, of].any(axis=1)
        why[:, period] = np.where(absent[:, of], measured.why_not[:, of], NOTHING).min(axis=1)
    strongest = _minimum(why, belongs)
    return _sum(complete, belongs), np.minimum(strongest, np.int8(NOT_AVAILABLE))


def _sum(values: Numbers, belongs: Belongs) -> Numbers:
    if belongs.is_same:
        return values[: belongs.areas]
    total = np.zeros((belongs.areas, values.shape[1]))
    _each(np.add, values, belongs, total)
    return total


def _any(values: Flags, belongs: Belongs) -> Flags:
    if belongs.is_same or not values.any():
        kept = values[: belongs.areas] if belongs.is_same else None
        return np.zeros((belongs.areas, values.shape[1]), np.bool_) if kept is None else kept
    found = np.zeros((belongs.areas, values.shape[1]), np.bool_)
    _each(np.logical_or, values, belongs, found)
    return found


def _minimum(
    values: np.ndarray[tuple[int, ...], np.dtype[np.int8]], belongs: Belongs
) -> np.ndarray[tuple[int, ...], np.dtype[np.int8]]:
    if belongs.is_same:
        return values[: belongs.areas]
    least = np.full((belongs.areas, values.shape[1]), NOTHING, np.int8)
    _each(np.minimum, values, belongs, least)
    return least


def _each(
    combine: np.ufunc,
    values: np.ndarray[tuple[int, ...], np.dtype[np.generic]],
    belongs: Belongs,
    into: np.ndarray[tuple[int, ...], np.dtype[np.generic]],
) -> None:
    """Combine the rows of each area's parts; areas without parts are left as they are."""
    if not len(belongs.part) or not values.shape[1]:
        return
    starts = np.flatnonzero(np.diff(belongs.area, prepend=-1))
    into[belongs.area[starts]] = combine.reduceat(values[belongs.part], starts, axis=0)
