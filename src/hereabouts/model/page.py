"""Pages by declaration: pages/<page>.yml."""

from dataclasses import dataclass
from enum import StrEnum

from hereabouts.errors import Location
from hereabouts.model.map_colours import MapColours


class SectionKind(StrEnum):
    """What a section of a page shows."""

    HEADLINE = "headline"  # key figures as cards
    MAP = "map"  # one indicator at a time, or need and supply side by side and in one map
    RANKING = "ranking"  # areas in order; the reader chooses the indicator
    TRIANGULATION = "triangulation"  # supply beside need
    TREND = "trend"
    INEQUALITY = "inequality"
    PYRAMID = "pyramid"
    TABLE = "table"  # areas by indicators
    PROFILE = "profile"  # a way to an area's own page
    TEXT = "text"

    @property
    def of_one(self) -> bool:
        """Whether it is about a single indicator."""
        return self in (
            SectionKind.MAP,
            SectionKind.TREND,
            SectionKind.INEQUALITY,
            SectionKind.PYRAMID,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a page."""

    kind: SectionKind
    name: str  # unique on its page: ranking, then ranking-2
    title: str | None = None  # None: what its kind or indicator is called
    words: tuple[str, ...] = ()  # paragraphs
    indicators: tuple[str, ...] = ()
    need: str | None = None  # an indicator, with `supply` another
    supply: str | None = None
    area_types: tuple[str, ...] = ()  # to choose from; none said, all it is published for
    colours: MapColours | None = None  # of a map of one indicator

    @property
    def chooses_indicator(self) -> bool:
        """Whether the reader chooses which of its indicators is shown."""
        of_many = self.kind is SectionKind.MAP and len(self.indicators) > 1
        return of_many or self.kind is SectionKind.RANKING

    @property
    def all_indicators(self) -> tuple[str, ...]:
        """Every indicator it names, need and supply among them."""
        return (*self.indicators, *(one for one in (self.need, self.supply) if one))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: words, the indicators it leads with, and its sections."""

    name: str
    title: str
    lede: str
    indicators: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    at: Location

    @property
    def all_indicators(self) -> tuple[str, ...]:
        """Every indicator it names, in its cards or in a section, each once."""
        in_sections = (one for section in self.sections for one in section.all_indicators)
        return tuple(dict.fromkeys((*self.indicators, *in_sections)))
