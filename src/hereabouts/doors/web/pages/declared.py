"""Pages a project declares: words, the indicators they lead with, and their sections."""

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.board_pack.offers import pack_of_page
from hereabouts.doors.web.cards import card_of
from hereabouts.doors.web.pages.home import led_by
from hereabouts.doors.web.sections.build import sections_of
from hereabouts.doors.web.visit import PageAnswer, Visit


def declared_page(visit: Visit, *, name: str) -> PageAnswer:
    """The page `pages/<name>.yml` declares.

    Raises:
        AddressError: W203, the release has no such page; W201 or W202, a section has no such part.
    """
    page = next((one for one in visit.manifest.pages if one.name == name), None)
    if page is None:
        raise not_found(
            "there is no page at this address", code="W203", do="start at the home page"
        )
    sections = sections_of(visit, page)
    cards = [card_of(visit, indicator=one) for one in led_by(visit.manifest, page)]
    return PageAnswer(
        "declared.html",
        {
            "title": page.title,
            "lede": page.lede,
            "cards": cards,
            "pack": pack_of_page(visit, page),
            "sections": sections,
            "synthetic": any(card.headline.indicator.synthetic for card in cards)
            or any(section.partly for section in sections),
            "current": f"page {name}",
        },
    )
