"""What people promise, plan and accept about a product's quality."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hereabouts.errors import Location

#: Names of the measures that no contract has to declare, as quality.yml may say them.
BUILT_IN_RULES: Mapping[str, str] = {
    "lines": "every line can be read",
    "freshness": "it comes as often as promised",
    "period": "its newest period is as new as promised",
    "areas": "every expected area is there",
    "totals": "its totals agree with another product's",
    "delivery": "what came last kept the contract",
    "score": "its score is above the limit for red",
}


class Rating(StrEnum):
    """How a product stands, in one word."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class ActionStatus(StrEnum):
    """How far an action has got."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRule:
    """An ODCS quality rule of type text: for people to look at."""

    name: str
    text: str
    dimension: str
    severity: str  # error | warning
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Sums of a column that agree with the sums of another product's column."""

    column: str
    product: str  # domain.product
    other: str  # its column
    by: tuple[str, ...]  # columns of both; none compares the two totals
    tolerance: float  # a share of the other's sum: 0 asks for equality


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """What a contract says of quality beyond the rules that its rows and table keep."""

    text_rules: tuple[TextRule, ...] = ()
    critical: tuple[str, ...] = ()  # columns that are critical data elements
    expect_all_of: tuple[str, ...] = ()  # columns in which every key they refer to occurs
    reconciles: tuple[Reconciliation, ...] = ()
    expected_areas: str = ""  # an area type, every area of which occurs
    period_column: str = ""  # the element that a promise of time is about
    available_from: date | None = None  # generalAvailability: nothing is overdue before it
    amber_below: float = 99.0  # scores, in per cent
    red_below: float = 90.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something that somebody will do about the quality of a product."""

    what: str
    about: str  # a rule's name, or a dimension; empty for the product as a whole
    owner: str
    due: date
    status: ActionStatus
    note: str
    at: Location

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status in {ActionStatus.OPEN, ActionStatus.IN_PROGRESS}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCheck:
    """What somebody found who looked: `found` faults among `sample` looked at."""

    rule: str  # the name of a text rule, or `accuracy`
    on: date
    by: str
    found: int
    sample: int
    at: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """The owner's word that a red product may be released, until a day."""

    by: str
    on: date
    until: date  # the last day on which it holds
    why: str
    rules: tuple[str, ...]  # what it accepts; everything where none is named
    at: Location

    def covers(self, names: frozenset[str], *, owner: str, day: date) -> bool:
        """Whether it lets a product pass that is red for the reasons named."""
        in_date = self.on <= day <= self.until
        return in_date and self.by == owner and (not self.rules or names <= set(self.rules))


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityFile:
    """quality.yml: the plan, what people found, and what the owner accepted."""

    actions: tuple[Action, ...] = field(default=())
    checked: tuple[RecordedCheck, ...] = field(default=())
    accepted: tuple[Acceptance, ...] = field(default=())
