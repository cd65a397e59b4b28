"""Entities as boxes below each other, and their relations as lines beside them.

Each line leaves its box at a height of its own, where its words stand, goes up or down in a lane
that no other line uses at that height, and ends at the other box, or at its own. So words never
touch each other, however many relations there are, and the picture fits a phone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.frame import Box, label, picture, tick
from hereabouts.doors.web.charts.spec import EntityChart, EntityLine
from hereabouts.doors.web.charts.svg import element, path

BOX_WIDTH = 250.0
PORT = 34.0  # from one line to the next at a box: words, and room
PADDING, BETWEEN = 12.0, 18.0  # inside a box above its first line, and from box to box
FIRST_LANE, LANE = 540.0, 16.0
MOST_LETTERS, MOST_BY_A_LINE = 22, 27
TEXT_DOWN, TEXT_UP = 5.0, 6.0  # from the middle of a box; above a line
END = 12.0  # length of what a line ends in


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a box is."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Routed:
    """A line, the heights it begins and ends at, and its lane."""

    line: EntityLine
    start: float
    end: float
    lane: int


def draw_entities(chart: EntityChart) -> Markup:
    """The picture, with its relations in words for who cannot see it."""
    boxes, heights = _placed(chart)
    routed = _routed(chart, heights)
    lanes = 1 + max((one.lane for one in routed), default=0)
    bottom = max((one.bottom for one in boxes.values()), default=0.0)
    frame = Box(
        width=FIRST_LANE + lanes * LANE, height=bottom + 2, left=2, right=2, top=2, bottom=2
    )
    drawn = [
        *(_box(chart.titles[name], placed) for name, placed in boxes.items()),
        *(part for one in routed for part in _line(one)),
    ]
    return picture(frame, *drawn, name=chart.name, title=chart.title, description=chart.description)


def _placed(chart: EntityChart) -> tuple[Mapping[str, Placed], Mapping[tuple[int, str], float]]:
    """Where each box is, and the height of both ends of each line by its number."""
    boxes, heights, top = {}, {}, 2.0
    for name in chart.titles:
        ends = [
            (number, end)
            for number, line in enumerate(chart.lines)
            for end, at in (("start", line.start), ("end", line.end))
            if at == name
        ]
        for place, which in enumerate(ends):
            heights[which] = top + PADDING + PORT * (place + 0.5)
        bottom = top + 2 * PADDING + PORT * max(len(ends), 1)
        boxes[name] = Placed(top, bottom)
        top = bottom + BETWEEN
    return boxes, heights


def _routed(chart: EntityChart, heights: Mapping[tuple[int, str], float]) -> list[Routed]:
    """Each line in the first lane that is free from one of its ends to the other."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for number, line in enumerate(chart.lines):
        start, end = heights[number, "start"], heights[number, "end"]
        span = (min(start, end), max(start, end))
        free = (at for at, spans in enumerate(taken) if not any(_meet(span, s) for s in spans))
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append(span)
        found.append(Routed(line, start, end, lane))
    return found


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _box(title: str, placed: Placed) -> Markup:
    outline = path(
        ("M", 2.0, placed.top),
        ("L", BOX_WIDTH, placed.top),
        ("L", BOX_WIDTH, placed.bottom),
        ("L", 2.0, placed.bottom),
    )
    middle = (placed.top + placed.bottom) / 2 + TEXT_DOWN
    return element(
        "g",
        element("path", class_="hb-bar__interval", d=f"{outline}Z"),
        label(_short(title, MOST_LETTERS), x=BOX_WIDTH / 2, y=middle, anchor="middle"),
    )


def _line(one: Routed) -> Iterator[Markup]:
    across = FIRST_LANE + one.lane * LANE
    route = path(
        ("M", BOX_WIDTH, one.start),
        ("L", across, one.start),
        ("L", across, one.end),
        ("L", BOX_WIDTH + END, one.end),
    )
    yield element("path", class_="hb-bar__interval", d=route)
    yield element("path", class_="hb-bar__interval", d=_end(one.line.how, one.end))
    words = _short(one.line.label, MOST_BY_A_LINE)
    yield tick(words, x=BOX_WIDTH + 8, y=one.start - TEXT_UP, anchor="start")


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _end(how: str, y: float) -> str:
    """A fork for many, a bar for one, a diamond at the whole."""
    at, off, middle = BOX_WIDTH, BOX_WIDTH + END, BOX_WIDTH + END / 2
    if how == "has many":
        fork = [(("M", off, y), ("L", at, y + side)) for side in (-7.0, 0.0, 7.0)]
        return "".join(path(*tine) for tine in fork)
    if how == "is part of":
        corners = (("M", at, y), ("L", middle, y - 6), ("L", off, y), ("L", middle, y + 6))
        return f"{path(*corners)}Z"
    return path(("M", off, y), ("L", at, y), ("M", middle, y - 7), ("L", middle, y + 7))
