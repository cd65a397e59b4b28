"""Counts of old areas carried to new ones, told by a place of four kinds of change."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import Location
from hereabouts.model.conversion import Blocks, Conversion, LookupStep, NewWeights, Rounding
from hereabouts.pipeline.make_conversion import make_conversion

AT = Location("convert.yml", 1)
PAIRS = [
    ("u", "u", "U"),
    ("s", "s1", "S"),
    ("s", "s2", "S"),
    ("m1", "m", "M"),
    ("m2", "m", "M"),
    ("x1", "xa", "X"),
    ("x1", "xb", "X"),
    ("x2", "xb", "X"),
]
PEOPLE = [("s1", "young", 30), ("s2", "young", 10), ("s2", "old", 40), ("xa", "young", 1),
          ("xb", "young", 3)]  # fmt: skip
LOOKUP = LookupStep(product="a.lookup", old="was", new="is now", change="change", at=AT)
WEIGHTS = NewWeights(product="a.people", area="code", weight="residents", at=AT)
CONVERSION = Conversion(
    source="a.counts", area="code", to="area", by=(LOOKUP,), columns=("n",), weights=WEIGHTS, at=AT
)
BY_AGE = replace(CONVERSION, keys=("age",), weights=replace(WEIGHTS, match=("age",)))
Count = tuple[str, str, float | None]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Session]:
    with session(tmp_path) as made:
        made.connection.execute("create schema a")
        made.connection.execute(
            'create table a.lookup (was varchar, "is now" varchar, change varchar)'
        )
        made.connection.executemany("insert into a.lookup values (?, ?, ?)", PAIRS)
        made.connection.execute("create table a.counts (code varchar, age varchar, n double)")
        made.connection.execute(
            "create table a.people (code varchar, age varchar, residents integer)"
        )
        made.connection.executemany("insert into a.people values (?, ?, ?)", PEOPLE)
        yield made


def give(opened: Session, *counts: Count) -> None:
    for count in counts:
        opened.connection.execute("insert into a.counts values (?, ?, ?)", count)


def made(
    opened: Session, conversion: Conversion, *counts: Count
) -> dict[str | tuple[str, str], tuple[float | None, str]]:
    give(opened, *counts)
    rows = make_conversion(opened, conversion).fetchall()
    return {(row[0] if len(row) == 3 else (row[0], row[1])): (row[-2], row[-1]) for row in rows}


def test_an_unchanged_area_is_copied(opened: Session) -> None:
    assert made(opened, CONVERSION, ("u", "young", 7)) == {"u": (7, "exact")}


def test_merged_areas_are_summed(opened: Session) -> None:
    found = made(opened, CONVERSION, ("m1", "young", 7), ("m2", "young", 3))
    assert found == {"m": (10, "summed")}


def test_a_split_area_is_shared_out_by_weight(opened: Session) -> None:
    found = made(opened, CONVERSION, ("s", "young", 8))
    assert found == {"s1": (3, "apportioned"), "s2": (5, "apportioned")}


def test_an_irregular_change_is_shared_out_and_summed(opened: Session) -> None:
    found = made(opened, CONVERSION, ("x1", "young", 8), ("x2", "young", 5))
    assert found == {"xa": (2, "apportioned"), "xb": (11, "apportioned")}


def test_columns_that_are_not_kept_are_added_up(opened: Session) -> None:
    found = made(opened, CONVERSION, ("u", "young", 7), ("u", "old", 4))
    assert found == {"u": (11, "exact")}


def test_people_are_shared_out_by_people_of_their_age(opened: Session) -> None:
    found = made(opened, BY_AGE, ("s", "young", 8), ("s", "old", 6))
    assert found == {
        ("s1", "young"): (6, "apportioned"),
        ("s2", "young"): (2, "apportioned"),
        ("s1", "old"): (0, "apportioned"),
        ("s2", "old"): (6, "apportioned"),
    }


def test_where_nobody_is_of_that_age_all_the_people_weigh(opened: Session) -> None:
    found = made(opened, BY_AGE, ("s", "aged 110", 8))
    assert found == {
        ("s1", "aged 110"): (3, "apportioned"),
        ("s2", "aged 110"): (5, "apportioned"),
    }


@pytest.mark.parametrize("other", [("m2", "young", None), ("u", "young", 1)])
def test_a_part_of_a_merged_area_is_missing_and_not_a_part_count(
    opened: Session, other: Count
) -> None:
    """Whether the other part is missing, or has no row at all."""
    assert made(opened, CONVERSION, ("m1", "young", 7), other)["m"] == (None, "summed")


def test_keys_that_an_area_has_no_row_of_are_none(opened: Session) -> None:
    found = made(opened, BY_AGE, ("m1", "young", 7), ("m2", "old", 3))
    assert found == {("m", "young"): (7, "summed"), ("m", "old"): (3, "summed")}


def test_changes_are_worked_out_where_the_lookup_does_not_say(opened: Session) -> None:
    worked_out = replace(CONVERSION, by=(replace(LOOKUP, change=None),))
    counts = [(code, "young", 8.0) for code in ("u", "s", "m1", "m2", "x1", "x2")]
    assert made(opened, worked_out, *counts) == made(opened, CONVERSION)


def test_lookups_are_applied_in_turn(opened: Session) -> None:
    """m1 and m2 become m, which is then cut in two; weights are those of the last areas."""
    opened.connection.execute(
        "create table a.later as select * from (values ('m', 'ma'), ('m', 'mb'), ('u', 'u'),"
        " ('s1', 's1'), ('s2', 's2')) as t (old, new)"
    )
    opened.connection.execute("insert into a.people values ('ma', 'young', 1), ('mb', 'young', 3)")
    later = LookupStep(product="a.later", old="old", new="new", at=AT)
    turns = replace(CONVERSION, by=(replace(LOOKUP, change=None), later))
    found = made(opened, turns, ("m1", "young", 3), ("m2", "young", 1), ("s", "young", 8))
    assert found == {
        "ma": (1, "apportioned"),
        "mb": (3, "apportioned"),
        "s1": (3, "apportioned"),
        "s2": (5, "apportioned"),
    }


def test_an_area_that_leads_partly_nowhere_is_not_carried(opened: Session) -> None:
    opened.connection.execute('update a.lookup set "is now" = null where "is now" = \'s2\'')
    assert made(opened, CONVERSION, ("s", "young", 8), ("u", "young", 1)) == {"u": (1, "exact")}


def test_layers_that_cut_each_other_are_joined_through_blocks(opened: Session) -> None:
    opened.connection.execute(
        "create table a.blocks as select * from (values ('A', 'P', 1), ('A', 'P', 2),"
        " ('A', 'Q', 3), ('B', 'Q', 5)) as t (old, new, weight)"
    )
    blocks = Blocks(product="a.blocks", old="old", new="new", weight="weight", at=AT)
    through = replace(CONVERSION, by=(), weights=None, blocks=blocks)
    found = made(opened, through, ("A", "young", 12), ("B", "young", 4))
    assert found == {"P": (6, "apportioned"), "Q": (10, "apportioned")}


def test_largest_remainders_keep_each_old_area_whole(opened: Session) -> None:
    opened.connection.execute("delete from a.people")
    opened.connection.execute("insert into a.people values ('s1', 'young', 1), ('s2', 'young', 2)")
    rounded = replace(CONVERSION, round=Rounding.LARGEST_REMAINDER)
    found = made(opened, rounded, ("s", "young", 5), ("u", "young", 7))  # 1.67 and 3.33
    assert found == {
        "s1": (2, "apportioned"),
        "s2": (3, "apportioned"),
        "u": (7, "exact"),
    }


def test_equal_remainders_go_to_the_first_by_code(opened: Session) -> None:
    opened.connection.execute("update a.people set residents = 20 where age = 'young'")
    opened.connection.execute("delete from a.people where age = 'old'")
    rounded = replace(CONVERSION, round=Rounding.LARGEST_REMAINDER)
    found = made(opened, rounded, ("s", "young", 5))  # 2.5 and 2.5
    assert found == {"s1": (3, "apportioned"), "s2": (2, "apportioned")}
