"""What a release answers with: frozen rows, and no input or output."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hereabouts.model.observation import Marker

MARKERS: Mapping[str, Marker] = {marker.value: marker for marker in Marker}
OBSERVED_COLUMNS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One area; `number` is its 1-based place among its type, by code."""

    area_type: str
    code: str
    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One value of one indicator for one area, period and breakdown, as released.

    Every number is None where it is hidden or not available, and then `marker` says why.
    """

    indicator: str
    area_type: str
    area_code: str
    area_name: str
    period_start: date
    period_end: date
    breakdown: str
    category: str
    numerator: float | None
    denominator: float | None
    value: float | None
    lower: float | None
    upper: float | None
    marker: Marker | None
    #: With its benchmark: similar, better_95, better_998, worse_95, higher_95, lower_95 ...
    compared: str | None = None


def observation_of(row: Sequence[Any]) -> Observation:
    """The observation in the first columns of a row of the release."""
    *facts, marker, compared = row[:OBSERVED_COLUMNS]
    names = Observation.__slots__[: OBSERVED_COLUMNS - 2]
    said = dict(zip(names, facts, strict=True))
    return Observation(**said, marker=MARKERS.get(marker), compared=compared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """An observation and its rank; ties share the smallest rank. No value, no rank."""

    observation: Observation
    rank: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Areas of one type in order; `total` counts all of them, `ranked` those with a value."""

    rows: tuple[Ranked, ...]
    total: int
    ranked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one area stands among its type: its newest observation, rank, and of how many."""

    observation: Observation
    rank: int | None
    ranked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How the values of one type of area are spread. Quartiles are None without values."""

    values: tuple[float, ...]  # ascending
    lowest: Observation | None
    highest: Observation | None
    by_marker: Mapping[str, int]  # "[c]" -> how many areas


@dataclass(frozen=True, slots=True, kw_only=True)
class Inequality:
    """The gap between the worst off and the best off, in one period; None where unknown."""

    period_start: date
    period_end: date
    slope: float | None  # slope index: best off less worst off, in the indicator's unit
    slope_lower: float | None
    slope_upper: float | None
    ratio: float | None  # relative index: the one over the other
    ratio_lower: float | None
    ratio_upper: float | None
