"""Areas of one's own: what each is made of, who says so, and since when."""

from dataclasses import dataclass
from datetime import date

from hereabouts.errors import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedBy:
    """Who says what a custom area is made of. The version changes whenever the members do."""

    owner: str
    version: str  # a date or a number
    valid_from: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A custom area: a named set of base areas, listed or best fitted to postcodes."""

    code: str
    name: str
    area_type: str  # the custom area type that it is one of
    members: tuple[str, ...] = ()  # codes of base areas
    postcodes: tuple[str, ...] = ()  # capitals without spaces; a base area mostly in them is in
    file: str | None = None  # that lists either
    defined_by: DefinedBy | None = None
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class MembersProduct:
    """A product that says which custom area each base area is in: a whole set of them."""

    product: str
    code_column: str  # of the base area
    neighbourhood_column: str  # the custom area's code
    name_column: str  # the custom area's name


@dataclass(frozen=True, slots=True, kw_only=True)
class PostcodeLookup:
    """The product that says which base area each postcode is in, by its publisher's best fit."""

    product: str
    postcode_column: str
    base_column: str
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """How many people live in each base area: what a lookup may be seen to lose."""

    product: str
    code_column: str
    column: str
    at: Location
