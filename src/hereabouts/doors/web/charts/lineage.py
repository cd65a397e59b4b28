"""Columns and what they are made from: tables as boxes on either side, lines between columns.

Every column has a height of its own, so words never touch; a line goes straight from a column on
the left to one on the right.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import Box, label, picture, tick
from hereabouts.doors.web.charts.svg import element, path

WIDTH, SIDE = 720.0, 290.0  # of the picture, and of the boxes on either side
ROW, HEAD, BETWEEN, EDGE = 30.0, 34.0, 16.0, 2.0
INSIDE = 12.0  # from a box's edge to its words
DOWN = 5.0  # from the middle of a line of text to its foot
MOST_LETTERS, MOST_TITLE = 32, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table and those of its columns that are drawn."""

    title: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageChart:
    """Sources on the left, by their names; what is made on the right; a line from each to each."""

    name: str  # unique on its page
    title: str
    description: str  # what a person who cannot see it is told
    sources: Mapping[str, Table]
    made: Table
    lines: tuple[tuple[str, str, str], ...]  # source, its column, the column made from it


def draw_lineage(chart: LineageChart) -> Markup:
    """The picture; its table twin is the page's."""
    right = WIDTH - SIDE - EDGE
    heights: dict[tuple[str, str], float] = {}
    drawn: list[Markup] = []
    top = EDGE
    for name, table in chart.sources.items():
        drawn += _table(table, left=EDGE, top=top)
        heights |= {(name, column): y for column, y in _rows(table, top)}
        top += _height(table) + BETWEEN
    drawn += _table(chart.made, left=right, top=EDGE)
    ends = dict(_rows(chart.made, EDGE))
    drawn += [
        _line(heights[source, column], ends[to], right)
        for source, column, to in chart.lines
        if (source, column) in heights and to in ends
    ]
    height = max(top - BETWEEN, EDGE + _height(chart.made)) + EDGE
    frame = Box(width=WIDTH, height=height, left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
    return picture(frame, *drawn, name=chart.name, title=chart.title, description=chart.description)


def _height(table: Table) -> float:
    return HEAD + ROW * len(table.columns)


def _rows(table: Table, top: float) -> Iterator[tuple[str, float]]:
    """Each column and the middle of its row."""
    for place, column in enumerate(table.columns):
        yield column, top + HEAD + ROW * (place + 0.5)


def _table(table: Table, *, left: float, top: float) -> list[Markup]:
    right, bottom = left + SIDE, top + _height(table)
    outline = path(("M", left, top), ("L", right, top), ("L", right, bottom), ("L", left, bottom))
    rule = path(("M", left, top + HEAD), ("L", right, top + HEAD))
    return [
        element("path", class_="hb-bar__interval", d=f"{outline}Z"),
        element("path", class_="hb-chart__grid", d=rule),
        label(_short(table.title, MOST_TITLE), x=left + INSIDE, y=top + HEAD / 2 + DOWN),
        *(
            tick(_short(column, MOST_LETTERS), x=left + INSIDE, y=y + DOWN, anchor="start")
            for column, y in _rows(table, top)
        ),
    ]


def _line(start: float, end: float, right: float) -> Markup:
    route = path(("M", EDGE + SIDE, start), ("L", right, end))
    return element("path", class_="hb-bar__interval", d=route)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
