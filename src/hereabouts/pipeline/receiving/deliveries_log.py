"""Who sent what, and when: one line for each delivery, kept for ever, and never a value."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from hereabouts.pipeline.receiving.private_files import append_private

NAME = "deliveries.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """One accepted delivery. `link` is the id of the link: whom it was given to is known."""

    receipt: str
    at: str  # in UTC
    link: str
    product: str
    file: str
    sha256: str
    size: int
    rows: int
    faults: int


def new_receipt(now: datetime) -> str:
    """A number to quote, such as `20260302-4F6A1C`."""
    return f"{now.astimezone(UTC):%Y%m%d}-{secrets.token_hex(3).upper()}"


def log_delivery(home: Path, one: Logged) -> None:
    """Add a line."""
    append_private(home / NAME, json.dumps(asdict(one)))


def logged_deliveries(home: Path) -> Iterator[Logged]:
    """Every delivery, the oldest first. A line that was cut off is passed over."""
    path = home / NAME
    if not path.exists():
        return
    for line in path.read_text("utf-8").splitlines():
        try:
            yield Logged(**json.loads(line))
        except (ValueError, TypeError):
            continue
