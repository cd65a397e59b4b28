"""A pack laid out as slides: what is on each, before any file is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeVar

from hereabouts.doors.web.board_pack.contents import Drawing, IndicatorPage, Pack, Passage, Table
from hereabouts.doors.web.files.covers import MADE_UP

#: Inches, of what a slide holds below its title at a size that people can read.
MOST_WORDS, MOST_ROWS = 5.2, 4.5
LINE, BETWEEN, ROW, MORE = 0.27, 0.1, 0.36, 0.2  # a line, between sentences, a row, its next line
LETTERS_A_LINE = 95  # of a sentence as wide as a slide
LETTERS_A_ROW = 120  # of a table as wide as a slide

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide, in the order in which it is read."""

    title: str
    value: str | None = None
    about: str = ""
    warning: str | None = None
    sentences: tuple[str, ...] = ()
    drawing: Drawing | None = None
    table: Table | None = None


def slides_of(pack: Pack) -> Iterator[Slide]:
    """Every slide after the first. No two have the same title."""
    yield from _passage(pack.summary)
    for page in pack.pages:
        yield from _page(page)
    for passage in pack.after:
        yield from _passage(passage)


def _page(page: IndicatorPage) -> Iterator[Slide]:
    first, *others = page.drawings or (None,)
    yield Slide(
        title=page.title,
        value=page.value,
        about=page.about,
        warning=MADE_UP if page.made_up else None,
        sentences=page.sentences,
        drawing=first,
    )
    for drawing in others:
        yield Slide(title=f"{page.title}: {drawing.caption}", drawing=drawing)
    for table in page.tables:
        yield from _tabled(f"{page.title}: ", table)


def _passage(passage: Passage) -> Iterator[Slide]:
    said, tables = passage.sentences, passage.tables
    if tables and len(said) == 1 and len(said[0]) <= LETTERS_A_LINE:
        first, *more = _tabled("", tables[0])
        yield replace(first, sentences=said)
        yield from more
        said, tables = (), tables[1:]
    pages = list(_cut(said, _words_high, MOST_WORDS))
    for at, sentences in enumerate(pages):
        yield Slide(title=_numbered(passage.title, at, len(pages)), sentences=sentences)
    for table in tables:
        yield from _tabled("", table)


def _tabled(before: str, table: Table) -> Iterator[Slide]:
    """A table over as many slides as its rows need; each has its headings."""
    pages = list(_cut(table.rows, _row_high, MOST_ROWS))
    for at, rows in enumerate(pages):
        yield Slide(
            title=_numbered(f"{before}{table.caption}", at, len(pages)),
            table=Table(caption=table.caption, headings=table.headings, rows=rows),
        )


def _cut(
    items: Iterable[Item], high: Callable[[Item], float], most: float
) -> Iterator[tuple[Item, ...]]:
    """As many on a slide as it has room for, and never none."""
    page: list[Item] = []
    used = 0.0
    for item in items:
        if page and used + high(item) > most:
            yield tuple(page)
            page, used = [], 0.0
        page.append(item)
        used += high(item)
    if page:
        yield tuple(page)


def _words_high(sentence: str) -> float:
    return LINE * ceil(len(sentence) / LETTERS_A_LINE) + BETWEEN


def _row_high(row: tuple[str, ...]) -> float:
    """As high as its longest cell, in columns of one width."""
    lines = max(ceil(len(cell) * len(row) / LETTERS_A_ROW) or 1 for cell in row)
    return ROW + MORE * (lines - 1)


def _numbered(title: str, at: int, of: int) -> str:
    return f"{title} ({at + 1} of {of})" if of > 1 else title
