"""About this data: what is behind the release, who owns it, and what was hidden."""

from dataclasses import dataclass

from hereabouts.doors.web.defined_words import defined_words, kind_words
from hereabouts.doors.web.disclosure_words import attack_sentences, disclosure_rows
from hereabouts.doors.web.glossary.concepts import concepts_of
from hereabouts.doors.web.languages import gettext, ngettext
from hereabouts.doors.web.pages.product import linked
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.model.observation import Marker
from hereabouts.release.manifest_model import (
    ReleasedAreaType,
    ReleaseManifest,
)
from hereabouts.release.manifest_neighbourhood import ReleasedNeighbourhood

MOST_DEFINED = 60  # custom areas of a type; the others say it on their own pages


@dataclass(frozen=True, slots=True)
class AreaDefined:
    """A custom area, its address, and who says what it is made of."""

    name: str
    href: str
    words: str


@dataclass(frozen=True, slots=True)
class AreasDefined:
    """One type of area; custom ones are listed, but for `more` beyond the first."""

    words: str
    listed: tuple[AreaDefined, ...]
    more: int


def about(visit: Visit) -> PageAnswer:
    """Sources and products, indicators, protection and the glossary."""
    visit.asked()
    manifest = visit.manifest
    products = linked(visit, manifest.products)
    return PageAnswer(
        "about.html",
        {
            "title": gettext("About this data"),
            "received": [one for one in products if one.product.origin],
            "derived": [one for one in products if not one.product.origin],
            "synthetic": [one for one in products if one.product.synthetic],
            "indicators": [(one, visit.links.indicator(one)) for one in manifest.observed],
            "areas": [_areas(kind, visit) for kind in manifest.area_types if kind.count],
            "protection": protection_sentences(manifest),
            "disclosed": disclosure_rows(manifest),
            "attacked": attack_sentences(manifest.attack),
            "policies": sorted({one.policy for one in manifest.observed}, key=lambda p: p.name),
            "glossary": list(concepts_of(visit.reader).values()),
            "markers": tuple(Marker),
            "current": "about",
        },
    )


def _areas(kind: ReleasedAreaType, visit: Visit) -> AreasDefined:
    of_kind = [one for one in visit.manifest.neighbourhoods if one.area_type == kind.code]
    listed = [_defined(visit, one) for one in of_kind[:MOST_DEFINED]]
    return AreasDefined(
        f"{kind_words(kind)}: {kind.count:,}", tuple(listed), more=len(of_kind) - len(listed)
    )


def _defined(visit: Visit, one: ReleasedNeighbourhood) -> AreaDefined:
    area = visit.reader.area(one.area_type, code=one.code)
    name = area.name if area else one.code
    href = visit.links.area(one.area_type, code=one.code)
    return AreaDefined(name, href, " ".join(defined_words(visit.manifest, one)))


def protection_sentences(manifest: ReleaseManifest) -> tuple[str, ...]:
    """What was done to protect people, in words."""
    said = manifest.disclosure
    if not said.hidden and not said.rounded_to:
        return (gettext("Nothing in this release is hidden or rounded."),)
    hidden = ngettext("%(num)s value is", "%(num)s values are", said.hidden)
    shown = ngettext("%(num)s is", "%(num)s are", said.shown)
    sentences = [
        gettext(
            "%(hidden)s hidden to protect people's confidentiality, and %(shown)s shown.",
            hidden=hidden,
            shown=shown,
        ),
        gettext("A hidden value is written [c]. Hidden is not zero, and zero is not missing."),
    ]
    if said.rounded_to:
        sentences.append(
            gettext(
                "Counts of people are rounded to the nearest %(rounded_to)s.",
                rounded_to=said.rounded_to,
            )
        )
    return tuple(sentences)
