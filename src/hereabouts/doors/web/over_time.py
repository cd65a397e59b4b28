"""One area over time: the chart that suits each indicator, why, and what else can be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hereabouts.doors.web.chart_reasons import reason_words
from hereabouts.doors.web.control_figure import (
    ControlFigure,
    Process,
    control_figure,
    process_of,
)
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.recent_trend import RecentTrend, has_trends, recent_trends
from hereabouts.doors.web.taking import Taking, taking_of_area
from hereabouts.doors.web.trend_figure import TrendFigure, trend_figure
from hereabouts.doors.web.visit import Visit
from hereabouts.indicators.chart_choice import Chart, Facts, chart_over_time
from hereabouts.model.indicator import Method
from hereabouts.release.answers import Area, Observation
from hereabouts.release.manifest_model import ReleasedIndicator

Series = tuple[Observation, ...]

CHARTS = (Chart.CONTROL, Chart.LINE)
NAMED = {Chart.CONTROL: N_("a control chart"), Chart.LINE: N_("a line")}
FEWEST = 2  # periods that make a series


@dataclass(frozen=True, slots=True, kw_only=True)
class OverTime:
    """One indicator of one area; `others` are what else can be shown, in words and where."""

    control: ControlFigure | None  # one of the two is there
    line: TrendFigure | None
    reason: str
    others: tuple[tuple[str, str], ...]
    taking: Taking


def all_series(
    visit: Visit, area: Area, *, observed: Sequence[ReleasedIndicator]
) -> Mapping[str, Series]:
    """The area's observations of every indicator with several periods, by its id."""
    return {
        indicator.id: visit.reader.trend(indicator.id, area_type=area.area_type, code=area.code)
        for indicator in observed
        if len(indicator.periods) >= FEWEST
    }


def trend_of(series: Series, *, indicator: ReleasedIndicator) -> RecentTrend | None:
    """The recent trend of one series, or None where the indicator's cannot be tested."""
    if not series or not has_trends(indicator):
        return None
    return recent_trends([series], indicator=indicator)[0]


def over_time(
    visit: Visit,
    area: Area,
    *,
    series: Mapping[str, Series],
    beside: Area | None,
    wanted: str | None,
) -> list[OverTime]:
    """A chart for every indicator with a series.

    Args:
        visit: whose release and address it is.
        area: whose series they are.
        series: from `all_series`.
        beside: a larger area to draw with lines, but not with counts, which dwarf one another.
        wanted: the chart the reader picked, or None.
    """
    found = []
    for number, indicator in enumerate(visit.manifest.observed):
        if indicator.id in series:
            lines = [series[indicator.id]]
            if beside and indicator.method is not Method.COUNT:
                where = {"area_type": beside.area_type, "code": beside.code}
                lines.append(visit.reader.trend(indicator.id, **where))
            one = _chosen(visit, area, indicator, lines, f"trend-{number}", wanted)
            found += [one] if one else []
    return found


def _chosen(
    visit: Visit,
    area: Area,
    indicator: ReleasedIndicator,
    lines: list[Series],
    name: str,
    wanted: str | None,
) -> OverTime | None:
    process = process_of(lines[0], indicator=indicator)
    choice = chart_over_time(_facts(indicator, lines[0]))
    picked = choice.picked(wanted)
    control = _control(process, name) if picked is Chart.CONTROL else None
    line = trend_figure(lines, indicator=indicator, name=name) if control is None else None
    if control is None and line is None:
        return None
    others = [chart for chart in (choice.chart, *choice.alternatives) if chart is not picked]
    address = visit.links.area(area.area_type, code=area.code)
    return OverTime(
        control=control,
        line=line,
        reason=reason_words(choice)
        if picked is choice.chart
        else gettext("Shown because you picked it."),
        others=tuple(
            (translated(NAMED[chart]), f"{address}?chart={chart.value}") for chart in others
        ),
        taking=taking_of_area(visit.links, area, indicator=indicator, chart=wanted or None),
    )


def _control(process: Process | None, name: str) -> ControlFigure | None:
    return control_figure(process, name=name) if process else None


def _facts(indicator: ReleasedIndicator, series: Series) -> Facts:
    return Facts(
        method=indicator.method,
        areas=1,
        periods=sum(one.value is not None for one in series),
        spc=indicator.spc is not None,
        limits=any(one.lower is not None for one in series),
        sizes=any(one.denominator is not None for one in series),
    )
