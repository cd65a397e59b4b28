"""One figure in two releases: what became of it. Frozen, and no input or output."""

from dataclasses import dataclass
from enum import StrEnum

from hereabouts.release.answers import Observation


class Kind(StrEnum):
    """What became of a figure: the first of these that is so."""

    ADDED = "added"  # of a period, area or part that the earlier release said nothing of
    GONE = "gone"  # the later says nothing of it
    REVISED = "revised"  # both show a value, and not the same
    SHOWN = "shown"  # only the later shows a value
    HIDDEN = "hidden"  # only the earlier showed one: the later hides it
    WITHDRAWN = "withdrawn"  # only the earlier showed one: the later has none
    MARKED = "marked"  # the value, or its absence, has another marker
    COMPARED = "compared"  # the value stands, and compares otherwise with its benchmark
    LIMITS = "limits"  # the value stands, and its limits or its parts are others


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One figure that differs.

    A figure that the later release no longer shows is not repeated from the earlier: `was` is
    then None, as it is where the earlier said nothing.
    """

    kind: Kind
    was: Observation | None
    now: Observation | None
    key: Observation  # whose figure it is: names and dates to go by, never numbers


@dataclass(frozen=True, slots=True)
class Count:
    """How many figures of one indicator became what."""

    indicator: str
    kind: Kind
    figures: int
