"""What a board pack says, before it is a PDF or slides: words, tables and pictures."""

from dataclasses import dataclass
from datetime import datetime

#: What no font draws and no reader hears: but for tabs and ends of lines.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)])


def plain(words: str) -> str:
    """The same without control letters, which no format of documents can hold."""
    return words.translate(_CONTROLS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first cell of each row heads it."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart as SVG that needs nothing else, and what it says to those who do not see it."""

    caption: str
    alt: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """One indicator in the area."""

    title: str
    value: str | None  # with its unit, or a marker; None where it is only broken down
    about: str  # unit and period
    made_up: bool
    sentences: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Sentences under a heading, and perhaps a table."""

    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One theme in one area of one release."""

    title: str  # Stroke care: Devon
    theme: str
    lede: str  # empty where nobody wrote one
    area: str  # with its code
    kind: str
    place: str
    organisation: str
    release: str  # Release 3, 24 November 2026
    made_at: datetime
    colour: str  # of the place, dark enough on white
    warnings: tuple[str, ...]  # made-up data; not for publication
    summary: Passage
    pages: tuple[IndicatorPage, ...]
    after: tuple[Passage, ...]  # what changed, methods, sources, markers, how to cite
