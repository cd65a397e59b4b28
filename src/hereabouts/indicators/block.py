"""Values of one level as rows of observations."""

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.compare import WORDS
from hereabouts.indicators.measure_sql import ALL
from hereabouts.indicators.measured import Slot
from hereabouts.indicators.valued import MARKERS, Valued
from hereabouts.model.indicator import Indicator
from hereabouts.model.sql import identifier, literal

_NUMBERS = ("numerator", "denominator", "value", "lower", "upper")


class Blocks:
    """Rows made in the engine: what a row is about is kept there, and numbers come beside it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._grids: dict[str, tuple[tuple[Slot, ...], str]] = {}

    def relation(
        self,
        indicator: Indicator,
        level: str,
        *,
        codes: NDArray[np.str_],
        columns: tuple[Slot, ...],
        values: Valued,
    ) -> duckdb.DuckDBPyRelation:
        """Rows of `OBSERVATION_COLUMNS`, by column and then by area, until the next is made."""
        grid = self._grid(level, codes, columns)
        numbers = {name: _long(getattr(values, name)) for name in (*_NUMBERS, "marker", "compared")}
        self._connection.register("computed", numbers)
        kept = ", ".join(f"k.{name}" for name in _NUMBERS)
        return self._connection.sql(f"""
            select {literal(indicator.id)} as indicator, {literal(level)} as area_type,
                   g.area_code, g.period_start, g.period_end,
                   {literal(indicator.breakdown or ALL)} as breakdown, g.category, {kept},
                   {_words([m.value if m else "" for m in MARKERS])}[k.marker] as marker,
                   {_words(WORDS)}[k.compared] as compared
            from {identifier(grid)} as g positional join computed as k""")

    def _grid(self, level: str, codes: NDArray[np.str_], columns: tuple[Slot, ...]) -> str:
        """A table of what each row is about; the last of each level is kept."""
        kept = self._grids.get(level)
        if kept and kept[0] == columns:
            return kept[1]
        table = f"grid of {level}"
        self._connection.register("codes", {"code": codes, "area": np.arange(len(codes))})
        self._connection.execute(
            "create or replace temp table columns_told"
            " (slot integer, period_start date, period_end date, category varchar)"
        )
        rows = [(n, s.start or None, s.end or None, s.category) for n, s in enumerate(columns)]
        if rows:
            self._connection.executemany("insert into columns_told values (?, ?, ?, ?)", rows)
        self._connection.execute(f"""
            create or replace temp table {identifier(table)} as
            select c.code::varchar as area_code, s.period_start, s.period_end, s.category
            from columns_told as s cross join codes as c order by s.slot, c.area""")
        self._connection.unregister("codes")
        self._grids[level] = (columns, table)
        return table


def _long(matrix: NDArray[np.generic]) -> NDArray[np.generic]:
    return np.ascontiguousarray(matrix.T).reshape(-1)


def _words(words: tuple[str, ...] | list[str]) -> str:
    """A list in SQL that gives null at 0."""
    return f"[{', '.join(literal(word) for word in words[1:])}]"
