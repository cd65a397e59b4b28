"""What to say first of an indicator: one value for the whole place, and how areas differ."""

from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.languages import cached_in_each_language, gettext, ngettext
from hereabouts.doors.web.words import Said
from hereabouts.model.indicator import Polarity
from hereabouts.release.answers import Observation, Spread
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator, ReleasedPeriod
from hereabouts.release.reader import ReleaseReader

MOST_LEADING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The newest value against the one before it."""

    words: str  # Up by 150 nurses since 2022
    judgement: str  # better | worse | none


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One indicator at a glance. `lead` is None when no area stands for the whole place."""

    indicator: ReleasedIndicator
    period: ReleasedPeriod
    category: str  # the total, or where there is none the category with most
    lead: Observation | None
    said: Said
    change: Change | None
    spread_type: ReleasedAreaType
    spread: Spread
    sentences: tuple[str, ...]


def newest_period(indicator: ReleasedIndicator) -> ReleasedPeriod:
    """The latest of the indicator's periods."""
    return max(indicator.periods, key=lambda period: period.start)


def largest_type(reader: ReleaseReader, *, indicator: ReleasedIndicator) -> ReleasedAreaType:
    """The largest area type the indicator is published for."""
    return _published(reader, indicator)[-1]


def home_type(reader: ReleaseReader, *, indicator: ReleasedIndicator) -> ReleasedAreaType:
    """The place's own area type where the indicator has it, else the second largest."""
    published = _published(reader, indicator)
    wanted = reader.manifest.place.home_area_type
    return next((t for t in published if t.code == wanted), published[-2:][0])


def leading_area(
    reader: ReleaseReader,
    *,
    indicator: ReleasedIndicator,
    period: ReleasedPeriod,
    category: str = "all",
) -> Observation | None:
    """The largest area with a value: the one most of the place lies in.

    Largest by denominator, else by numerator, so that England leads England and Wales. None
    where the largest areas are many: no one of them stands for the place.
    """
    kind = largest_type(reader, indicator=indicator)
    if kind.count > MOST_LEADING:
        return None
    found = reader.slice_of(
        indicator.id, area_type=kind.code, period_start=period.start, category=category
    )
    shown = [one for one in found if one.value is not None]
    return max(shown, key=lambda one: (one.denominator or 0, one.numerator or 0), default=None)


@cached_in_each_language(512)
def headline(reader: ReleaseReader, indicator: ReleasedIndicator) -> Headline:
    """The newest headline of `indicator`, made once a release."""
    period = newest_period(indicator)
    category = leading_category(reader, indicator=indicator)
    lead = leading_area(reader, indicator=indicator, period=period, category=category)
    kind = home_type(reader, indicator=indicator)
    spread = reader.spread(
        indicator.id, area_type=kind.code, period_start=period.start, category=category
    )
    return Headline(
        indicator=indicator,
        period=period,
        category=category,
        lead=lead,
        said=say_headline(lead, spread=spread, indicator=indicator),
        change=_change(reader, indicator, lead),
        spread_type=kind,
        spread=spread,
        sentences=spread_sentences(spread, indicator=indicator, area_type=kind),
    )


def leading_category(reader: ReleaseReader, *, indicator: ReleasedIndicator) -> str:
    """The total, or where an indicator has none the category with most."""
    return next(iter(categories_of(reader, indicator=indicator)), "all")


def categories_of(reader: ReleaseReader, *, indicator: ReleasedIndicator) -> tuple[str, ...]:
    """The total where there is one, then what an indicator is broken down by, most first."""
    return reader.categories(indicator.id) if indicator.breakdown else ("all",)


def say_headline(lead: Observation | None, *, spread: Spread, indicator: ReleasedIndicator) -> Said:
    """The leading value; where no area leads, from the lowest to the highest."""
    if lead is None and spread.values:
        sign = "%" if words.unit_of(indicator) == "%" else ""
        ends = dict.fromkeys(
            words.number(value, decimals=indicator.decimals) + sign
            for value in (spread.values[0], spread.values[-1])
        )
        return Said(" to ".join(ends), unit="" if sign else words.unit_of(indicator))
    return words.say_value(lead, indicator=indicator)


def spread_sentences(
    spread: Spread, *, indicator: ReleasedIndicator, area_type: ReleasedAreaType
) -> tuple[str, ...]:
    """How areas differ, in plain sentences: the ends, then what is missing and why."""
    sentences = []
    low, high = spread.lowest, spread.highest
    if low and high and low.value is not None and high.value is not None:
        count = f"{len(spread.values):,} {words.in_sentence(area_type.plural)}"
        ends = [words.with_unit(value, indicator=indicator) for value in (low.value, high.value)]
        if len(spread.values) == 1:
            sentences.append(
                gettext(
                    "One %(area_type_title)s has a value: %(area_name)s, %(ends)s.",
                    area_type_title=words.in_sentence(area_type.title),
                    area_name=low.area_name,
                    ends=ends[0],
                )
            )
        elif ends[0] == ends[1]:
            sentences.append(
                gettext("All %(count)s have the same value, %(ends)s.", count=count, ends=ends[0])
            )
        else:
            sentences.append(
                gettext(
                    "Across %(count)s it ranges from %(ends)s in %(where)s to %(ends2)s in "
                    "%(where2)s.",
                    count=count,
                    ends=ends[0],
                    where=_where(low, spread),
                    ends2=ends[1],
                    where2=_where(high, spread),
                )
            )
    return (*sentences, *_missing(spread))


def _where(end: Observation, spread: Spread) -> str:
    """The area, or how many share the value: naming one of several would be unfair."""
    sharing = spread.values.count(end.value) if end.value is not None else 0
    return end.area_name if sharing == 1 else gettext("%(sharing)s areas", sharing=f"{sharing:,}")


def _missing(spread: Spread) -> tuple[str, ...]:
    reasons = {
        "[c]": gettext("hidden to protect people's confidentiality"),
        "[x]": gettext("not available"),
        "[z]": gettext("not applicable"),
    }
    parts = [
        f"{ngettext('%(num)s value is', '%(num)s values are', count)} {reasons[marker]}"
        for marker, count in sorted(spread.by_marker.items())
        if marker in reasons
    ]
    return (f"{words.sentence('; '.join(parts))}.",) if parts else ()


def _change(
    reader: ReleaseReader, indicator: ReleasedIndicator, lead: Observation | None
) -> Change | None:
    if lead is None or len(indicator.periods) < 2:
        return None
    past = reader.trend(
        indicator.id, area_type=lead.area_type, code=lead.area_code, category=lead.category
    )
    before = [one for one in past if one.period_start < lead.period_start]
    if not before or before[-1].value is None or lead.value is None:
        return None
    labels = {period.start: period.label for period in indicator.periods}
    since = words.in_sentence(labels.get(before[-1].period_start, "the period before"))
    difference = lead.value - before[-1].value
    amount = words.number(abs(difference), decimals=indicator.decimals)
    if not float(amount.replace(",", "")):
        return Change(words=gettext("No change since %(since)s", since=since), judgement="none")
    unit = gettext("percentage points") if indicator.unit in ("percent", "%") else indicator.unit
    way = gettext("Up") if difference > 0 else gettext("Down")
    return Change(
        words=gettext(
            "%(way)s by %(amount)s %(unit)s since %(since)s",
            way=way,
            amount=amount,
            unit=unit,
            since=since,
        ),
        judgement=_judgement(difference, indicator),
    )


def _judgement(difference: float, indicator: ReleasedIndicator) -> str:
    if indicator.better is Polarity.NEITHER:
        return "none"
    return "better" if (difference > 0) == (indicator.better is Polarity.HIGHER) else "worse"


def _published(reader: ReleaseReader, indicator: ReleasedIndicator) -> tuple[ReleasedAreaType, ...]:
    return tuple(t for t in reader.manifest.area_types if t.code in indicator.area_types)
