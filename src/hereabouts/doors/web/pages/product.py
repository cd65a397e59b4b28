"""One product: what it is, who answers for it, how good it is, and who may use it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.catalogued.column_words import column_rows, sensitivity_words
from hereabouts.doors.web.catalogued.lineage_figure import lineage_figure
from hereabouts.doors.web.catalogued.quality_figure import quality_figure
from hereabouts.doors.web.catalogued.terms import promise_rows, status_words
from hereabouts.doors.web.catalogued.use import agreements_of, asking, made_from_it, pages_of
from hereabouts.doors.web.found.dataset import product_dataset
from hereabouts.doors.web.found.parties import controllers
from hereabouts.doors.web.languages import gettext, translated
from hereabouts.doors.web.updates import updates
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.manifest_model import ReleasedProduct


@dataclass(frozen=True, slots=True)
class Linked:
    """A product and its address."""

    product: ReleasedProduct
    href: str


def product_page(visit: Visit, *, product: str) -> PageAnswer:
    """One product, as far as its sensitivity lets it be told.

    Raises:
        AddressError: W207, the release has no such product.
    """
    visit.asked()
    found = visit.manifest.product(product)
    if found is None:
        raise not_found(
            "there is no such product in this release", code="W207", do="see about this data"
        )
    return PageAnswer(
        "product.html",
        {
            "title": found.title,
            "product": found,
            "dataset": product_dataset(visit, found),
            "quality": quality_sentences(found),
            "updates": updates(visit.manifest, [found]),
            "columns": column_rows(visit, found),
            "lineage": lineage_figure(visit, found),
            "over_time": quality_figure(found),
            "promises": promise_rows(found),
            "status": status_words(found),
            "sensitivity": sensitivity_words(found.sensitivity),
            "asking": asking(visit, found),
            "current": "about",
            **_used(visit, found),
        },
    )


def _used(visit: Visit, product: ReleasedProduct) -> Mapping[str, Any]:
    """What it is made from, what uses it, and who does."""
    links, manifest = visit.links, visit.manifest
    inputs = [one for one in map(manifest.product, product.inputs) if one]
    used = [one for one in manifest.observed if product.id in one.products]
    return {
        "inputs": linked(visit, inputs),
        "outputs": linked(visit, made_from_it(visit, product)),
        "indicators": [(one, links.indicator(one)) for one in used],
        "pages": [(page.title, links.declared(page.name)) for page in pages_of(visit, product)],
        "agreements": [
            (one, links.agreement(one.id), ", ".join(_titles(visit, one.recipients)))
            for one in agreements_of(visit, product)
        ],
        "controllers": ", ".join(one.title for one in controllers(manifest, product)),
    }


def linked(visit: Visit, products: Iterable[ReleasedProduct]) -> list[Linked]:
    """Each product with its address."""
    return [Linked(one, visit.links.product(one.id)) for one in products]


def _titles(visit: Visit, organisations: Iterable[str]) -> list[str]:
    found = [(name, visit.manifest.organisation(name)) for name in organisations]
    return [one.title if one else name for name, one in found]


def quality_sentences(product: ReleasedProduct) -> tuple[str, ...]:
    """How good the product was when it was released, in words."""
    said = product.quality
    if said is None or said.rating is None:
        return (gettext("Its quality was not measured."),)
    sentences = [
        gettext("Rated %(rating)s", rating=translated(said.rating))
        + (
            ""
            if said.score is None
            else gettext(", with a score of %(score)s out of 100", score=f"{said.score:g}")
        )
        + "."
    ]
    measured = [f"{name} {value:g}" for name, value in said.dimensions.items() if value is not None]
    missing = [name for name, value in said.dimensions.items() if value is None]
    if measured:
        sentences.append(gettext("Measured: %(join)s.", join=", ".join(measured)))
    if missing:
        sentences.append(gettext("Not measured: %(join)s.", join=", ".join(missing)))
    if said.reasons:
        sentences.append(
            gettext(
                "Why it is %(rating)s: %(join)s.",
                rating=translated(said.rating),
                join="; ".join(said.reasons),
            )
        )
    if said.accepted:
        sentences.append(
            gettext(
                "Its owner, %(by)s, accepted this until %(until)s: %(why)s",
                by=said.accepted.by,
                until=said.accepted.until,
                why=said.accepted.why,
            )
        )
    return tuple(sentences)
