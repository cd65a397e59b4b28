"""What no count can be is refused, with where; what is merely absent has a marker."""

from datetime import date

import pytest

from hereabouts.errors import DataError
from hereabouts.indicators.periods import sequence
from hereabouts.model.indicator import Method
from tests.unit.indicators.made_up import add, indicator, observed, place

YEAR = (date(2024, 1, 1), date(2025, 1, 1))
QUARTER = (date(2024, 1, 1), date(2024, 4, 1))


def refused(events: float, people: float, **said: object) -> DataError:
    with place() as connection:
        add(connection, "events", ("E1", "0", events))
        add(connection, "people", ("E1", "0", people))
        with pytest.raises(DataError) as found:
            observed(connection, indicator(**said))
    return found.value


def test_a_count_below_0_is_refused_with_the_area() -> None:
    error = refused(-1, 100)
    assert error.code == "Q853"
    assert "in 1 areas, such as E1" in str(error)


def test_a_denominator_below_0_is_refused() -> None:
    assert refused(1, -100).code == "Q853"


def test_a_share_of_more_than_all_is_refused() -> None:
    assert refused(101, 100, method=Method.PROPORTION).code == "Q854"


def test_a_rate_of_more_events_than_people_is_not() -> None:
    with place() as connection:
        add(connection, "events", ("E1", "0", 150))
        add(connection, "people", ("E1", "0", 100))
        assert observed(connection, indicator())["lsoa", "E1"]["value"] == 1500


def test_nobody_to_have_events_is_a_marker_and_not_a_rate_of_0() -> None:
    with place() as connection:
        add(connection, "events", ("E1", "0", 0))
        add(connection, "people", ("E1", "0", 0))
        row = observed(connection, indicator())["lsoa", "E1"]
    assert (row["value"], row["marker"]) == (None, "[x]")


def test_an_area_that_is_not_of_the_place_adds_to_nothing() -> None:
    with place() as connection:
        add(connection, "events", ("E1", "0", 5), ("E2", "0", 5), ("S7", "0", 900))
        add(connection, "people", ("E1", "0", 100), ("E2", "0", 100), ("S7", "0", 100))
        assert observed(connection, indicator())["icb", "B1"]["numerator"] == 10


def test_a_year_beside_its_quarter_is_refused() -> None:
    with place() as connection:
        for start, end in (YEAR, QUARTER):
            for table in ("events", "people"):
                connection.execute(
                    f"insert into health.{table} values ('E1', '0', ?, ?, 10)", [start, end]
                )
        with pytest.raises(DataError) as found:
            observed(connection, indicator())
    assert found.value.code == "Q855"


def test_periods_that_roll_may_overlap() -> None:
    told = sequence(tuple((date(y, 1, 1), date(y + 3, 1, 1)) for y in (2015, 2016, 2017)))
    assert told.rolling
    assert not told.mixed


def test_a_period_left_out_is_a_gap() -> None:
    months = [(date(2024, m, 1), date(2024, m + 1, 1)) for m in (1, 2, 4)]
    told = sequence(tuple(months))
    assert told.gaps == ((date(2024, 3, 1), date(2024, 4, 1)),)
    assert (told.rolling, told.mixed) == (False, False)
