"""Definitions are applied in a build, side by side; what was left out is remembered."""

from pathlib import Path

import duckdb
import pytest

from hereabouts.engine.duckdb.session import scan
from hereabouts.model.applied import Applied, read_applied
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.build import build
from hereabouts.pipeline.definition_overlap import Pair, definition_overlap
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.workspace import open_workspace
from tests.unit.defining import CALLS, FOLDER, add_definitions

PRODUCT = "ambulance.frequent_callers"
NATIONAL = "definitions/national.yml"


def made(place: Path) -> TableVersion:
    assert build(open_workspace(place), progress=Silent()).errors == ()
    table = open_workspace(place).latest(PRODUCT)
    assert table is not None
    return table


def failed(place: Path) -> list[str]:
    return [str(error) for error in build(open_workspace(place), progress=Silent()).errors]


def found(table: TableVersion) -> list[tuple[str, str, str]]:
    sql = f"select definition, entity, area_code from ({scan(table)}) order by all"
    return duckdb.sql(sql).fetchall()


def test_definitions_stand_side_by_side(new: Path) -> None:
    add_definitions(new)
    assert found(made(new)) == [
        ("local", "ann", "A02"),
        ("local", "cat", "A04"),
        ("local", "dan", "A01"),
        ("national", "ann", "A02"),
        ("national", "bob", "A03"),
    ]


def test_events_that_were_left_out_are_remembered_with_the_reason(new: Path) -> None:
    add_definitions(new)
    national, local = read_applied(made(new).facts)
    assert national == Applied(
        definition="national",
        events=14,
        without_entity=1,
        without_time=1,
        without_age=1,
        of_other_ages=3,
    )
    assert (national.counted, local.counted, local.unusable) == (8, 13, 2)


def test_a_definition_that_changes_makes_its_product_again(new: Path) -> None:
    add_definitions(new)
    made(new)
    path = new / NATIONAL
    path.write_text(path.read_text().replace("count: 3", "count: 4"))
    assert {row[0] for row in found(made(new))} == {"local"}


def test_the_overlap_is_by_entity(new: Path) -> None:
    add_definitions(new)
    made(new)
    overlap = definition_overlap(open_workspace(new), PRODUCT)
    assert overlap is not None
    assert overlap.entities == {"national": 2, "local": 3}
    pair = Pair(first="national", second="local", both=1, only_first=1, only_second=2)
    assert overlap.pairs == (pair,)
    assert pair.jaccard == pytest.approx(1 / 4)
    assert overlap.by_all == 1


def test_people_and_addresses_are_not_compared(new: Path) -> None:
    add_definitions(new)
    path = new / "definitions/local.yml"
    path.write_text(
        path.read_text().replace("person, column: person_id", "address, column: area_code")
    )
    made(new)
    overlap = definition_overlap(open_workspace(new), PRODUCT)
    assert overlap is not None
    assert (overlap.pairs, overlap.by_all) == ((), None)


def test_nothing_overlaps_before_a_build_or_after_another_rule_is_added(new: Path) -> None:
    add_definitions(new)
    assert definition_overlap(open_workspace(new), PRODUCT) is None
    made(new)
    path = new / FOLDER / "apply.yml"
    path.write_text(path.read_text().replace("[national, local]", "[national]"))
    assert definition_overlap(open_workspace(new), PRODUCT) is None


def test_events_of_nobody_refuse_the_product(new: Path) -> None:
    nameless = "".join(
        ",".join([row.split(",")[0], "", *row.split(",")[2:]]) + "\n" if number else f"{row}\n"
        for number, row in enumerate(CALLS.splitlines())
    )
    add_definitions(new, calls=nameless)
    said = "\n".join(failed(new))
    assert "none of the 14 events of 'national' can be used: 14 do not say whose" in said
    assert "none of the 15 events of 'local' can be used" in said
    assert said.count("Q841") == 2


def test_a_condition_that_fails_says_no_value(new: Path) -> None:
    add_definitions(new)
    path = new / NATIONAL
    path.write_text(path.read_text().replace("reason <> 'transfer'", "cast(reason as integer) > 1"))
    said = "\n".join(failed(new))
    assert "'national' cannot be applied to ambulance.calls: ConversionException [Q842]" in said
    assert "chest pain" not in said
    assert "fall" not in said
