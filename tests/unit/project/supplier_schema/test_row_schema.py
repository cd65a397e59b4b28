"""The JSON Schema of a row says what the contract says, no more and no less."""

import re
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hereabouts.model.product import Column, LogicalType
from hereabouts.project.supplier_schema.asked import request
from hereabouts.project.supplier_schema.row_schema import row_schema
from tests.unit.project.supplier_schema.staff_returns import (
    CODE,
    POSTS,
    STARTED,
    of_suppliers,
    product,
    source,
)
from tests.unit.quality.small_contract import broken, column, contract, rule

LT = LogicalType


def accepts(schema: dict[str, Any], row: dict[str, Any]) -> bool:
    return jsonschema.Draft202012Validator(schema).is_valid(row)


def test_the_schema_is_one_and_describes_every_heading() -> None:
    schema = row_schema(request(product(), None))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["Posts"]["description"] == (
        "Posts that are paid for, filled or not. Must be a whole number. Must be filled in. "
        "In posts. 0 or more, 9000 or less."
    )
    assert all(said["description"] for said in schema["properties"].values())
    assert not [key for key in str(schema).split("'") if key.startswith("x-")]


def test_what_it_cannot_check_is_said() -> None:
    said = row_schema(request(product(replace(CODE, unique=True), STARTED), None))["description"]
    assert said.endswith(
        "Not checked by this schema: that org_code tells rows apart; that no org_code comes twice;"
        " that the day in started exists."
    )


def test_a_heading_that_is_missing_or_misspelt_is_found() -> None:
    schema = row_schema(request(product(POSTS), None))
    assert accepts(schema, {"Posts": 3})
    assert not accepts(schema, {"posts": 3})


def test_a_supplier_is_asked_under_its_own_headings_and_in_its_own_words() -> None:
    wanted = request(of_suppliers(), "coombe & sons")
    schema = row_schema(wanted)
    assert list(schema["properties"]) == ["Trust", "Band of staff", "Posts", "Share", "Bank staff"]
    assert schema["properties"]["Band of staff"]["anyOf"][0]["enum"] == [
        "Medical",
        "Nursing",
        "Docs",
    ]
    assert wanted.name == "workforce.staff.coombe___sons"


def test_markers_may_stand_in_place_of_a_value_and_their_column_is_not_asked_for() -> None:
    marker = column("posts_marker", marker_of="posts")
    marked = product(POSTS, marker, received=source(markers={"*": "[c]", "..": "[x]"}))
    schema = row_schema(request(marked, None))
    assert list(schema["properties"]) == ["Posts"]
    assert [accepts(schema, {"Posts": v}) for v in (3, "*", "..", "-", None)] == [
        True, True, True, False, False,
    ]  # fmt: skip


def test_a_rule_that_no_row_may_break_is_a_rule_of_the_cell() -> None:
    said = {"column": "org_code", "arguments": {"pattern": ("^E",), "validValues": ("E01", "W01")}}
    strict = rule("invalidValues", "mustBe", 0, **said)
    schema = row_schema(request(product(CODE, rules=(strict,)), None))
    assert [accepts(schema, {"Organisation code": v}) for v in ("E01", "W01", "E02")] == [
        True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("date_format", "text", "is_right"),
    [
        (None, "2026-03-31", True),
        (None, "31/03/2026", False),
        ("%d/%m/%Y", "31/03/2026", True),
        ("%d/%m/%Y", "2026-03-31", True),
        ("%d/%m/%Y", "31.03.2026", False),
        ("%Y-%b", "2026-Mar", True),
        ("%Y-%b", "2026-03-31", False),
        ("%d %B %Y", "31 March 2026", True),
        ("%Y/%j", "anything", True),
    ],
)
def test_dates_are_written_as_the_contract_says(
    date_format: str | None, text: str, is_right: bool
) -> None:
    dated = replace(STARTED, date_format=date_format)
    schema = row_schema(request(product(dated), None))
    assert accepts(schema, {"Started": text}) is is_right


# The property: what the contract's checks of a row accept, the schema accepts, and the other way
# round. Values are typed, and text has no spaces at its ends: a file's cells are trimmed first.
LETTERS = st.text(st.sampled_from("abAB01-é"), min_size=1, max_size=6)
TEXTS = LETTERS | st.just("x" * 9)
WHOLE = st.integers(-12, 12) | st.sampled_from([2**53, 2**63 - 1, -(2**63), 2**63, 10**20])
NUMBERS = WHOLE | st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates().map(str) | LETTERS | st.just("2026-01-02 00:00")
VALUES = {
    LT.STRING: TEXTS,
    LT.INTEGER: WHOLE | st.floats(-5, 5) | LETTERS,
    LT.NUMBER: NUMBERS | LETTERS,
    LT.BOOLEAN: st.booleans(),
    LT.DATE: DAYS,
}


@st.composite
def columns(draw: st.DrawFn) -> Column:
    kind = draw(st.sampled_from(list(VALUES)))
    said: dict[str, Any] = {"required": draw(st.booleans())}
    if kind is LT.STRING:
        said["pattern"] = draw(st.sampled_from([None, "^[a-z]+$", "[0-9]", "^A|B$"]))
        said["min_length"] = draw(st.none() | st.integers(0, 4))
        said["max_length"] = draw(st.none() | st.integers(1, 8))
        said["values"] = tuple(draw(st.just([]) | st.lists(LETTERS, max_size=3, unique=True)))
    if kind in {LT.INTEGER, LT.NUMBER}:
        said["minimum"] = draw(st.none() | st.integers(-5, 5).map(float))
        said["maximum"] = draw(st.none() | st.integers(-5, 5).map(float))
        listed = st.lists(st.integers(-5, 5).map(str), max_size=3, unique=True)
        said["values"] = tuple(draw(st.just([]) | listed))
    return column("cell", kind, **said)


def is_written(value: Any) -> str | None:
    """A typed value as it stands in a file."""
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@given(st.data())
def test_the_schema_and_the_contract_accept_the_same_rows(data: st.DataObject) -> None:
    promised = data.draw(columns())
    value = data.draw(st.none() | VALUES[promised.type])
    in_words_a_number = promised.type in {LT.INTEGER, LT.NUMBER} and isinstance(value, str)
    assume(not (in_words_a_number and re.search("[0-9]", str(value))))  # "1" is typed text
    schema = row_schema(request(product(promised), None))
    found = broken(contract(promised), [[is_written(value)]])
    assert accepts(schema, {"cell": value}) == (not found), found


def test_what_is_empty_is_null_and_never_text_of_no_length() -> None:
    free = column("note")
    schema = row_schema(request(product(free), None))
    assert [accepts(schema, {"note": value}) for value in (None, "", "a")] == [True, False, True]
