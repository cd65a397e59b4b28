"""NHSRplotthedots on 600 series: every label, every kind of point, and every line to 1e-9."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
import pytest

from hereabouts.model.indicator import Polarity
from hereabouts.statistics.spc.chart import Chart, xmr_chart
from hereabouts.statistics.spc.icons import Variation, variation
from hereabouts.statistics.spc.special_causes import SpecialCause
from tests.golden.conftest import Compare

pytestmark = pytest.mark.real
Row = dict[str, str]
FILE = "nhsrplotthedots_oracle_600series.csv"
LABELS = {
    SpecialCause.COMMON_CAUSE: "Common Cause",
    SpecialCause.ABOVE_UPPER_LIMIT: "Above UCL",
    SpecialCause.BELOW_LOWER_LIMIT: "Below LCL",
    SpecialCause.RISING_TREND: "7 Point Trend (Increasing)",
    SpecialCause.FALLING_TREND: "7 Point Trend (Decreasing)",
    SpecialCause.TWO_IN_THREE_HIGH: "2 in 3 Above CL",
    SpecialCause.TWO_IN_THREE_LOW: "2 in 3 Below CL",
    SpecialCause.RUN_ABOVE_MEAN: "7 Points Above CL",
    SpecialCause.RUN_BELOW_MEAN: "7 Points Below CL",
}
POINTS = {
    Variation.COMMON_CAUSE: "common_cause",
    Variation.IMPROVEMENT_HIGH: "special_cause_improvement",
    Variation.IMPROVEMENT_LOW: "special_cause_improvement",
    Variation.CONCERN_HIGH: "special_cause_concern",
    Variation.CONCERN_LOW: "special_cause_concern",
    Variation.NEUTRAL_HIGH: "special_cause_neutral_high",
    Variation.NEUTRAL_LOW: "special_cause_neutral_low",
}
BETTER = {"1": Polarity.HIGHER, "-1": Polarity.LOWER, "0": Polarity.NEITHER}


def all_series(folder: Path) -> Iterator[list[Row]]:
    with (folder / "methods" / FILE).open(encoding="utf-8", newline="") as file:
        for _, rows in groupby(csv.DictReader(file), key=lambda row: row["series"]):
            yield list(rows)


def numbers(rows: list[Row], name: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([np.nan if row[name] == "NA" else float(row[name]) for row in rows])


def charted(rows: list[Row]) -> Chart:
    return xmr_chart(
        numbers(rows, "y"),
        starts=np.array([row["rebase"] == "1" for row in rows]),
        baseline_points=None if rows[0]["fix"] == "NA" else int(rows[0]["fix"]),
        screen=rows[0]["screen"] == "TRUE",
    )


def test_every_label_and_every_kind_of_point_is_as_published(
    shared_data: Path, compare: Compare
) -> None:
    labels, kinds = (compare(FILE, what) for what in ("special causes", "kinds of point"))
    for rows in all_series(shared_data):
        cause = charted(rows).cause
        kind = variation(cause, better=BETTER[rows[0]["dir"]])
        labels.same([LABELS[SpecialCause(c)] for c in cause], [row["special"] for row in rows])
        kinds.same([POINTS[Variation(c)] for c in kind], [row["point"] for row in rows])
        labels.cases, kinds.cases = labels.cases + 1, kinds.cases + 1
    assert (labels.labels, kinds.labels) == (13_100, 13_100)


def test_every_line_is_as_published(shared_data: Path, compare: Compare) -> None:
    tally = compare(FILE, "means and limits")
    for rows in all_series(shared_data):
        chart = charted(rows)
        for name, line in (("mean", chart.mean), ("lpl", chart.lower), ("upl", chart.upper)):
            tally.near(line, numbers(rows, name), f"{name} of series {rows[0]['series']}")
        tally.cases += 1
    assert tally.cases == 600


@pytest.mark.parametrize("screen", [True, False])
def test_series_that_follow_one_another_are_charted_as_if_alone(
    shared_data: Path, screen: bool
) -> None:
    alone = [
        rows
        for rows in all_series(shared_data)
        if rows[0]["fix"] == "NA" and (rows[0]["screen"] == "TRUE") is screen
    ]
    starts = [at == 0 or row["rebase"] == "1" for rows in alone for at, row in enumerate(rows)]
    every = [row for rows in alone for row in rows]
    chart = xmr_chart(numbers(every, "y"), starts=np.array(starts), screen=screen)
    found = [LABELS[SpecialCause(code)] for code in chart.cause]
    assert len(found) > 4_000
    assert found == [row["special"] for row in every]
