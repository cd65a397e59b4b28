"""Where a page says that board packs can be had."""

from collections.abc import Collection
from dataclasses import dataclass

from hereabouts.doors.web.board_pack.chosen import chosen_theme, theme_names
from hereabouts.doors.web.board_pack.needs import offered
from hereabouts.doors.web.headline import headline
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Area
from hereabouts.release.manifest_model import ReleasedPage


@dataclass(frozen=True, slots=True)
class PackOffer:
    """One pack, and each of its formats with its address."""

    title: str
    files: tuple[tuple[str, str], ...]


def packs_of_area(visit: Visit, area: Area, *, shown: Collection[str]) -> list[PackOffer]:
    """A pack of every theme and declared page with something for the area.

    Args:
        visit: whose release it is.
        area: which.
        shown: ids of the indicators that the area has, be it only a marker.
    """
    endings = offered()
    left_out = visit.published is not None and area.area_type not in visit.published.packs
    if left_out or not endings:
        return []
    found = [(name, chosen_theme(visit, name)) for name in theme_names(visit)]
    return [
        PackOffer(chosen.title, _files(visit, name, (area.area_type, area.code), endings))
        for name, chosen in found
        if any(one.id in shown for one in chosen.indicators)
    ]


def pack_of_page(visit: Visit, page: ReleasedPage) -> PackOffer | None:
    """The pack of a declared page in the area that stands for the whole place, where one does."""
    endings = offered()
    for indicator in chosen_theme(visit, page.name).indicators if endings else ():
        lead = headline(visit.reader, indicator).lead
        if lead is not None:
            files = _files(visit, page.name, (lead.area_type, lead.area_code), endings)
            return PackOffer(f"{page.title}: {lead.area_name}", files)
    return None


def _files(
    visit: Visit, name: str, area: tuple[str, str], endings: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    kind, code = area
    return tuple(
        (ending.upper(), visit.links.board_pack(name, kind, code=code, ending=ending))
        for ending in endings
    )
