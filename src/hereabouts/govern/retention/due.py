"""What a schedule would take today, product by product."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.govern.retention.going import Going, find_going
from hereabouts.govern.retention.holdings import Holdings
from hereabouts.govern.retention.sieve import Sieve, aged, everything
from hereabouts.model.retention import RECEIVED, RetentionSchedule, kept_for
from hereabouts.model.sql import identifier
from hereabouts.model.table import TableVersion


@dataclass(frozen=True, slots=True)
class Due:
    """What would go of one product under a schedule."""

    schedule: RetentionSchedule
    going: Going
    since: str  # the day from which the oldest was to go; empty where nothing of it is now there


def find_due(
    holdings: Holdings, session: Session, schedule: RetentionSchedule, now: datetime
) -> Iterator[Due]:
    """What the schedule would take of each product that it covers, in the folder's order."""
    for product in holdings.project.products.values():
        table = holdings.table(product) if schedule.covers(product.id) else None
        sieve = _sieve(schedule, table, now) if table else None
        if table and sieve:
            going = find_going(holdings, session, product, sieve, now.date())
            since = _since(session, schedule, table) if going.rows else ""
            yield Due(schedule, going, since)


def _sieve(schedule: RetentionSchedule, table: TableVersion, now: datetime) -> Sieve | None:
    """None where the product as a whole is not due."""
    if schedule.column:
        return aged(schedule, schedule.column, now)
    moment, span = _moment(schedule, table), kept_for(schedule.keep)
    if not moment or span is None or span.after(datetime.fromisoformat(moment)) > now:
        return None
    return everything()


def _moment(schedule: RetentionSchedule, table: TableVersion) -> str:
    fact = "received_at" if schedule.counted_from == RECEIVED else "made_at"
    return table.facts.get(fact, "")


def _since(session: Session, schedule: RetentionSchedule, table: TableVersion) -> str:
    oldest = _moment(schedule, table)
    if schedule.column:
        asked = f"select min({identifier(schedule.column)})::date from ({scan(table)}) as held"
        oldest = str((session.connection.sql(asked).fetchone() or ("",))[0])
    span = kept_for(schedule.keep)
    return span.after(datetime.fromisoformat(oldest)).date().isoformat() if span else ""
