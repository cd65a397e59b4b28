"""Numerators and denominators of every area of one level, beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.indicators.added_up import AddedUp
from hereabouts.indicators.measure_sql import ALL
from hereabouts.indicators.measured import NOTHING, Flags, Numbers, Slot
from hereabouts.indicators.periods import sequence
from hereabouts.model.indicator import Indicator, Method

Codes = NDArray[np.int8]
Value = TypeVar("Value", np.int8, np.bool_)


@dataclass(frozen=True, slots=True)
class Counted:
    """What values are made from.

    Shape:
        All (areas, columns), one column per period and category; `events` and `people`
        (areas, columns, bands) where the method is by age, else None.
    """

    numerator: Numbers
    denominator: Numbers
    why_not: Codes
    estimated: Flags
    events: Numbers | None = None
    people: Numbers | None = None


def columns_of(numerator: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The periods and categories an indicator is observed for, without ages, in order."""
    return tuple(sorted({Slot(s.start, s.end, s.category, -1) for s in numerator}))


def refuse_mixed_periods(indicator: Indicator, columns: tuple[Slot, ...]) -> None:
    """Stop at a year beside its own quarters.

    Raises:
        DataError: Q855 periods overlap and differ in length.
    """
    spans = {(s.start, s.end) for s in columns if s.start and s.end}
    told = tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans)
    if sequence(told).mixed:
        raise DataError(
            f"the periods of '{indicator.id}' overlap and differ in length",
            code="Q855",
            do="make an indicator of each length, with `where:` to choose its rows",
            at=indicator.at,
        )


def bands_of(denominator: tuple[Slot, ...], numerator: tuple[Slot, ...]) -> tuple[int, ...]:
    """The lowest age of each band of the people.

    Raises:
        DataError: Q851 a row's age cannot be read; Q852 events are in bands with no people.
    """
    people = {slot.age for slot in denominator}
    events = {slot.age for slot in numerator}
    if -1 in people | events:
        raise DataError(
            "some rows have no age that can be read from their label",
            code="Q851",
            do="leave rows of all ages out with `where:`, and begin each label with its lowest age",
        )
    if not events <= people:
        first = ", ".join(str(age) for age in sorted(events - people)[:3])
        raise DataError(
            f"events are in age bands that begin at {first}, and people are not",
            code="Q852",
            do="use the same bands in the numerator's and the denominator's product",
        )
    return tuple(sorted(people))


def counted(indicator: Indicator, numerator: AddedUp, denominator: AddedUp | None) -> Counted:
    """Line up the numerator's columns with the denominator's."""
    columns = columns_of(numerator.slots)
    if denominator is None:
        top = numerator.picked(columns, absent=np.nan)
        nothing = np.full(top.shape, np.nan)
        return Counted(top, nothing, _why(numerator, columns), _estimated(numerator, columns))
    of_all = indicator.denominator is not None and indicator.denominator.of_all
    below = [Slot(s.start, s.end, ALL, -1) for s in columns] if of_all else list(columns)
    why = np.minimum(_why(numerator, columns), _why(denominator, below))
    estimated = _estimated(numerator, columns) | _estimated(denominator, below)
    if indicator.ages is None:
        top = numerator.picked(columns, absent=np.nan)
        bottom = denominator.picked(below, absent=np.nan)
        return Counted(*_both(top, bottom), why, estimated)
    bands = bands_of(denominator.slots, numerator.slots)
    events, people = (
        np.stack(
            [table.picked([_aged(s, age) for s in slots], absent=0.0) for age in bands], axis=-1
        )
        for table, slots in ((numerator, columns), (denominator, below))
    )
    both = _both(events.sum(axis=-1), people.sum(axis=-1))
    return Counted(*both, why, estimated, events, people)


def refuse_impossible(indicator: Indicator, counts: Counted, codes: NDArray[np.str_]) -> None:
    """Stop at what no count can be.

    Raises:
        DataError: Q853 a numerator or denominator is below 0; Q854 a share is of more than all.
    """
    of_people = indicator.method is not Method.MEAN
    negative = (counts.denominator < 0) | ((counts.numerator < 0) & of_people)
    _refuse(indicator, negative, codes, said="a number below 0", code="Q853")
    if indicator.method is Method.PROPORTION:
        over = counts.numerator > counts.denominator * (1 + 1e-9)
        _refuse(indicator, over, codes, said="a numerator above its denominator", code="Q854")


def _refuse(
    indicator: Indicator, at_fault: Flags, codes: NDArray[np.str_], *, said: str, code: str
) -> None:
    areas = np.flatnonzero(at_fault.any(axis=1))
    if not len(areas):
        return
    first = ", ".join(str(name) for name in codes[areas[:3]])
    raise DataError(
        f"'{indicator.id}' has {said} in {len(areas):,} areas, such as {first}",
        code=code,
        do="see the rows of those areas in its products; the last good observations stand",
        at=indicator.at,
    )


def _both(top: Numbers, bottom: Numbers) -> tuple[Numbers, Numbers]:
    either = np.isnan(top) | np.isnan(bottom)
    return np.where(either, np.nan, top), np.where(either, np.nan, bottom)


def _aged(slot: Slot, age: int) -> Slot:
    return Slot(slot.start, slot.end, slot.category, age)


def _why(table: AddedUp, wanted: Sequence[Slot]) -> Codes:
    """The strongest reason among the ages of each wanted column."""
    nothing = np.full((len(table.amount), len(wanted)), NOTHING, np.int8)
    return _over_ages(np.minimum, table, table.why_not, wanted, nothing)


def _estimated(table: AddedUp, wanted: Sequence[Slot]) -> Flags:
    """Whether any of the ages of each wanted column is an estimate."""
    none = np.zeros((len(table.amount), len(wanted)), np.bool_)
    return _over_ages(np.logical_or, table, table.estimated, wanted, none)


def _over_ages(
    combine: np.ufunc,
    table: AddedUp,
    values: NDArray[Value],
    wanted: Sequence[Slot],
    found: NDArray[Value],
) -> NDArray[Value]:
    """Combine into `found` the values of each slot that is of a wanted column, of any age."""
    told = {(s.start, s.end, s.category): n for n, s in enumerate(wanted)}
    for n, slot in enumerate(table.slots):
        if (at := told.get((slot.start, slot.end, slot.category))) is not None:
            found[:, at] = combine(found[:, at], values[:, n])
    return found
