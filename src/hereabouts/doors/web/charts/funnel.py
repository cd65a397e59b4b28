"""A funnel plot: each area by size and value, and how far chance takes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import (
    Box,
    picture,
    rounded_up,
    side_names,
    tick,
    value_lines,
)
from hereabouts.doors.web.charts.scale import Scale, decimals_of, ticks, ticks_within
from hereabouts.doors.web.charts.shapes import mark
from hereabouts.doors.web.charts.svg import element, path
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.words import number

BOX = Box(width=720.0, height=380.0, left=64.0, right=130.0, top=16.0, bottom=56.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelPoint:
    """One area. `kind` and `shape` are as `shapes.mark` has them."""

    size: float
    value: float
    kind: str
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelLine:
    """One line of the funnel, by rising size."""

    confidence: str  # 95% | 99.8%
    points: tuple[tuple[float, float], ...]  # size and value


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """Areas and the lines about their benchmark."""

    name: str
    title: str
    description: str
    sign: str  # "%" or nothing
    size_title: str  # what size is
    points: tuple[FunnelPoint, ...]
    lines: tuple[FunnelLine, ...]
    benchmark: float
    benchmark_title: str


def draw_funnel(funnel: Funnel) -> Markup:
    """The plot as one image; its table twin is the page's."""
    across = BOX.across(0.0, ticks(0.0, max(point.size for point in funnel.points))[-1])
    up = _up(funnel)
    drawn = (
        *value_lines(BOX, up, sign=funnel.sign),
        *_sizes(funnel, across),
        *(_line(one, across, up) for one in funnel.lines),
        _benchmark(funnel, up),
        *_marks(funnel, across, up),
        *_names(funnel, up),
    )
    return picture(
        BOX, *drawn, name=funnel.name, title=funnel.title, description=funnel.description
    )


def _up(funnel: Funnel) -> Scale:
    """Every point, and what of the lines lies near them: at the smallest sizes they run away."""
    values = [point.value for point in funnel.points] + [funnel.benchmark]
    room = (max(values) - min(values)) / 2
    low, high = min(values) - room, max(values) + room
    ends = [y for line in funnel.lines for _size, y in line.points if low <= y <= high]
    return rounded_up(BOX, [*values, *ends], from_zero=False)


def _sizes(funnel: Funnel, across: Scale) -> Iterator[Markup]:
    marks = ticks_within(0.0, across.high)
    decimals = decimals_of(marks)
    foot = BOX.height - BOX.bottom
    for size in marks:
        yield tick(number(size, decimals=decimals), x=across.at(size), y=foot + 22)
    middle = (across.start + across.end) / 2
    yield element(
        "text", funnel.size_title, class_="hb-chart__axis-title", x=middle, y=foot + 46,
        text_anchor="middle",
    )  # fmt: skip


def _line(line: FunnelLine, across: Scale, up: Scale) -> Markup:
    """The part of a line that lies within the picture: a line that left it may come back."""
    commands: list[tuple[str, float, float]] = []
    inside = False
    for size, value in line.points:
        shown = up.low <= value <= up.high and size <= across.high
        if shown:
            commands.append(("L" if inside else "M", across.at(size), up.at(value)))
        inside = shown
    outer = " hb-funnel__line--outer" if line.confidence != "95%" else ""
    return element("path", class_=f"hb-funnel__line{outer}", d=path(*commands))


def _benchmark(funnel: Funnel, up: Scale) -> Markup:
    y = up.at(funnel.benchmark)
    line = path(("M", BOX.left, y), ("L", BOX.width - BOX.right, y))
    return element("path", class_="hb-funnel__benchmark", d=line)


def _marks(funnel: Funnel, across: Scale, up: Scale) -> Iterator[Markup]:
    """Ordinary areas first, so that those outside the lines lie on top."""
    for point in sorted(funnel.points, key=lambda one: one.kind != "ordinary"):
        yield mark(point.shape, x=across.at(point.size), y=up.at(point.value), kind=point.kind)


def _names(funnel: Funnel, up: Scale) -> Iterator[Markup]:
    named = [(up.at(funnel.benchmark), funnel.benchmark_title)]
    for line in funnel.lines:
        shown = [value for _size, value in line.points[-1:] if up.low <= value <= up.high]
        named += [
            (up.at(value), gettext("%(confidence)s limit", confidence=line.confidence))
            for value in shown
        ]
    return side_names(BOX, named)
