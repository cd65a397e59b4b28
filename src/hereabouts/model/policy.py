"""Disclosure policies: policies/disclosure/<policy>.yml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hereabouts.errors import Location
from hereabouts.model.noise import Noise


class Audience(StrEnum):
    """Who a release is for."""

    OPEN = "open"
    INTERNAL = "internal"


class Scheme(StrEnum):
    """How counts are protected."""

    SUPPRESS_AND_ROUND = "suppress_and_round"
    THRESHOLD = "threshold"  # small counts and what gives them away hidden; the rest exact
    CELL_KEY = "cell_key"  # every count moved by noise that the same people always get
    NONE = "none"  # for what is not about people; needs a reason


#: By how many counts a hidden one is uncertain where a policy does not say.
USUAL_WIDTH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationOf:
    """Where the number of people in each base area stands."""

    product: str
    column: str  # summed over the rows of an area
    area: str  # the column with codes of base areas


@dataclass(frozen=True, slots=True, kw_only=True)
class Dominance:
    """When a sum says too much of its largest contributors: one of two rules."""

    contributor: str  # the column that tells contributors apart, such as a provider
    p_percent: float | None = None  # the second largest could tell the largest to within this
    largest: int | None = None  # so many contributors ...
    share_percent: float | None = None  # ... make up more than this of the sum


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosurePolicy:
    """One approved way to protect counts, per audience."""

    name: str
    title: str
    scheme: Scheme
    suppress_from: int
    suppress_to: int
    round_to: int
    hide_zero: bool
    audiences: tuple[Audience, ...]  # those it protects; others see exact figures
    why: str
    approved_by: str
    review_on: date | None
    approved_on: date | None = None
    minimum_width: int = USUAL_WIDTH  # hidden counts are uncertain by this many at least
    noise: Noise | None = None  # of scheme cell_key
    population: PopulationOf | None = None
    minimum_population: Mapping[str, int] = field(default_factory=dict)  # by area type
    dominance: Dominance | None = None
    at: Location

    @property
    def protects_somebody(self) -> bool:
        """Whether there is an audience that it shows less than everything."""
        return self.scheme is not Scheme.NONE and bool(self.audiences)

    @property
    def hides_beside(self) -> bool:
        """Whether rows are hidden beside those that it hides, for what they would tell."""
        hides = self.scheme in (Scheme.SUPPRESS_AND_ROUND, Scheme.THRESHOLD)
        return self.protects_somebody and hides

    def is_overdue(self, day: date) -> bool:
        """Whether it should have been looked at again before `day`."""
        return self.review_on is not None and self.review_on < day
