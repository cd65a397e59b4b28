"""Who publishes, who made and whom to ask, by addresses that stand for organisations.

No list of the government's has councils or integrated care boards, so each has the address that
its organisations.yml gives, or one made from its code, or else one on this site.

Source:
    ONS Geography, identifiers of statistical geographies; NHS England, Organisation Reference Data
    API 2.0.0, for ODS codes.
"""

import re
from dataclasses import dataclass

from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_catalogue import ReleasedOrganisation
from hereabouts.release.manifest_model import ReleasedProduct, ReleaseManifest

_GSS = re.compile(r"[EJKLMNSW][0-9]{8}")
_OF_GSS = "http://statistics.data.gov.uk/id/statistical-geography/"
_OF_ODS = "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/"


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation: the address that stands for it, and its name."""

    iri: str
    name: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask. `email` is empty where no address is meant for everyone."""

    name: str
    email: str


def publisher(manifest: ReleaseManifest, site: str) -> Party:
    """The place's own organisation, as organisations.yml has it or else by its name."""
    name = manifest.place.organisation or manifest.place.title
    for one in manifest.organisations:
        if one.title.casefold() == name.casefold():
            return party(one, site)
    return Party(f"{site}/#publisher", name)


def party(organisation: ReleasedOrganisation, site: str) -> Party:
    """The organisation by its own address, else one of its GSS or ODS code, else one here."""
    code = organisation.code
    if organisation.uri:
        iri = organisation.uri
    elif code:
        iri = f"{_OF_GSS if _GSS.fullmatch(code) else _OF_ODS}{code}"
    else:
        iri = f"{site}/catalogue#organisation-{organisation.id}"
    return Party(iri, organisation.title)


def creators(
    manifest: ReleaseManifest, products: tuple[ReleasedProduct, ...], site: str
) -> tuple[Party, ...]:
    """The controllers of the products' domains; the publisher where none is named."""
    found = (party(one, site) for product in products for one in controllers(manifest, product))
    return tuple(dict.fromkeys(found)) or (publisher(manifest, site),)


def controllers(
    manifest: ReleaseManifest, product: ReleasedProduct
) -> tuple[ReleasedOrganisation, ...]:
    """The organisations that answer for the domain of a product."""
    domain = product.domain or product.id.partition(".")[0]
    return tuple(one for one in manifest.organisations if domain in one.domains)


def contact(visit: Visit, product: ReleasedProduct | None) -> Contact:
    """Whom to ask about a product: its support, its owner, its controller, else the place."""
    manifest, place = visit.manifest, visit.manifest.place
    owners = controllers(manifest, product) if product else ()
    addresses = [
        *(product.support if product else ()),
        *([product.owner] if product else []),
        *(one.contact for one in owners),
        place.contact,
    ]
    names = [
        *([product.owner] if product else []),
        *(one.title for one in owners),
        place.organisation,
        place.title,
    ]
    email = next((one for one in addresses if _is_email(one)), "")
    return Contact(next(one for one in names if one and not _is_email(one)), email)


def _is_email(said: str) -> bool:
    return "@" in said and "/" not in said
