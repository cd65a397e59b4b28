"""What is said to a supplier of a file that it sent.

The one place where cells may be shown whatever the product's sensitivity: to whoever sent them,
and only theirs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

MOST_CELLS = 100_000  # lines of a report; the number left out is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A rule that rows of the file broke."""

    rule: str  # in words, under the supplier's own headings; never a value found
    code: str
    dimension: str
    headings: tuple[str, ...]  # as they stand in the file; empty for a whole line
    good: str  # what good looks like
    example: str  # a cell that would be right; may be empty
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadCell:
    """A cell that broke a rule, where the supplier finds it."""

    row: int  # of the sheet, or line of a CSV
    column: int | None  # from 1; None for a whole line, or what we add to each row
    heading: str
    value: str | None  # as sent, its first characters
    fault: int  # which of the faults, from 0

    @property
    def letters(self) -> str:
        """The column as a spreadsheet calls it; empty for a whole line."""
        return column_letters(self.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A value that is neither allowed nor in the supplier's value map."""

    heading: str
    value: str
    rows: int
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a file, or its rows, could not be looked at."""

    words: str
    do: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The delivery before this one, judged by the same contract."""

    received_at: str
    rows: int
    at_fault: int
    broken: Mapping[str, int]  # rule -> rows


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAtFault:
    """A row as it was sent, and what is wrong with which of its cells."""

    row: int
    cells: tuple[str | None, ...]
    bad: frozenset[int]  # places in `cells`
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One file of a supplier, and all that was found in it."""

    name: str  # of the file in source.yml; empty for the only one
    sent_as: str
    sha256: str
    received_at: str
    late_by_days: int  # 0 when it was on time, or nothing is promised
    next_due: datetime | None
    layout: str = ""
    is_sheet: bool = False
    rows: int = 0
    passed: int = 0
    at_fault: int = 0
    unread: Problem | None = None  # the file could not be read
    unjudged: Problem | None = None  # its rows could not be judged
    faults: tuple[Fault, ...] = ()
    cells: tuple[BadCell, ...] = ()
    cells_left_out: int = 0
    misses: tuple[Miss, ...] = ()
    headings: tuple[str, ...] = ()  # of `copied`
    copied: tuple[RowAtFault, ...] = ()
    before: Before | None = None

    @property
    def place(self) -> str:
        """What the supplier calls the number of a row."""
        return "Row" if self.is_sheet else "Line"

    @property
    def left_aside(self) -> int:
        """Rows that are neither: the product's model does not use them."""
        return max(0, self.rows - self.passed - self.at_fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that one supplier is told of a product."""

    product: str
    title: str
    purpose: str
    supplier: str  # empty where source.yml names none
    contact: str
    owner: str
    reply_to: tuple[str, ...]
    made_at: datetime
    deliveries: tuple[Delivery, ...]

    @property
    def to(self) -> str:
        """Whom it is for."""
        return self.supplier or "whoever sent the file"

    @property
    def banner(self) -> str:
        """Who may see it."""
        return f"For {self.to} only: it holds cells of the file they sent"


def column_letters(column: int | None) -> str:
    """A column from 1 as a spreadsheet calls it: 28 is AB."""
    letters, left = "", column or 0
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
