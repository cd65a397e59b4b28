"""A measure as a matrix: a row for each area its rows are about, a column for each slot.

A slot is a period, a category and an age band. Adding matrices up to larger areas is numpy's
work: the engine groups the rows once per measure, whatever is published of it.
"""

from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.measure_sql import NOT_AVAILABLE

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]

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

    codes: NDArray[np.str_]
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


def measured(
    connection: duckdb.DuckDBPyConnection,
    select: str,
    *,
    codes: NDArray[np.str_],
    counts_rows: bool,
    beyond: tuple[str, ...] = (),
) -> Measured:
    """Run a `measure_sql` and lay it out.

    Args:
        connection: sees what the SELECT reads.
        select: from `measure_sql`.
        codes: of the areas of the place, in the order of the rows that come first.
        counts_rows: whether an area without a row has none, rather than no data.
        beyond: areas outside the place whose codes begin so are kept too, after the others.
    """
    connection.execute(f"create or replace temp table measured as {select}")
    connection.execute("""
        create or replace temp table slots as
        select *, row_number() over (order by period_start, period_end, category, age) - 1 as slot
        from (select distinct period_start, period_end, category, age from measured)""")
    every = _with_beyond(connection, codes, beyond)
    connection.register("numbered", {"code": every, "area": np.arange(len(every))})
    found = connection.sql("""
        select n.area, s.slot, m.amount, coalesce(m.why_not, 127)::tinyint as why_not, m.estimated
        from measured as m
        join numbered as n on n.code = m.code
        join slots as s on s.period_start is not distinct from m.period_start
            and s.period_end is not distinct from m.period_end
            and s.category is not distinct from m.category and s.age is not distinct from m.age
    """).fetchnumpy()
    slots = _slots(connection)
    connection.unregister("numbered")
    return _laid_out(found, every, slots, counts_rows=counts_rows)


def _with_beyond(
    connection: duckdb.DuckDBPyConnection, codes: NDArray[np.str_], beyond: tuple[str, ...]
) -> NDArray[np.str_]:
    if not beyond:
        return codes
    found = connection.execute(
        "select distinct code from measured"
        " where len(list_filter($begins, x -> starts_with(code, x))) > 0 order by code",
        {"begins": list(beyond)},
    ).fetchnumpy()["code"]
    others = np.setdiff1d(np.asarray(found, dtype=np.str_), codes)
    return np.concatenate([codes, others])


def _slots(connection: duckdb.DuckDBPyConnection) -> tuple[Slot, ...]:
    rows = connection.sql(
        "select coalesce(period_start::varchar, ''), coalesce(period_end::varchar, ''),"
        " coalesce(category, ''), coalesce(age, -1) from slots order by slot"
    ).fetchall()
    return tuple(Slot(*row) for row in rows)


def _laid_out(
    found: dict[str, NDArray[np.generic]],
    codes: NDArray[np.str_],
    slots: tuple[Slot, ...],
    *,
    counts_rows: bool,
) -> Measured:
    shape = (len(codes), len(slots))
    at = (np.asarray(found["area"], np.int64), np.asarray(found["slot"], np.int64))
    amount, there = np.full(shape, np.nan), np.zeros(shape, np.bool_)
    why_not, estimated = np.full(shape, NOTHING, np.int8), np.zeros(shape, np.bool_)
    amount[at] = np.ma.filled(np.ma.asarray(found["amount"], dtype=np.float64), np.nan)
    there[at], why_not[at], estimated[at] = True, found["why_not"], found["estimated"]
    why_not[there & np.isnan(amount) & (why_not == NOTHING)] = NOT_AVAILABLE
    return Measured(codes, slots, amount, there, why_not, estimated, counts_rows)
