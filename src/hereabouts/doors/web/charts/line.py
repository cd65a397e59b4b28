"""Lines over time, with their intervals."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise

from markupsafe import Markup

from hereabouts.doors.web.charts.dates import shown_dates
from hereabouts.doors.web.charts.scale import Scale, decimals_of, ticks, ticks_within
from hereabouts.doors.web.charts.spec import LineChart, Point, Series
from hereabouts.doors.web.charts.svg import element, path
from hereabouts.doors.web.words import number

WIDTH, HEIGHT = 720.0, 340.0
LEFT, RIGHT, TOP, BOTTOM = 64.0, 150.0, 16.0, 44.0
LABEL_HEIGHT = 20.0


def draw_lines(chart: LineChart) -> Markup:
    """The chart as one image with a title and a description; its table twin is the page's."""
    across, up = _scales(chart)
    quiet = [_line(series, across, up) for series in chart.series if not series.emphasised]
    loud = [_line(series, across, up) for series in chart.series if series.emphasised]
    drawing = element(
        "g", *_grid(chart, up), *_dates(chart, across), *quiet, *loud, *_ends(chart, across, up),
        aria_hidden="true",
    )  # fmt: skip
    title, description = f"{chart.name}-title", f"{chart.name}-description"
    return element(
        "svg",
        element("title", chart.title, id=title),
        element("desc", chart.description, id=description),
        drawing,
        class_="hb-chart",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        role="img",
        aria_labelledby=f"{title} {description}",
    )


def _scales(chart: LineChart) -> tuple[Scale, Scale]:
    points = [point for series in chart.series for point in series.points]
    days = [_day(point.at) for point in points]
    ends = (end for p in points for end in (p.value, p.lower, p.upper) if end is not None)
    values = list(ends) or [0.0]
    marks = ticks(min(0.0, *values) if chart.from_zero else min(values), max(values))
    return (
        Scale(min(days), max(days), LEFT, WIDTH - RIGHT),
        Scale(marks[0], marks[-1], HEIGHT - BOTTOM, TOP),
    )


def _grid(chart: LineChart, up: Scale) -> Iterator[Markup]:
    marks = ticks_within(up.low, up.high)
    decimals = decimals_of(marks)
    for mark in marks:
        y = up.at(mark)
        yield element("path", class_="hb-chart__grid", d=f"M{LEFT:g} {y:.1f}H{WIDTH - RIGHT:g}")
        text = number(mark, decimals=decimals)
        text = f"{text}%" if chart.unit == "percent" else text
        yield element("text", text, class_="hb-chart__tick", x=LEFT - 8, y=y + 5, text_anchor="end")


def _dates(chart: LineChart, across: Scale) -> Iterator[Markup]:
    found = {point.at: point.label for series in chart.series for point in series.points}
    labels = sorted(found.items())
    shown = shown_dates([label for _at, label in labels], width=across.end - across.start)
    for at, label in (labels[place] for place in shown):
        yield element(
            "text",
            label,
            class_="hb-chart__tick",
            x=across.at(_day(at)),
            y=HEIGHT - BOTTOM + 22,
            text_anchor="middle",
        )


def _line(series: Series, across: Scale, up: Scale) -> Markup:
    """The line, broken where values are missing, with a band for its interval."""
    parts: list[Markup] = []
    for run in _runs(series.points):
        places = [(across.at(_day(point.at)), up.at(value)) for point, value in run]
        if series.emphasised:
            parts.extend(_band([point for point, _value in run], across, up))
        commands = [("M" if i == 0 else "L", x, y) for i, (x, y) in enumerate(places)]
        parts.append(element("path", class_="hb-chart__line", d=path(*commands)))
        if series.emphasised:
            parts.extend(
                element("circle", class_="hb-chart__point", cx=x, cy=y, r=4.0) for x, y in places
            )
    kind = "hb-chart__series" if series.emphasised else "hb-chart__series hb-chart__series--quiet"
    return element("g", *parts, class_=kind)


def _runs(points: tuple[Point, ...]) -> Iterator[list[tuple[Point, float]]]:
    for missing, run in groupby(points, key=lambda point: point.value is None):
        if not missing:
            yield [(point, point.value) for point in run if point.value is not None]


def _band(points: list[Point], across: Scale, up: Scale) -> Iterator[Markup]:
    for one, other in pairwise(points):
        ends = (one.lower, one.upper, other.upper, other.lower)
        if any(end is None for end in ends):
            continue
        left, right = across.at(_day(one.at)), across.at(_day(other.at))
        places = zip("MLLL", (left, left, right, right), ends, strict=True)
        line = path(*((letter, x, up.at(end)) for letter, x, end in places if end is not None))
        yield element("path", class_="hb-chart__band", d=f"{line}Z")


def _ends(chart: LineChart, across: Scale, up: Scale) -> Iterator[Markup]:
    """Names at the ends of the lines, moved apart where they would touch."""
    ends = [
        (up.at(value), across.at(_day(point.at)), series.label)
        for series in chart.series
        if series.emphasised
        for point, value in [(p, p.value) for p in series.points if p.value is not None][-1:]
    ]
    last = float("-inf")
    for y, x, label in sorted(ends):
        last = max(y, last + LABEL_HEIGHT)
        short = label if len(label) <= 20 else f"{label[:19]}…"
        yield element("text", short, class_="hb-chart__label", x=x + 10, y=last + 5)


def _day(at: date) -> float:
    return float(at.toordinal())
