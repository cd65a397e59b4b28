"""Key figures as one drawing: each a large number, what it is, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.svg import element

WIDTH, ROW = 640.0, 62.0
BIG, TITLE, SMALL = 26.0, 15.0, 13.0
WORDS_AT = 210.0  # where words begin, right of the numbers
INK = "currentColor"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNumber:
    """One number, or the marker that stands for it, in words."""

    said: str
    title: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNumbers:
    """The drawing; `name` is unique on its page."""

    name: str
    title: str
    description: str
    numbers: tuple[KeyNumber, ...]


def draw_key_numbers(chart: KeyNumbers) -> Markup:
    """A row for each number."""
    height = ROW * len(chart.numbers)
    return element(
        "svg",
        element("title", chart.title, id=f"{chart.name}-title"),
        element("desc", chart.description, id=f"{chart.name}-desc"),
        *(part for at, one in enumerate(chart.numbers) for part in _row(one, ROW * at)),
        class_="hb-chart",
        viewBox=f"0 0 {WIDTH:g} {height:g}",
        width=WIDTH,
        height=height,
        role="img",
        aria_labelledby=f"{chart.name}-title {chart.name}-desc",
    )


def _row(one: KeyNumber, top: float) -> Iterator[Markup]:
    yield _text(one.said, 0.0, top + 36, size=BIG, bold=True)
    yield _text(one.title, WORDS_AT, top + 26, size=TITLE, bold=True)
    yield _text(one.where, WORDS_AT, top + 46, size=SMALL)


def _text(text: str, x: float, y: float, *, size: float, bold: bool = False) -> Markup:
    weight = "bold" if bold else None
    return element("text", text, x=x, y=y, font_size=size, font_weight=weight, fill=INK)
