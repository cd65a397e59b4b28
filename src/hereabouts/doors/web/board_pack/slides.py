"""A pack laid out as slides: what is on each, before any file is written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from hereabouts.doors.web.board_pack.contents import Drawing, IndicatorPage, Pack, Passage, Table
from hereabouts.doors.web.files.covers import MADE_UP

MOST_SENTENCES = 6  # that a slide holds at a size people can read
MOST_LINES = 12  # of a table
LETTERS_A_LINE = 105  # of a table as wide as a slide


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
        yield Slide(title=f"{page.title}: {_short(drawing)}", drawing=drawing)
    for table in page.tables:
        yield from _tabled(f"{page.title}: ", table)


def _short(drawing: Drawing) -> str:
    return drawing.caption[:1].lower() + drawing.caption[1:]


def _passage(passage: Passage) -> Iterator[Slide]:
    said, tables = passage.sentences, passage.tables
    if tables and len(said) == 1 and len(said[0]) <= LETTERS_A_LINE:
        first, *more = _tabled("", tables[0])
        yield replace(first, sentences=said)
        yield from more
        said, tables = (), tables[1:]
    for at in range(0, len(said), MOST_SENTENCES):
        yield Slide(
            title=_numbered(passage.title, at // MOST_SENTENCES, ceil(len(said) / MOST_SENTENCES)),
            sentences=said[at : at + MOST_SENTENCES],
        )
    for table in tables:
        yield from _tabled("", table)


def _tabled(before: str, table: Table) -> Iterator[Slide]:
    """A table over as many slides as its rows need; each has its headings."""
    pages = list(_pages(table))
    for at, rows in enumerate(pages):
        caption = table.caption[:1].lower() + table.caption[1:] if before else table.caption
        yield Slide(
            title=_numbered(f"{before}{caption}", at, len(pages)),
            table=Table(caption=table.caption, headings=table.headings, rows=rows),
        )


def _pages(table: Table) -> Iterator[tuple[tuple[str, ...], ...]]:
    page: list[tuple[str, ...]] = []
    used = 0
    for row in table.rows:
        lines = _lines(row)
        if page and used + lines > MOST_LINES:
            yield tuple(page)
            page, used = [], 0
        page.append(row)
        used += lines
    yield tuple(page)


def _lines(row: tuple[str, ...]) -> int:
    """How many lines the row's longest cell takes."""
    return max(ceil(len(cell) * len(row) / LETTERS_A_LINE) or 1 for cell in row)


def _numbered(title: str, at: int, of: int) -> str:
    return f"{title} ({at + 1} of {of})" if of > 1 else title
