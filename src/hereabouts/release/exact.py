"""The exact observations of one indicator, in an order of their own."""

from collections.abc import Collection

import duckdb
import numpy as np

from hereabouts.disclosure.treatment import Figures
from hereabouts.engine.duckdb.columns import numbers
from hereabouts.model.indicator import Indicator
from hereabouts.release.gate.rows import IN_ORDER

FIGURES = ("numerator", "denominator", "value", "lower", "upper")


def exact_figures(
    connection: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    *,
    levels: Collection[str],
) -> Figures:
    """Read an indicator's rows of `observations` into the table `exact`, and their figures.

    Args:
        connection: sees `observations`.
        indicator: whose rows.
        levels: area types, benchmarks and groups to read.
    """
    connection.execute(
        "create or replace temp table exact as select * from observations"
        " where indicator = $name and list_contains($levels, area_type)"
        f" order by {IN_ORDER}",
        {"name": indicator.id, "levels": list(levels)},
    )
    figures = ", ".join(FIGURES)
    found = connection.sql(f"select {figures} from exact").fetchnumpy()
    columns = {name: numbers(found[name]) for name in FIGURES}
    markers = connection.sql("select marker from exact").fetchall()
    marker = np.array([row[0] for row in markers], dtype=object)
    return Figures(**columns, marker=marker)
