"""A measure as a matrix: a row for each area its rows are about, a column for each slot.

A slot is a period, a category and an age band. Adding matrices up to larger areas is numpy's
work: the engine groups the rows once per measure, whatever is published of it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]
Codes = NDArray[np.str_]

NOTHING = np.int8(127)  # nothing says why it is absent: it is not


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """What one column of a matrix is about. Days are ISO text, empty where there is none."""

    start: str
    end: str
    category: str
    age: int  # lowest of the band; -1 where the measure has no ages


@dataclass(frozen=True, slots=True)
class Measured:
    """Amounts by area and slot.

    Shape:
        `codes` (areas,), `slots` (slots,); the others (areas, slots). `amount` is NaN where
        there is no row, or something in it is absent; `there` tells the two apart.
    """

    codes: Codes
    slots: tuple[Slot, ...]
    amount: Numbers
    there: Flags
    why_not: NDArray[np.int8]
    estimated: Flags
    counts_rows: bool

    @property
    def periods(self) -> Places:
        """For each slot, which period it is of, from 0."""
        spans = sorted({(slot.start, slot.end) for slot in self.slots})
        told = {span: n for n, span in enumerate(spans)}
        return np.array([told[s.start, s.end] for s in self.slots], dtype=np.int64)


def laid_out(
    found: dict[str, NDArray[np.generic]],
    codes: Codes,
    slots: tuple[Slot, ...],
    *,
    counts_rows: bool,
) -> Measured:
    """A matrix from rows `cell, amount, why_not, estimated` of `measure_sql`.

    Args:
        found: its columns.
        codes: of the areas, in the order of their numbers.
        slots: in the order of theirs.
        counts_rows: whether an area without a row has none, rather than no data.
    """
    shape = (len(codes), len(slots))
    cell = np.asarray(found["cell"], np.int64)
    amount, there = np.full(shape, np.nan), np.zeros(shape, np.bool_)
    why_not, estimated = np.full(shape, NOTHING, np.int8), np.zeros(shape, np.bool_)
    amount.flat[cell] = np.asarray(found["amount"], np.float64)
    there.flat[cell], estimated.flat[cell] = True, found["estimated"]
    why_not.flat[cell] = found["why_not"]
    why_not[~np.isnan(amount)] = NOTHING
    return Measured(codes, slots, amount, there, why_not, estimated, counts_rows)
