"""Measures by declaration, each read once however many indicators share it."""

from collections import OrderedDict

import duckdb
import numpy as np
from numpy.typing import NDArray

from hereabouts.indicators.measure_sql import measure_sql
from hereabouts.indicators.measured import Measured, measured
from hereabouts.indicators.setting import Setting
from hereabouts.model.indicator import Indicator, Measure

KEPT = 4  # a denominator is often shared by those next to each other; more would cost memory


class Measures:
    """Matrices of measures; the last few read are kept."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, setting: Setting) -> None:
        self._connection = connection
        self._setting = setting
        self._kept: OrderedDict[str, Measured] = OrderedDict()

    def of(self, indicator: Indicator, measure: Measure, *, codes: NDArray[np.str_]) -> Measured:
        """The matrix of one measure of an indicator.

        Args:
            indicator: what is measured for.
            measure: its numerator or denominator.
            codes: of the areas of the place that its rows are about.
        """
        benchmark = self._setting.benchmark_of(indicator)
        beyond = benchmark.begins if benchmark else ()
        marker = self._setting.markers.get(measure.product, {}).get(measure.sum or "")
        converted = measure.product in self._setting.converted
        select = measure_sql(indicator, measure, marker=marker, converted=converted)
        key = f"{indicator.area_type} {beyond} {select}"
        if key not in self._kept:
            counts_rows = measure.sum is None
            self._kept[key] = measured(
                self._connection, select, codes=codes, counts_rows=counts_rows, beyond=beyond
            )
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]
