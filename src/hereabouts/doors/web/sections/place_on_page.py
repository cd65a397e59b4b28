"""Where a section is on its page, and which part of the page's address is its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from hereabouts.doors.web.map_asked import LOOK
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import Section, SectionKind
from hereabouts.release.manifest_model import ReleasedPage

#: What the script of a sorted table remembers; the page itself is the same.
SCRIPTED = ("sort", "q")
CHOSEN: Mapping[SectionKind, tuple[str, ...]] = {
    SectionKind.MAP: ("indicator", "area_type", "period", "category", *LOOK),
    SectionKind.RANKING: ("indicator", "area_type", "period", "category", "sort", "page"),
    SectionKind.TRIANGULATION: ("area_type",),
    SectionKind.INEQUALITY: ("period",),
    SectionKind.TABLE: ("area_type", "page"),
    SectionKind.PROFILE: ("area_type",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOnPage:
    """A section's name, its page, and all that the page's address asks.

    What is chosen in a section is written `<section>.<what>`, so that sections never clash.
    """

    page: str
    section: str
    asked: Mapping[str, str]

    @property
    def own(self) -> Mapping[str, str]:
        """What the address asks of this section, by the plain names."""
        start = f"{self.section}."
        found = {k.removeprefix(start): v for k, v in self.asked.items() if k.startswith(start)}
        return {k: v for k, v in found.items() if v}

    @property
    def others(self) -> Mapping[str, str]:
        """What it asks of the other sections."""
        return {k: v for k, v in self.asked.items() if not k.startswith(f"{self.section}.")}

    def named(self, what: str) -> str:
        """The parameter with which `what` is chosen here."""
        return f"{self.section}.{what}"

    def address(self, visit: Visit, state: Mapping[str, str | int | None]) -> str:
        """The same page with this section in `state`; the other sections stay."""
        here = {self.named(what): value for what, value in state.items()}
        return visit.links.declared(self.page, **(dict(self.others) | here))


def chosen_in(kind: SectionKind) -> tuple[str, ...]:
    """What decides the picture of a section: an order or a page of a table does not."""
    return tuple(what for what in CHOSEN.get(kind, ()) if what not in ("sort", "page"))


def allowed(page: ReleasedPage) -> tuple[str, ...]:
    """Every parameter that the address of `page` may have."""
    return tuple(name for section in page.sections for name in _of(section))


def _of(section: Section) -> tuple[str, ...]:
    own = tuple(f"{section.name}.{what}" for what in CHOSEN.get(section.kind, ()))
    scripted = tuple(f"{section.name}-{what}" for what in SCRIPTED)
    return own + (scripted if section.kind is SectionKind.RANKING else ())
