"""Charts described, not drawn: what any writer of charts needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value in time; None is a gap, and `why` says why."""

    at: date
    label: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line. The one that is the point of the chart is emphasised; the others are context."""

    label: str
    points: tuple[Point, ...]  # oldest first
    emphasised: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """Values over time."""

    name: str  # unique on its page
    title: str
    description: str  # what a person who cannot see it is told
    unit: str
    decimals: int
    series: tuple[Series, ...]
    from_zero: bool  # counts start at zero; rates need not


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of a ranking, with its interval, on a scale shared by all of them."""

    value: float
    lower: float | None
    upper: float | None
    low: float  # of the scale; zero or below
    high: float
    reference: float | None = None
    emphasised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Where one value lies among many: a tick for each."""

    values: tuple[float, ...]
    marked: float | None
    reference: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLine:
    """How one entity stands to another; `how` is has many, has one or is part of."""

    start: str
    end: str
    label: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityChart:
    """What data is about, as boxes, and how these stand to each other, as lines."""

    name: str  # unique on its page
    title: str
    description: str  # what a person who cannot see it is told
    titles: Mapping[str, str]  # entity -> what its box says
    lines: tuple[EntityLine, ...]  # between entities that are there
