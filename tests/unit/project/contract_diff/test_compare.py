"""Every kind of change of a contract, how far it reaches, and the version it calls for."""

from dataclasses import replace
from typing import Any

import pytest

from hereabouts.model.product import Column, Contract, LogicalType, Reference, TableRule
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.contract_diff.change import Change, Effect, Side
from hereabouts.project.contract_diff.compare import compare
from hereabouts.project.contract_diff.version_step import Step, version_step
from tests.unit.quality.small_contract import column, contract, rule

WHO = {frozenset({Side.READERS}): "readers", frozenset({Side.MAKERS}): "makers"}


def said(old: Contract, new: Contract) -> list[tuple[str, str]]:
    """What each change says, and whom it can break, or else its effect."""
    return [(change.what, reach(change)) for change in compare(old, new)]


def reach(change: Change) -> str:
    if change.effect is not Effect.BREAKING:
        return change.effect.value
    return WHO.get(change.breaks, "both")


def staff(kind: LogicalType = LogicalType.STRING, **about: Any) -> Contract:
    return contract(column("staff", kind, **about))


def ruled(*rules: TableRule) -> Contract:
    return contract(column("staff"), rules=rules)


NUMBER = LogicalType.NUMBER
INTEGER = LogicalType.INTEGER
DATE = LogicalType.DATE
#: What is changed -> before, after, and what is said of it.
ONE_COLUMN: dict[str, tuple[Contract, Contract, str, str]] = {
    "wider": (
        staff(INTEGER), staff(NUMBER),
        "'staff' was integer and is number, which holds all it held", "compatible",
    ),
    "narrower": (
        staff(NUMBER), staff(INTEGER),
        "'staff' was number and is integer, which is narrower", "makers",
    ),
    "another type": (staff(DATE), staff(), "'staff' was date and is string", "both"),
    "another way to write dates": (
        staff(DATE), staff(DATE, date_format="%d/%m/%Y"),
        "'staff' was written as ISO writes it and is to be %d/%m/%Y", "makers",
    ),
    "another heading": (
        staff(source_name="Staff"), staff(source_name="Workforce"),
        "the heading of 'staff' was 'Staff' and is 'Workforce'", "makers",
    ),
    "required": (staff(), staff(required=True), "'staff' must now be filled in", "makers"),
    "no longer required": (staff(required=True), staff(), "'staff' may now be empty", "readers"),
    "unique": (staff(), staff(unique=True), "no value of 'staff' may come twice now", "makers"),
    "no longer unique": (
        staff(unique=True), staff(), "a value of 'staff' may now come twice", "readers",
    ),
    "a smaller range": (
        staff(NUMBER, minimum=0.0), staff(NUMBER, minimum=1.0),
        "the smallest value of 'staff' was 0 and is 1", "makers",
    ),
    "a larger range": (
        staff(NUMBER, maximum=10.0), staff(NUMBER),
        "the largest value of 'staff' was 10 and is any", "compatible",
    ),
    "a limit where there was none": (
        staff(), staff(max_length=9), "the longest text of 'staff' was any and is 9", "makers",
    ),
    "another pattern": (
        staff(pattern="^E"), staff(pattern="^W"), "'staff' must now look like ^W", "makers",
    ),
    "no pattern": (
        staff(pattern="^E"), staff(), "'staff' need no longer look like a pattern", "compatible",
    ),
    "a value less": (
        staff(values=("a", "b")), staff(values=("a",)), "'staff' may no longer be 'b'", "makers",
    ),
    "a value more": (
        staff(values=("a",)), staff(values=("a", "b")), "'staff' may now also be 'b'", "readers",
    ),
    "a list": (staff(), staff(values=("a", "b")), "'staff' must now be 'a', 'b'", "makers"),
    "no list": (staff(values=("a",)), staff(), "'staff' may now hold any value", "readers"),
    "another unit": (
        staff(unit="people"), staff(unit="full-time equivalents"),
        "'staff' was in people and is in full-time equivalents", "readers",
    ),
    "a unit that was not said": (
        staff(), staff(unit="people"), "the unit of 'staff' is said: people", "words only",
    ),
    "markers of another column": (
        staff(marker_of="a"), staff(marker_of="b"),
        "'staff' held the markers of a and holds those of b", "readers",
    ),
    "markers": (
        staff(), staff(marker_of="b"),
        "'staff' held the markers of nothing and holds those of b", "compatible",
    ),
    "a reference": (
        staff(), staff(reference=Reference(product="a.b", column="c")),
        "'staff' must now occur in a.b.c", "makers",
    ),
    "no reference": (
        staff(reference=Reference(product="a.b", column="c")), staff(),
        "'staff' need no longer occur in another product", "compatible",
    ),
    "another title": (
        staff(), staff(title="Staff"), "the title of 'staff' is another", "words only",
    ),
    "another description": (
        staff(), staff(description="Heads"), "the description of 'staff' is another", "words only",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ONE_COLUMN)
def test_a_change_of_a_column_is_said_with_whom_it_can_break(case: str) -> None:
    old, new, what, whom = ONE_COLUMN[case]
    assert said(old, new) == [(what, whom)]


@pytest.mark.parametrize("case", ONE_COLUMN)
def test_what_did_not_change_is_not_said(case: str) -> None:
    old, new, *_ = ONE_COLUMN[case]
    assert said(old, old) == said(new, new) == []


#: Keys of the contract -> before, after, and what is said of it.
TERMS: dict[str, tuple[dict[str, Any], dict[str, Any], str, str]] = {
    "grain": (
        {"granularity": "one row per visit"}, {"granularity": "one row per person"},
        "what one row is has been said anew (dataGranularityDescription)", "readers",
    ),
    "stricter": (
        {}, {"sensitivity": Sensitivity.PERSONAL}, "it was open and is personal", "readers",
    ),
    "freer": (
        {"sensitivity": Sensitivity.INTERNAL}, {}, "it was internal and is open", "compatible",
    ),
    "licence": (
        {}, {"licence": ""}, "the licence was OGL-UK-3.0 and is none said", "readers",
    ),
    "made up": ({"synthetic": False}, {}, "it is made up now", "readers"),
    "fewer bad rows": (
        {"bad_rows_at_most": 0.1}, {},
        "the share of bad rows that it bears was 0.1 and is 0", "makers",
    ),
    "seldomer": (
        {"frequency": "1 m"}, {"frequency": "1 q"},
        "how often it comes was 1 m and is 1 q", "readers",
    ),
    "no longer promised": (
        {"frequency": "1 m"}, {}, "how often it comes was 1 m and is not said", "readers",
    ),
    "oftener": (
        {"frequency": "1 y"}, {"frequency": "3 months"},
        "how often it comes was 1 y and is 3 months", "compatible",
    ),
    "later": (
        {}, {"latency": "10 d"}, "how late it may come was not said and is 10 d", "readers",
    ),
    "id": ({}, {"id": "2"}, "its id is another: it says that it is another contract", "readers"),
    "purpose": ({}, {"purpose": "Count"}, "the purpose is another", "words only"),
    "owner": ({}, {"owner": "Care"}, "the owner is another", "words only"),
}  # fmt: skip


@pytest.mark.parametrize("case", TERMS)
def test_a_change_of_the_terms_is_said_with_whom_it_can_break(case: str) -> None:
    before, after, what, whom = TERMS[case]
    assert said(replace(staff(), **before), replace(staff(), **after)) == [(what, whom)]


def test_a_column_that_is_gone_breaks_readers_and_a_new_one_those_who_send_it() -> None:
    old, new = contract(column("a"), column("b")), contract(column("a"), column("c"))
    assert said(old, new) == [("'b' is gone", "readers"), ("'c' is new", "makers")]


def test_a_column_that_a_model_makes_is_asked_of_nobody() -> None:
    old, new = contract(column("a")), contract(column("a"), column("c"))
    changes = compare(old, new, made_here=True)
    assert [(c.what, c.effect) for c in changes] == [("'c' is new", Effect.COMPATIBLE)]


@pytest.mark.parametrize(
    "same", [{"source_name": "Staff in post"}, {"description": "People in post on the day"}]
)
def test_a_column_with_the_same_heading_or_description_was_renamed(same: dict[str, Any]) -> None:
    old = contract(column("staff", **same), column("other"))
    new = contract(column("staff_count", LogicalType.INTEGER, **same), column("other"))
    changes = compare(old, new)
    assert changes[0].what == "'staff' seems to be 'staff_count' now"
    assert (changes[0].column, changes[0].gone) == ("staff", True)
    assert changes[1].what == "'staff' was string and is integer"


def test_which_of_two_alike_was_renamed_is_not_guessed() -> None:
    alike: dict[str, Any] = {"description": "A date"}
    old = contract(column("a", **alike), column("b", **alike))
    new = contract(column("c", **alike))
    assert [what for what, _ in said(old, new)] == ["'a' is gone", "'b' is gone", "'c' is new"]


def test_another_key_breaks_both_sides() -> None:
    def keyed(**key: bool) -> Contract:
        return contract(*(replace(one, key=key.get(one.name, False)) for one in columns))

    columns: tuple[Column, ...] = (column("a", required=True), column("b", required=True))
    assert said(keyed(a=True), keyed(a=True, b=True)) == [
        ("a row was told apart by 'a' and is by 'a' + 'b'", "both")
    ]


def test_columns_in_another_order_are_the_same_columns() -> None:
    a, b = column("a"), column("b")
    assert said(contract(a, b), contract(b, a)) == [
        ("the columns stand in another order", "words only")
    ]


def test_rules_that_come_and_change_ask_more_and_rules_that_go_ask_less() -> None:
    agreed, other = rule("rowCount", "mustBe", 3), rule("rowCount", "mustBe", 4)
    soft = replace(agreed, severity="warning")
    assert said(ruled(), ruled(agreed)) == [("the rule 'agreed' is new", "makers")]
    assert said(ruled(agreed), ruled(other)) == [("the rule 'agreed' is another", "makers")]
    assert said(ruled(agreed), ruled()) == [("the rule 'agreed' is gone", "compatible")]
    assert said(ruled(agreed), ruled(soft)) == [("the rule 'agreed' only warns now", "compatible")]
    assert said(ruled(soft), ruled(agreed)) == [("the rule 'agreed' is another", "makers")]
    assert said(ruled(), ruled(soft)) == [
        ("the rule 'agreed' is new, and only warns", "compatible")
    ]


def test_a_rule_that_moved_to_another_line_did_not_change() -> None:
    agreed = rule("rowCount", "mustBe", 3)
    assert said(ruled(agreed), ruled(replace(agreed, at=replace(agreed.at, line=70)))) == []


@pytest.mark.parametrize(
    ("effect", "was", "now", "suggested", "is_raised"),
    [
        (Effect.BREAKING, "1.2.3", "2.0.0", "2.0.0", True),
        (Effect.BREAKING, "1.2.3", "1.3.0", "2.0.0", False),
        (Effect.BREAKING, "0.2.3", "0.3.0", "0.3.0", True),
        (Effect.COMPATIBLE, "1.2.3", "1.2.4", "1.3.0", False),
        (Effect.COMPATIBLE, "1.2.3", "1.3.0", "1.3.0", True),
        (Effect.WORDS, "1.2.3", "1.2.3", "1.2.4", False),
        (Effect.WORDS, "v1", "v1.0.1", "1.0.1", True),
        (Effect.WORDS, "1.2.3", "summer", "1.2.4", None),
        (Effect.WORDS, "spring", "summer", "", None),
    ],
)
def test_the_largest_change_decides_the_version(
    effect: Effect, was: str, now: str, suggested: str, is_raised: bool | None
) -> None:
    changes = [Change(what="", effect=Effect.WORDS), Change(what="", effect=effect)]
    step = version_step(changes, was=was, now=now)
    assert (step.suggested, step.is_raised) == (suggested, is_raised)


def test_no_change_calls_for_no_step() -> None:
    step = version_step([], was="1.0.0", now="1.0.0")
    assert (step.called_for, step.is_raised) == (Step.NONE, True)
