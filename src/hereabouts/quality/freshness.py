"""Whether a product is as fresh as its contract promises: when the next of it is due."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hereabouts.model.time_span import Span, read_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How a product stands against what its contract promises. Times are in UTC."""

    expected: datetime  # the last one, and the frequency after it
    next_due: datetime  # after the latency that the contract allows as well
    overdue_by: timedelta  # nothing until then

    @property
    def is_overdue(self) -> bool:
        """Whether it should have come by now."""
        return self.overdue_by > timedelta()


def due(frequency: str, latency: str, last_received: datetime, now: datetime) -> Freshness | None:
    """When the next of a product is due, and by how much it is overdue.

    Args:
        frequency: how often it comes, as the contract's slaProperties say it: `1 y`, `1 m`.
        latency: how long after that it may take to come, in the same words; empty is no time.
        last_received: when the newest of it came, with its zone.
        now: the time it is, with its zone.

    Returns:
        None when the frequency promises nothing that can be read. A latency that cannot be read
        allows no time.
    """
    often = read_span(frequency)
    if often is None:
        return None
    expected = often.after(last_received.astimezone(UTC))
    next_due = (read_span(latency) or Span()).after(expected)
    late = now.astimezone(UTC) - next_due
    return Freshness(expected=expected, next_due=next_due, overdue_by=max(late, timedelta()))
