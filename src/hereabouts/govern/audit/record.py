"""One record of the audit log, and the hash that chains it to the one before.

Source:
    Schneier and Kelsey, Secure audit logs to support computer forensics (1999): each entry holds
    a hash of all entries before it. SHA-256 of canonical JSON, after RFC 8785 for the values used
    here (text, whole numbers, booleans, and mappings and lists of them).
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

FIRST = "0" * 64  # what the first record of all is chained to


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Who did what to which thing, and how it ended. Never a value of data, never a name."""

    number: int  # from 1, without gaps
    at: datetime  # UTC
    actor: str  # person:<id> | operator | system | nobody
    action: str  # account.signed-in | data.read | retention.deleted | ...
    object: str  # product:domain.name | agreement:name | session | ...
    outcome: str  # done | allowed | refused | failed
    detail: Mapping[str, Any] = field(default_factory=dict)
    previous: str  # hash of the record before
    hash: str = ""

    def content(self) -> dict[str, Any]:
        """Everything but the record's own hash, as it is written."""
        return {
            "number": self.number,
            "at": self.at.isoformat(timespec="microseconds"),
            "actor": self.actor,
            "action": self.action,
            "object": self.object,
            "outcome": self.outcome,
            "detail": dict(self.detail),
            "previous": self.previous,
        }

    def line(self) -> bytes:
        """The record as one line of a file, with its hash."""
        content = self.content()
        return canonical({**content, "hash": digest(content)}) + b"\n"


def canonical(content: Mapping[str, Any]) -> bytes:
    """The one way to write `content`: keys in order, no spaces, UTF-8."""
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode()


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()


def parse(line: bytes) -> Record:
    """The record that a line holds.

    Raises:
        ValueError: it is not one. Says nothing of what it holds.
    """
    try:
        said = json.loads(line)
        at = datetime.fromisoformat(said["at"])
        return Record(**{**said, "at": at})
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError("the line is no record") from fault
