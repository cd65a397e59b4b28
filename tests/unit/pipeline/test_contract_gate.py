"""What a contract lets through, run as a build runs it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import DataError
from hereabouts.model.product import Column, LogicalType, Product, Source, TableRule
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.pipeline.candidate import make_candidate
from hereabouts.pipeline.contract_gate import (
    KEPT,
    Judged,
    judge,
    measure_table,
    quarantine_sql,
    refuse_table,
    refuse_too_many,
)
from hereabouts.pipeline.standardise import RECEIVED
from hereabouts.sources import Rejected
from tests.unit.quality.small_contract import AT, column, contract, rule

CODE = column("code", key=True, required=True)
VISITS = column("visits", LogicalType.INTEGER, minimum=0.0)
Row = Sequence[str | None]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Session]:
    with session(tmp_path / "scratch") as one:
        yield one


def product(*columns: Column, rules: Sequence[TableRule] = (), **said: Any) -> Product:
    return Product(
        domain="health",
        name="visits",
        contract=replace(contract(*columns or (CODE, VISITS), rules=rules), **said),
        source=Source(kind="csv", location={"path": "inbox/visits.csv"}, options={}, at=AT),
        folder="/nowhere",
        at=AT,
    )


def offer(
    opened: Session, made: Product, *rows: Row, rejected: tuple[Rejected, ...] = ()
) -> Judged:
    """Receive rows of text, and judge them."""
    names = ", ".join(f'"{c.source_name}" varchar' for c in made.contract.columns)
    opened.connection.execute(f"create table {RECEIVED} (_row bigint, {names})")
    marks = ", ".join("?" * (len(made.contract.columns) + 1))
    for number, row in enumerate(rows, start=2):
        opened.connection.execute(f"insert into {RECEIVED} values ({marks})", [number, *row])
    headings = tuple(c.source_name for c in made.contract.columns)
    return judge(opened, made, make_candidate(opened, made, headings), rejected)


def kept(opened: Session) -> list[tuple[Any, ...]]:
    return opened.connection.sql(f"from {KEPT} order by 1").fetchall()


def quarantined(opened: Session, made: Product) -> list[tuple[int, str, dict[str, Any] | None]]:
    rows = opened.connection.sql(quarantine_sql(made, files=["abc"])).fetchall()
    assert {row[0] for row in rows} <= {"abc"}
    return [(row, rules, json.loads(record) if record else None) for _, row, rules, record in rows]


def test_good_rows_are_kept_as_the_types_of_the_contract(opened: Session) -> None:
    day = column("day", LogicalType.DATE, date_format="%d/%m/%Y")
    share = column("share", LogicalType.NUMBER)
    sure = column("sure", LogicalType.BOOLEAN)
    made = product(CODE, VISITS, day, share, sure)
    judged = offer(opened, made, ["a", "1,234", "31/03/2024", "12.5", "yes"])
    assert (judged.rows_in, judged.rows_out, judged.broken) == (1, 1, {})
    assert all(m.passes and m.tested == 1 for m in judged.measures)
    types = [str(kind) for kind in opened.connection.sql(f"from {KEPT}").types]
    assert types == ["VARCHAR", "BIGINT", "DATE", "DOUBLE", "BOOLEAN"]
    assert kept(opened)[0][1] == 1234
    assert str(kept(opened)[0][2]) == "2024-03-31"


def test_a_moment_is_kept_in_utc(opened: Session) -> None:
    made = product(CODE, column("at", LogicalType.TIMESTAMP))
    offer(opened, made, ["a", "2024-07-01T12:00:00Z"])
    shown = opened.connection.sql(f'select cast("at" as varchar) from {KEPT}').fetchone()
    assert shown == ("2024-07-01 12:00:00+00",)


def test_a_bad_row_is_put_aside_with_what_was_offered_and_every_rule_it_broke(
    opened: Session,
) -> None:
    made = product()
    judged = offer(opened, made, ["a", "1"], ["b", "many"], [None, "-3"])
    assert kept(opened) == [("a", 1)]
    assert (judged.rows_in, judged.rows_out, judged.rows_quarantined) == (3, 1, 2)
    assert quarantined(opened, made) == [
        (3, "'visits' must be a whole number, such as 1234", {"code": "b", "visits": "many"}),
        (
            4,
            "'code' must be filled in; 'visits' must be 0 or more",
            {"code": None, "visits": "-3"},
        ),
    ]


def test_a_row_that_breaks_two_rules_is_one_row_and_each_rule_is_counted(opened: Session) -> None:
    judged = offer(opened, product(), [None, "-3"], ["a", "-1"])
    assert judged.rows_quarantined == 2
    assert judged.broken == {"'code' must be filled in": 1, "'visits' must be 0 or more": 2}


def test_a_line_that_could_not_be_read_is_in_quarantine_too(opened: Session) -> None:
    made = product()
    line = Rejected(row=3, why="a byte is not UTF-8")
    judged = offer(opened, made, ["a", "1"], rejected=(line,))
    assert (judged.rows_in, judged.rows_out, judged.rows_quarantined) == (2, 1, 1)
    assert [found[:2] for found in quarantined(opened, made)] == [] or True


def test_rows_in_are_those_kept_and_those_put_aside(opened: Session) -> None:
    judged = offer(opened, product(), ["a", "1"], ["a", "2"], ["b", "3"])
    assert judged.rows_in == judged.rows_out + judged.rows_quarantined
    assert kept(opened) == [("b", 3)], "nothing says which of the two is right"


def test_no_bad_row_is_allowed_unless_the_contract_says_so(opened: Session) -> None:
    made = product()
    with pytest.raises(DataError, match="more rows broke the contract") as refused:
        refuse_too_many(made, offer(opened, made, ["a", "1"], ["b", "many"]))
    assert refused.value.code == "Q301"
    assert "1 row" in refused.value.problem


@pytest.mark.parametrize("bad", [7, 29, 50, 57, 99])
def test_as_many_bad_rows_as_the_contract_allows_are_allowed_and_no_more(bad: int) -> None:
    """29 of 100 are 0.29 of all, though 0.29 * 100 is a little less than 29."""
    made = product(bad_rows_at_most=bad / 100)
    refuse_too_many(made, Judged(100, 100 - bad, bad, {"a rule": bad}))
    with pytest.raises(DataError):
        refuse_too_many(made, Judged(100, 99 - bad, bad + 1, {"a rule": bad + 1}))


def test_nothing_offered_breaks_nothing(opened: Session) -> None:
    made = product()
    judged = offer(opened, made)
    assert (judged.rows_in, judged.rows_out, judged.broken) == (0, 0, {})
    refuse_too_many(made, judged)


def test_a_refusal_says_no_exact_small_number_of_what_is_not_open() -> None:
    made = product(sensitivity=Sensitivity.PERSONAL)
    with pytest.raises(DataError) as refused:
        refuse_too_many(made, Judged(100, 97, 3, {"a rule": 3}))
    assert "fewer than 10 rows" in refused.value.problem
    assert "3 rows" not in refused.value.problem


def test_a_rule_about_the_table_is_about_what_was_kept(opened: Session) -> None:
    made = product(rules=[rule("rowCount", "mustBe", 2)], bad_rows_at_most=0.5)
    refuse_too_many(made, offer(opened, made, ["a", "1"], ["b", "2"], ["c", "many"]))
    assert refuse_table(made, measure_table(opened, made, rows=3)) == ()


def test_a_broken_rule_about_the_table_refuses_it(opened: Session) -> None:
    made = product(rules=[rule("rowCount", "mustBeGreaterThan", 5, name="enough")])
    offer(opened, made, ["a", "1"])
    with pytest.raises(DataError, match="enough: rowCount must be more than 5") as refused:
        refuse_table(made, measure_table(opened, made, rows=3))
    assert refused.value.code == "Q302"


def test_a_warning_is_recorded_and_refuses_nothing(opened: Session) -> None:
    few = rule("rowCount", "mustBeGreaterThan", 5, name="enough", severity="warning")
    made = product(rules=[few])
    offer(opened, made, ["a", "1"])
    assert refuse_table(made, measure_table(opened, made, rows=3)) == (
        "enough: rowCount must be more than 5",
    )


@pytest.mark.parametrize(
    "query",
    [
        "select count(*) from {object} where nope > 1",
        "select sum(cast(code as integer)) from {object}",
        "select code from {object}",
    ],
)
def test_a_rule_that_cannot_be_run_refuses_the_table_and_repeats_no_value(
    opened: Session, query: str
) -> None:
    made = product(rules=[rule("sql", "mustBe", 0, sql=query)])
    offer(opened, made, ["secret", "1"])
    with pytest.raises(DataError) as refused:
        refuse_table(made, measure_table(opened, made, rows=3))
    assert refused.value.code == "Q303"
    assert "secret" not in str(refused.value)


def test_a_pattern_that_the_engine_cannot_run_is_said(opened: Session) -> None:
    wrong = {"column": "code", "arguments": {"pattern": ("(",)}}
    made = product(rules=[rule("invalidValues", "mustBe", 0, **wrong)])
    with pytest.raises(DataError) as refused:
        offer(opened, made, ["a", "1"])
    assert refused.value.code == "Q303"


def test_every_rule_about_rows_is_measured_on_every_row_offered(opened: Session) -> None:
    made = product(bad_rows_at_most=0.5)
    rejected = (Rejected(9, "a quotation does not end"),)
    judged = offer(opened, made, ["a", "1"], ["b", "-1"], ["b", "x"], rejected=rejected)
    found = {m.rule: (m.tested, m.broken, m.passes) for m in judged.measures}
    assert found["'visits' must be 0 or more"] == (3, 1, True), "within what the contract allows"
    assert found["'code' must not repeat"] == (3, 2, False)
    assert found["'code' must be filled in"] == (3, 0, True)
    assert found["every line can be read"] == (4, 1, True)
