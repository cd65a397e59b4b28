"""Bars of ordered groups, worst off first, with the line whose slope is the inequality."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import Box, picture, rounded_up, tick, value_lines
from hereabouts.doors.web.charts.scale import Scale
from hereabouts.doors.web.charts.svg import element, path
from hereabouts.doors.web.languages import gettext

BOX = Box(width=720.0, height=320.0, left=64.0, right=20.0, top=16.0, bottom=56.0)
GAP = 0.15  # of a bar's place, on each side


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBar:
    """One group; `share` of everyone is how wide its place is."""

    label: str
    value: float | None
    lower: float | None
    upper: float | None
    share: float  # of all groups, from 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChart:
    """The groups, worst off first. `line` is the fitted value at either end, or None."""

    name: str
    title: str
    description: str
    sign: str
    bars: tuple[GroupBar, ...]
    line: tuple[float, float] | None


def draw_groups(chart: GroupChart) -> Markup:
    """The bars as one image; its table twin is the page's."""
    across = BOX.across(0.0, 1.0)
    ends = [e for bar in chart.bars for e in (bar.value, bar.lower, bar.upper) if e is not None]
    up = rounded_up(BOX, [*ends, *(chart.line or ())], from_zero=True)
    drawn = (
        *value_lines(BOX, up, sign=chart.sign),
        *_bars(chart, across, up),
        *_line(chart, across, up),
        *_ends(),
    )
    return picture(BOX, *drawn, name=chart.name, title=chart.title, description=chart.description)


def _bars(chart: GroupChart, across: Scale, up: Scale) -> Iterator[Markup]:
    """A line drawn by share of people needs bars placed by share of people."""
    start = 0.0
    for bar in chart.bars:
        left, right = across.at(start), across.at(start + bar.share)
        start += bar.share
        middle, width = (left + right) / 2, (right - left) * (1 - 2 * GAP)
        yield tick(bar.label, x=middle, y=BOX.height - BOX.bottom + 20)
        if bar.value is None:
            continue
        top, foot = sorted((up.at(bar.value), up.at(0.0)))
        yield element(
            "rect", class_="hb-bar__fill", x=middle - width / 2, y=top, width=width,
            height=max(foot - top, 0.5),
        )  # fmt: skip
        if bar.lower is not None and bar.upper is not None:
            whisker = path(("M", middle, up.at(bar.lower)), ("L", middle, up.at(bar.upper)))
            yield element("path", class_="hb-bar__interval", d=whisker)


def _line(chart: GroupChart, across: Scale, up: Scale) -> Iterator[Markup]:
    if chart.line is not None:
        start, end = chart.line
        line = path(
            ("M", across.at(0.0), up.at(start)),
            ("L", across.at(1.0), up.at(end)),
        )
        yield element("path", class_="hb-groups__line", d=line)


def _ends() -> Iterator[Markup]:
    y = BOX.height - 12
    for text, x, anchor in (
        (gettext("← Worst off"), BOX.left, "start"),
        (gettext("Best off →"), BOX.width - BOX.right, "end"),
    ):
        yield element("text", text, class_="hb-chart__axis-title", x=x, y=y, text_anchor=anchor)
