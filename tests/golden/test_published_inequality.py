"""Every slope and relative index of inequality that PHEindicatormethods 2.1.0 publishes.

Values are as published to 1e-9. Limits are simulated on both sides, so they agree within noise:
here within 2% of their width (the reference's own test allows 5% of the limit).

Known faults of the reference file, left there: `Confidence` says 95 for the cases of 98%, whose
level is in their description alone; each case's numbers stand on the first of its rows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pytest

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Estimate, Numbers
from hereabouts.statistics.slope_index import (
    AS_GIVEN,
    LOG,
    LOGIT,
    Fit,
    FitScale,
    Simulation,
    error_from_limits,
    slope_index,
)
from tests.golden.conftest import Compare
from tests.golden.tally import Tally

pytestmark = pytest.mark.real
Row = dict[str, Any]
SCALES: dict[int, FitScale] = {0: AS_GIVEN, 1: LOG, 2: LOGIT}


@dataclass(frozen=True)
class Case:
    rows: list[Row]

    @property
    def said(self) -> str:
        return str(self.rows[0]["TestDescription"])

    @property
    def wanted(self) -> Row:
        return self.rows[0]

    def numbers(self, heading: str) -> Numbers:
        return np.array([np.nan if r[heading] is None else float(r[heading]) for r in self.rows])

    @property
    def fit(self) -> Fit:
        times = re.search(r"x (-?\d+)", self.said)
        multiplier = float(times[1]) if times else -1.0 if "negative mult" in self.said else 1.0
        return Fit(SCALES[self.wanted["ValueType"]], "transform" in self.said, multiplier)

    @property
    def levels(self) -> list[float]:
        """In the order of the columns that hold their limits."""
        said = [float(level) / 100 for level in re.findall(r"(98)%", self.said)]
        if "95 and 98" in self.said or "95% and 98%" in self.said:
            return [0.95, 0.98]
        given = str(self.wanted["Confidence"])
        return said or [float(level) / 100 for level in re.findall(r"\d+", given)]


def cases(folder: Path) -> Iterator[Case]:
    path = folder / "methods" / "PHEindicatormethods" / "testdata_SII.xlsx"
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    heading, *body = sheet.iter_rows(values_only=True)
    rows: list[Row] = [dict(zip(map(str, heading), cells, strict=True)) for cells in body]
    starts = [i for i, row in enumerate(rows) if row["Quantile"] == 1]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield Case(rows[start:end])


def published(folder: Path) -> list[Case]:
    return [case for case in cases(folder) if case.wanted["sii"] is not None]


def error(case: Case) -> Numbers:
    lower, upper = case.numbers("LowerCL"), case.numbers("UpperCL")
    if np.isnan(lower).all():
        return case.numbers("StandardError")
    return error_from_limits(lower, upper, scale=case.fit.scale)


def near(tally: Tally, made: Estimate, case: Case, columns: str) -> None:
    wanted = tuple(case.wanted[columns.format(side)] for side in ("lower", "upper"))
    if None in wanted:
        return
    tally.near([made.lower, made.upper], wanted, case.said, scale=wanted[1] - wanted[0])


def test_every_slope_is_as_published_and_its_limits_within_noise(
    shared_data: Path, compare: Compare
) -> None:
    every = published(shared_data)
    values = compare("testdata_SII.xlsx", "slopes, ratios and intercepts", cases=len(every))
    limits = compare(
        "testdata_SII.xlsx",
        "limits, simulated on both sides",
        within=0.02,
        of="the interval's width",
        cases=len(every),
    )
    for case in every:
        value = case.numbers("Value")
        for i, level in enumerate(case.levels, start=1):
            made = slope_index(
                value,
                case.numbers("Population"),
                error(case),
                fit=case.fit,
                simulation=Simulation(confidence=level),
            )
            values.near(made.slope.value, case.wanted["sii"], case.said)
            if case.wanted["rii"] is not None:
                values.near(made.ratio.value, case.wanted["rii"], case.said)
            if case.wanted["Intercept"] is not None:
                values.near(made.intercept, case.wanted["Intercept"], case.said)
            near(limits, made.slope, case, f"sii_{{}}cl_{i}")
            near(limits, made.ratio, case, f"rii_{{}}cl_{i}")
    assert len(every) == 44


REFUSALS = {
    "negative populations": "Q701",
    "negative counts/standard error": "Q701",
    "invalid proportion in CLs": "Q763",
    "missing value field": "missing",
    "missing confidence limits and se": "missing",
    "missing populations, counts or values": "missing",
}


def outcome(case: Case) -> str:
    value, people, given = (case.numbers(h) for h in ("Value", "Population", "StandardError"))
    try:
        if "in CLs" in case.said:
            lower, upper = case.numbers("LowerCL"), case.numbers("UpperCL")
            error_from_limits(lower, upper, scale=LOGIT)
        made = slope_index(value, people, given)
    except DataError as problem:
        return problem.code
    return "missing" if np.isnan(float(made.slope.value)) else "a value"


def test_what_the_reference_refuses_is_refused_or_missing(shared_data: Path) -> None:
    bad = {
        case.said.split(" - ")[1]: outcome(case)
        for case in cases(shared_data)
        if case.said.startswith(("error", "warning")) and "large number" not in case.said
    }
    assert bad == REFUSALS
