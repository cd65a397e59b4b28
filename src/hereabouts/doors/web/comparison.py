"""Higher, similar or lower: one area's value beside another's, by its confidence interval."""

from dataclasses import dataclass
from enum import StrEnum

from hereabouts.doors.web.languages import translated
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
    sure: bool = False  # it holds at 99.8% confidence too

    @property
    def words(self) -> str:
        """`Higher (better)`, `Similar`, `Lower (worse), 99.8%`."""
        sure = ", 99.8%" if self.sure else ""
        side = translated(self.side.value.capitalize())
        if self.judgement is Judgement.NONE:
            return side + sure
        return f"{side} ({translated(self.judgement.value)}){sure}"

    @property
    def mark(self) -> str:
        """A shape: triangle up or down, two of them where it is surer, or a ring."""
        shape = {Side.HIGHER: "▲", Side.LOWER: "▼", Side.SIMILAR: "○"}[self.side]
        return shape * 2 if self.sure else shape


def compare(
    observation: Observation, *, with_: Observation | None, indicator: ReleasedIndicator
) -> Comparison | None:
    """Compare an area's interval with another area's value, or say what the release found.

    Returns:
        The comparison with its benchmark of an indicator that has one, and with `with_` of any
        other. None where it would say nothing: counts, values without an interval, hidden values.

    Source:
        The overlap rule of Fingertips and ScotPHO: an interval clear of the comparator's value
        is different, else similar.
    """
    if indicator.compare_to is not None:
        return compared_as(observation.compared, indicator=indicator)
    if indicator.method is Method.COUNT or with_ is None or with_.value is None:
        return None
    return _beside(observation, with_.value, indicator)


def _beside(
    observation: Observation, other: float, indicator: ReleasedIndicator
) -> Comparison | None:
    if observation.lower is None or observation.upper is None or observation.value is None:
        return None
    if observation.lower <= other <= observation.upper:
        return Comparison(Side.SIMILAR, Judgement.NONE)
    side = Side.HIGHER if observation.lower > other else Side.LOWER
    if indicator.better is Polarity.NEITHER:
        return Comparison(side, Judgement.NONE)
    good = side.value == indicator.better.value
    return Comparison(side, Judgement.BETTER if good else Judgement.WORSE)


def compared_as(released: str | None, *, indicator: ReleasedIndicator) -> Comparison | None:
    """What a release says of a value beside its benchmark: `similar`, `better_95`, `lower_998`.

    Returns:
        None where the release makes no comparison.
    """
    if not released:
        return None
    if released == Side.SIMILAR:
        return Comparison(Side.SIMILAR, Judgement.NONE)
    word, _, level = released.partition("_")
    sure = level == "998"
    if word in (Side.HIGHER, Side.LOWER):
        return Comparison(Side(word), Judgement.NONE, sure)
    higher = (indicator.better is Polarity.HIGHER) == (word == Judgement.BETTER)
    return Comparison(Side.HIGHER if higher else Side.LOWER, Judgement(word), sure)
