"""What is wrong with each product now, and which of it is news."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from hereabouts.model.notices import Event
from hereabouts.model.product import Product
from hereabouts.pipeline.notices.notice import Notice
from hereabouts.pipeline.quality_assess import Assessed

#: Product -> what is wrong with it.
Standing = Mapping[str, frozenset[Event]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One product as it stands."""

    product: Product
    wrong: frozenset[Event]
    due: datetime | None
    code: str  # of the error that stopped it; empty for none


def see(assessed: Iterable[Assessed], *, failing: Mapping[str, str]) -> list[Seen]:
    """Look at every product.

    Args:
        assessed: how each stands by its contract.
        failing: product -> code of the error, of those that could not be made.
    """
    return [_see(one, failing) for one in assessed]


def _see(one: Assessed, failing: Mapping[str, str]) -> Seen:
    fresh = one.timely.freshness if one.timely else None
    wrong = {
        Event.OVERDUE: bool(fresh and fresh.is_overdue),
        Event.FAILED: one.product.id in failing,
        # What was refused is red for that: one fault is told once.
        Event.RED: one.stops_a_release and one.product.id not in failing,
    }
    return Seen(
        product=one.product,
        wrong=frozenset(event for event, is_so in wrong.items() if is_so),
        due=fresh.next_due if fresh else None,
        code=failing.get(one.product.id, ""),
    )


def news(seen: Iterable[Seen], *, before: Standing, place: str, now: datetime) -> Iterator[Notice]:
    """What came about since `before`: each fault once, and once that there is none left."""
    for one in seen:
        was = before.get(one.product.id, frozenset())
        for event in (Event.OVERDUE, Event.FAILED, Event.RED):
            if event in one.wrong - was:
                yield _notice(one, event, place, now)
        if was and not one.wrong:
            yield _notice(one, Event.RECOVERED, place, now)


def _notice(one: Seen, event: Event, place: str, now: datetime) -> Notice:
    contract = one.product.contract
    return Notice(
        id=uuid.uuid4().hex,
        event=event,
        product=one.product.id,
        title=contract.title,
        owner=contract.owner,
        place=place,
        at=now.astimezone(UTC).isoformat(timespec="seconds"),
        due=one.due.isoformat(timespec="seconds") if one.due else "",
        code=one.code if event is Event.FAILED else "",
        to_do=_to_do(one, event),
    )


def _to_do(one: Seen, event: Event) -> str:
    name = one.product.id
    if event is Event.OVERDUE:
        return (
            "ask for what has not come, or correct slaProperties in the contract if it promises"
            " more than was agreed."
        )
    if event is Event.FAILED:
        more = f" `hereabouts explain {one.code}` says more." if one.code else ""
        return (
            f"run `hereabouts build` and mend what it reports; the last good version stands.{more}"
        )
    if event is Event.RED:
        return f"run `hereabouts check {name}`, and mend what it names or accept it in quality.yml."
    return "nothing."
