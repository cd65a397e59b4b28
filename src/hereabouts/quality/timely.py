"""Whether a product came when it was promised, as measures and reasons."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from hereabouts.model.product import Contract
from hereabouts.model.quality import Rating
from hereabouts.model.time_span import read_span
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.freshness import Freshness, due
from hereabouts.quality.measure import Measure, verdict
from hereabouts.quality.score import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Timely:
    """When it last came, when it is next due, and what that makes of it."""

    freshness: Freshness | None  # None where nothing is promised
    measures: tuple[Measure, ...]
    reasons: tuple[Reason, ...]  # overdue by more than a whole period

    @property
    def overdue_days(self) -> int:
        """Whole days that it is overdue, at least 1 where it is at all."""
        if self.freshness is None or not self.freshness.is_overdue:
            return 0
        return max(1, self.freshness.overdue_by.days)


def timely(
    contract: Contract, *, last_received: datetime, newest_period: date | None, now: datetime
) -> Timely:
    """Hold what came, and the newest period in it, against what the contract promises.

    Args:
        contract: the promise: frequency, latency and generalAvailability.
        last_received: when the newest of it came, with its zone.
        newest_period: the newest day in the column that the promise names; None for none.
        now: the time it is, with its zone.
    """
    came = _due(contract, last_received, now)
    measures = list(_came(came))
    periods = _due(contract, _start(newest_period), now) if newest_period else None
    measures += _newest(periods, contract.assurance.period_column)
    reasons = tuple(
        reason
        for name, found in (("freshness", came), ("period", periods))
        for reason in _much(name, found, contract, now)
    )
    return Timely(freshness=came, measures=tuple(measures), reasons=reasons)


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)


def _due(contract: Contract, last: datetime, now: datetime) -> Freshness | None:
    available = contract.assurance.available_from
    if available and now < _start(available):
        now = last
    return due(contract.frequency, contract.latency, last, now)


def _came(found: Freshness | None) -> Iterator[Measure]:
    if found:
        yield Measure(
            code="Q132",
            name="freshness",
            rule="it comes as often as promised",
            dimension=Dimension.TIMELINESS,
            severity="warning",
            **verdict(passes=not found.is_overdue),
        )


def _newest(found: Freshness | None, column: str) -> Iterator[Measure]:
    if found:
        yield Measure(
            code="Q133",
            name="period",
            rule=f"the newest '{column}' is as new as promised",
            dimension=Dimension.TIMELINESS,
            severity="warning",
            **verdict(passes=not found.is_overdue),
        )


def _much(
    name: str, found: Freshness | None, contract: Contract, now: datetime
) -> Iterator[Reason]:
    often = read_span(contract.frequency)
    if found and often and found.is_overdue and now > often.after(found.next_due):
        yield Reason(
            name=name,
            dimension=Dimension.TIMELINESS,
            words="it is overdue by more than a whole period",
            rating=Rating.RED,
        )
