"""The rows that the gate works with: those published, and what stands for what is not."""

from collections.abc import Sequence

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.area_sql import Areas, places_of
from hereabouts.model.indicator import Indicator
from hereabouts.release.belonging import TABLE as MEMBERS

TABLE = "worked_with"
#: Of base areas that are in the same published areas, now or before: the one that stands for all.
STANDS_FOR = "stands_for"
SEED = 20201128

_AS_THEY_ARE = f"""
    create or replace temp table {TABLE} as
    select indicator, area_type, area_code, period_start, period_end, category,
           numerator, denominator, marker
    from observations where list_contains($names, indicator)
"""
#: Nobody is told of these areas one by one, so only what they come to together can be worked out.
_TOGETHER = f"""
    create or replace temp table {TABLE} as
    select indicator, area_type, area_code, period_start, period_end, category,
           numerator, denominator, marker
    from observations where list_contains($names, indicator) and area_type <> $base
    union all
    select indicator, area_type, one, period_start, period_end, category,
           sum(numerator), sum(denominator), max(marker)
    from observations join {STANDS_FOR} using (area_code)
    where list_contains($names, indicator) and area_type = $base
    group by all
"""
_SAID = f"""
    select distinct s.made_of, m.area_code
    from said_members as s join {MEMBERS} as m
        on m.base_code = s.base_code and m.area_type = $base
    where s.made_of in (select made_of from said where list_contains($names, indicator))
"""


def work_with(
    connection: duckdb.DuckDBPyConnection,
    family: Sequence[Indicator],
    published: frozenset[str],
    areas: Areas,
) -> None:
    """Fill the table `worked_with` with a family's rows, and `stands_for`.

    Base areas that are not published themselves, and lie in the same published areas, count as
    one: a country is then tens of areas and not tens of thousands.

    Args:
        connection: sees `observations`, and what `read_said` left.
        family: indicators that count the same things.
        published: levels that any of them is shown for.
        areas: of the place.
    """
    base = family[0].area_type
    names = [one.id for one in family]
    codes = areas.codes(base)
    one = np.arange(len(codes))
    if base not in published:
        one = _first_alike(_marks(connection, names, published, base, areas))
    connection.register("stands", {"area_code": codes, "one": codes[one]})
    connection.execute(f"create or replace temp table {STANDS_FOR} as select * from stands")
    connection.unregister("stands")
    if base in published:
        connection.execute(_AS_THEY_ARE, {"names": names})
    else:
        connection.execute(_TOGETHER, {"names": names, "base": base})


def _marks(
    connection: duckdb.DuckDBPyConnection,
    names: list[str],
    published: frozenset[str],
    base: str,
    areas: Areas,
) -> NDArray[np.uint64]:
    """(base areas, 2): sums of a random number for each area it is in, now or before."""
    drawn = np.random.default_rng(SEED)
    codes = areas.codes(base)
    marks = np.zeros((len(codes), 2), np.uint64)

    def add(part: NDArray[np.int64], area: NDArray[np.int64], size: int) -> None:
        numbers = drawn.integers(1, 2**63, (size, 2), dtype=np.uint64)
        np.add.at(marks, part, numbers[area])

    for level in sorted(published):
        belongs = areas.belongs(base, level, codes)
        add(belongs.part, belongs.area, len(areas.codes(level)))
    said = connection.execute(_SAID, {"names": names, "base": base}).fetchnumpy()
    before, area = np.unique(np.asarray(said["made_of"], np.str_), return_inverse=True)
    place = places_of(np.asarray(said["area_code"], np.str_), codes)
    there = place >= 0
    add(place[there], area.reshape(-1)[there], len(before))
    return marks


def _first_alike(marks: NDArray[np.uint64]) -> NDArray[np.int64]:
    """For each row, the first row that is the same."""
    _, first, of = np.unique(marks, axis=0, return_index=True, return_inverse=True)
    found: NDArray[np.int64] = first[of.reshape(-1)]
    return found
