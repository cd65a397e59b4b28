"""What one rule found: how much was tested, and how much of it was broken."""

from dataclasses import asdict, dataclass
from typing import Any

from hereabouts.quality.dimensions import Dimension


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One rule of a contract, measured. Never holds a value of the data."""

    code: str
    name: str  # as quality.yml may say it: a rule's name, a column, or a built-in measure
    rule: str  # in words
    dimension: Dimension
    severity: str  # error | warning
    tested: int
    broken: int
    passes: bool

    @property
    def percent(self) -> float | None:
        """The share of what was tested that is right, as 0 to 100; None when nothing was."""
        return 100 * (self.tested - self.broken) / self.tested if self.tested else None


def measure_as_json(measure: Measure) -> dict[str, Any]:
    """`measure` as plain values."""
    return {**asdict(measure), "dimension": measure.dimension.value}


def measure_from_json(said: dict[str, Any]) -> Measure:
    """The measure that `measure_as_json` wrote."""
    return Measure(**{**said, "dimension": Dimension(said["dimension"])})


def verdict(*, passes: bool) -> dict[str, Any]:
    """Tested, broken and passes of a rule that is one yes or no."""
    return {"tested": 1, "broken": 0 if passes else 1, "passes": passes}
