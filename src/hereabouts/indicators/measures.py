"""Measures by declaration, each read once however many indicators share it."""

from collections import OrderedDict

import duckdb
import numpy as np

from hereabouts.indicators.measure_sql import measure_sql, slots_sql
from hereabouts.indicators.measured import Codes, Measured, Slot, laid_out
from hereabouts.indicators.setting import Setting
from hereabouts.model.indicator import Indicator, Measure
from hereabouts.model.sql import identifier, qualified

KEPT = 4  # a denominator is often shared by those next to each other; more would cost memory


class Measures:
    """Matrices of measures; the last few read are kept, and what areas and slots there are."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, setting: Setting) -> None:
        self._connection = connection
        self._setting = setting
        self._kept: OrderedDict[str, Measured] = OrderedDict()
        self._areas: dict[tuple[str, ...], tuple[Codes, str]] = {}
        self._slots: dict[str, tuple[tuple[Slot, ...], str]] = {}

    def of(self, indicator: Indicator, measure: Measure, *, codes: Codes) -> Measured:
        """The matrix of one measure of an indicator.

        Args:
            indicator: what is measured for.
            measure: its numerator or denominator.
            codes: of the areas of the place that its rows are about.
        """
        every, areas = self._numbered_areas(indicator, measure, codes)
        told, slots = self._numbered_slots(slots_sql(indicator, measure))
        select = measure_sql(
            indicator,
            measure,
            tables=(areas, slots),
            marker=self._setting.markers.get(measure.product, {}).get(measure.sum or ""),
            converted=measure.product in self._setting.converted,
        )
        if select not in self._kept:
            found = self._connection.sql(select).fetchnumpy()
            self._kept[select] = laid_out(found, every, told, counts_rows=measure.sum is None)
        self._kept.move_to_end(select)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[select]

    def _numbered_areas(
        self, indicator: Indicator, measure: Measure, codes: Codes
    ) -> tuple[Codes, str]:
        """The areas that rows may be about, and the table that numbers them.

        After those of the place come those of the product that its benchmark reaches beyond to.
        """
        benchmark = self._setting.benchmark_of(indicator)
        begins = benchmark.begins if benchmark else ()
        product = measure.product if begins else ""
        key = (indicator.area_type, indicator.area_column, product, *begins)
        if key not in self._areas:
            table = f"areas {len(self._areas)}"
            self._number(table, codes)
            if begins:
                codes = np.concatenate([codes, self._beyond(indicator, measure, begins, table)])
                self._number(table, codes)
            self._areas[key] = (codes, table)
        return self._areas[key]

    def _number(self, table: str, codes: Codes) -> None:
        self._connection.register("codes", {"code": codes, "area": np.arange(len(codes))})
        self._connection.execute(
            f"create or replace temp table {identifier(table)} as"
            " select code::varchar as code, area from codes"
        )
        self._connection.unregister("codes")

    def _beyond(
        self, indicator: Indicator, measure: Measure, begins: tuple[str, ...], table: str
    ) -> Codes:
        column = identifier(indicator.area_column)
        found = self._connection.execute(
            f"select distinct {column} as code from {qualified(measure.product)}"
            f" where {column} not in (select code from {identifier(table)})"
            " and len(list_filter($begins, x -> starts_with(code, x))) > 0 order by code",
            {"begins": list(begins)},
        ).fetchnumpy()["code"]
        return np.asarray(found, dtype=np.str_)

    def _numbered_slots(self, select: str) -> tuple[tuple[Slot, ...], str]:
        if select not in self._slots:
            table = f"slots {len(self._slots)}"
            self._connection.execute(f"""
                create or replace temp table {identifier(table)} as
                select *, row_number() over (order by period_start, period_end, category, age) - 1
                    as slot
                from ({select}) as told""")
            rows = self._connection.sql(
                "select coalesce(period_start::varchar, ''), coalesce(period_end::varchar, ''),"
                f" coalesce(category, ''), coalesce(age, -1) from {identifier(table)} order by slot"
            ).fetchall()
            self._slots[select] = (tuple(Slot(*row) for row in rows), table)
        return self._slots[select]
