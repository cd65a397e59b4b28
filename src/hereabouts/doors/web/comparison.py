"""Higher, similar or lower: one area's value beside another's, by its confidence interval."""

from dataclasses import dataclass
from enum import StrEnum

from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator


class Side(StrEnum):
    """Where an interval lies beside the value it is compared with."""

    HIGHER = "higher"
    SIMILAR = "similar"
    LOWER = "lower"


class Judgement(StrEnum):
    """Whether that is good, for an indicator that says which way is better."""

    BETTER = "better"
    WORSE = "worse"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a value compares, in a word and a mark that does not need colour."""

    side: Side
    judgement: Judgement

    @property
    def words(self) -> str:
        """`Higher (better)`, `Similar`."""
        if self.judgement is Judgement.NONE:
            return self.side.value.capitalize()
        return f"{self.side.value.capitalize()} ({self.judgement.value})"

    @property
    def mark(self) -> str:
        """A shape: triangle up or down, or a ring."""
        return {Side.HIGHER: "▲", Side.LOWER: "▼", Side.SIMILAR: "○"}[self.side]


def compare(
    observation: Observation, *, with_: Observation | None, indicator: ReleasedIndicator
) -> Comparison | None:
    """Compare an area's interval with another area's value.

    Returns:
        None where it would say nothing: counts, values without an interval, hidden values.

    Source:
        The overlap rule of Fingertips and ScotPHO: an interval clear of the comparator's value
        is different, else similar.
    """
    if indicator.method is Method.COUNT or with_ is None or with_.value is None:
        return None
    if observation.lower is None or observation.upper is None or observation.value is None:
        return None
    if observation.lower <= with_.value <= observation.upper:
        return Comparison(Side.SIMILAR, Judgement.NONE)
    side = Side.HIGHER if observation.lower > with_.value else Side.LOWER
    if indicator.better is Polarity.NEITHER:
        return Comparison(side, Judgement.NONE)
    good = side.value == indicator.better.value
    return Comparison(side, Judgement.BETTER if good else Judgement.WORSE)
