"""What a record is made of, whatever file it becomes: sections of words, lists and tables.

Where a fact is missing a `Gap` stands in its place. Nothing is invented to fill it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The records there are. The value names their folder and the command's `--only`."""

    ARTICLE_30 = "article30"
    DPIA = "dpia"
    PRIVACY_NOTICE = "privacy_notice"
    AGREEMENT = "agreement"
    PLAYBOOK = "playbook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that people have to say. `where` is the file that may say it."""

    ask: str
    where: str = ""  # empty where it is to be judged, and written in the record itself


Words = str | Gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first cell of each row is its heading."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


Block = str | Gap | Bullets | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record, about one thing: a product, a domain, an agreement or the whole place."""

    kind: Kind
    name: str  # of what it is about; empty for the whole place
    title: str
    lead: str
    sections: tuple[Section, ...]

    @property
    def id(self) -> str:
        """`dpia/workforce.absence`, or `article30`."""
        return f"{self.kind.value}/{self.name}" if self.name else self.kind.value

    @property
    def missing(self) -> tuple[Gap, ...]:
        """What the project's files could say and do not, each once."""
        return tuple(dict.fromkeys(gap for gap in self._gaps() if gap.where))

    @property
    def judgements(self) -> tuple[Gap, ...]:
        """What only people can say, each once."""
        return tuple(dict.fromkeys(gap for gap in self._gaps() if not gap.where))

    def _gaps(self) -> Iterator[Gap]:
        for section in self.sections:
            for block in section.blocks:
                yield from (words for words in _words(block) if isinstance(words, Gap))


def facts(caption: str, *rows: tuple[str, Words]) -> Table:
    """A table of what is asked and what is known."""
    return Table(caption=caption, heads=("What", "Answer"), rows=rows)


def or_gap(words: str, ask: str, *, where: str = "") -> Words:
    """The words, or what people have to say where there are none."""
    return words or Gap(ask=ask, where=where)


def _words(block: Block) -> Iterator[Words]:
    if isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    else:
        yield block
