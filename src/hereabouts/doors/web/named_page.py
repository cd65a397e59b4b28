"""The page of whatever a release names, by its kind and its key."""

from collections.abc import Callable, Mapping

from hereabouts.doors.web.links import Links
from hereabouts.model.term import slug_of
from hereabouts.release.manifest_model import ReleaseManifest


def named_page(kind: str, key: str, *, links: Links, manifest: ReleaseManifest) -> str:
    """The address of an indicator, page, product, definition, agreement or word."""
    if kind == "indicator":
        found = manifest.indicator_of(key)
        return links.indicator(found) if found else links.home()
    made: Mapping[str, Callable[[str], str]] = {
        "page": links.declared,
        "product": links.product,
        "definition": links.definition,
        "agreement": links.agreement,
        "word": lambda term: links.term(slug_of(term)),
    }
    return made[kind](key)
