"""What two releases say differently of their indicators, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.changes.said_changes import KIND_WORDS
from hereabouts.release.changes.changed import Count
from hereabouts.release.changes.declared import Declared, Redefined
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPeriod

_FIELDS = {
    "method": "method",
    "unit": "unit",
    "multiplier": "multiplier",
    "better": "which way is better",
    "confidence": "confidence of its limits",
    "compare_to": "what it is compared with",
    "spc": "control chart",
    "counts": "what it counts",
    "title": "title",
    "why": "why it matters",
    "notes": "notes",
    "policy": "disclosure policy",
    "decimals": "decimals shown",
    "breakdown": "breakdown",
}


@dataclass(frozen=True, slots=True)
class IndicatorChanged:
    """One indicator, and what is told of it; `figures` is how many of its figures differ."""

    indicator: ReleasedIndicator
    is_here: bool  # whether the later release has it, and a page of it
    sentences: tuple[str, ...]
    figures: int


def indicators_changed(
    declared: Declared, counts: Sequence[Count], *, listed: Sequence[ReleasedIndicator]
) -> tuple[IndicatorChanged, ...]:
    """Every indicator of which something changed: those of the later release, then those gone.

    Args:
        declared: what the releases say of their indicators.
        counts: what became of figures.
        listed: indicators of the later release, in its order.
    """
    added = {one.id for one in declared.added}
    redefined = {one.now.id: one for one in declared.redefined}
    found = [
        IndicatorChanged(
            one,
            is_here=True,
            sentences=(
                *(("New in this release.",) if one.id in added else ()),
                *_redefined(redefined.get(one.id)),
                *_periods("New", declared.new_periods.get(one.id, ())),
                *_periods("No longer here", declared.gone_periods.get(one.id, ())),
                *_figures([count for count in counts if count.indicator == one.id]),
            ),
            figures=sum(count.figures for count in counts if count.indicator == one.id),
        )
        for one in listed
    ]
    gone = [
        IndicatorChanged(one, is_here=False, sentences=("Not in this release.",), figures=0)
        for one in declared.gone
    ]
    return tuple(one for one in (*found, *gone) if one.sentences)


def _redefined(one: Redefined | None) -> Iterator[str]:
    if one is not None:
        named = ", ".join(_FIELDS[field] for field in one.fields)
        yield f"Said otherwise: {named}."
        if one.means_another:
            yield "Its figures are not compared with those of before: they mean another thing."


def _periods(what: str, periods: Sequence[ReleasedPeriod]) -> Iterator[str]:
    if len(periods) > 3:
        ends = f"{periods[0].label} to {periods[-1].label}"
        yield f"{what}: {len(periods)} periods, {ends}."
    elif periods:
        yield f"{what}: {', '.join(period.label for period in periods)}."


def _figures(counts: Sequence[Count]) -> Iterator[str]:
    if counts:
        said = ", ".join(f"{one.figures:,} {KIND_WORDS[one.kind]}" for one in counts)
        yield f"Figures: {said}."


def release_sentences(
    declared: Declared, counts: Sequence[Count], *, indicators: int
) -> tuple[str, ...]:
    """What a whole release changed, in a few sentences."""
    parts = [
        (len(declared.added), "indicator is new", "indicators are new"),
        (len(declared.gone), "indicator is gone", "indicators are gone"),
        (len(declared.redefined), "indicator is said otherwise", "indicators are said otherwise"),
        (
            sum(bool(periods) for periods in declared.new_periods.values()),
            "indicator has new periods",
            "indicators have new periods",
        ),
    ]
    told = [
        words.count_of(number, singular=one, plural=many) for number, one, many in parts if number
    ]
    figures = sum(count.figures for count in counts)
    sentences = [f"{words.sentence(', '.join(told))}."] if told else []
    if figures:
        same = words.count_of(figures, singular="figure differs", plural="figures differ")
        sentences.append(f"{same} in periods that both releases have.")
    if not sentences:
        many = words.count_of(indicators, singular="indicator", plural="indicators")
        sentences.append(f"Nothing that is shown of {many} differs.")
    return tuple(sentences)
