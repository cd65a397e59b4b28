"""What a page and a workbook both say of a delivery, in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from hereabouts.pipeline.supplier_report.findings import BadCell, Delivery

_ALLOWED_SAID = 12


def called(one: Delivery) -> str:
    """What the supplier calls the file."""
    return one.sent_as or one.name or "the file"


def outcome(one: Delivery) -> str:
    """How it went, in a few words."""
    if one.unread:
        return "not read" if one.sha256 else "not received"
    if one.unjudged:
        return "not judged"
    return f"{rows(one.at_fault)} at fault" if one.at_fault else "nothing wrong"


def rows(number: int) -> str:
    """`1 row`, `2,000 rows`."""
    return f"{number:,} row{'' if number == 1 else 's'}"


def facts(one: Delivery) -> Iterator[tuple[str, str]]:
    """What was received, as pairs of words."""
    yield "File", called(one)
    if one.name and one.name != called(one):
        yield "What we call it", one.name
    if one.received_at:
        yield "Received", moment(datetime.fromisoformat(one.received_at))
        yield "On time", _punctual(one)
    if one.layout:
        yield "Layout it has", one.layout
    yield from _counts(one)
    if one.next_due:
        yield "The next is due by", day(one.next_due)
    if one.sha256:
        yield "Fingerprint of the file (SHA-256)", one.sha256


def _counts(one: Delivery) -> Iterator[tuple[str, str]]:
    if not one.unread:
        yield "Rows received", f"{one.rows:,}"
    if not one.unread and not one.unjudged:
        yield "Rows that passed", f"{one.passed:,}"
        yield "Rows at fault", f"{one.at_fault:,}"
    if one.left_aside and not one.unjudged:
        yield "Rows that are not used", f"{one.left_aside:,}"
    if one.before:
        came = day(datetime.fromisoformat(one.before.received_at))
        of = f"{one.before.at_fault:,} of {rows(one.before.rows)} at fault"
        yield "The time before", f"{of}, received {came}"


def held(cell: BadCell) -> str:
    """What a cell holds, or that it is empty."""
    if cell.value is not None:
        return cell.value
    return "(empty)" if cell.heading else "(not shown)"


def listed(values: Sequence[str]) -> str:
    """Values with commas between, the first dozen of many."""
    more = f" and {len(values) - _ALLOWED_SAID} more" if len(values) > _ALLOWED_SAID else ""
    return ", ".join(values[:_ALLOWED_SAID]) + more


def day(when: datetime) -> str:
    """`3 March 2026`."""
    return f"{when.day} {when:%B %Y}"


def moment(when: datetime) -> str:
    """`3 March 2026 at 09:30 UTC`."""
    return f"{day(when)} at {when:%H:%M} UTC"


def _punctual(one: Delivery) -> str:
    if one.late_by_days:
        return f"no: {one.late_by_days:,} day{'' if one.late_by_days == 1 else 's'} late"
    return "yes" if one.next_due else "nothing is promised"
