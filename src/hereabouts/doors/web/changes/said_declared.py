"""What two releases say differently of their indicators, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.changes.said_changes import KIND_WORDS
from hereabouts.doors.web.languages import N_, both_forms, gettext, ngettext, translated
from hereabouts.release.changes.changed import Count
from hereabouts.release.changes.declared import Declared, Redefined
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPeriod

_FIELDS = {
    "method": N_("method"),
    "unit": N_("unit"),
    "multiplier": N_("multiplier"),
    "better": N_("which way is better"),
    "confidence": N_("confidence of its limits"),
    "compare_to": N_("what it is compared with"),
    "spc": N_("control chart"),
    "counts": N_("what it counts"),
    "title": N_("title"),
    "why": N_("why it matters"),
    "notes": N_("notes"),
    "policy": N_("disclosure policy"),
    "decimals": N_("decimals shown"),
    "breakdown": N_("breakdown"),
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
                *((gettext("New in this release."),) if one.id in added else ()),
                *_redefined(redefined.get(one.id)),
                *_periods(gettext("New"), declared.new_periods.get(one.id, ())),
                *_periods(gettext("No longer here"), declared.gone_periods.get(one.id, ())),
                *_figures([count for count in counts if count.indicator == one.id]),
            ),
            figures=sum(count.figures for count in counts if count.indicator == one.id),
        )
        for one in listed
    ]
    gone = [
        IndicatorChanged(
            one, is_here=False, sentences=(gettext("Not in this release."),), figures=0
        )
        for one in declared.gone
    ]
    return tuple(one for one in (*found, *gone) if one.sentences)


def _redefined(one: Redefined | None) -> Iterator[str]:
    if one is not None:
        named = ", ".join(translated(_FIELDS[field]) for field in one.fields)
        yield gettext("Said otherwise: %(named)s.", named=named)
        if one.means_another:
            yield gettext(
                "Its figures are not compared with those of before: they mean another thing."
            )


def _periods(what: str, periods: Sequence[ReleasedPeriod]) -> Iterator[str]:
    if len(periods) > 3:
        ends = gettext(
            "%(periods_label)s to %(periods_label2)s",
            periods_label=periods[0].label,
            periods_label2=periods[-1].label,
        )
        yield gettext(
            "%(what)s: %(value)s periods, %(ends)s.", what=what, value=len(periods), ends=ends
        )
    elif periods:
        yield f"{what}: {', '.join(period.label for period in periods)}."


def _figures(counts: Sequence[Count]) -> Iterator[str]:
    if counts:
        said = ", ".join(f"{one.figures:,} {translated(KIND_WORDS[one.kind])}" for one in counts)
        yield gettext("Figures: %(said)s.", said=said)


def release_sentences(
    declared: Declared, counts: Sequence[Count], *, indicators: int
) -> tuple[str, ...]:
    """What a whole release changed, in a few sentences."""
    parts = [
        (
            len(declared.added),
            *both_forms("%(num)s indicator is new", "%(num)s indicators are new"),
        ),
        (
            len(declared.gone),
            *both_forms("%(num)s indicator is gone", "%(num)s indicators are gone"),
        ),
        (
            len(declared.redefined),
            *both_forms(
                "%(num)s indicator is said otherwise", "%(num)s indicators are said otherwise"
            ),
        ),
        (
            sum(bool(periods) for periods in declared.new_periods.values()),
            *both_forms("%(num)s indicator has new periods", "%(num)s indicators have new periods"),
        ),
    ]
    told = [ngettext(one, many, number) for number, one, many in parts if number]
    figures = sum(count.figures for count in counts)
    sentences = [f"{words.sentence(', '.join(told))}."] if told else []
    if figures:
        same = ngettext("%(num)s figure differs", "%(num)s figures differ", figures)
        sentences.append(gettext("%(same)s in periods that both releases have.", same=same))
    if not sentences:
        many = ngettext("%(num)s indicator", "%(num)s indicators", indicators)
        sentences.append(gettext("Nothing that is shown of %(many)s differs.", many=many))
    return tuple(sentences)
