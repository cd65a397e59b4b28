"""The recent trends that Fingertips' own tests expect, and one that it publishes."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hereabouts.statistics.trend import Trend, TrendMarker, proportion_trend, value_trend
from tests.golden.conftest import Compare

pytestmark = pytest.mark.real
FILE = "fingertips_trend_vectors.json"
MARKERS = {
    "increasing": TrendMarker.INCREASING,
    "decreasing": TrendMarker.DECREASING,
    "no change": TrendMarker.NO_CHANGE,
}


@pytest.fixture
def vectors(shared_data: Path) -> dict[str, Any]:
    text = (shared_data / "methods" / FILE).read_text("utf-8")
    published: dict[str, Any] = json.loads(text)
    return published


def of_proportions(case: dict[str, Any]) -> Trend:
    return proportion_trend(np.array([case["x"]]), np.array([case["n"]]))


def test_every_published_trend_of_a_proportion_is_met(
    vectors: dict[str, Any], compare: Compare
) -> None:
    cases = vectors["proportion"]
    found = [of_proportions(case).marker[0] for case in cases]
    tally = compare(FILE, "trends of proportions")
    tally.same(found, [MARKERS[case["expect"]] for case in cases])
    tally.cases = len(cases)
    assert tally.cases == 6


def test_chi_squared_is_that_of_the_published_formula(vectors: dict[str, Any]) -> None:
    for case in vectors["proportion"]:
        x, n = np.array(case["x"][-5:], float), np.array(case["n"][-5:], float)
        t = np.arange(1, 6)
        top = n.sum() * (n.sum() * (x @ t) - x.sum() * (n @ t)) ** 2
        bottom = x.sum() * (n.sum() - x.sum()) * (n.sum() * (n @ t**2) - (n @ t) ** 2)
        assert of_proportions(case).chi_squared[0] == pytest.approx(top / bottom, rel=1e-9)


def test_a_published_indicator_is_increasing(vectors: dict[str, Any], compare: Compare) -> None:
    case = vectors["real"]["diabetes QOF 241 England 2020-2024"]
    trend = value_trend(*(np.array([case[name]]) for name in ("value", "lo", "hi")))
    assert case["expect"].startswith("increasing")
    tally = compare(FILE, "the trend of a published indicator", cases=1)
    tally.same(trend.marker.tolist(), [TrendMarker.INCREASING])
