"""A funnel of areas: what is outside, what chance would do, and when the limits are widened."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.doors.web.funnel_figure import FunnelFigure, funnel_figure, kind_of_level
from hereabouts.doors.web.funnel_points import funnel_areas
from hereabouts.doors.web.links import Links
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from tests.unit.doors.web.charts.reading import classed
from tests.unit.doors.web.observed import area, indicator, seen

LINKS = Links(number=1, versioned=False)
#: Twelve areas of which none differs by more than chance; one far away is added by tests.
ALIKE = tuple(area(f"E{i:02d}", 500.0 + 10 * (i % 3 - 1), 1_000.0 + i) for i in range(12))
FAR = area("E99", 700.0, 1_000.0)
LOW = area("E98", 400.0, 1_000.0)


def figure(
    *areas: Observation,
    of: ReleasedIndicator | None = None,
    benchmark: tuple[str, float] | None = ("England", 50.0),
) -> FunnelFigure:
    found = funnel_figure(
        areas, indicator=of or indicator(), benchmark=benchmark, links=LINKS, period="2025"
    )
    assert found is not None
    return found


def said(found: FunnelFigure) -> str:
    return " ".join(found.sentences)


def test_areas_that_differ_by_chance_alone_are_inside_and_the_funnel_is_not_widened() -> None:
    found = figure(*ALIKE)
    assert found.rows == ()
    assert "Of 12 areas, 0 lie outside its 95% limits, 0 of them outside its 99.8%" in said(found)
    assert "widened" not in said(found)


def test_areas_outside_are_listed_with_the_side_they_lie_on_furthest_first() -> None:
    found = figure(*ALIKE, LOW, FAR)
    assert [(row.name, row.side) for row in found.rows] == [
        ("Area E99", "Above the 99.8% limit"),
        ("Area E98", "Below the 99.8% limit"),
    ]
    assert found.rows[0].href == "/area/district/E99"
    assert len(classed(found.drawing, "hb-mark--better")) == 1
    assert len(classed(found.drawing, "hb-mark--worse")) == 1


def test_more_than_chance_between_areas_widens_the_funnel_and_says_so() -> None:
    spread = tuple(area(f"E{i:02d}", 300.0 + 35 * i, 1_000.0) for i in range(12))
    found = figure(*spread)
    assert "times what chance alone gives (phi; tau squared is " in said(found)
    assert "so the limits are widened" in said(found)
    assert len(found.rows) < 4  # an exact funnel would hold but three of the twelve


def test_the_benchmark_is_named_and_without_one_it_is_of_all_areas_together() -> None:
    assert said(figure(*ALIKE)).startswith("The funnel is about England, 50.0%.")
    alone = figure(*ALIKE, benchmark=None)
    assert said(alone).startswith("The funnel is about all areas together, 49.7%.")


def test_hidden_areas_have_no_place_and_one_without_a_size_is_counted() -> None:
    hidden, sizeless = seen(None, area_code="E97"), seen(50.0, area_code="E96")
    found = figure(*ALIKE, hidden, sizeless)
    assert "1 area has a value but no size that is shown" in said(found)
    assert len(classed(found.drawing, "hb-mark")) == 12


def test_one_area_is_no_funnel_and_nor_is_a_benchmark_of_nothing() -> None:
    where: dict[str, Any] = {"indicator": indicator(), "links": LINKS, "period": "2025"}
    assert funnel_figure(ALIKE[:1], benchmark=None, **where) is None
    assert funnel_figure(ALIKE, benchmark=("England", 0.0), **where) is None


@pytest.mark.parametrize(
    ("level", "better", "kind"),
    [
        (1, Polarity.HIGHER, "better"),
        (-2, Polarity.HIGHER, "worse"),
        (2, Polarity.LOWER, "worse"),
        (-1, Polarity.NEITHER, "neither"),
        (0, Polarity.HIGHER, "ordinary"),
    ],
)
def test_a_point_is_judged_by_which_way_is_better(
    level: float, better: Polarity, kind: str
) -> None:
    assert kind_of_level(level, better) == kind


def rates(counts: Sequence[float], sizes: Sequence[float]) -> tuple[Observation, ...]:
    return tuple(
        area(f"E{i:02d}", count, size)
        for i, (count, size) in enumerate(zip(counts, sizes, strict=True))
    )


RATE = indicator(method=Method.CRUDE_RATE, better=Polarity.LOWER)


def test_counts_are_judged_by_exact_poisson_limits() -> None:
    """Ten events are no surprise where 4.80 to 18.39 are expected: Garwood (1936)."""
    for expected, level in ((4.79, 1), (4.80, 0), (18.38, 0), (18.40, -1)):
        found = funnel_areas(rates([10.0], [expected]), indicator=RATE, benchmark=100.0)
        assert found is not None
        assert found.levels(widened=False)[0] == level


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.integers(301, 100_000)), min_size=2, max_size=20
    ).filter(lambda found: sum(count for count, _size in found) > 0),
    st.sampled_from([Method.PROPORTION, Method.CRUDE_RATE]),
    st.booleans(),
)
def test_a_point_is_outside_when_and_only_when_it_is_drawn_beyond_a_line(
    found: list[tuple[int, int]], method: Method, widened: bool
) -> None:
    areas = rates([float(c) for c, _ in found], [float(s) for _, s in found])
    funnel = funnel_areas(areas, indicator=indicator(method=method), benchmark=None)
    assert funnel is not None
    levels = funnel.levels(widened=widened)
    for at, size in enumerate(funnel.size):
        for confidence, least in ((0.95, 1), (0.998, 2)):
            sizes, (low, high) = funnel.line(confidence, upto=float(size), widened=widened)
            assert sizes[-1] == pytest.approx(size)
            share = funnel.count[at] / size
            near = 0.01 * (high[-1] - low[-1]) + 1e-12  # lines are drawn through steps
            if share > high[-1] + near:
                assert levels[at] >= least
            elif share < low[-1] - near:
                assert levels[at] <= -least
            elif low[-1] + near < share < high[-1] - near:
                assert abs(levels[at]) < least


def test_a_standardised_rate_is_as_large_as_the_population_that_would_give_it() -> None:
    one = seen(50.0, numerator=20.0, denominator=900.0)
    of = indicator(method=Method.DSR, multiplier=100_000.0)
    found = funnel_areas([one, one], indicator=of, benchmark=None)
    assert found is not None
    np.testing.assert_allclose(found.size, 20.0 * 100_000 / 50.0)
    assert found.share == pytest.approx(50.0 / 100_000)


def test_a_share_of_more_than_all_has_no_place() -> None:
    over = area("E95", 12.0, 10.0)
    found = funnel_areas([*ALIKE, over], indicator=indicator(), benchmark=None)
    assert found is not None
    assert found.left_out == 1
    assert len(found.areas) == 12
