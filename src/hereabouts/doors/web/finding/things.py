"""What is no area and can be found: indicators, pages, products, words, and what was agreed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hereabouts.doors.web.links import Links
from hereabouts.doors.web.named_page import named_page
from hereabouts.doors.web.themes import theme_title
from hereabouts.model.term import names_of
from hereabouts.release.folding import fold
from hereabouts.release.manifest_model import ReleasedProduct, ReleaseManifest
from hereabouts.release.reader import ReleaseReader

NOT_FOUND = 9
SHORTEST_INSIDE = 4  # letters, of what may be in the middle of a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One of them. `key` finds it in the release; `names` and `said` are folded."""

    kind: str  # indicator, page, product, definition, agreement or word
    key: str
    title: str
    about: str
    names: tuple[str, ...]
    said: str  # what is said of it
    synthetic: bool = False

    def href(self, links: Links, manifest: ReleaseManifest) -> str:
        """Its page."""
        return named_page(self.kind, self.key, links=links, manifest=manifest)


@lru_cache(maxsize=16)
def things_of(reader: ReleaseReader) -> tuple[Thing, ...]:
    """Everything that a release says and that is no area, in the order in which it is shown."""
    manifest = reader.manifest
    return (
        *_indicators(manifest),
        *_pages(manifest),
        *_products(manifest),
        *_terms(manifest),
        *_definitions(manifest),
        *_agreements(manifest),
    )


def _indicators(manifest: ReleaseManifest) -> Iterator[Thing]:
    for one in manifest.observed:
        theme = theme_title(one.theme)
        yield Thing(
            kind="indicator",
            key=one.id,
            title=one.title,
            about=theme,
            names=tuple(fold(name) for name in (one.title, one.short_title, *one.also_called)),
            said=_long(f"{theme} {one.why}"),
            synthetic=one.synthetic,
        )


def _pages(manifest: ReleaseManifest) -> Iterator[Thing]:
    for page in manifest.pages:
        yield Thing(
            kind="page",
            key=page.name,
            title=page.title,
            about=page.lede,
            names=(fold(page.title),),
            said=_long(page.lede),
        )


def _products(manifest: ReleaseManifest) -> Iterator[Thing]:
    for product in manifest.products:
        yield Thing(
            kind="product",
            key=product.id,
            title=product.title,
            about=product.owner,
            names=(fold(product.title),),
            said=_long(f"{product.purpose} {product.owner} {_columns(product)}"),
            synthetic=product.synthetic,
        )


def _columns(product: ReleasedProduct) -> str:
    """What its columns are called."""
    return " ".join(
        word for one in product.columns for word in (one.name, one.title, *one.synonyms)
    )


def _terms(manifest: ReleaseManifest) -> Iterator[Thing]:
    for term, meaning in manifest.glossary.items():
        names = (term, *names_of(term), *manifest.also_called.get(term, ()))
        yield Thing(
            kind="word",
            key=term,
            title=term,
            about=meaning,
            names=tuple(dict.fromkeys(fold(name) for name in names)),
            said=_long(meaning),
        )


def _definitions(manifest: ReleaseManifest) -> Iterator[Thing]:
    for one in manifest.definitions:
        yield Thing(
            kind="definition",
            key=one.name,
            title=one.title,
            about=one.agency,
            names=(fold(one.title),),
            said=_long(f"{one.term} {one.agency} {one.rule} {one.why}"),
        )


def _agreements(manifest: ReleaseManifest) -> Iterator[Thing]:
    for one in manifest.agreements:
        parties = map(manifest.organisation, (*one.providers, *one.recipients))
        named = ", ".join(party.title for party in parties if party)
        yield Thing(
            kind="agreement",
            key=one.id,
            title=one.title,
            about=named,
            names=(fold(one.title),),
            said=_long(f"{one.objective} {' '.join(one.purposes)} {named}"),
        )


def _long(text: str) -> str:
    """Folded a part at a time: what is folded at once is as long as what may be typed."""
    return " ".join(fold(word) for word in text.split())


def match(thing: Thing, text: str, words: tuple[str, ...], *, least: int) -> int:
    """How well it matches, 0 best; NOT_FOUND where fewer than `least` of the words are there."""
    if text in thing.names:
        return 0
    if any(name.startswith(text) for name in thing.names):
        return 1
    if any(f" {text}" in f" {name}" for name in thing.names):
        return 2
    for rank, where in ((3, " ".join(thing.names)), (4, thing.said)):
        if sum(_holds(f" {where}", word) for word in words) >= least:
            return rank
    together = f" {' '.join(thing.names)} {thing.said}"
    return 5 if sum(_holds(together, word) for word in words) >= least else NOT_FOUND


def _holds(where: str, word: str) -> bool:
    return f" {word}" in where or (len(word) >= SHORTEST_INSIDE and word in where)
