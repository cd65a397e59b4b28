"""The catalogue: all that a release has, to be searched and narrowed down without a script."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hereabouts.doors.web.address import AddressError, not_found
from hereabouts.doors.web.catalogued.column_words import sensitivity_words
from hereabouts.doors.web.catalogued.entries import Entry, entries_of
from hereabouts.doors.web.catalogued.filters import FRESHNESS, KIND, LISTS, filtered, lists
from hereabouts.doors.web.found.parties import Party, party
from hereabouts.doors.web.languages import gettext, ngettext, translated
from hereabouts.doors.web.visit import PageAnswer, Visit

A_PAGE = 50  # entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry, its address, and what is said of it in a line."""

    entry: Entry
    href: str
    kind: str
    about: str
    facts: str


def catalogue(visit: Visit) -> PageAnswer:
    """Everything that fits what is asked for, fifty at a time.

    Raises:
        AddressError: W201; W202, nothing has what is asked for, or there is no such page.
    """
    asked = visit.asked("q", "page", *LISTS)
    entries = entries_of(visit.reader)
    found = filtered(entries, asked)
    # A site of files has no answer to a form, so its one page has everything.
    size = len(found) or 1 if visit.published else A_PAGE
    page, pages = _page(asked.get("page"), len(found), size)
    shown = found[(page - 1) * size : page * size]
    return PageAnswer(
        "catalogue.html",
        {
            "title": gettext("Catalogue"),
            "text": asked.get("q", ""),
            "lists": lists(entries, asked),
            "listed": [_listed(visit, one) for one in shown],
            "said": ngettext("%(num)s entry", "%(num)s entries", len(found)),
            "narrowed": bool(set(asked) - {"page"}),
            "parties": _parties(visit),
            "current": "catalogue",
            **_turning(visit, asked, page, pages),
        },
    )


def _page(asked: str | None, count: int, size: int) -> tuple[int, int]:
    pages = max(1, -(-count // size))
    if asked is None:
        return 1, pages
    if not asked.isascii() or not asked.isdigit() or not 1 <= int(asked) <= pages:
        raise AddressError(
            "the catalogue has no such page", code="W202", do=f"use 1 to {pages}", status=400
        )
    return int(asked), pages


def _turning(visit: Visit, asked: Mapping[str, str], page: int, pages: int) -> Mapping[str, Any]:
    """Where the pages before and after are; None at either end."""
    kept: dict[str, str | int | None] = {**asked}
    before = visit.links.catalogue(**kept | {"page": page - 1 if page > 2 else None})
    return {
        "page": page,
        "pages": pages,
        "before": before if page > 1 else None,
        "after": visit.links.catalogue(**kept | {"page": page + 1}) if page < pages else None,
    }


def _listed(visit: Visit, entry: Entry) -> Listed:
    facts = [
        entry.owner,
        sensitivity_words(entry.sensitivity),
        translated(FRESHNESS[entry.freshness]) if entry.freshness == "late" else "",
        gettext("quality %(rating)s", rating=translated(entry.rating)) if entry.rating else "",
    ]
    return Listed(
        entry=entry,
        href=entry.thing.href(visit.links, visit.manifest),
        kind=translated(KIND[entry.kind]),
        about=entry.about,
        facts=", ".join(filter(None, facts)),
    )


def _parties(visit: Visit) -> list[tuple[str, Party]]:
    """Every organisation with the address that stands for it, and the name of its place here."""
    return [(f"organisation-{one.id}", party(one, "")) for one in visit.manifest.organisations]


def definition_page(visit: Visit, *, definition: str) -> PageAnswer:
    """One definition: its rule in words, who uses it, and why.

    Raises:
        AddressError: W404, the release has no such definition.
    """
    visit.asked()
    found = next((one for one in visit.manifest.definitions if one.name == definition), None)
    if found is None:
        raise not_found(
            "there is no such definition in this release", code="W404", do="see the catalogue"
        )
    facts = [
        (gettext("Defines"), found.term),
        (gettext("Used by"), found.agency),
        (gettext("Agreed by all"), gettext("Yes") if found.agreed else gettext("No")),
        (gettext("Why"), found.why),
        (gettext("Source"), found.source),
    ]
    return PageAnswer(
        "catalogue_entry.html",
        {
            "title": found.title,
            "lede": found.rule,
            "caption": gettext("Definition"),
            "facts": [(name, said) for name, said in facts if said],
            "products": [],
            "current": "catalogue",
        },
    )
