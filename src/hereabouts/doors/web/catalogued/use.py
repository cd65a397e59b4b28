"""Who uses a product, who may, and how to ask for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.doors.web.found.parties import contact
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.visit import Visit
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.release.manifest_catalogue import ReleasedAgreement
from hereabouts.release.manifest_model import ReleasedPage, ReleasedProduct


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How to be let use a product: at `href`, or of whom."""

    words: str
    href: str | None  # where people sign in and ask
    contact: str  # an e-mail address or the name of whoever decides; empty where it is open


def asking(visit: Visit, product: ReleasedProduct) -> Asking:
    """Anyone may use what is open; the rest is asked for here, or of whom the contract names."""
    if product.sensitivity == Sensitivity.OPEN.value:
        words = gettext("Anyone may use it, under its licence.")
        return Asking(words=words, href=None, contact="")
    words = gettext("It is not open: whoever wants to use it asks, and says what for.")
    if visit.asks:
        return Asking(words=words, href=visit.links.ask_for(product.id), contact="")
    found = contact(visit, product)
    return Asking(words=words, href=None, contact=found.email or found.name)


def agreements_of(visit: Visit, product: ReleasedProduct) -> tuple[ReleasedAgreement, ...]:
    """The agreements that open it to somebody."""
    return tuple(one for one in visit.manifest.agreements if product.id in one.products)


def pages_of(visit: Visit, product: ReleasedProduct) -> Iterator[ReleasedPage]:
    """The declared pages that show an indicator made from it."""
    shown = {one.id for one in visit.manifest.observed if product.id in one.products}
    for page in visit.manifest.pages:
        named = {*page.indicators, *(name for one in page.sections for name in one.indicators)}
        if shown & named:
            yield page


def made_from_it(visit: Visit, product: ReleasedProduct) -> Iterator[ReleasedProduct]:
    """The products that read it."""
    return (one for one in visit.manifest.products if product.id in one.inputs)
