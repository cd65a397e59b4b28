"""Indicators: a numerator, a denominator, a method and a meaning."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hereabouts.errors import Location


class Method(StrEnum):
    """How a value is made from its numerator and denominator."""

    COUNT = "count"  # value = numerator
    CRUDE_RATE = "crude_rate"  # numerator / denominator * multiplier, Byar's limits
    PROPORTION = "proportion"  # numerator / denominator * multiplier, Wilson limits
    MEAN = "mean"  # numerator / denominator * multiplier, no limits: a weighted mean
    DSR = "dsr"  # directly standardised rate * multiplier, Dobson limits
    INDIRECT_RATIO = "indirect_ratio"  # events over expected events * multiplier, such as 100
    INDIRECT_RATE = "indirect_rate"  # the ratio times the reference's crude rate
    LIFE_EXPECTANCY = "life_expectancy"  # years at the youngest age, Silcocks limits

    @property
    def by_age(self) -> bool:
        """Whether it needs events and people in age bands."""
        return self in (
            Method.DSR,
            Method.INDIRECT_RATIO,
            Method.INDIRECT_RATE,
            Method.LIFE_EXPECTANCY,
        )

    @property
    def from_counts(self) -> bool:
        """Whether value and limits follow from the numerator and denominator alone."""
        return not self.by_age and self is not Method.MEAN


class Polarity(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A sum or a count of rows over one product."""

    product: str
    sum: str | None  # column; None counts rows
    where: str | None  # SQL condition over the product's columns
    of_all: bool = False  # a denominator of the whole area, not of each category of a breakdown


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodOf:
    """The period a value is for: fixed, or one per row from two date columns."""

    label: str | None = None
    start: date | None = None
    end: date | None = None  # out: half open
    start_column: str | None = None
    end_column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """The age bands of the rows: what standardised rates and life expectancy are made from.

    Bands are merged to those of the European Standard Population: five years, up to `oldest`.
    """

    column: str  # the lowest age of a band, or its label: 85, 85+, 85 to 89
    below: int | None = None  # ages from here on are left out: 75 for deaths under 75
    oldest: int = 90  # where the open-ended band begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Spc:
    """A statistical process control chart of each area's values."""

    rebase: tuple[date, ...] = ()  # periods from which new lines are drawn
    target: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """indicators/<theme>/<indicator>.yml."""

    theme: str
    name: str
    title: str
    short_title: str
    why: str
    method: Method
    numerator: Measure
    denominator: Measure | None
    area_type: str  # of the rows of the products
    area_column: str
    period: PeriodOf
    breakdown: str | None  # column, or None
    multiplier: float
    unit: str  # percent | per 100,000 | minutes | admissions
    decimals: int
    better: Polarity
    area_types: tuple[str, ...]  # to publish for
    policy: str  # name of a disclosure policy
    missing_areas_at_most: float  # share of base areas that may lack data before an area is [x]
    confidence: float
    ages: Ages | None = None  # for methods by age
    compare_to: str | None = None  # a benchmark of the place, or `place`, the whole of it
    inequality: str | None = None  # a group of the place
    spc: Spc | None = None
    hot_spots: bool = False
    also_called: tuple[str, ...] = ()  # for finding it
    at: Location

    @property
    def id(self) -> str:
        """`theme.indicator`."""
        return f"{self.theme}.{self.name}"

    @property
    def products(self) -> tuple[str, ...]:
        """The products it reads."""
        found = [self.numerator.product, *([self.denominator.product] if self.denominator else [])]
        return tuple(dict.fromkeys(found))
