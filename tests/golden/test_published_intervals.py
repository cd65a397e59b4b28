"""Every row of the published test data of PHEindicatormethods 2.1.0, to 1e-9."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

from hereabouts.statistics.byars import byars_limits
from hereabouts.statistics.intervals import Estimate
from hereabouts.statistics.proportion import proportion
from hereabouts.statistics.rate import crude_rate
from hereabouts.statistics.wilson import wilson_limits

pytestmark = pytest.mark.real
Row = dict[str, Any]
Measure = Callable[..., Estimate]


def rows(folder: Path, file: str) -> Iterator[Row]:
    path = folder / "methods" / "PHEindicatormethods" / f"{file}.xlsx"
    for sheet in openpyxl.load_workbook(path, data_only=True):
        heading, *body = sheet.iter_rows(values_only=True)
        for cells in body:
            if any(cell is not None for cell in cells):
                yield dict(zip((str(name) for name in heading), cells, strict=True))


def array(value: float | None) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([np.nan if value is None else value], dtype=np.float64)


def same(was: np.ndarray[Any, Any], expected: float | None, where: str) -> None:
    wanted = float("nan") if expected is None else expected
    assert was[0] == pytest.approx(wanted, rel=1e-9, nan_ok=True), where


def test_every_byar_and_wilson_interval_is_as_published(shared_data: Path) -> None:
    seen = 0
    for row in rows(shared_data, "testdata_Byars_Wilson"):
        confidence = float(row["confidence"].strip("%")) / 100
        limits = (
            byars_limits(array(row["x"]), confidence=confidence)
            if row["method"] == "Byars"
            else wilson_limits(array(row["x"]), array(row["n"]), confidence=confidence)
        )
        same(limits.lower, row["lowercl"], f"{row} lower")
        same(limits.upper, row["uppercl"], f"{row} upper")
        seen += 1
    assert seen == 13


@pytest.mark.parametrize(
    ("file", "measure", "expected_rows"),
    [("testdata_Rate", crude_rate, 32), ("testdata_Proportion", proportion, 30)],
)
def test_every_rate_and_proportion_is_as_published(
    shared_data: Path, file: str, measure: Measure, expected_rows: int
) -> None:
    seen = 0
    for row in rows(shared_data, file):
        counts = array(row["Numerator"]), array(row["Denominator"])
        for confidence, ending in levels(row):
            made = measure(*counts, multiplier=row["multiplier"], confidence=confidence)
            same(made.value, row["value"], f"{row['Area']} value")
            same(made.lower, row[f"lower{ending}"], f"{row['Area']} lower at {confidence}")
            same(made.upper, row[f"upper{ending}"], f"{row['Area']} upper at {confidence}")
        seen += 1
    assert seen == expected_rows


def levels(row: Row) -> list[tuple[float, str]]:
    if "confidence" in row:
        return [(float(row["confidence"].strip("%")) / 100, "cl")]
    return [(0.95, "95_0cl"), (0.998, "99_8cl")]
