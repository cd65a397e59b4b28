"""The chart of many areas in one period: a funnel where it can be drawn, else the ranked bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from hereabouts.doors.web.chart_reasons import reason_words
from hereabouts.doors.web.comparator import Comparator
from hereabouts.doors.web.funnel_figure import FunnelFigure, funnel_figure
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.visit import Visit
from hereabouts.indicators.chart_choice import Chart, Facts, chart_of_areas
from hereabouts.release.answers import Observation

NAMED = {Chart.FUNNEL: N_("a funnel plot"), Chart.RANKED: N_("ranked bars alone")}


@dataclass(frozen=True, slots=True, kw_only=True)
class AreasChart:
    """The funnel, or None for the bars of the ranking, why, and what else can be shown."""

    funnel: FunnelFigure | None
    reason: str
    others: tuple[tuple[str, str], ...]


def areas_chart(
    visit: Visit,
    state: IndicatorState,
    *,
    areas: Sequence[Observation],
    comparator: Comparator | None,
) -> AreasChart:
    """Choose the chart of the areas of `state`, or take the one its address asks for."""
    choice = chart_of_areas(_facts(state, areas))
    picked = choice.picked(state.chart)
    funnel = _funnel(visit, state, areas, comparator) if picked is Chart.FUNNEL else None
    others = [chart for chart in (choice.chart, *choice.alternatives) if chart is not picked]
    return AreasChart(
        funnel=funnel,
        reason=reason_words(choice)
        if picked is choice.chart
        else gettext("Shown because you picked it."),
        others=tuple(
            (
                translated(NAMED[chart]),
                state.address(visit, chart=None if chart is choice.chart else chart.value),
            )
            for chart in others
        ),
    )


def _funnel(
    visit: Visit,
    state: IndicatorState,
    areas: Sequence[Observation],
    comparator: Comparator | None,
) -> FunnelFigure | None:
    """About the indicator's benchmark; without one, about all the areas together."""
    about = None
    if state.indicator.compare_to and comparator and comparator.observation.value is not None:
        about = (comparator.title, comparator.observation.value)
    return funnel_figure(
        areas,
        indicator=state.indicator,
        benchmark=about,
        links=visit.links,
        period=state.period.label,
    )


def _facts(state: IndicatorState, areas: Sequence[Observation]) -> Facts:
    valued = [one for one in areas if one.value is not None]
    return Facts(
        method=state.indicator.method,
        areas=len(valued),
        periods=1,
        spc=state.indicator.spc is not None,
        limits=any(one.lower is not None for one in valued),
        sizes=any(one.numerator is not None and one.denominator is not None for one in valued),
    )
