"""Everything a release has that a catalogue lists, each as one line."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from hereabouts.doors.web.found.parties import controllers
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.named_page import named_page
from hereabouts.release.folding import fold
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedProduct, ReleaseManifest
from hereabouts.release.reader import ReleaseReader

LATE, IN_TIME, UNPROMISED = "late", "in-time", "unpromised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line. What a kind does not have is empty."""

    kind: str  # product, indicator, page, definition or agreement
    key: str
    title: str
    about: str
    names: str  # folded: all that it can be found by
    owner: str = ""
    sensitivity: str = ""
    freshness: str = ""  # late, in-time or unpromised, when the release was made
    domains: tuple[str, ...] = ()
    rating: str = ""
    synthetic: bool = False

    def href(self, links: Links, manifest: ReleaseManifest) -> str:
        """Its page."""
        return named_page(self.kind, self.key, links=links, manifest=manifest)


@lru_cache(maxsize=16)
def entries_of(reader: ReleaseReader) -> tuple[Entry, ...]:
    """Every entry of a release, products first."""
    manifest = reader.manifest
    return (
        *(_product(manifest, one) for one in manifest.products),
        *(_indicator(manifest, one) for one in manifest.observed),
        *_pages(manifest),
        *_definitions(manifest),
        *_agreements(manifest),
    )


def _product(manifest: ReleaseManifest, product: ReleasedProduct) -> Entry:
    columns = (word for one in product.columns for word in (one.name, one.title, *one.synonyms))
    owners = (one.title for one in controllers(manifest, product))
    return Entry(
        kind="product",
        key=product.id,
        title=product.title,
        about=product.purpose,
        names=_folded(product.id, product.title, product.purpose, product.owner, *owners, *columns),
        owner=product.owner,
        sensitivity=product.sensitivity,
        freshness=_freshness(manifest, (product,)),
        domains=(_domain(product),),
        rating=(product.quality.rating or "") if product.quality else "",
        synthetic=product.synthetic,
    )


def _indicator(manifest: ReleaseManifest, indicator: ReleasedIndicator) -> Entry:
    products = tuple(one for one in map(manifest.product, indicator.products) if one)
    named = (indicator.title, indicator.short_title, indicator.why, *indicator.also_called)
    return Entry(
        kind="indicator",
        key=indicator.id,
        title=indicator.title,
        about=indicator.why,
        names=_folded(*named),
        owner=products[0].owner if products else "",
        sensitivity="open" if manifest.audience.value == "open" else "internal",
        freshness=_freshness(manifest, products),
        domains=tuple(dict.fromkeys(map(_domain, products))),
        synthetic=indicator.synthetic,
    )


def _pages(manifest: ReleaseManifest) -> Iterator[Entry]:
    for page in manifest.pages:
        yield Entry(
            kind="page",
            key=page.name,
            title=page.title,
            about=page.lede,
            names=_folded(page.title, page.lede),
        )


def _definitions(manifest: ReleaseManifest) -> Iterator[Entry]:
    for one in manifest.definitions:
        yield Entry(
            kind="definition",
            key=one.name,
            title=one.title,
            about=one.rule,
            names=_folded(one.title, one.term, one.agency, one.rule),
            owner=one.agency,
        )


def _agreements(manifest: ReleaseManifest) -> Iterator[Entry]:
    for one in manifest.agreements:
        parties = [manifest.organisation(name) for name in (*one.providers, *one.recipients)]
        named = [party.title for party in parties if party]
        products = [found for found in map(manifest.product, one.products) if found]
        yield Entry(
            kind="agreement",
            key=one.id,
            title=one.title,
            about=one.objective,
            names=_folded(one.title, one.objective, *one.purposes, *named),
            owner=named[0] if named else "",
            domains=tuple(dict.fromkeys(map(_domain, products))),
        )


def _domain(product: ReleasedProduct) -> str:
    return product.domain or product.id.partition(".")[0]


def _freshness(manifest: ReleaseManifest, products: tuple[ReleasedProduct, ...]) -> str:
    """Late where any of the products was overdue on the day of the release."""
    due = [one.next_due for one in products if one.next_due]
    if not due:
        return UNPROMISED
    return LATE if min(due) < manifest.made_at.date() else IN_TIME


def _folded(*words: str) -> str:
    # A word at a time, as what is folded at once is as long as what may be typed.
    return " ".join(fold(word) for text in words for word in text.split())
