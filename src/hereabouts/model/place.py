"""The place a partnership looks after, and the areas it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from hereabouts.errors import Location
from hereabouts.model.code_history import CodeHistory
from hereabouts.model.languages import ENGLISH
from hereabouts.model.neighbourhood import (
    DefinedBy,
    MembersProduct,
    Neighbourhood,
    Population,
    PostcodeLookup,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaType:
    """One kind of area, and the product that lists its areas.

    The base type is the smallest; every other type's areas are whole sets of base areas.
    `parents` are columns of the base product that hold the code of the area each base area
    lies in, one per other type.
    """

    code: str  # lsoa11, icb22, neighbourhood
    title: str  # Lower layer super output area (2011)
    plural: str
    short: str  # LSOA
    product: str | None  # None only for custom areas
    code_column: str
    name_column: str
    base: bool = False
    parents: Mapping[str, str]  # area type -> column; only for the base type
    boundaries: str | None = None  # product with code_column and geometry; else dissolved from base
    layer: str | None = None  # what it is whatever the year, such as lsoa
    vintage: int | None = None  # the year its areas were drawn for
    nests_in: tuple[str, ...] = ()  # types, one area of which holds the whole of each of these
    members_from: MembersProduct | None = None  # a whole set of custom areas
    overlapping: bool = False  # whether a base area may lie in several of them
    defined_by: DefinedBy | None = None  # the whole set
    at: Location

    @property
    def custom(self) -> bool:
        """Whether its areas are of one's own making."""
        return self.product is None


#: What an indicator is compared to when it says `compare_to: place`.
WHOLE_PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """One big area that others are compared to: every row of a product whose code so begins.

    It may reach beyond the place: a product of all England gives England's rate to a county.
    """

    name: str
    title: str
    code: str  # E92000001
    begins: tuple[str, ...]  # of area codes: E, or E and W
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Base areas in ordered groups, such as tenths by deprivation."""

    name: str
    title: str
    product: str
    code_column: str
    column: str  # whole numbers, from 1
    worst_first: bool  # whether 1 is the worst off
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarAreas:
    """Which areas are shown beside areas like them, and what makes two alike."""

    area_type: str
    count: int  # how many are shown beside each
    indicators: tuple[str, ...]  # whose newest released totals are compared
    weights: Mapping[str, float]  # of those that do not count once
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture that draws and does nothing else."""

    kind: str  # image/png | image/svg+xml
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours and words of the site. Never the crown, nor a typeface we may not use."""

    colour: str = "#12436D"
    accent: str = "#F46A25"
    organisation: str = ""
    contact: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """place.yml."""

    title: str
    description: str
    area_types: tuple[AreaType, ...]  # smallest first
    neighbourhoods: tuple[Neighbourhood, ...]
    home_area_type: str  # what rankings show first
    benchmarks: tuple[Benchmark, ...] = ()
    groups: tuple[Group, ...] = ()
    similar_areas: SimilarAreas | None = None
    code_history: CodeHistory | None = None  # what retired codes became, for messages
    postcode_lookup: PostcodeLookup | None = None
    population: Population | None = None
    look: Look
    languages: tuple[str, ...] = (ENGLISH,)  # of the site's own words, the main one first
    at: Location

    @property
    def base(self) -> AreaType:
        """The smallest area type, which every other is made of."""
        return next(area_type for area_type in self.area_types if area_type.base)

    def area_type(self, code: str) -> AreaType | None:
        """The area type called `code`, or None."""
        return next((t for t in self.area_types if t.code == code), None)

    def benchmark(self, name: str) -> Benchmark | None:
        """The benchmark called `name`, or None."""
        return next((b for b in self.benchmarks if b.name == name), None)

    def group(self, name: str) -> Group | None:
        """The group called `name`, or None."""
        return next((g for g in self.groups if g.name == name), None)
