"""Every row of the published test data of PHEindicatormethods 2.1.0, to 1e-9."""

import csv
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
from hereabouts.statistics.slope_index import error_from_limits
from hereabouts.statistics.wilson import wilson_limits
from tests.golden.conftest import Compare

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


def test_every_byar_and_wilson_interval_is_as_published(
    shared_data: Path, compare: Compare
) -> None:
    tally = compare("testdata_Byars_Wilson.xlsx", "limits by Byar and Wilson")
    for row in rows(shared_data, "testdata_Byars_Wilson"):
        confidence = float(row["confidence"].strip("%")) / 100
        limits = (
            byars_limits(array(row["x"]), confidence=confidence)
            if row["method"] == "Byars"
            else wilson_limits(array(row["x"]), array(row["n"]), confidence=confidence)
        )
        tally.near(limits.lower, array(row["lowercl"]), f"{row} lower")
        tally.near(limits.upper, array(row["uppercl"]), f"{row} upper")
        tally.cases += 1
    assert tally.cases == 13


@pytest.mark.parametrize(
    ("file", "measure", "expected_rows"),
    [("testdata_Rate", crude_rate, 32), ("testdata_Proportion", proportion, 30)],
)
def test_every_rate_and_proportion_is_as_published(
    shared_data: Path, compare: Compare, file: str, measure: Measure, expected_rows: int
) -> None:
    tally = compare(f"{file}.xlsx", f"values and limits by {measure.__name__}")
    for row in rows(shared_data, file):
        counts = array(row["Numerator"]), array(row["Denominator"])
        for confidence, ending in levels(row):
            made = measure(*counts, multiplier=row["multiplier"], confidence=confidence)
            tally.near(made.value, array(row["value"]), f"{row['Area']} value")
            for side, limit in (("lower", made.lower), ("upper", made.upper)):
                where = f"{row['Area']} {side} at {confidence}"
                tally.near(limit, array(row[f"{side}{ending}"]), where)
        tally.cases += 1
    assert tally.cases == expected_rows


def levels(row: Row) -> list[tuple[float, str]]:
    if "confidence" in row:
        return [(float(row["confidence"].strip("%")) / 100, "cl")]
    return [(0.95, "95_0cl"), (0.998, "99_8cl")]


def test_every_proportion_of_measured_children_is_as_published(
    shared_data: Path, compare: Compare
) -> None:
    path = shared_data / "methods" / "PHEindicatormethods" / "NCMP_testdata.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        children = list(csv.DictReader(file))
    count, measured, rate, lower, upper, error = (
        np.array([float(row[heading]) for row in children])
        for heading in ("Count", "Measured", "Rate", "LCL", "UCL", "SE")
    )
    made = proportion(count, measured, multiplier=100)
    tally = compare(path.name, "proportions, limits and the errors these imply")
    tally.near(made, np.stack([rate, lower, upper]))
    tally.near(error_from_limits(made.lower, made.upper), error)
    tally.cases = len(children)
    assert tally.cases == 240
