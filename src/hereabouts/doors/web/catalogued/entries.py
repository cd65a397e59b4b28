"""All that a catalogue lists of a release: what search finds, and what it is narrowed by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from hereabouts.doors.web.finding.things import Thing, things_of
from hereabouts.model.policy import Audience
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.release.manifest_model import ReleasedProduct, ReleaseManifest
from hereabouts.release.reader import ReleaseReader

LATE, IN_TIME, UNPROMISED = "late", "in-time", "unpromised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line. What a kind does not have is empty."""

    thing: Thing
    about: str
    owner: str = ""
    sensitivity: str = ""
    freshness: str = ""  # late, in-time or unpromised, when the release was made
    domains: tuple[str, ...] = ()
    rating: str = ""

    @property
    def kind(self) -> str:
        """Product, indicator, page, definition or agreement."""
        return self.thing.kind

    @property
    def words(self) -> str:
        """All that it can be found by, folded."""
        return " ".join((*self.thing.names, self.thing.said))


@lru_cache(maxsize=16)
def entries_of(reader: ReleaseReader) -> tuple[Entry, ...]:
    """Every entry of a release, products first."""
    things = things_of(reader)
    return tuple(
        describe(reader.manifest, thing)
        for kind, describe in DESCRIBED.items()
        for thing in things
        if thing.kind == kind
    )


def _product(manifest: ReleaseManifest, thing: Thing) -> Entry:
    found = [one for one in manifest.products if one.id == thing.key]
    product = found[0]
    return Entry(
        thing=thing,
        about=product.purpose,
        owner=product.owner,
        sensitivity=product.sensitivity,
        freshness=_freshness(manifest, found),
        domains=_domains(found),
        rating=(product.quality.rating or "") if product.quality else "",
    )


def _indicator(manifest: ReleaseManifest, thing: Thing) -> Entry:
    indicator = manifest.indicator_of(thing.key)
    named = indicator.products if indicator else ()
    products = [one for one in map(manifest.product, named) if one]
    is_open = manifest.audience is Audience.OPEN
    return Entry(
        thing=thing,
        about=indicator.why if indicator else "",
        owner=products[0].owner if products else "",
        sensitivity=(Sensitivity.OPEN if is_open else Sensitivity.INTERNAL).value,
        freshness=_freshness(manifest, products),
        domains=_domains(products),
    )


def _page(_manifest: ReleaseManifest, thing: Thing) -> Entry:
    return Entry(thing=thing, about=thing.about)


def _definition(manifest: ReleaseManifest, thing: Thing) -> Entry:
    found = next(one for one in manifest.definitions if one.name == thing.key)
    return Entry(thing=thing, about=found.rule, owner=found.agency)


def _agreement(manifest: ReleaseManifest, thing: Thing) -> Entry:
    found = next(one for one in manifest.agreements if one.id == thing.key)
    provider = manifest.organisation(found.providers[0]) if found.providers else None
    products = [one for one in map(manifest.product, found.products) if one]
    return Entry(
        thing=thing,
        about=found.objective,
        owner=provider.title if provider else "",
        domains=_domains(products),
    )


#: Kind of thing -> what a catalogue says of one, in the order in which kinds are listed.
DESCRIBED: Mapping[str, Callable[[ReleaseManifest, Thing], Entry]] = {
    "product": _product,
    "indicator": _indicator,
    "page": _page,
    "definition": _definition,
    "agreement": _agreement,
}


def _domains(products: list[ReleasedProduct]) -> tuple[str, ...]:
    named = (one.domain or one.id.partition(".")[0] for one in products)
    return tuple(dict.fromkeys(named))


def _freshness(manifest: ReleaseManifest, products: list[ReleasedProduct]) -> str:
    """Late where any of the products was overdue on the day of the release."""
    due = [one.next_due for one in products if one.next_due]
    if not due:
        return UNPROMISED
    return LATE if min(due) < manifest.made_at.date() else IN_TIME
