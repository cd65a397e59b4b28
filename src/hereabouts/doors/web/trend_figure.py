"""An indicator over time, as a chart and the table that says the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.line import draw_lines
from hereabouts.doors.web.charts.spec import LineChart, Point, Series
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.words import Said
from hereabouts.model.indicator import Method
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator

FEWEST = 2  # periods that make a trend
ALMOST_ALL = 0.5  # a scale that begins at zero wastes no more than this share


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One period of the table twin: a value for each line, in the chart's order."""

    label: str
    said: tuple[Said, ...]
    intervals: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendFigure:
    """The chart and its twin."""

    title: str
    drawing: Markup
    headings: tuple[str, ...]
    rows: tuple[TrendRow, ...]


def trend_figure(
    lines: Iterable[tuple[Observation, ...]], *, indicator: ReleasedIndicator, name: str
) -> TrendFigure | None:
    """One line for each area's observations, or None when there are too few to draw."""
    labels = {period.start: period.label for period in indicator.periods}
    shown = [line for line in lines if sum(one.value is not None for one in line) >= FEWEST]
    if not shown:
        return None
    headings = tuple(line[0].area_name for line in shown)
    title = gettext("%(short_title)s over time", short_title=indicator.short_title)
    chart = LineChart(
        name=name,
        title=title,
        description=_description(shown, indicator, labels),
        unit="percent" if indicator.unit in ("percent", "%") else indicator.unit,
        decimals=indicator.decimals,
        series=tuple(_series(line, labels) for line in shown),
        from_zero=indicator.method is Method.COUNT or _near_zero(shown),
    )
    by_start = [{one.period_start: one for one in line} for line in shown]
    rows = [
        _row(start, [line.get(start) for line in by_start], indicator, labels)
        for start in sorted(set().union(*by_start))
    ]
    return TrendFigure(title=title, drawing=draw_lines(chart), headings=headings, rows=tuple(rows))


def _series(line: tuple[Observation, ...], labels: dict[date, str]) -> Series:
    points = tuple(
        Point(
            at=one.period_start,
            label=labels.get(one.period_start, str(one.period_start.year)),
            value=one.value,
            lower=one.lower,
            upper=one.upper,
            why=one.marker.words if one.marker else None,
        )
        for one in line
    )
    return Series(label=line[0].area_name, points=points)


def _row(
    start: date,
    seen: list[Observation | None],
    indicator: ReleasedIndicator,
    labels: dict[date, str],
) -> TrendRow:
    return TrendRow(
        label=labels.get(start, words.long_date(start)),
        said=tuple(words.say_value(one, indicator=indicator) for one in seen),
        intervals=tuple(
            words.interval(one, decimals=indicator.decimals) if one else None for one in seen
        ),
    )


def _description(
    lines: list[tuple[Observation, ...]], indicator: ReleasedIndicator, labels: dict[date, str]
) -> str:
    parts = []
    for line in lines:
        shown = [one for one in line if one.value is not None]
        ends = [words.say_value(one, indicator=indicator).whole for one in (shown[0], shown[-1])]
        first, last = (labels.get(one.period_start, "") for one in (shown[0], shown[-1]))
        parts.append(
            gettext(
                "%(area_name)s: from %(ends)s (%(first)s) to %(ends2)s (%(last)s).",
                area_name=line[0].area_name,
                ends=ends[0],
                first=first,
                ends2=ends[1],
                last=last,
            )
        )
    return " ".join(parts)


def _near_zero(lines: list[tuple[Observation, ...]]) -> bool:
    values = [one.value for line in lines for one in line if one.value is not None]
    return 0 <= min(values) <= ALMOST_ALL * max(values)
