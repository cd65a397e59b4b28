"""The top of a ranking as a chart and a table, for where the whole table cannot go."""

from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.ranked import RankedBar, RankedChart, draw_ranked
from hereabouts.doors.web.comparator import Comparator
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.method_words import better_words
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.release.answers import Ranked

MOST_BARS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedRow:
    """One area of the table twin."""

    rank: str
    name: str
    said: Said
    interval: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedFigure:
    """The bars, what is left out, and their twin."""

    title: str
    drawing: Markup
    sentences: tuple[str, ...]
    rows: tuple[RankedRow, ...]


def ranked_figure(
    visit: Visit, state: IndicatorState, *, comparator: Comparator | None
) -> RankedFigure | None:
    """The first areas of the ranking that `state` shows; None where none has a value."""
    ranking = visit.reader.ranking(
        state.indicator.id,
        area_type=state.area_type.code,
        period_start=state.period.start,
        category=state.category,
        page=(MOST_BARS, 0),
    )
    shown = [one for one in ranking.rows if one.observation.value is not None]
    if not shown:
        return None
    reference = comparator.observation.value if comparator else None
    title = f"{state.indicator.short_title}, {words.in_sentence(state.area_type.plural)}"
    chart = RankedChart(
        name="ranked",
        title=title,
        description=_description(shown, state),
        bars=tuple(_bar(one, state) for one in shown),
        reference=reference,
    )
    return RankedFigure(
        title=title,
        drawing=draw_ranked(chart),
        sentences=_sentences(len(shown), ranking.ranked, state, comparator),
        rows=tuple(_row(one, state) for one in shown),
    )


def _bar(one: Ranked, state: IndicatorState) -> RankedBar:
    seen = one.observation
    sign = "%" if words.unit_of(state.indicator) == "%" else ""
    return RankedBar(
        name=seen.area_name,
        said=f"{words.number(seen.value or 0.0, decimals=state.indicator.decimals)}{sign}",
        value=seen.value or 0.0,
        lower=seen.lower,
        upper=seen.upper,
    )


def _row(one: Ranked, state: IndicatorState) -> RankedRow:
    seen = one.observation
    return RankedRow(
        rank=f"{one.rank:,}" if one.rank else "",
        name=seen.area_name,
        said=words.say_value(seen, indicator=state.indicator),
        interval=words.interval(seen, decimals=state.indicator.decimals),
    )


def _description(shown: list[Ranked], state: IndicatorState) -> str:
    ends = [
        f"{one.observation.area_name}, "
        f"{words.say_value(one.observation, indicator=state.indicator).whole}"
        for one in (shown[0], shown[-1])
    ]
    return gettext("From %(ends)s to %(ends2)s.", ends=ends[0], ends2=ends[1])


def _sentences(
    drawn: int, ranked: int, state: IndicatorState, comparator: Comparator | None
) -> tuple[str, ...]:
    said = [better_words(state.indicator)]
    if drawn < ranked:
        said.append(
            gettext(
                "The first %(drawn)s of %(ranked)s with a value are drawn.",
                drawn=drawn,
                ranked=f"{ranked:,}",
            )
        )
    if comparator and comparator.observation.value is not None:
        said.append(
            gettext("The dashed line is %(comparator_title)s.", comparator_title=comparator.title)
        )
    return (" ".join(said),)
