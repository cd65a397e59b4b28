"""A pack as PPTX: native words and tables, charts as pictures with their words.

Imported when a pack is made: python-pptx is an extra, and pages need none of it.
"""

import io
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.util import Inches

from hereabouts.doors.web.board_pack.contents import Pack, plain
from hereabouts.doors.web.board_pack.pptx_shapes import (
    Look,
    Room,
    add_number,
    add_picture,
    add_table,
    fill,
    place,
    words_box,
)
from hereabouts.doors.web.board_pack.pptx_shapes import write as write_words
from hereabouts.doors.web.board_pack.slides import Slide, slides_of
from hereabouts.doors.web.files.packed import packed, part

WIDTH, HEIGHT, EDGE, TOP, FOOT = 13.333, 7.5, 0.6, 1.5, 0.45  # inches
INNER = WIDTH - 2 * EDGE
BESIDE = 4.9  # of words beside a chart
TITLE_LAYOUT, WORDS_LAYOUT = 0, 5  # of the library's own template
MANY = 400  # letters beside a chart, that are smaller to fit
LONG_TITLE = 90  # letters, that go on two lines in smaller ones
WARNING = "#fff7bf"


def write(pack: Pack) -> bytes:
    """The same bytes for the same pack."""
    deck = _described(pack)
    _cover(deck, pack)
    for number, slide in enumerate(slides_of(pack), start=2):
        _add(deck, slide, pack, number)
    return _timeless(deck)


def _described(pack: Pack) -> Any:
    """An empty presentation that says what it is."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    said = deck.core_properties
    said.title = plain(pack.title)
    said.author = said.last_modified_by = plain(pack.organisation or pack.place)
    said.subject, said.language = plain(pack.release), "en-GB"
    said.created = said.modified = pack.made_at.replace(tzinfo=None, microsecond=0)
    return deck


def _timeless(deck: Any) -> bytes:
    """The file, with no time of writing in it."""
    made, again = io.BytesIO(), io.BytesIO()
    deck.save(made)
    with ZipFile(made) as written, packed(again) as into:
        for name in written.namelist():
            with part(into, name) as writing:
                writing.write(written.read(name))
    return again.getvalue()


def _cover(deck: Any, pack: Pack) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_LAYOUT])
    title, below = slide.shapes.title, slide.placeholders[1]
    place(title, Room(EDGE, 1.3, INNER, 2.0))
    write_words(title, (pack.title,), Look(size=40, colour=pack.colour))
    place(below, Room(EDGE, 3.4, INNER, 2.3))
    by = f"Published by {pack.organisation}" if pack.organisation else ""
    said = (pack.place, f"{pack.kind}: {pack.area}", pack.release, by, pack.lede)
    write_words(below, said, Look(size=18))
    if pack.warnings:
        _warn(slide, " ".join(pack.warnings), y=5.9)


def _add(deck: Any, said: Slide, pack: Pack, number: int) -> None:
    """One slide; shapes are added in the order in which they are read."""
    slide = deck.slides.add_slide(deck.slide_layouts[WORDS_LAYOUT])
    place(slide.shapes.title, Room(EDGE, 0.35, INNER, 1.0))
    size = 26 if len(said.title) < LONG_TITLE else 20
    write_words(slide.shapes.title, (said.title,), Look(size=size, colour=pack.colour))
    top = TOP
    if said.warning:
        _warn(slide, said.warning, y=top)
        top += 0.6
    _words(slide, said, top, colour=pack.colour)
    _drawing(slide, said, top)
    if said.table:
        room = Room(EDGE, top + (0.55 if said.sentences else 0), INNER, 0)
        add_table(slide, said.table, room, colour=pack.colour)
    foot = words_box(slide, Room(EDGE, HEIGHT - FOOT, INNER - 1, 0.35), "Foot of slide")
    write_words(foot, (f"{pack.title} · {pack.release}",), Look(size=12, space=0))
    add_number(slide, Room(WIDTH - EDGE - 0.9, HEIGHT - FOOT, 0.9, 0.35), number)


def _words(slide: Any, said: Slide, top: float, *, colour: str) -> None:
    if not (said.value or said.sentences):
        return
    wide = BESIDE if said.drawing else INNER
    high = 0.5 if said.table else HEIGHT - FOOT - top
    shape = words_box(slide, Room(EDGE, top, wide, high), "Words")
    first = Look(size=30, colour=colour, bold=True) if said.value else None
    words = (said.value or "", said.about, *said.sentences)
    many = said.drawing is not None and sum(map(len, words)) > MANY
    write_words(shape, words, Look(size=14 if many else 16), first=first)


def _drawing(slide: Any, said: Slide, top: float) -> None:
    """Beside the words, under what it is called; or alone, where the slide is called that."""
    if said.drawing is None:
        return
    left = EDGE
    if said.sentences:
        left += BESIDE + 0.2
        caption = words_box(slide, Room(left, top, WIDTH - EDGE - left, 0.7), "Caption")
        write_words(caption, (said.drawing.caption,), Look(size=12, bold=True))
        top += 0.75
    room = Room(left, top, WIDTH - EDGE - left, HEIGHT - FOOT - top - 0.1)
    add_picture(slide, said.drawing, room)


def _warn(slide: Any, words: str, *, y: float) -> None:
    shape = words_box(slide, Room(EDGE, y, INNER, 0.5), "Warning")
    fill(shape, WARNING)
    write_words(shape, (words,), Look(size=14, bold=True))
