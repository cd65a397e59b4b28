"""How long what is held is kept, what happens then, and what may not go meanwhile.

Source:
    Records Management Code of Practice (NHS England, 2021) and retention schedules of councils:
    record type, period, from when it counts, authority. UK GDPR Articles 5(1)(e) and 17(3)(e).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hereabouts.errors import Location
from hereabouts.model.time_span import Span, read_span

MOST_MONTHS = 1_800  # 150 years: longer is a slip of the pen
RECEIVED, MADE = "received", "made"


class Then(StrEnum):
    """What happens to what was kept long enough."""

    DELETE = "delete"
    ARCHIVE = "archive"  # written to a folder first, and then deleted


class Driver(StrEnum):
    """Why it is kept so long."""

    LEGAL = "legal"
    BUSINESS = "business"


def kept_for(said: str) -> Span | None:
    """A period of keeping, as `7 y` or `P7Y`; None when it is not one."""
    return read_span(said, most_months=MOST_MONTHS)


def covers(patterns: tuple[str, ...], product_id: str) -> bool:
    """Whether one of the patterns is the product, or `domain.*` of its domain."""
    return product_id in patterns or f"{product_id.partition('.')[0]}.*" in patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionSchedule:
    """One file of policies/retention/: a type of record and how long it is kept."""

    name: str
    record_type: str
    products: tuple[str, ...]  # `domain.product` or `domain.*`
    keep: str  # as `7 y`
    counted_from: str  # a date column of the products, or received | made
    then: Then
    archive_to: str = ""  # a folder; relative to the project folder unless absolute
    authority: str  # the law or schedule it comes from
    driver: Driver
    approved_by: str
    approved_on: date
    review_on: date
    at: Location

    @property
    def column(self) -> str | None:
        """The column that it counts from; None where it counts from receipt or making."""
        return None if self.counted_from in (RECEIVED, MADE) else self.counted_from

    def covers(self, product_id: str) -> bool:
        """Whether the product is under it."""
        return covers(self.products, product_id)

    @property
    def terms(self) -> tuple[str, str, str]:
        """What two schedules must agree on to be one rule."""
        span = kept_for(self.keep)
        said = f"{span.months} {span.time}" if span else self.keep
        return said, self.counted_from, self.then.value


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRows:
    """The rows that a hold is about: those whose cell in a column is one of these."""

    column: str
    values: tuple[str, ...] = ()  # as they stand in the data; of a column that is not personal
    marks: tuple[str, ...] = ()  # made by `hereabouts retain marks`: no value can be read in them


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One file of policies/holds/: what may not be deleted, whatever a schedule says."""

    name: str
    why: str
    products: tuple[str, ...]
    rows: HeldRows | None  # None holds every row
    placed_by: str
    placed_on: date
    lifted_on: date | None = None
    at: Location

    def is_active(self, day: date) -> bool:
        """Whether it holds on `day`. Lifted on a day, it holds no more on that day."""
        return self.placed_on <= day and (self.lifted_on is None or day < self.lifted_on)

    def covers(self, product_id: str) -> bool:
        """Whether the product is under it."""
        return covers(self.products, product_id)
