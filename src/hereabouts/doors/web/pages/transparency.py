"""Who receives which data, under which law, until when and how often; and notices of privacy."""

from dataclasses import dataclass

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.languages import both_forms, gettext, month_in_words, ngettext
from hereabouts.doors.web.transparency.law_words import law_words
from hereabouts.doors.web.transparency.reads import month_known, monthly, reads_in
from hereabouts.doors.web.transparency.register import contacts, titles
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.doors.web.words import long_date, sentence
from hereabouts.release.manifest_catalogue import ReleasedAgreement, ReleasedShare

_UNITS = {
    "d": both_forms("%(num)s day", "%(num)s days"),
    "w": both_forms("%(num)s week", "%(num)s weeks"),
    "m": both_forms("%(num)s month", "%(num)s months"),
    "y": both_forms("%(num)s year", "%(num)s years"),
}
Linked = tuple[str, str]  # words, and where they lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One agreement in the table of all."""

    title: str
    href: str
    recipients: str
    products: tuple[Linked, ...]
    law: str
    until: str
    reads: str


def transparency(visit: Visit) -> PageAnswer:
    """Every agreement, the soonest to end first, and every privacy notice."""
    visit.asked()
    manifest, month = visit.manifest, month_known(visit.manifest)
    ordered = sorted(manifest.agreements, key=lambda one: (one.revoked_on or one.ends_on, one.id))
    return PageAnswer(
        "transparency.html",
        {
            "title": gettext("Who receives data"),
            "rows": [_row(visit, one) for one in ordered],
            "month": month_in_words(month) if month else "",
            "notices": [(one.title, visit.links.privacy(one.domain)) for one in manifest.notices],
            "file": visit.links.agreements_file(),
            "current": "about",
        },
    )


def _row(visit: Visit, agreement: ReleasedAgreement) -> Row:
    month = month_known(visit.manifest)
    return Row(
        title=agreement.title,
        href=visit.links.agreement(agreement.id),
        recipients=", ".join(titles(visit.manifest, agreement.recipients)),
        products=tuple(_product(visit, name) for name in agreement.products),
        law=", ".join(filter(None, (law_words(agreement.lawful_basis), agreement.power))),
        until=when(agreement),
        reads=reads_in(agreement, month) if month else "",
    )


def when(agreement: ReleasedAgreement) -> str:
    """From which day until which: true on whatever day it is read."""
    said = gettext(
        "from %(first)s until %(last)s",
        first=long_date(agreement.starts_on),
        last=long_date(agreement.ends_on),
    )
    if agreement.revoked_on is None:
        return said
    revoked = gettext("revoked from %(day)s", day=long_date(agreement.revoked_on))
    return f"{said}; {revoked}"


def _product(visit: Visit, name: str) -> Linked:
    """Its title and its page, where the release has it."""
    found = visit.manifest.product(name)
    return (found.title, visit.links.product(name)) if found else (name, "")


def agreement_page(visit: Visit, *, agreement: str) -> PageAnswer:
    """One agreement: all that its register entry says.

    Raises:
        AddressError: W403, the release has no such agreement.
    """
    visit.asked()
    found = visit.manifest.agreement(agreement)
    if found is None:
        raise not_found(
            "there is no such agreement in this release", code="W403", do="see who receives data"
        )
    return PageAnswer(
        "transparency_agreement.html",
        {
            "title": found.title,
            "agreement": found,
            "facts": [(name, said) for name, said in _facts(visit, found) if said],
            "contacts": contacts(visit.manifest, found),
            "shared": [(_product(visit, one.product), _how_much(one)) for one in found.shared],
            "products": [_product(visit, name) for name in found.products],
            "months": monthly(found, visit.manifest),
            "current": "about",
        },
    )


def _facts(visit: Visit, one: ReleasedAgreement) -> list[tuple[str, str]]:
    manifest = visit.manifest
    return [
        (gettext("Shared by"), ", ".join(titles(manifest, one.providers))),
        (gettext("Shared with"), ", ".join(titles(manifest, one.recipients))),
        (gettext("Purposes"), sentence("; ".join(one.purposes))),
        (gettext("Who gains from it"), one.benefits),
        (gettext("Lawful basis, UK GDPR"), law_words(one.lawful_basis)),
        (gettext("Condition for special categories"), law_words(one.special_category_condition)),
        (gettext("Legal power"), one.power),
        (gettext("When"), sentence(when(one))),
        (gettext("To be reviewed"), long_date(one.review_on)),
        (gettext("How it reaches them"), one.method),
        (gettext("Kept for"), kept_words(one.retention)),
        (gettext("What happens then"), one.disposal),
        (gettext("Impact assessment"), gettext("Yes") if one.assessed else gettext("Not named")),
    ]


def kept_words(retention: str) -> str:
    """`2 y` in words."""
    count, _space, unit = retention.partition(" ")
    if unit not in _UNITS or not count.isdigit():
        return retention
    return ngettext(*_UNITS[unit], int(count))


def _how_much(share: ReleasedShare) -> str:
    columns = (
        gettext("Columns: %(columns)s.", columns=", ".join(share.columns))
        if share.columns
        else gettext("Every column but those that stand for one person.")
    )
    if share.areas is None:
        return columns
    areas = gettext("Only of some areas: %(count)s.", count=share.areas)
    return f"{columns} {areas}"


def privacy_page(visit: Visit, *, domain: str) -> PageAnswer:
    """What people are told about the data of a domain that is about them.

    Raises:
        AddressError: W430, the release has no such notice.
    """
    visit.asked()
    found = next((one for one in visit.manifest.notices if one.domain == domain), None)
    if found is None:
        raise not_found(
            "there is no such privacy notice in this release",
            code="W430",
            do="see who receives data",
        )
    return PageAnswer(
        "privacy_notice.html", {"title": found.title, "notice": found, "current": "about"}
    )
