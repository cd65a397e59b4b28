"""What a control chart finds, in words beside its icons."""

from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.icons import assurance_icon, variation_icon
from hereabouts.doors.web.charts.shapes import key_mark, shape_of
from hereabouts.model.indicator import Polarity
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.statistics.spc.icons import Assurance, Variation
from hereabouts.statistics.spc.special_causes import SpecialCause


@dataclass(frozen=True, slots=True)
class Icon:
    """One icon, never without its words. `short` fits a table's cell."""

    drawing: Markup
    words: str
    short: str


#: Why a point is picked out, for the table.
CAUSES = {
    SpecialCause.MISSING: "",
    SpecialCause.COMMON_CAUSE: "Ordinary",
    SpecialCause.ABOVE_UPPER_LIMIT: "Above the upper limit",
    SpecialCause.BELOW_LOWER_LIMIT: "Below the lower limit",
    SpecialCause.RISING_TREND: "One of seven rising in a row",
    SpecialCause.FALLING_TREND: "One of seven falling in a row",
    SpecialCause.TWO_IN_THREE_HIGH: "One of two in three near the upper limit",
    SpecialCause.TWO_IN_THREE_LOW: "One of two in three near the lower limit",
    SpecialCause.RUN_ABOVE_MEAN: "One of seven above the mean",
    SpecialCause.RUN_BELOW_MEAN: "One of seven below the mean",
}

_KINDS = {
    Variation.MISSING: "ordinary",
    Variation.COMMON_CAUSE: "ordinary",
    Variation.IMPROVEMENT_HIGH: "better",
    Variation.IMPROVEMENT_LOW: "better",
    Variation.CONCERN_HIGH: "worse",
    Variation.CONCERN_LOW: "worse",
    Variation.NEUTRAL_HIGH: "neither",
    Variation.NEUTRAL_LOW: "neither",
}
_VARIATIONS = {
    Variation.COMMON_CAUSE: ("common", "Common cause", "ordinary ups and downs, no real change"),
    Variation.IMPROVEMENT_HIGH: (
        "improvement_high", "Special cause, improving", "higher than chance explains, and better",
    ),
    Variation.IMPROVEMENT_LOW: (
        "improvement_low", "Special cause, improving", "lower than chance explains, and better",
    ),
    Variation.CONCERN_HIGH: (
        "concern_high", "Special cause, concern", "higher than chance explains, and worse",
    ),
    Variation.CONCERN_LOW: (
        "concern_low", "Special cause, concern", "lower than chance explains, and worse",
    ),
    Variation.NEUTRAL_HIGH: (
        "neutral_high", "Special cause, higher", "higher than chance explains",
    ),
    Variation.NEUTRAL_LOW: ("neutral_low", "Special cause, lower", "lower than chance explains"),
}  # fmt: skip
_ASSURANCES = {
    Assurance.HIT_OR_MISS: ("hit_or_miss", "Hit or miss", "may meet {} or miss it by chance"),
    Assurance.PASS: ("pass", "Meets its target", "will meet {} unless the process changes"),
    Assurance.FAIL: ("fail", "Misses its target", "will miss {} unless the process changes"),
}


def judged(code: int) -> str:
    """The kind of mark for one code of Variation."""
    return _KINDS[Variation(code)]


def variation_of(code: int) -> Icon | None:
    """The variation icon of a series' last point; None where that is missing."""
    if code == Variation.MISSING:
        return None
    name, short, more = _VARIATIONS[Variation(code)]
    return Icon(variation_icon(name), f"{short}: {more}.", short)


def assurance_of(code: int, *, target: float, indicator: ReleasedIndicator) -> Icon | None:
    """The assurance icon; None where there is no target or neither way is better."""
    if code == Assurance.MISSING:
        return None
    name, short, more = _ASSURANCES[Assurance(code)]
    aim = f"the target of {words.with_unit(target, indicator=indicator)}"
    return Icon(assurance_icon(name), f"{short}: {more.format(aim)}.", short)


def key_of(better: Polarity) -> tuple[tuple[Markup, str], ...]:
    """Which mark is what."""
    named = [("ordinary", "ordinary ups and downs", True)]
    if better is Polarity.NEITHER:
        named += [("neither", "special cause, higher", True)]
        named += [("neither", "special cause, lower", False)]
    else:
        named += [("better", "special cause, improving", True)]
        named += [("worse", "special cause, concern", True)]
    return tuple(
        (key_mark(shape_of(kind, high=high), kind=kind), text) for kind, text, high in named
    )
