"""Terms as a release has them, each with those above, below and beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from hereabouts.model.term import names_of, slug_of
from hereabouts.release.manifest_model import ReleaseManifest
from hereabouts.release.manifest_words import ReleasedTerm
from hereabouts.release.reader import ReleaseReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One term. Others are named as the glossary spells them, in the order of the alphabet."""

    term: str
    slug: str  # what stands for it in an address
    means: str
    others: tuple[str, ...]  # its other names
    owner: str
    broader: str
    narrower: tuple[str, ...]
    related: tuple[str, ...]  # said of either of the two
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return (self.term, *self.others)

    @property
    def also_called(self) -> tuple[str, ...]:
        """Its other names that its own does not show."""
        shown = names_of(self.term)
        return tuple(name for name in self.others if name not in shown)


@lru_cache(maxsize=16)
def concepts_of(reader: ReleaseReader) -> Mapping[str, Concept]:
    """`concepts` of its release."""
    return concepts(reader.manifest)


def concepts(manifest: ReleaseManifest) -> Mapping[str, Concept]:
    """Term -> what it is, in the order of the alphabet.

    A term without letters, or with the address of another before it, has no page and is left out:
    only releases made before addresses were checked have such terms.
    """
    more = {term: manifest.terms.get(term, ReleasedTerm()) for term in manifest.glossary}
    first: dict[str, str] = {}
    for term in more:
        first.setdefault(slug_of(term), term)
    kept = {term: more[term] for slug, term in first.items() if slug}
    return {term: _concept(term, kept, manifest) for term in sorted(kept, key=str.casefold)}


def _concept(term: str, more: Mapping[str, ReleasedTerm], manifest: ReleaseManifest) -> Concept:
    said = more[term]
    below = (one for one, other in more.items() if other.broader == term)
    beside = {*said.related, *(one for one, other in more.items() if term in other.related)}
    others = (*names_of(term), *manifest.also_called.get(term, ()))
    return Concept(
        term=term,
        slug=slug_of(term),
        means=manifest.glossary[term],
        others=tuple(dict.fromkeys(one for one in others if one != term)),
        owner=said.owner,
        broader=said.broader if said.broader in more else "",
        narrower=tuple(sorted(below, key=str.casefold)),
        related=tuple(sorted(beside & more.keys(), key=str.casefold)),
        source=said.source,
    )


def concept_at(reader: ReleaseReader, slug: str) -> Concept | None:
    """The term that `slug` stands for, or None."""
    return next((one for one in concepts_of(reader).values() if one.slug == slug), None)
