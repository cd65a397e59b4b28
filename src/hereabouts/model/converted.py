"""What came of a conversion: kept with the version it made, and said wherever it is shown."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FACT = "conversion"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedCount:
    """One count on both sides, in its own unit."""

    name: str
    title: str
    before: float
    after: float
    apportioned: float  # the part of `after` that lies in areas that were estimated
    unknown: float  # of areas that the lookup does not have
    unweighted: float  # of areas that must be shared out and have no weights
    beside_missing: float  # known parts of new areas whose other parts are missing

    @property
    def uncarried(self) -> float:
        """The share of the count that was left out for want of a lookup or weights."""
        return (self.unknown + self.unweighted) / self.before if self.before else 0.0

    @property
    def share_apportioned(self) -> float:
        """The share of the count that lies in areas that were estimated."""
        return self.apportioned / self.after if self.after else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredError:
    """How far the converted counts are from the same counts made on the new areas."""

    against: str  # title of the product
    compared: int  # rows
    wmape: float | None  # a share; None where the truth is nought
    compared_apportioned: int
    wmape_apportioned: float | None
    weighed_by_itself: bool  # the truth also gave the weights, so the error is flattered


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """What came of a conversion."""

    source: str  # title of the product that was converted
    areas_before: int
    areas_after: int
    areas_apportioned: int
    areas_unknown: int
    areas_unweighted: int
    rows: Mapping[str, int]  # by status: exact, summed, apportioned
    counts: tuple[ConvertedCount, ...]
    shared_by: str  # title of the weights; empty where nothing gives any
    error: MeasuredError | None


def conversion_fact(converted: Converted) -> dict[str, str]:
    """What the facts of a version remember."""
    return {FACT: json.dumps(asdict(converted))}


def conversion_of(facts: Mapping[str, str]) -> Converted | None:
    """What `conversion_fact` wrote; None for a version that no conversion made."""
    said = facts.get(FACT)
    return converted_from(json.loads(said)) if said else None


def converted_from(said: Mapping[str, Any]) -> Converted:
    """The conversion that JSON describes."""
    error = said["error"]
    return Converted(
        **{
            **said,
            "counts": tuple(ConvertedCount(**count) for count in said["counts"]),
            "error": MeasuredError(**error) if error else None,
        }
    )
