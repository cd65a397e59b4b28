"""A scatter: two values of each area, the line through them, and names where areas stand out."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import (
    Box,
    label,
    picture,
    rounded_up,
    tick,
    value_lines,
)
from hereabouts.doors.web.charts.scale import Scale, decimals_of, ticks
from hereabouts.doors.web.charts.shapes import mark
from hereabouts.doors.web.charts.svg import element, path
from hereabouts.doors.web.words import number

BOX = Box(width=720.0, height=440.0, left=64.0, right=24.0, top=34.0, bottom=56.0)
MOST_LETTERS = 26
LINE_OF_TEXT = 15.0
LETTER = 7.0  # about as wide as one is


@dataclass(frozen=True, slots=True, kw_only=True)
class ScatterPoint:
    """One area. `kind` and `shape` are as `shapes.mark` has them; only some are named."""

    x: float
    y: float
    kind: str
    shape: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scatter:
    """Points, the titles of both axes, and the line as intercept and slope."""

    name: str  # unique on its page
    title: str
    description: str
    x_title: str
    y_title: str
    points: tuple[ScatterPoint, ...]
    line: tuple[float, float] | None


def draw_scatter(scatter: Scatter) -> Markup:
    """The picture; its table twin is the page's."""
    values = [point.x for point in scatter.points]
    marks = ticks(min(0.0, *values) if _near_zero(values) else min(values), max(values))
    across = BOX.across(marks[0], marks[-1])
    ups = [point.y for point in scatter.points]
    up = rounded_up(BOX, ups, from_zero=_near_zero(ups))
    drawn = (
        *value_lines(BOX, up),
        *_foot(marks, across),
        *_titles(scatter),
        *_line(scatter, across, up),
        *_marks(scatter, across, up),
        *_names(scatter, across, up),
    )
    return picture(
        BOX, *drawn, name=scatter.name, title=scatter.title, description=scatter.description
    )


def _near_zero(values: list[float]) -> bool:
    """Whether a scale from zero would waste less than half of itself."""
    return 0 <= min(values) <= max(values) / 2


def _foot(marks: tuple[float, ...], across: Scale) -> Iterator[Markup]:
    for at in marks:
        x, y = across.at(at), BOX.height - BOX.bottom + 22
        yield tick(number(at, decimals=decimals_of(marks)), x=x, y=y)


def _titles(scatter: Scatter) -> Iterator[Markup]:
    yield element("text", f"↑ {scatter.y_title}", class_="hb-chart__axis-title", x=8.0, y=18.0)
    yield element(
        "text", f"{scatter.x_title} →", class_="hb-chart__axis-title",
        x=BOX.width - BOX.right, y=BOX.height - 10, text_anchor="end",
    )  # fmt: skip


def _line(scatter: Scatter, across: Scale, up: Scale) -> Iterator[Markup]:
    """The part of the line that lies within the picture."""
    if scatter.line is None:
        return
    intercept, slope = scatter.line
    ends = [across.low, across.high]
    if slope:
        ends += [(edge - intercept) / slope for edge in (up.low, up.high)]
    inside = sorted(
        x
        for x in ends
        if across.low <= x <= across.high
        and up.low - 1e-9 <= intercept + slope * x <= up.high + 1e-9
    )
    if len(inside) > 1:
        start, end = inside[0], inside[-1]
        drawn = path(
            ("M", across.at(start), up.at(intercept + slope * start)),
            ("L", across.at(end), up.at(intercept + slope * end)),
        )
        yield element("path", class_="hb-funnel__benchmark", d=drawn)


def _marks(scatter: Scatter, across: Scale, up: Scale) -> Iterator[Markup]:
    """Ordinary areas first, so that those that stand out lie on top."""
    for point in sorted(scatter.points, key=lambda one: one.kind != "ordinary"):
        yield mark(point.shape, x=across.at(point.x), y=up.at(point.y), kind=point.kind)


def _names(scatter: Scatter, across: Scale, up: Scale) -> Iterator[Markup]:
    """Beside the point, on the side with room; a name that would cover another is left out."""
    taken: list[tuple[float, float, float]] = []  # left, right, foot
    for point in scatter.points:
        if point.name is None:
            continue
        short = point.name if len(point.name) <= MOST_LETTERS else f"{point.name[:25]}…"
        x, y, width = across.at(point.x), up.at(point.y) + 5, LETTER * len(short)
        left = x > BOX.width / 2
        start = x - 10 - width if left else x + 10
        if any(start < b and a < start + width and abs(y - c) < LINE_OF_TEXT for a, b, c in taken):
            continue
        taken.append((start, start + width, y))
        yield label(short, x=x - 10 if left else x + 10, y=y, anchor="end" if left else "start")
