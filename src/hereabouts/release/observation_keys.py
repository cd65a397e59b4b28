"""Cell keys of observations: from the base areas that each is about, for want of records."""

import duckdb
import numpy as np

from hereabouts.disclosure.cell_key import Keys, area_count_keys, cell_keys, record_keys
from hereabouts.disclosure.protected_counts import CountKeys
from hereabouts.disclosure.treatment import Figures
from hereabouts.indicators.measure_sql import ALL
from hereabouts.model.indicator import Indicator, Measure

_ROWS = """
    select area_type, area_code, period_start, period_end, breakdown, category
    from exact order by rowid
"""


def observation_keys(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, figures: Figures, *, secret: bytes
) -> CountKeys:
    """Keys of the numerators and denominators in the table `exact`.

    A measure counts the same whichever indicator asks, so its rows and columns are in the key
    and the indicator's name is not. A level that is no set of base areas, such as a benchmark,
    has a key of its own.

    Args:
        connection: sees `exact` and `members`.
        indicator: what the rows are of.
        figures: their exact figures, in the same order.
        secret: from `secret_in`.
    """
    rows = connection.sql(_ROWS).fetchall()
    summed = _keys_of_areas(connection, secret)
    names = list(dict.fromkeys(row[:2] for row in rows))
    other = [name for name in names if name not in summed]
    alone = record_keys(("|".join(name) for name in other), secret=secret)
    summed |= dict(zip(other, alone.tolist(), strict=True))
    areas = np.array([summed[row[:2]] for row in rows], np.uint64)

    def of(measure: Measure | None) -> list[str]:
        what = "" if measure is None else f"{measure.product}|{measure.sum}|{measure.where}"
        of_all = measure is not None and measure.of_all
        ages = indicator.ages
        told = [(*row[2:4], *((ALL, ALL) if of_all else row[4:])) for row in rows]
        return [f"{what}|{ages}|{'|'.join(map(str, each))}" for each in told]

    return CountKeys(
        area_count_keys(areas, of(indicator.numerator), figures.numerator, secret=secret),
        area_count_keys(areas, of(indicator.denominator), figures.denominator, secret=secret),
    )


def _keys_of_areas(
    connection: duckdb.DuckDBPyConnection, secret: bytes
) -> dict[tuple[str, str], int]:
    """The sum of the keys of its base areas, for every area."""
    found = connection.sql("select area_type, area_code, base_code from members").fetchall()
    bases = list(dict.fromkeys(row[2] for row in found))
    of_base = dict(zip(bases, record_keys(bases, secret=secret).tolist(), strict=True))
    areas = {name: number for number, name in enumerate(dict.fromkeys(row[:2] for row in found))}
    keys: Keys = np.array([of_base[row[2]] for row in found], np.uint64)
    cell = np.array([areas[row[:2]] for row in found], np.int64)
    return dict(zip(areas, cell_keys(keys, cell, cells=len(areas)).tolist(), strict=True))
