"""A chart chooses itself by what is known of an indicator, and says why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.indicators.chart_choice import (
    Chart,
    ChartChoice,
    Facts,
    chart_of_areas,
    chart_over_time,
)
from hereabouts.model.indicator import Method

FUNNELS = (
    *(Method.PROPORTION, Method.CRUDE_RATE, Method.DSR),
    *(Method.INDIRECT_RATIO, Method.INDIRECT_RATE),
)


def facts(**chosen: Any) -> Facts:
    usual: dict[str, Any] = {
        "method": Method.PROPORTION,
        "areas": 42,
        "periods": 24,
        "spc": True,
        "limits": True,
        "sizes": True,
    }
    return Facts(**usual | chosen)


#: An indicator of every kind.
ANY = st.builds(
    Facts,
    method=st.sampled_from(Method),
    areas=st.integers(0, 40_000),
    periods=st.integers(0, 60),
    spc=st.booleans(),
    limits=st.booleans(),
    sizes=st.booleans(),
)


@pytest.mark.parametrize(
    ("spc", "periods", "chart"),
    [
        (True, 12, Chart.CONTROL),
        (True, 11, Chart.LINE),
        (False, 60, Chart.LINE),
        (False, 2, Chart.LINE),
        (True, 1, Chart.STRIP),
        (False, 0, Chart.STRIP),
    ],
)
def test_time_is_a_control_chart_then_a_line_then_a_place_among_others(
    spc: bool, periods: int, chart: Chart
) -> None:
    assert chart_over_time(facts(spc=spc, periods=periods)).chart is chart


def test_too_few_values_for_the_control_chart_asked_for_are_said() -> None:
    assert chart_over_time(facts(periods=7)).reason == (
        "Chosen because 7 values follow one another in time, with how sure each is; a control "
        "chart needs 12 values."
    )
    assert "control" not in chart_over_time(facts(periods=7, spc=False)).reason


@pytest.mark.parametrize("method", Method)
def test_a_funnel_is_for_proportions_rates_and_ratios(method: Method) -> None:
    chosen = chart_of_areas(facts(method=method))
    assert (chosen.chart is Chart.FUNNEL) is (method in FUNNELS)


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({"method": Method.MEAN}, "a funnel is for proportions, rates and ratios"),
        ({"sizes": False}, "a funnel needs numbers and sizes that are shown"),
        ({"areas": 9}, "a funnel needs 10 areas or more with a value"),
        ({"areas": 1_001}, "in a funnel more than 1,000 areas cannot be told apart"),
    ],
)
def test_what_stands_in_the_way_of_a_funnel_is_said(chosen: dict[str, Any], why: str) -> None:
    found = chart_of_areas(facts(**chosen))
    assert found.chart is Chart.RANKED
    assert found.reason.endswith(f"{why}.")
    assert found.alternatives == ()


def test_limits_are_promised_only_where_there_are_any() -> None:
    few = {"areas": 3}
    assert "confidence limits" in chart_of_areas(facts(**few)).reason
    assert "confidence limits" not in chart_of_areas(facts(**few, limits=False)).reason
    assert "how sure" not in chart_over_time(facts(spc=False, limits=False)).reason


def test_a_reader_picks_only_what_can_be_drawn() -> None:
    both, one = chart_of_areas(facts()), chart_of_areas(facts(areas=3))
    assert both.picked("ranked") is Chart.RANKED
    assert both.picked(None) is Chart.FUNNEL
    assert one.picked("funnel") is Chart.RANKED


@given(ANY)
def test_every_indicator_has_one_chart_of_each_kind_and_one_sentence_of_why(some: Facts) -> None:
    over_time, of_areas = chart_over_time(some), chart_of_areas(some)
    assert over_time.chart in (Chart.CONTROL, Chart.LINE, Chart.STRIP)
    assert of_areas.chart in (Chart.FUNNEL, Chart.RANKED)
    for choice in (over_time, of_areas):
        is_one_sentence(choice)
        assert choice.chart not in choice.alternatives


def is_one_sentence(choice: ChartChoice) -> None:
    assert choice.reason.startswith("Chosen because ")
    assert choice.reason.endswith(".")
    assert choice.reason.count(". ") == 0
