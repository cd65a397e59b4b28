"""The first areas of a ranking as bars with their names, for where the table cannot go."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import Box, picture, tick
from hereabouts.doors.web.charts.scale import Scale
from hereabouts.doors.web.charts.svg import element, path

WIDTH, ROW, NAMES, VALUES = 720.0, 24.0, 250.0, 90.0
TOP, BOTTOM = 6.0, 10.0
LONGEST_NAME = 28  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedBar:
    """One area; `said` is its value in words."""

    name: str
    said: str
    value: float
    lower: float | None
    upper: float | None
    marked: bool = False  # the one that the chart is about


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedChart:
    """Bars in order, and a line across them."""

    name: str
    title: str
    description: str
    bars: tuple[RankedBar, ...]
    reference: float | None


def draw_ranked(chart: RankedChart) -> Markup:
    """The bars as one image; the ranking's table says the same."""
    height = TOP + ROW * len(chart.bars) + BOTTOM
    box = Box(width=WIDTH, height=height, left=NAMES, right=VALUES, top=TOP, bottom=BOTTOM)
    ends = [e for bar in chart.bars for e in (bar.value, bar.lower, bar.upper) if e is not None]
    ends += [] if chart.reference is None else [chart.reference]
    across = box.across(min(0.0, *ends, 0.0), max(0.0, *ends, 0.0) or 1.0)
    drawn = (*_bars(chart, across), *_reference(chart, across, height))
    return picture(box, *drawn, name=chart.name, title=chart.title, description=chart.description)


def _bars(chart: RankedChart, across: Scale) -> Iterator[Markup]:
    for at, bar in enumerate(chart.bars):
        y = TOP + ROW * at
        middle = y + ROW / 2
        name = bar.name if len(bar.name) <= LONGEST_NAME else f"{bar.name[: LONGEST_NAME - 1]}…"
        yield tick(name, x=NAMES - 8, y=middle + 5, anchor="end")
        left, right = sorted((across.at(0.0), across.at(bar.value)))
        look = "hb-bar__fill hb-bar__fill--on" if bar.marked else "hb-bar__fill"
        yield element(
            "rect", class_=look, x=left, y=y + 3, width=max(right - left, 1.0),
            height=ROW - 6,
        )  # fmt: skip
        if bar.lower is not None and bar.upper is not None:
            whisker = path(("M", across.at(bar.lower), middle), ("L", across.at(bar.upper), middle))
            yield element("path", class_="hb-bar__interval", d=whisker)
        yield tick(bar.said, x=WIDTH - VALUES + 8, y=middle + 5, anchor="start")


def _reference(chart: RankedChart, across: Scale, height: float) -> Iterator[Markup]:
    if chart.reference is not None:
        at = across.at(chart.reference)
        line = path(("M", at, TOP), ("L", at, height - BOTTOM))
        yield element("path", class_="hb-bar__reference", d=line)
