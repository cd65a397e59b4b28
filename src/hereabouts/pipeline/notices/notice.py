"""One notice: what came about of which product, and what its owner is to do. Never a value."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from hereabouts.model.notices import Event

_WHAT = {
    Event.OVERDUE: "is overdue",
    Event.FAILED: "could not be made",
    Event.RED: "is red",
    Event.RECOVERED: "is well again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Everything that a notice says. Times are in UTC."""

    id: str  # the same each time that it is sent
    event: Event
    product: str
    title: str
    owner: str
    place: str
    at: str  # when it was seen, in ISO 8601
    due: str  # when the product was due, in ISO 8601; empty where nothing was promised
    code: str  # of the error that stopped it; empty for none
    to_do: str

    @property
    def subject(self) -> str:
        """One line."""
        return f"{self.product} {_WHAT[self.event]}"

    @property
    def words(self) -> str:
        """A few lines of plain text."""
        lines = [
            f"{self.title} ({self.product}) {_WHAT[self.event]}.",
            f"It was due on {_day(self.due)}." if self.due and self.event is Event.OVERDUE else "",
            f"What to do: {self.to_do}",
            "",
            f"Owner: {self.owner}",
            f"Place: {self.place}",
            f"Seen: {_day(self.at)}",
        ]
        return "\n".join(line for n, line in enumerate(lines) if line or n == 3) + "\n"

    @property
    def body(self) -> bytes:
        """The same as JSON, for a program."""
        return json.dumps(self.kept, ensure_ascii=False, separators=(",", ":")).encode()

    @property
    def kept(self) -> dict[str, Any]:
        """Plain data, to keep until it has been sent."""
        return {**asdict(self), "event": self.event.value}


def kept_notice(kept: dict[str, Any]) -> Notice:
    """The notice that was kept.

    Raises:
        TypeError, ValueError: it is not one.
    """
    return Notice(**{**kept, "event": Event(kept.get("event", ""))})


def _day(moment: str) -> str:
    found = datetime.fromisoformat(moment)
    return f"{found.day} {found:%B %Y, %H:%M} UTC"
