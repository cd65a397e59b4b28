"""How far a product's values may travel, and what may be said of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

SMALLEST_COUNT_SAID = 10


class Sensitivity(StrEnum):
    """Declared in the contract. Never inferred from a name or a path."""

    OPEN = "open"
    INTERNAL = "internal"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a failed check found, before deciding how much of it to say."""

    column: str
    rows: int
    examples: Sequence[str] = ()

    def describe(self, sensitivity: Sensitivity) -> str:
        """Say it at the level `sensitivity` allows: values only when open."""
        if sensitivity is Sensitivity.OPEN:
            some = ", ".join(repr(value) for value in self.examples[:3])
            plural = "row" if self.rows == 1 else "rows"
            return f"{self.rows:,} {plural} in '{self.column}'" + (
                f", such as {some}" if some else ""
            )
        if self.rows < SMALLEST_COUNT_SAID:
            return f"fewer than {SMALLEST_COUNT_SAID} rows in '{self.column}'"
        return f"about {round(self.rows, -1):,} rows in '{self.column}'"
