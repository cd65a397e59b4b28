"""A control chart: values over time, the mean, and the limits of ordinary ups and downs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from hereabouts.doors.web.charts.dates import shown_dates
from hereabouts.doors.web.charts.frame import (
    Box,
    picture,
    rounded_up,
    side_names,
    tick,
    value_lines,
)
from hereabouts.doors.web.charts.scale import Scale
from hereabouts.doors.web.charts.shapes import mark
from hereabouts.doors.web.charts.svg import element, path
from hereabouts.doors.web.languages import gettext

BOX = Box(width=720.0, height=340.0, left=64.0, right=130.0, top=16.0, bottom=44.0)
HALF = 0.5  # a line reaches half way to its neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlPoint:
    """One period. `kind` and `shape` are as `shapes.mark` has them."""

    label: str
    value: float | None  # None is a gap
    kind: str
    shape: str
    mean: float | None  # of its stretch
    lower: float | None
    upper: float | None
    stretch: int  # lines are drawn anew for each


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlChart:
    """Periods at equal distances, oldest first, and what is drawn with them."""

    name: str  # unique on its page
    title: str
    description: str
    sign: str  # "%" or nothing
    points: tuple[ControlPoint, ...]
    target: float | None


def draw_control(chart: ControlChart) -> Markup:
    """The chart as one image; its table twin is the page's."""
    across = BOX.across(-HALF, len(chart.points) - HALF)
    up = _up(chart)
    drawn = (
        *value_lines(BOX, up, sign=chart.sign),
        *_dates(chart, across),
        *_lines(chart, across, up),
        *_target(chart, up),
        *_series(chart, across, up),
        *_names(chart, up),
    )
    return picture(BOX, *drawn, name=chart.name, title=chart.title, description=chart.description)


def _up(chart: ControlChart) -> Scale:
    ends = [end for p in chart.points for end in (p.value, p.lower, p.upper, p.mean)]
    return rounded_up(
        BOX, (end for end in (*ends, chart.target) if end is not None), from_zero=False
    )


def _dates(chart: ControlChart, across: Scale) -> Iterator[Markup]:
    labels = [point.label for point in chart.points]
    for at in shown_dates(labels, width=across.at(len(labels) - 1) - across.at(0)):
        yield tick(labels[at], x=across.at(at), y=BOX.height - BOX.bottom + 22)


def _lines(chart: ControlChart, across: Scale, up: Scale) -> Iterator[Markup]:
    """The mean and limits of each stretch, and a line where the process was begun anew."""
    numbered = enumerate(chart.points)
    for stretch, found in groupby(numbered, key=lambda one: one[1].stretch):
        run = list(found)
        first, last, point = run[0][0], run[-1][0], run[0][1]
        left, right = across.at(first - HALF), across.at(last + HALF)
        if stretch and first:
            step = path(("M", left, BOX.top), ("L", left, BOX.height - BOX.bottom))
            yield element("path", class_="hb-control__rebase", d=step)
        lines = (("mean", point.mean), ("limit", point.lower), ("limit", point.upper))
        for name, value in lines:
            if value is not None:
                line = path(("M", left, up.at(value)), ("L", right, up.at(value)))
                yield element("path", class_=f"hb-control__{name}", d=line)


def _target(chart: ControlChart, up: Scale) -> Iterator[Markup]:
    if chart.target is not None:
        y = up.at(chart.target)
        line = path(("M", BOX.left, y), ("L", BOX.width - BOX.right, y))
        yield element("path", class_="hb-control__target", d=line)


def _series(chart: ControlChart, across: Scale, up: Scale) -> Iterator[Markup]:
    """The line, broken where a value is missing, under its marks."""
    placed = [
        (None if p.value is None else up.at(p.value), across.at(at), p)
        for at, p in enumerate(chart.points)
    ]
    for missing, found in groupby(placed, key=lambda one: one[0] is None):
        if not missing:
            run = [(x, y) for y, x, _point in found if y is not None]
            line = path(*(("L" if i else "M", x, y) for i, (x, y) in enumerate(run)))
            yield element("path", class_="hb-control__line", d=line)
    for y, x, point in placed:
        if y is not None:
            yield mark(point.shape, x=x, y=y, kind=point.kind)


def _names(chart: ControlChart, up: Scale) -> Iterator[Markup]:
    last = chart.points[-1]
    named = [
        (gettext("Upper limit"), last.upper),
        (gettext("Mean"), last.mean),
        (gettext("Lower limit"), last.lower),
        (gettext("Target"), chart.target),
    ]
    return side_names(BOX, ((up.at(at), name) for name, at in named if at is not None))
