"""One picture round a chart: title above it, key below, then who is to be thanked for it."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from markupsafe import Markup

from hereabouts.doors.web.charts.svg import element
from hereabouts.doors.web.pictures.letters import length, wrapped
from hereabouts.doors.web.pictures.looks import INK, PAPER, QUIET, Look, dress

SVG = "http://www.w3.org/2000/svg"
WIDTH, EDGE = 760.0, 20.0
INNER = WIDTH - 2 * EDGE
FONTS = "Helvetica Neue, Arial, Roboto, sans-serif"
TITLE, ABOUT, SMALL = 20.0, 14.0, 12.0
MADE_UP = "Made-up data: these figures are invented and describe nobody."
WARNING = "#fff7bf"  # GOV.UK's yellow tag
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
#: What XML cannot hold, were it in somebody's words.
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ET.register_namespace("", SVG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """A map as a PNG, and its size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a picture shows and says. One of `drawing` and `painted` is there."""

    title: str
    about: tuple[str, ...]
    description: str
    drawing: Markup | None = None
    painted: Painted | None = None
    icons: tuple[tuple[Markup, str], ...] = ()  # above it
    key: tuple[tuple[Markup, str], ...] = ()  # below it
    sentences: tuple[str, ...] = ()
    small: tuple[str, ...] = ()  # sources and release
    made_up: bool = False


@dataclass(slots=True)
class _Page:
    """A page that is written from the top down."""

    y: float = EDGE
    parts: list[Markup] = field(default_factory=list)

    def words(self, text: str, *, size: float, bold: bool = False, colour: str = INK) -> None:
        """A paragraph."""
        for line in wrapped(text, width=INNER, size=size, bold=bold):
            self.y += size * 1.3
            self.parts.append(_line(line, EDGE, self.y, size=size, bold=bold, colour=colour))

    def put(self, drawn: Markup, *, height: float, gap: float = 8.0) -> None:
        """Something drawn, below what there is."""
        self.parts.append(drawn)
        self.y += height + gap


def compose(picture: Picture, looks: Mapping[str, Look]) -> str:
    """The picture as SVG that needs nothing else: no style sheet, no script, no font file."""
    page = _Page()
    page.words(picture.title, size=TITLE, bold=True)
    page.y += 4
    for said in picture.about:
        page.words(said, size=ABOUT, colour=QUIET)
    if picture.made_up:
        _warn(page)
    page.y += 10
    _listed(page, picture.icons, across=False)
    _body(page, picture)
    _listed(page, picture.key, across=picture.painted is None)
    for said in picture.sentences:
        page.words(said, size=ABOUT)
    page.y += 8
    for said in picture.small:
        page.words(said, size=SMALL, colour=QUIET)
    return _finished(page, picture, looks)


def _finished(page: _Page, picture: Picture, looks: Mapping[str, Look]) -> str:
    height = page.y + EDGE
    drawn = element(
        "svg",
        element("title", picture.title),
        element("desc", picture.description),
        element("rect", width=WIDTH, height=height, fill=PAPER),
        *page.parts,
        xmlns=SVG,
        viewBox=f"0 0 {WIDTH:g} {height:.1f}",
        width=WIDTH,
        height=height,
        font_family=FONTS,
        role="img",
    )
    root = ET.fromstring(_UNWRITABLE.sub("", drawn))  # noqa: S314  # our own writing
    dress(root, looks)
    return ET.tostring(root, encoding="unicode")


def _warn(page: _Page) -> None:
    """So that a picture of made-up figures says so wherever it is pasted."""
    page.y += 8
    box = element("rect", x=EDGE, y=page.y, width=INNER, height=28.0, fill=WARNING, stroke=INK)
    page.parts.append(box)
    page.parts.append(_line(MADE_UP, EDGE + 8, page.y + 19, size=ABOUT, bold=True))
    page.y += 28


def _body(page: _Page, picture: Picture) -> None:
    if picture.drawing is not None:
        height = _height(picture.drawing)
        page.put(_unclipped(placed(picture.drawing, EDGE, page.y, INNER, height)), height=height)
    if picture.painted is not None:
        painted = picture.painted
        width = min(INNER, painted.width)
        height = painted.height * width / painted.width
        page.put(
            element(
                "image",
                href=f"data:image/png;base64,{b64encode(painted.png).decode()}",
                x=EDGE,
                y=page.y,
                width=float(width),
                height=height,
            ),
            height=height,
        )


def _height(drawing: Markup) -> float:
    found = _VIEW_BOX.search(drawing)
    if found is None:
        raise ValueError("a drawing says its size")
    return INNER * float(found.group(2)) / float(found.group(1))


def placed(drawing: Markup, x: float, y: float, width: float, height: float) -> Markup:
    """The drawing with a place and size in place of its own."""
    head, _end, rest = drawing.partition(">")
    kept = re.sub(r' (?:width|height|x|y)="[^"]*"', "", head)
    place = f' x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return Markup(f"{kept}{place}>{rest}")  # noqa: S704  # a drawing of ours, already escaped


def _unclipped(drawing: Markup) -> Markup:
    """The drawing of a chart, which stays inside by itself: clipping is half of making a PNG."""
    opened = str(drawing).replace("<svg ", '<svg overflow="visible" ', 1)
    return Markup(opened)  # noqa: S704  # a drawing of ours, already escaped


def _listed(page: _Page, rows: tuple[tuple[Markup, str], ...], *, across: bool) -> None:
    """Small drawings with their words: on one line while they fit, or a line each."""
    if not rows:
        return
    for line in _lines(rows) if across else ([row] for row in rows):
        x, tallest = EDGE, max(_size(drawn)[1] for drawn, _text in line)
        for drawn, text in line:
            width, height = _size(drawn)
            page.parts.append(placed(drawn, x, page.y, width, height))
            page.parts += [_outline(x, page.y, width, height)] if width > height else []
            words_at = x + width + 6
            page.parts.append(_line(text, words_at, page.y + height / 2 + 5, size=ABOUT))
            x = words_at + length(text, size=ABOUT) + 20
        page.y += tallest + 6


def _outline(x: float, y: float, width: float, height: float) -> Markup:
    """Round the swatch of a map's class: the palest is seen too."""
    return element("rect", x=x, y=y, width=width, height=height, fill="none", stroke=INK)


def _lines(rows: tuple[tuple[Markup, str], ...]) -> Iterator[list[tuple[Markup, str]]]:
    line: list[tuple[Markup, str]] = []
    used = 0.0
    for drawn, text in rows:
        needed = _size(drawn)[0] + 26 + length(text, size=ABOUT)
        if line and used + needed > INNER:
            yield line
            line, used = [], 0.0
        line.append((drawn, text))
        used += needed
    if line:
        yield line


def _size(drawn: Markup) -> tuple[float, float]:
    found = _VIEW_BOX.search(drawn)
    return (float(found.group(1)), float(found.group(2))) if found else (16.0, 16.0)


def _line(
    text: str, x: float, y: float, *, size: float, bold: bool = False, colour: str = INK
) -> Markup:
    return element(
        "text",
        text,
        x=x,
        y=y,
        font_size=size,
        font_weight="bold" if bold else None,
        fill=colour,
    )
