"""What a control chart finds, in words beside its icons."""

from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.icons import assurance_icon, variation_icon
from hereabouts.doors.web.charts.shapes import key_mark, shape_of
from hereabouts.doors.web.languages import N_, gettext, translated
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
    SpecialCause.COMMON_CAUSE: N_("Ordinary"),
    SpecialCause.ABOVE_UPPER_LIMIT: N_("Above the upper limit"),
    SpecialCause.BELOW_LOWER_LIMIT: N_("Below the lower limit"),
    SpecialCause.RISING_TREND: N_("One of seven rising in a row"),
    SpecialCause.FALLING_TREND: N_("One of seven falling in a row"),
    SpecialCause.TWO_IN_THREE_HIGH: N_("One of two in three near the upper limit"),
    SpecialCause.TWO_IN_THREE_LOW: N_("One of two in three near the lower limit"),
    SpecialCause.RUN_ABOVE_MEAN: N_("One of seven above the mean"),
    SpecialCause.RUN_BELOW_MEAN: N_("One of seven below the mean"),
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
    Variation.COMMON_CAUSE: (
        "common", N_("Common cause"), N_("ordinary ups and downs, no real change"),
    ),
    Variation.IMPROVEMENT_HIGH: (
        "improvement_high",
        N_("Special cause, improving"),
        N_("higher than chance explains, and better"),
    ),
    Variation.IMPROVEMENT_LOW: (
        "improvement_low",
        N_("Special cause, improving"),
        N_("lower than chance explains, and better"),
    ),
    Variation.CONCERN_HIGH: (
        "concern_high", N_("Special cause, concern"), N_("higher than chance explains, and worse"),
    ),
    Variation.CONCERN_LOW: (
        "concern_low", N_("Special cause, concern"), N_("lower than chance explains, and worse"),
    ),
    Variation.NEUTRAL_HIGH: (
        "neutral_high", N_("Special cause, higher"), N_("higher than chance explains"),
    ),
    Variation.NEUTRAL_LOW: (
        "neutral_low", N_("Special cause, lower"), N_("lower than chance explains"),
    ),
}  # fmt: skip
_ASSURANCES = {
    Assurance.HIT_OR_MISS: (
        "hit_or_miss",
        N_("Hit or miss"),
        N_("may meet %(aim)s or miss it by chance"),
    ),
    Assurance.PASS: (
        "pass",
        N_("Meets its target"),
        N_("will meet %(aim)s unless the process changes"),
    ),
    Assurance.FAIL: (
        "fail",
        N_("Misses its target"),
        N_("will miss %(aim)s unless the process changes"),
    ),
}


def judged(code: int) -> str:
    """The kind of mark for one code of Variation."""
    return _KINDS[Variation(code)]


def variation_of(code: int) -> Icon | None:
    """The variation icon of a series' last point; None where that is missing."""
    if code == Variation.MISSING:
        return None
    name, short, more = _VARIATIONS[Variation(code)]
    return _icon(variation_icon(name), short, translated(more))


def assurance_of(code: int, *, target: float, indicator: ReleasedIndicator) -> Icon | None:
    """The assurance icon; None where there is no target or neither way is better."""
    if code == Assurance.MISSING:
        return None
    name, short, more = _ASSURANCES[Assurance(code)]
    aim = gettext("the target of %(target)s", target=words.with_unit(target, indicator=indicator))
    return _icon(assurance_icon(name), short, gettext(more, aim=aim))


def _icon(drawing: Markup, short: str, more: str) -> Icon:
    named = translated(short)
    return Icon(drawing, f"{named}: {more}.", named)


def key_of(better: Polarity) -> tuple[tuple[Markup, str], ...]:
    """Which mark is what."""
    named = [("ordinary", gettext("ordinary ups and downs"), True)]
    if better is Polarity.NEITHER:
        named += [("neither", gettext("special cause, higher"), True)]
        named += [("neither", gettext("special cause, lower"), False)]
    else:
        named += [("better", gettext("special cause, improving"), True)]
        named += [("worse", gettext("special cause, concern"), True)]
    return tuple(
        (key_mark(shape_of(kind, high=high), kind=kind), text) for kind, text, high in named
    )
