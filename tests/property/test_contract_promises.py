"""Every row is kept or breaks a named rule, and what is kept keeps the contract."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.model.product import Column, Contract, LogicalType, Reference
from hereabouts.model.sql import identifier
from hereabouts.quality.row_checks import row_checks
from tests.unit.quality.small_contract import column, contract, receive

KNOWN = ("E01000001", "E01000002", "W01000001")
PLACES = Reference(product="place.lsoa", column="code")
CELLS = st.one_of(
    st.none(),
    st.sampled_from(["", " ", "1", "2", "1.0", "1,000", "-1", "12.5", "1e2", "twelve", "yes", "N"]),
    st.sampled_from(["F", "M", "f", "2024-02-29", "2024-02-30", "29/02/2024", *KNOWN, "E01999999"]),
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=5),
)
PYTHON = {
    LogicalType.STRING: str,
    LogicalType.INTEGER: int,
    LogicalType.NUMBER: float,
    LogicalType.BOOLEAN: bool,
    LogicalType.DATE: date,
}


@st.composite
def columns(draw: st.DrawFn, name: str) -> Column:
    kind = draw(st.sampled_from(list(PYTHON)))
    text, numeric = kind is LogicalType.STRING, kind in (LogicalType.INTEGER, LogicalType.NUMBER)
    return column(
        name,
        kind,
        required=draw(st.booleans()),
        unique=draw(st.booleans()),
        key=draw(st.booleans()),
        minimum=draw(st.none() | st.just(0.0)) if numeric else None,
        maximum=draw(st.none() | st.just(100.0)) if numeric else None,
        pattern=draw(st.none() | st.just("^[A-Z0-9]")) if text else None,
        max_length=draw(st.none() | st.just(9)) if text else None,
        values=draw(st.sampled_from([(), ("F", "M", *KNOWN)])) if text else (),
        reference=draw(st.sampled_from([None, PLACES])) if text else None,
    )


@st.composite
def received(draw: st.DrawFn) -> tuple[Contract, list[list[str | None]]]:
    made = [draw(columns(name)) for name in ("a", "b b", 'c"')[: draw(st.integers(1, 3))]]
    rows = st.lists(CELLS, min_size=len(made), max_size=len(made))
    return contract(*made), draw(st.lists(rows, max_size=12))


def kept_and_broken(
    connection: duckdb.DuckDBPyConnection, promise: Contract
) -> tuple[dict[int, tuple[Any, ...]], dict[int, list[str]]]:
    broken: dict[int, list[str]] = {}
    for check in row_checks(promise, relation="typed"):
        for (row,) in connection.sql(check.sql).fetchall():
            broken.setdefault(row, []).append(check.rule)
    names = ", ".join(identifier(c.name) for c in promise.columns)
    rows = {
        row: cells for row, *cells in connection.sql(f"select _row, {names} from typed").fetchall()
    }
    return {row: tuple(cells) for row, cells in rows.items() if row not in broken}, broken


@settings(max_examples=30, deadline=None)
@given(received())
def test_every_row_is_kept_or_breaks_a_named_rule(
    given_rows: tuple[Contract, list[list[str | None]]],
) -> None:
    promise, rows = given_rows
    with duckdb.connect() as connection:
        connection.execute("create schema place; create table place.lsoa (code varchar)")
        connection.executemany("insert into place.lsoa values (?)", [[code] for code in KNOWN])
        receive(connection, promise, rows)
        kept, broken = kept_and_broken(connection, promise)
    assert kept.keys() | broken.keys() == set(range(1, len(rows) + 1))
    assert all(rule for rules in broken.values() for rule in rules)
    for position, one in enumerate(promise.columns):
        check_column(one, [cells[position] for cells in kept.values()])
        for row, cells in kept.items():
            check_nothing_lost(rows[row - 1][position], cells[position])
    if promise.key:
        places = [i for i, c in enumerate(promise.columns) if c.key]
        keys = Counter(tuple(cells[i] for i in places) for cells in kept.values())
        assert all(times == 1 for times in keys.values())


def check_nothing_lost(text: str | None, cell: object) -> None:
    """A kept cell is null only where nothing was written."""
    if cell is None:
        assert not (text or "").strip(" \t\n\r\u00a0\ufeff")


def check_column(one: Column, cells: Sequence[Any]) -> None:
    filled = [cell for cell in cells if cell is not None]
    assert all(type(cell) is PYTHON[one.type] for cell in filled)
    if one.required or one.key:
        assert len(filled) == len(cells)
    if one.unique:
        assert len(set(filled)) == len(filled)
    for cell in filled:
        check_cell(one, cell)


def check_cell(one: Column, cell: Any) -> None:
    assert one.minimum is None or cell >= one.minimum
    assert one.maximum is None or cell <= one.maximum
    assert one.pattern is None or re.search(one.pattern, cell)
    assert one.max_length is None or len(cell) <= one.max_length
    assert not one.values or cell in one.values
    assert one.reference is None or cell in KNOWN
