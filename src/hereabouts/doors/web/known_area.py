"""The area that an address names, or what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hereabouts.doors.web import words
from hereabouts.doors.web.address import AddressError, not_found
from hereabouts.doors.web.languages import N_
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Area
from hereabouts.release.reader_retired import Retired

Href = Callable[[Area], str]
GONE = 410  # not 404: the code was right once, will not come back, and we can say what to use


@dataclass(frozen=True, slots=True, kw_only=True)
class Successor:
    """An area that took the place of one that is no more."""

    area_type: str
    code: str
    name: str
    href: str


class RetiredAreaError(AddressError):
    """The address names an area that is no more; `successors` took its place."""

    title = N_("This area has changed")

    def __init__(self, retired: Retired, successors: tuple[Successor, ...]) -> None:
        """With where each successor is."""
        use = " and ".join(f"{one.name} ({one.code})" for one in successors)
        super().__init__(retired_words(retired), code="W350", do=f"use {use}", status=GONE)
        self.since = retired.since
        self.successors = successors
        self.elsewhere = retired.elsewhere


def known_area(visit: Visit, area_type: str, code: str, *, href: Href | None = None) -> Area:
    """The area with `code`.

    Args:
        visit: the release that is asked.
        area_type: code of its kind.
        code: its own.
        href: where an area is that took its place; its page unless said.

    Raises:
        AddressError: W350, its code is retired; W205 or W206, there is no such area.
    """
    found = visit.reader.area(area_type, code=code)
    if found is not None:
        return found
    raise_if_retired(visit, code, href=href)
    visit.area_type(area_type)
    raise not_found("there is no area with that code here", code="W206", do="search for it by name")


def raise_if_retired(visit: Visit, code: str, *, href: Href | None = None) -> None:
    """Nothing, unless `code` was one of an area that is no more.

    Raises:
        RetiredAreaError: W350.
    """
    retired = visit.reader.retired(code)
    if retired is None:
        return
    to = href or (lambda area: visit.links.area(area.area_type, code=area.code))
    successors = tuple(
        Successor(area_type=one.area_type, code=one.code, name=one.name, href=to(one))
        for one in retired.successors
    )
    raise RetiredAreaError(retired, successors)


def retired_words(retired: Retired) -> str:
    """`the code E07000163 has not been used since 1 April 2023: its area became ...`."""
    became = [f"{one.name} ({one.code})" for one in retired.successors]
    became += [f"{code}, which is not in this release" for code in retired.elsewhere]
    return (
        f"the code {retired.code} {_since(retired.since)}: its area became {' and '.join(became)}"
    )


def _since(since: str) -> str:
    if not since:
        return "is no longer used"
    if since.isdigit():
        return f"was out of use by {since}"
    return f"has not been used since {words.long_date(date.fromisoformat(since))}"
