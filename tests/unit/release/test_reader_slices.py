"""One slice, read once: the same as a query for each question would say."""

from datetime import date

import duckdb
import pytest

from hereabouts.model.indicator import Polarity
from hereabouts.model.policy import Audience
from hereabouts.release.answers import Spread
from hereabouts.release.bundle_reading import connect
from hereabouts.release.reader import ReleaseReader, latest
from hereabouts.release.reader_slices import ORDERS
from tests.unit.doors.small_release import build_small_release

Slice = tuple[str, str, date, str]

SLICES = """
    select distinct indicator, area_type, period_start, category from observations o
    where exists (select 1 from areas a where a.area_type = o.area_type) order by all
"""
RANKED = """
    select o.area_code, case when o.value is not null
        then rank() over (order by {sign} * o.value nulls last) end as rank
    from observations o join areas a using (area_type, area_code)
    where o.indicator = ? and o.area_type = ? and o.period_start = ? and o.category = ?
    order by {order}
"""
IN_ORDER = {
    "rank": "rank nulls last, area_name, area_code",
    "-rank": "rank desc nulls last, area_name, area_code",
    "area": "area_name, area_code",
    "-area": "area_name desc, area_code desc",
}
ENDS = """
    select arg_min(area_code, (value, area_code)), arg_min(area_code, (-value, area_code))
    from observations
    where indicator = ? and area_type = ? and period_start = ? and category = ?
        and value is not null
"""
MISSING = """
    select coalesce(marker, '[x]'), count(*) from observations
    where indicator = ? and area_type = ? and period_start = ? and category = ? and value is null
    group by all
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> ReleaseReader:
    folder = tmp_path_factory.mktemp("place")
    build_small_release(folder)
    return latest(folder, audience=Audience.OPEN)


@pytest.fixture(scope="module")
def connection(reader: ReleaseReader) -> duckdb.DuckDBPyConnection:
    """Its tables, asked without the reader."""
    return connect(reader.folder / "serve.duckdb")


@pytest.fixture(scope="module")
def slices(connection: duckdb.DuckDBPyConnection) -> list[Slice]:
    """Every one that there is."""
    return connection.execute(SLICES).fetchall()


@pytest.mark.parametrize("order", ORDERS)
def test_areas_have_the_rank_and_the_place_that_a_query_gives_them(
    reader: ReleaseReader,
    connection: duckdb.DuckDBPyConnection,
    slices: list[Slice],
    order: str,
) -> None:
    assert slices
    for one in slices:
        indicator, kind, start, category = one
        found = reader.manifest.indicator_of(indicator)
        sign = "+1" if found and found.better is Polarity.LOWER else "-1"
        said = connection.execute(RANKED.format(sign=sign, order=IN_ORDER[order]), one).fetchall()
        ranking = reader.ranking(
            indicator, area_type=kind, period_start=start, category=category, order=order
        )
        assert [(row.observation.area_code, row.rank) for row in ranking.rows] == said
        assert ranking.total == len(said)
        assert ranking.ranked == sum(rank is not None for _code, rank in said)


def test_a_page_of_a_ranking_counts_all_of_it(reader: ReleaseReader, slices: list[Slice]) -> None:
    indicator, kind, start, category = max(slices, key=lambda one: one[1] == "lsoa11")
    whole, some = (
        reader.ranking(
            indicator, area_type=kind, period_start=start, category=category, page=(many, 1)
        )
        for many in (1_000, 2)
    )
    assert some.rows == whole.rows[:2]
    assert (some.total, some.ranked) == (whole.total, whole.ranked)


def test_the_ends_are_the_first_by_code_of_areas_with_the_same_value(
    reader: ReleaseReader, connection: duckdb.DuckDBPyConnection, slices: list[Slice]
) -> None:
    for one in slices:
        spread = _spread(reader, one)
        ends = [end.area_code if end else None for end in (spread.lowest, spread.highest)]
        assert ends == list(connection.execute(ENDS, one).fetchall()[0])
        assert list(spread.values) == sorted(spread.values)


def test_what_has_no_value_is_counted_by_why(
    reader: ReleaseReader, connection: duckdb.DuckDBPyConnection, slices: list[Slice]
) -> None:
    found = [_spread(reader, one).by_marker for one in slices]
    assert found == [dict(connection.execute(MISSING, one).fetchall()) for one in slices]
    assert any(found), "a release in which nothing is missing shows nothing here"


def test_a_slice_is_every_observation_of_it_with_the_names_of_areas(
    reader: ReleaseReader, slices: list[Slice]
) -> None:
    for indicator, kind, start, category in slices:
        found = reader.slice_of(indicator, area_type=kind, period_start=start, category=category)
        assert found == tuple(
            reader.observations(indicator, area_type=kind, period_start=start, category=category)
        )


def _spread(reader: ReleaseReader, one: Slice) -> Spread:
    indicator, kind, start, category = one
    return reader.spread(indicator, area_type=kind, period_start=start, category=category)
