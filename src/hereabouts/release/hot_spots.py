"""Hot spots of a release: found in what it shows, so that they can give nothing else away."""

from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.model.indicator import Indicator, Method
from hereabouts.model.project import Project
from hereabouts.release.protect import PROTECTED
from hereabouts.statistics.empirical_bayes import smoothed_rate, standardised_rate
from hereabouts.statistics.hot_spots import FEWEST_AREAS, HotSpots, hot_spots
from hereabouts.statistics.intervals import Numbers
from hereabouts.statistics.local_moran import Quadrant
from hereabouts.statistics.neighbours import Neighbours, neighbours_of_pairs

HOT_SPOTS = "hot_spots"
#: Events over people: what is known of how far chance moves them. Of other values nothing is.
_RATES = (Method.CRUDE_RATE, Method.PROPORTION)
_COLUMNS = (
    ("indicator", "varchar"),
    ("area_type", "varchar"),
    ("area_code", "varchar"),
    ("period_start", "date"),
    ("category", "varchar"),
    ("z", "double"),  # Gi*; null for an island
    ("q", "double"),  # the least false discovery rate at which it is a finding
    ("class", "varchar"),  # hot_1, hot_5, cold_1, cold_5, neither, island
    ("moran", "varchar"),  # high_high, low_low, high_low, low_high; null where not a finding
    ("smoothed", "double"),  # the rate drawn towards the mean; null where it is no rate
)
_SLICES = f"""
    select o.period_start, o.category, list(a.number - 1 order by a.number) as places,
        list(o.area_code order by a.number) as codes,
        list(coalesce(o.numerator, 'nan') order by a.number) as numerators,
        list(coalesce(o.denominator, 'nan') order by a.number) as denominators,
        list(o.value order by a.number) as shown
    from {PROTECTED} as o join areas as a using (area_type, area_code)
    where o.indicator = $1 and o.area_type = $2 and isfinite(o.value)
    group by o.period_start, o.category having count(*) >= $3
    order by o.period_start, o.category
"""
#: Joined by code alone: joined by type too, DuckDB pairs every two areas of the type first.
_BORDERS = """
    with places as (select area_code, number - 1 as place from areas where area_type = $1)
    select a.place as first, b.place as second from neighbours as n
    join places as a on a.area_code = n.area_code
    join places as b on b.area_code = n.neighbour_code
    where n.area_type = $1
"""


def find_hot_spots(
    connection: duckdb.DuckDBPyConnection, project: Project, *, borders: bool
) -> None:
    """Fill the table `hot_spots` from `protected` alone, for indicators that ask for them.

    Args:
        connection: sees `protected`, `areas` and, where there are borders, `neighbours`.
        project: which indicators ask.
        borders: whether there are any.

    Shape:
        one row per shown value of each period and category of which there are 30 or more, in
        area types with borders; none for a value that is hidden or missing.
    """
    columns = ", ".join(f"{name} {kind}" for name, kind in _COLUMNS)
    connection.execute(f"create or replace table {HOT_SPOTS} ({columns})")
    wanted = [i for i in project.indicators.values() if i.hot_spots]
    if not borders or not wanted:
        return
    for area_type in dict.fromkeys(kind for i in wanted for kind in i.area_types):
        neighbours = _neighbours(connection, area_type)
        if neighbours is None:
            continue
        for indicator in wanted:
            if area_type in indicator.area_types:
                _find_in_type(connection, indicator, area_type, neighbours)


def _neighbours(connection: duckdb.DuckDBPyConnection, area_type: str) -> Neighbours | None:
    sql = "select count(*) from areas where area_type = ?"
    counted = connection.execute(sql, [area_type]).fetchone()
    found = connection.execute(_BORDERS, [area_type]).fetchnumpy()
    if counted is None or not len(found["first"]):
        return None
    first, second = (np.asarray(found[name], np.int64) for name in ("first", "second"))
    return neighbours_of_pairs(first, second, areas=counted[0])


def _find_in_type(
    connection: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    area_type: str,
    neighbours: Neighbours,
) -> None:
    asked = [indicator.id, area_type, FEWEST_AREAS]
    for start, category, *lists in connection.execute(_SLICES, asked).fetchall():
        places, codes = np.array(lists[0], np.int64), lists[1]
        numbers = tuple(np.array(one, np.float64) for one in lists[2:])
        rates, smoothed = _rates(indicator, *numbers)
        spread = np.full(neighbours.areas, np.nan)
        spread[places] = rates
        found = _at(hot_spots(spread, neighbours), places)
        connection.register("found", {"code": np.array(codes), "smoothed": smoothed} | found)
        connection.execute(
            f"insert into {HOT_SPOTS} select $1, $2, code, $3, $4,"
            " nullif(z, 'nan'), nullif(q, 'nan'), kind, nullif(moran, ''), nullif(smoothed, 'nan')"
            " from found where kind <> ''",
            [indicator.id, area_type, start, category],
        )
        connection.unregister("found")


def _rates(
    indicator: Indicator, numerator: Numbers, denominator: Numbers, value: Numbers
) -> tuple[Numbers, Numbers]:
    """What to look for clusters in, and the smoothed rate in the indicator's unit."""
    if indicator.method not in _RATES:
        return value, np.full(value.shape, np.nan)
    smoothed = smoothed_rate(numerator, denominator) * indicator.multiplier
    return standardised_rate(numerator, denominator), smoothed


def _at(found: HotSpots, places: NDArray[np.int64]) -> dict[str, NDArray[Any]]:
    words = {quadrant.value: quadrant.name.lower() for quadrant in Quadrant}
    moran = ["" if code == Quadrant.NONE else words[code] for code in found.moran[places]]
    return {
        "z": found.z[places],
        "q": found.q[places],
        "kind": found.kind[places],
        "moran": np.array(moran, dtype=np.str_),
    }
