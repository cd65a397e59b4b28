"""A dot and its interval for each of a few areas, on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import Box, picture, tick
from hereabouts.doors.web.charts.scale import Scale, decimals_of, ticks
from hereabouts.doors.web.charts.svg import element, path
from hereabouts.doors.web.words import number

WIDTH, LEFT, VALUES = 720.0, 14.0, 130.0
#: A name stands over its dot, so that there is room for it in the large letters of a phone.
ROW, NAME_DOWN, DOT_DOWN = 58.0, 24.0, 42.0
TOP, BOTTOM = 6.0, 36.0
RADIUS = 8.0
LONGEST_NAME = 40  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One area; without a value it has its name and what is said in its place."""

    name: str
    said: str
    value: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DotChart:
    """Areas in order, and a line across them where they are compared with a value."""

    name: str  # unique on its page
    title: str
    description: str
    sign: str  # after each number of the scale
    dots: tuple[Dot, ...]
    reference: float | None


def draw_dots(chart: DotChart) -> Markup | None:
    """The chart, whose table says the same; None where no area has a value."""
    ends = [e for dot in chart.dots for e in (dot.value, dot.lower, dot.upper) if e is not None]
    if not ends:
        return None
    ends += [] if chart.reference is None else [chart.reference]
    marks = ticks(min(ends), max(ends))
    height = TOP + ROW * len(chart.dots) + BOTTOM
    box = Box(width=WIDTH, height=height, left=LEFT, right=VALUES, top=TOP, bottom=BOTTOM)
    across = box.across(marks[0], marks[-1])
    drawn = (*_lines(chart, marks, across, height), *_reference(chart, across, height))
    drawn += tuple(_dots(chart, across))
    said = {"name": chart.name, "title": chart.title, "description": chart.description}
    return picture(box, *drawn, roomy=True, **said)


def _lines(
    chart: DotChart, marks: tuple[float, ...], across: Scale, height: float
) -> Iterator[Markup]:
    decimals = decimals_of(marks)
    for mark in marks:
        at = across.at(mark)
        line = path(("M", at, TOP), ("L", at, height - BOTTOM))
        yield element("path", class_="hb-chart__grid", d=line)
        yield tick(number(mark, decimals=decimals) + chart.sign, x=at, y=height - BOTTOM + 26)


def _reference(chart: DotChart, across: Scale, height: float) -> Iterator[Markup]:
    if chart.reference is not None:
        at = across.at(chart.reference)
        line = path(("M", at, TOP), ("L", at, height - BOTTOM))
        yield element("path", class_="hb-bar__reference", d=line)


def _dots(chart: DotChart, across: Scale) -> Iterator[Markup]:
    for place, dot in enumerate(chart.dots):
        middle = TOP + ROW * place + DOT_DOWN
        name = dot.name if len(dot.name) <= LONGEST_NAME else f"{dot.name[: LONGEST_NAME - 1]}…"
        yield tick(name, x=0, y=middle - DOT_DOWN + NAME_DOWN, anchor="start")
        yield tick(dot.said, x=WIDTH - VALUES + 12, y=middle + 5, anchor="start")
        if dot.lower is not None and dot.upper is not None:
            line = path(("M", across.at(dot.lower), middle), ("L", across.at(dot.upper), middle))
            yield element("path", class_="hb-bar__interval", d=line)
        if dot.value is not None:
            yield element(
                "circle", class_="hb-strip__marked", cx=across.at(dot.value), cy=middle, r=RADIUS
            )
