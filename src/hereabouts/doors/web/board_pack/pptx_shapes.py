"""Shapes on a slide: where they are, how their words look, and what is read out of them."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PIL import Image
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Inches, Pt

from hereabouts.doors.web.board_pack.contents import Drawing, Table, plain
from hereabouts.doors.web.pictures.png import png_of

FONT = "Arial"
INK, PAPER = "#0b0c0c", "#ffffff"
ROW = 0.36  # inches, of a table
#: The number of a slide, which programs fill in.
NUMBER = (
    '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB" sz="1200"/>'
    "<a:t>%d</a:t></a:fld>"
)

Shape = Any  # of python-pptx, which has no types
Slide = Any


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle on a slide, in inches."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How words look: sizes in points."""

    size: int
    colour: str = INK
    bold: bool | None = None
    space: int = 6  # after a paragraph


def place(shape: Shape, room: Room) -> None:
    """Put a shape where it is to be."""
    shape.left, shape.top = Inches(room.x), Inches(room.y)
    shape.width, shape.height = Inches(room.width), Inches(room.height)


def write(shape: Shape, said: Iterable[str], look: Look, *, first: Look | None = None) -> None:
    """A paragraph for each of `said`, as text, whatever is in it; the first may look its own."""
    frame = shape.text_frame
    frame.word_wrap = True
    for at, words in enumerate(filter(None, said)):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        _write_one(paragraph, words, first if first and at == 0 else look)


def words_box(slide: Slide, room: Room, name: str) -> Shape:
    """A box for words, by which name it is found in a list of shapes."""
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    shape.name = name
    place(shape, room)
    return shape


def fill(shape: Shape, colour: str) -> None:
    """Behind the words of a box or cell."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour)


def add_picture(slide: Slide, drawing: Drawing, room: Room) -> None:
    """As large as the room allows."""
    png = png_of(drawing.svg)
    with Image.open(io.BytesIO(png)) as drawn:
        across, down = drawn.size
    scale = min(room.width / across, room.height / down)
    shape = slide.shapes.add_picture(io.BytesIO(png), 0, 0)
    place(shape, Room(room.x, room.y, across * scale, down * scale))
    _describe(shape, "Chart", drawing.alt)


def add_table(slide: Slide, table: Table, room: Room, *, colour: str) -> None:
    """A real table: its first row and first column are headings."""
    rows, columns = len(table.rows) + 1, len(table.headings)
    shape = slide.shapes.add_table(rows, columns, 0, 0, 0, 0)
    place(shape, Room(room.x, room.y, room.width, ROW * rows))
    _describe(shape, "Table", table.caption)
    shape.table.first_col = True
    for at, share in enumerate(_shares(columns)):
        shape.table.columns[at].width = Inches(room.width * share)
    for at, row in enumerate((table.headings, *table.rows)):
        shape.table.rows[at].height = Inches(ROW)
        ink, behind = (PAPER, colour) if at == 0 else (INK, PAPER)
        for column, words in enumerate(row):
            cell = shape.table.cell(at, column)
            fill(cell, behind)
            write(cell, (words,), Look(size=12, colour=ink, space=0))


def add_number(slide: Slide, room: Room, number: int) -> None:
    """The slide's number, which moves with it."""
    shape = words_box(slide, room, "Number of slide")
    paragraph = shape.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    paragraph._p.append(parse_xml(NUMBER % number))  # noqa: SLF001  # the library has no fields


def _shares(columns: int) -> list[float]:
    """Of the width: names take more room than numbers, and sentences more than names."""
    if columns == 2:
        return [0.32, 0.68]
    first = 1.7 / (columns + 0.7)
    return [first, *[(1 - first) / (columns - 1)] * (columns - 1)]


def _write_one(paragraph: Any, words: str, look: Look) -> None:
    paragraph.alignment, paragraph.space_after = PP_ALIGN.LEFT, Pt(look.space)
    run = paragraph.add_run()
    run.text = plain(words)
    font = run.font
    font.name, font.size, font.bold = FONT, Pt(look.size), look.bold
    font.color.rgb = _rgb(look.colour)
    font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK


def _rgb(colour: str) -> Any:
    digits = colour.lstrip("#")
    return RGBColor(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))  # type: ignore[no-untyped-call]


def _describe(shape: Shape, name: str, said: str) -> None:
    """Its name, and what a screen reader says of it."""
    shape.name = name
    shape.element.xpath(".//p:cNvPr")[0].set("descr", plain(said))
