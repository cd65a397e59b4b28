"""The place a partnership looks after, and the areas it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass

from hereabouts.errors import Location


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
    product: str | None  # None only for neighbourhoods, which place.yml itself lists
    code_column: str
    name_column: str
    base: bool = False
    parents: Mapping[str, str]  # area type -> column; only for the base type
    boundaries: str | None = None  # product with code_column and geometry; else dissolved from base
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A custom area: a named set of base areas."""

    code: str
    name: str
    members: tuple[str, ...]
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours and words of the site. Never the crown, nor a typeface we may not use."""

    colour: str = "#12436D"
    accent: str = "#F46A25"
    organisation: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """place.yml."""

    title: str
    description: str
    area_types: tuple[AreaType, ...]  # smallest first
    neighbourhoods: tuple[Neighbourhood, ...]
    home_area_type: str  # what rankings show first
    look: Look
    at: Location

    @property
    def base(self) -> AreaType:
        """The smallest area type, which every other is made of."""
        return next(area_type for area_type in self.area_types if area_type.base)

    def area_type(self, code: str) -> AreaType | None:
        """The area type called `code`, or None."""
        return next((t for t in self.area_types if t.code == code), None)
