"""What goes round a drawing: its name for those who cannot see it, and its two axes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.scale import Scale, decimals_of, ticks, ticks_within
from hereabouts.doors.web.charts.svg import element
from hereabouts.doors.web.words import number

BETWEEN = 16.0  # from one name at the side to the next
MOST_LETTERS = 18
TICK_DOWN = 5.0  # from the middle of a line of text to its foot


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A picture's size, and the room round what is drawn in it."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    def across(self, low: float, high: float) -> Scale:
        """From values to places from left to right."""
        return Scale(low, high, self.left, self.width - self.right)

    def up(self, low: float, high: float) -> Scale:
        """From values to places from bottom to top."""
        return Scale(low, high, self.height - self.bottom, self.top)


def picture(
    box: Box, *drawn: Markup, name: str, title: str, description: str, roomy: bool = False
) -> Markup:
    """One image with a title and a description.

    Args:
        box: its size.
        drawn: what is in it, hidden from screen readers.
        name: unique on its page.
        title: what it shows.
        description: what a person who cannot see it is told.
        roomy: whether its words have room to be twice as large on a phone.
    """
    titled, described = f"{name}-title", f"{name}-description"
    return element(
        "svg",
        element("title", title, id=titled),
        element("desc", description, id=described),
        element("g", *drawn, aria_hidden="true"),
        class_="hb-chart hb-chart--roomy" if roomy else "hb-chart",
        viewBox=f"0 0 {box.width:g} {box.height:g}",
        role="img",
        aria_labelledby=f"{titled} {described}",
    )


def rounded_up(box: Box, values: Iterable[float], *, from_zero: bool) -> Scale:
    """The upward scale that holds `values` between round numbers."""
    found = [*values] or [0.0]
    marks = ticks(min(0.0, *found) if from_zero else min(found), max(found))
    return box.up(marks[0], marks[-1])


def value_lines(box: Box, up: Scale, *, sign: str = "") -> Iterator[Markup]:
    """A grey line and a number at each round value."""
    marks = ticks_within(up.low, up.high)
    decimals = decimals_of(marks)
    for mark in marks:
        y = up.at(mark)
        line = f"M{box.left:g} {y:.1f}H{box.width - box.right:g}"
        yield element("path", class_="hb-chart__grid", d=line)
        yield tick(
            number(mark, decimals=decimals) + sign, x=box.left - 8, y=y + TICK_DOWN, anchor="end"
        )


def tick(text: str, *, x: float, y: float, anchor: str = "middle") -> Markup:
    """A word or number beside an axis."""
    return element("text", text, class_="hb-chart__tick", x=x, y=y, text_anchor=anchor)


def label(text: str, *, x: float, y: float, anchor: str = "start") -> Markup:
    """A name beside what it names."""
    return element("text", text, class_="hb-chart__label", x=x, y=y, text_anchor=anchor)


def side_names(box: Box, named: Iterable[tuple[float, str]]) -> Iterator[Markup]:
    """What each line is, to the right of its end, moved apart where names would touch."""
    lowest = float("-inf")
    for y, name in sorted(named):
        lowest = max(y, lowest + BETWEEN)
        short = name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 1]}…"
        yield label(short, x=box.width - box.right + 8, y=lowest + TICK_DOWN)
