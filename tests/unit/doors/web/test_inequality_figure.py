"""The gap between the worst and the best off, in words that a line bears out."""

from dataclasses import replace
from datetime import date

import pytest

from hereabouts.doors.web.inequality_figure import (
    NOT_COMPUTED,
    InequalityFigure,
    inequality_figure,
)
from hereabouts.model.indicator import Polarity
from hereabouts.release.answers import Inequality, Observation
from hereabouts.release.manifest_model import ReleasedGroup
from tests.unit.doors.web.charts.reading import classed, places
from tests.unit.doors.web.observed import indicator, seen

DEPRIVATION = ReleasedGroup(name="deprivation", title="Deprivation fifth", worst_first=True)
#: A line from 40 to 20 through five groups of one size: a slope of 20 and a ratio of 2.
GAP = Inequality(
    period_start=date(2020, 1, 1),
    period_end=date(2020, 2, 1),
    slope=20.0,
    slope_lower=15.0,
    slope_upper=25.0,
    ratio=2.0,
    ratio_lower=1.7,
    ratio_upper=2.4,
)
LOWER = indicator(better=Polarity.LOWER)


def groups(*values: float | None, size: float | None = 100.0) -> tuple[Observation, ...]:
    return tuple(
        seen(value, area_type="deprivation", area_code=str(n), denominator=size)
        for n, value in enumerate(values, start=1)
    )


FIVE = groups(38.0, 34.0, 30.0, 26.0, 22.0)


def figure(
    some: tuple[Observation, ...] = FIVE,
    gap: Inequality | None = GAP,
    *,
    better: Polarity = Polarity.LOWER,
    group: ReleasedGroup = DEPRIVATION,
) -> InequalityFigure:
    found = inequality_figure(
        some, gap, indicator=replace(LOWER, better=better), group=group, period="2020"
    )
    assert found is not None
    return found


def test_it_says_what_was_seen_at_either_end_and_how_many_times_it_is() -> None:
    first, second, *_ = figure().sentences
    assert first == (
        "By deprivation fifth: in the worst-off fifth 38.0%, in the best-off fifth 22.0%."
    )
    assert second == "In the worst-off fifth it is 1.7 times that in the best-off fifth."


def test_both_indices_are_said_with_their_limits_and_what_they_are_of() -> None:
    slope, ratio, sure = figure().sentences[2:]
    assert slope == (
        "Slope index of inequality: 20.0 percentage points (95% confidence interval 15.0 to 25.0), "
        "from one end of the line to the other. The worst off fare worse along it."
    )
    assert ratio == (
        "Relative index of inequality: 2.00 (95% confidence interval 1.70 to 2.40): the worst-off "
        "end of the line is so many times its best-off end."
    )
    assert sure == "The limits do not hold zero: the gap is more than chance explains."


def test_where_more_is_better_the_best_off_are_the_many_times() -> None:
    rising = groups(22.0, 26.0, 30.0, 34.0, 38.0)
    found = figure(rising, better=Polarity.HIGHER)
    assert "In the best-off fifth it is 1.7 times that in the worst-off fifth." in found.sentences
    assert "the best-off end of the line is so many times its worst-off end" in " ".join(
        found.sentences
    )


@pytest.mark.parametrize(
    ("some", "better"),
    [
        (FIVE, Polarity.LOWER),  # the released slope is turned round where less is better
        (groups(22.0, 26.0, 30.0, 34.0, 38.0), Polarity.HIGHER),
        (groups(22.0, 26.0, 30.0, 34.0, 38.0), Polarity.NEITHER),
    ],
)
def test_the_line_runs_through_the_tops_of_groups_that_lie_on_one(
    some: tuple[Observation, ...], better: Polarity
) -> None:
    found = figure(some, better=better)
    (line,) = classed(found.drawing, "hb-groups__line")
    (x1, y1), (x2, y2) = places(line)
    for bar in classed(found.drawing, "hb-bar__fill"):
        middle = float(bar.get("x", "")) + float(bar.get("width", "")) / 2
        at = y1 + (y2 - y1) * (middle - x1) / (x2 - x1)
        assert at == pytest.approx(float(bar.get("y", "")), abs=0.3)


def test_groups_numbered_from_the_best_off_are_turned_round() -> None:
    turned = replace(DEPRIVATION, worst_first=False)
    found = figure(groups(22.0, 26.0, 30.0, 34.0, 38.0), group=turned)
    assert [row.label for row in found.rows] == ["5, worst off", "4", "3", "2", "1, best off"]
    assert "in the worst-off fifth 38.0%, in the best-off fifth 22.0%" in found.sentences[0]


@pytest.mark.parametrize("lower", [-1.0, 0.0])
def test_a_gap_that_chance_may_explain_is_not_called_a_gap(lower: float) -> None:
    found = figure(gap=replace(GAP, slope_lower=lower))
    assert found.sentences[-1] == "The limits hold zero, so chance alone may explain the gap."


def test_without_indices_it_says_so_and_draws_no_line() -> None:
    for gap in (None, replace(GAP, slope=None)):
        found = figure(groups(38.0, None, 30.0, 26.0, 22.0), gap)
        assert found.sentences[-1] == NOT_COMPUTED
        assert classed(found.drawing, "hb-groups__line") == []


def test_a_relative_index_that_could_not_be_computed_is_left_out() -> None:
    assert "Relative" not in " ".join(figure(gap=replace(GAP, ratio=None)).sentences)


def test_a_hidden_group_keeps_its_row_and_says_why() -> None:
    found = figure(groups(38.0, None, 30.0, 26.0, 22.0), None)
    assert found.rows[1].said.is_marker
    assert len(classed(found.drawing, "hb-bar__fill")) == 4


def test_how_many_are_in_a_group_is_shown_only_where_all_are_known() -> None:
    assert figure().sized
    assert not figure(groups(38.0, 30.0, 22.0, size=None)).sized


def test_one_group_is_no_gap() -> None:
    assert (
        inequality_figure(
            groups(38.0, None), None, indicator=LOWER, group=DEPRIVATION, period="2020"
        )
        is None
    )
