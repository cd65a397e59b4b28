"""Which terms a text says, by any of their names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hereabouts.doors.web.glossary.concepts import Concept, concepts_of
from hereabouts.release.reader import ReleaseReader

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Said:
    """Texts as words, to be asked for many names quickly: pages are long, and names are many."""

    texts: tuple[str, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Each word once. A page says few words often, so repetitions are left out first."""
        parts = {part for text in self.texts for part in text.split()}
        return frozenset(words_of(" ".join(parts)))

    @cached_property
    def together(self) -> str:
        """All words in order, a sign between one text and the next."""
        return f" {' | '.join(' '.join(words_of(text)) for text in self.texts)} "

    def says(self, name: tuple[str, ...]) -> bool:
        """Whether it has the words of `name`, the last of them perhaps with an s."""
        *before, last = name
        if not self.words.issuperset(before):
            return False
        ends = [one for one in (last, f"{last}s") if one in self.words]
        if not before:
            return bool(ends)
        return any(f" {' '.join((*before, end))} " in self.together for end in ends)


def words_of(text: str) -> tuple[str, ...]:
    """Its words in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def said(texts: Iterable[str]) -> Said:
    """`texts` as words. A name does not go over from one to the next."""
    return Said(tuple(texts))


def said_on_page(html: str) -> Said:
    """What a reader of HTML reads: its text, without its tags."""
    return Said((_TAG.sub(" ", html),))


@lru_cache(maxsize=16)
def _names(reader: ReleaseReader) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Term -> each of its names as words."""
    found = {
        term: tuple(filter(None, map(words_of, concept.names)))
        for term, concept in concepts_of(reader).items()
    }
    return {term: names for term, names in found.items() if names}


def concepts_in(found: Said, reader: ReleaseReader) -> Iterator[Concept]:
    """The terms that a text says, in the order of the alphabet."""
    concepts = concepts_of(reader)
    for term, names in _names(reader).items():
        if any(map(found.says, names)):
            yield concepts[term]
