"""What an indicator is observed for beside its area types: a benchmark, and ordered groups."""

from dataclasses import replace

import pytest

from hereabouts.indicators.setting import Setting
from tests.unit.indicators.made_up import SETTING, add, indicator, observed, place

EVENTS = (("E1", "0", 90.0), ("E2", "0", 20.0), ("E3", "0", 40.0), ("W4", "0", 50.0))
PEOPLE = (("E1", "0", 1000.0), ("E2", "0", 1000.0), ("E3", "0", 1000.0), ("W4", "0", 1000.0))


def test_a_benchmark_reaches_beyond_the_place_by_the_beginning_of_a_code() -> None:
    with place() as connection:
        add(connection, "events", *EVENTS, ("E9", "0", 850.0))
        add(connection, "people", *PEOPLE, ("E9", "0", 22_000.0))
        found = observed(connection, indicator(compare_to="england"))
    england = found["england", "E92"]
    assert (england["numerator"], england["denominator"]) == (1000, 25_000)
    assert england["value"] == pytest.approx(40.0)
    assert ("lsoa", "E9") not in found


def test_areas_are_compared_with_their_benchmark_at_two_levels_of_confidence() -> None:
    with place() as connection:
        add(connection, "events", *EVENTS, ("E9", "0", 850.0))
        add(connection, "people", *PEOPLE, ("E9", "0", 22_000.0))
        found = observed(connection, indicator(compare_to="england"))
    compared = {code: row["compared"] for (kind, code), row in found.items() if kind == "lsoa"}
    assert compared == {"E1": "worse_998", "E2": "better_998", "E3": "similar", "W4": "similar"}
    assert found["england", "E92"]["compared"] is None


def test_the_whole_place_is_a_benchmark_too() -> None:
    with place() as connection:
        add(connection, "events", *EVENTS, ("E9", "0", 850.0))
        add(connection, "people", *PEOPLE, ("E9", "0", 22_000.0))
        found = observed(connection, indicator(compare_to="place"))
    assert found["place", "place"]["value"] == pytest.approx(50.0)
    assert found["lsoa", "W4"]["compared"] == "similar"


def test_a_benchmark_with_an_area_missing_has_no_value_and_nothing_is_compared() -> None:
    with place() as connection:
        add(connection, "events", *EVENTS[:2])
        add(connection, "people", *PEOPLE)
        found = observed(connection, indicator(compare_to="place"))
    assert found["place", "place"]["marker"] == "[x]"
    assert found["lsoa", "E1"]["value"] == pytest.approx(90.0)
    assert found["lsoa", "E1"]["compared"] is None


def test_groups_are_added_up_from_their_base_areas_in_the_order_of_their_numbers() -> None:
    with place() as connection:
        add(connection, "events", *EVENTS)
        add(connection, "people", *PEOPLE)
        found = observed(connection, indicator(inequality="imd_decile"))
    groups = {code: row["value"] for (kind, code), row in found.items() if kind == "imd_decile"}
    assert list(groups) == ["1", "2", "10"]
    assert groups == {"1": pytest.approx(70), "2": pytest.approx(20), "10": pytest.approx(40)}


def test_an_apportioned_figure_is_marked_as_an_estimate_and_keeps_its_value() -> None:
    with place() as connection:
        add(connection, "events", *EVENTS)
        add(connection, "people", *PEOPLE)
        connection.execute("alter table health.people add column status varchar default 'exact'")
        connection.execute("update health.people set status = 'apportioned' where lsoa = 'E2'")
        setting = Setting(base_type="lsoa", converted=frozenset({"health.people"}))
        estimated = observed(connection, indicator(), setting)
    assert (estimated["lsoa", "E2"]["value"], estimated["lsoa", "E2"]["marker"]) == (20, "[e]")
    assert estimated["icb", "B1"]["marker"] == "[e]"
    assert estimated["lsoa", "E1"]["marker"] is None


def test_areas_that_rows_are_about_are_counted_though_not_published() -> None:
    with place() as connection:
        add(connection, "events", *EVENTS)
        add(connection, "people", *PEOPLE)
        said = indicator(area_types=("icb",), compare_to="place")
        hiding = replace(SETTING, hiding_beside=frozenset({said.id}))
        found = observed(connection, said, hiding)
        assert ("lsoa", "E1") not in observed(connection, said)
    small = found["lsoa", "E1"]
    assert (small["numerator"], small["denominator"]) == (90, 1000)
    assert (small["lower"], small["compared"], small["marker"]) == (None, None, None)
    assert found["icb", "B1"]["lower"] is not None
