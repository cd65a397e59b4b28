"""Areas like one another, by what a release shows of them."""

import duckdb
import numpy as np

from hereabouts.model.place import SimilarAreas
from hereabouts.model.project import Project
from hereabouts.release.protect import PROTECTED
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.similar_areas import similar_areas

SIMILAR = "similar_areas"
_NEWEST = f"""
    select a.number - 1 as at, o.value from {PROTECTED} as o
    join areas as a using (area_type, area_code)
    where o.indicator = $1 and o.area_type = $2 and o.category = 'all' and isfinite(o.value)
      and o.period_start = (
        select max(period_start) from {PROTECTED}
        where indicator = $1 and area_type = $2 and category = 'all' and value is not null
      )
"""


def find_similar_areas(connection: duckdb.DuckDBPyConnection, project: Project) -> None:
    """Fill the table `similar_areas` from `protected` alone, if place.yml declares any.

    Shape:
        `area_type, area_code, similar_code, place, distance`: one row per area and area like
        it, place 1 the most like. An area that lacks a value of any of the indicators, or
        whose value is hidden, has none and is nobody's.
    """
    connection.execute(
        f"create or replace table {SIMILAR} (area_type varchar, area_code varchar,"
        " similar_code varchar, place integer, distance double)"
    )
    declared = project.place.similar_areas
    if declared is None:
        return
    sql = "select area_code from areas where area_type = ? order by number"
    codes = [row[0] for row in connection.execute(sql, [declared.area_type]).fetchall()]
    columns = [
        _values(connection, name, declared, areas=len(codes)) for name in declared.indicators
    ]
    weights = np.array([declared.weights.get(name, 1.0) for name in declared.indicators])
    found = similar_areas(np.column_stack(columns), weights=weights, count=declared.count)
    area, place = np.nonzero(found.places >= 0)
    listed = np.array(codes, dtype=np.str_)
    likeness = {
        "code": listed[area],
        "other": listed[found.places[area, place]],
        "place": place + 1,
        "distance": found.distances[area, place],
    }
    connection.register("likeness", likeness)
    connection.execute(
        f"insert into {SIMILAR} select $1, code, other, place, distance from likeness",
        [declared.area_type],
    )
    connection.unregister("likeness")


def _values(
    connection: duckdb.DuckDBPyConnection, indicator: str, declared: SimilarAreas, *, areas: int
) -> Numbers:
    """The newest total of each area, NaN where it is hidden or missing."""
    found = connection.execute(_NEWEST, [indicator, declared.area_type]).fetchnumpy()
    values = np.full(areas, np.nan)
    values[np.asarray(found["at"], np.int64)] = np.asarray(found["value"], np.float64)
    return values
