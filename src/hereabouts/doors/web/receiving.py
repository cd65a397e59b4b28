"""What the site needs of whoever takes files from suppliers.

The site sees releases only, so it is handed something that knows the rest, or nothing: then
there is no page to send to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedColumn:
    """A column that is asked for, and what its cells must be."""

    heading: str
    good: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """What a link asks for."""

    product: str
    title: str
    purpose: str
    owner: str
    contact: str
    supplier: str
    file: str  # in words
    kind: str  # csv, spreadsheet, ...
    columns: tuple[AskedColumn, ...]
    has_template: bool
    most_bytes: int
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in a file that is not accepted yet."""

    sha256: str
    name: str
    may_send: bool
    faults: int  # rows at fault
    why_not: str  # in words; empty when it may be sent
    body: str  # HTML, in which everything that was sent is escaped


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What whoever sent a file is given."""

    number: str
    product: str
    file: str
    rows: int
    faults: int
    accepted_at: datetime


class Receiving(Protocol):
    """Takes files. Every method refuses a link that is not, or no longer, good: A301 to A303."""

    most_bytes: int  # of any one file

    def describe(self, token: str) -> Invited:
        """What the link asks for."""

    def template(self, token: str) -> tuple[str, bytes] | None:
        """A workbook to fill in, and its name; None where there can be none."""

    def check(self, token: str, upload: Path, *, name: str) -> Checked:
        """Keep the file apart, and say what is wrong with it. A busy moment is A304."""

    def accept(self, token: str, sha256: str) -> Receipt:
        """Put the file that was checked where it is looked for."""

    def receipt(self, token: str, number: str) -> Receipt | None:
        """What was accepted before by this link."""


#: Code of a refused link -> the HTTP status that says so.
STATUSES: Mapping[str, int] = {"A301": 404, "A302": 410, "A303": 410, "A304": 503, "A305": 409}
