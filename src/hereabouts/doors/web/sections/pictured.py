"""The one picture that a section can leave its page as."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.charts.key_figures import KeyNumber, KeyNumbers, draw_key_numbers
from hereabouts.doors.web.comparator import comparator_of
from hereabouts.doors.web.headline import leading_area
from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.ranked_figure import ranked_figure
from hereabouts.doors.web.sections.headline import KeyFigure
from hereabouts.doors.web.shown_figure import about_of, title_of
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import SectionKind
from hereabouts.release.manifest_model import ReleasedIndicator

Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictured:
    """A figure, what it is called and what it is of."""

    kind: str
    figure: Any
    title: str
    about: tuple[str, ...]
    indicators: tuple[ReleasedIndicator, ...]
    state: IndicatorState | None = None  # of a map of one indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNumbersFigure:
    """Key figures in one drawing, and each by itself with what the data says of it."""

    drawing: Markup
    numbers: tuple[tuple[KeyNumber, str], ...]


def is_pictured(kind: SectionKind, content: Content) -> bool:
    """Whether `pictured` has a picture of the section, without drawing it."""
    ranked = kind is SectionKind.RANKING and content["table"].ranked
    return bool(ranked or (kind in _PICTURES and any(map(content.get, _SHOWN))))


def pictured(visit: Visit, kind: SectionKind, content: Content, *, title: str) -> Pictured | None:
    """The picture of a section that shows `content`; None for one that has none."""
    return _PICTURES[kind](visit, content, title) if is_pictured(kind, content) else None


def _headline(_visit: Visit, content: Content, title: str) -> Pictured:
    figures: tuple[KeyFigure, ...] = content["figures"]
    numbers = tuple(map(_number, figures))
    chart = KeyNumbers(
        name="key",
        title=title,
        description="; ".join(f"{one.title}: {one.said}, {one.where}" for one in numbers),
        numbers=numbers,
    )
    return Pictured(
        kind="headline",
        figure=KeyNumbersFigure(
            drawing=draw_key_numbers(chart),
            numbers=tuple(
                (number, one.sentence or "") for number, one in zip(numbers, figures, strict=True)
            ),
        ),
        title=title,
        about=(),
        indicators=tuple(one.card.headline.indicator for one in figures),
    )


def _number(figure: KeyFigure) -> KeyNumber:
    said = figure.card.headline
    where = figure.card.where or gettext("No area has a value")
    meaning = f", {said.said.meaning}" if said.said.is_marker else ""
    return KeyNumber(
        said=said.said.text if said.said.is_marker else said.said.whole,
        title=said.indicator.short_title,
        where=f"{where}, {words.in_sentence(said.period.label)}{meaning}",
    )


def _map(_visit: Visit, content: Content, _title: str) -> Pictured:
    if together := content.get("together"):
        return Pictured(
            kind="two_metric",
            figure=together,
            title=together.title,
            about=(together.read,),
            indicators=(together.need, together.supply),
        )
    return _of_state("map", content["figure"], content["state"])


def _ranking(visit: Visit, content: Content, _title: str) -> Pictured:
    state: IndicatorState = content["state"]
    lead = leading_area(
        visit.reader, indicator=state.indicator, period=state.period, category=state.category
    )
    comparator = comparator_of(visit, state, lead=lead)
    return _of_state("ranking", ranked_figure(visit, state, comparator=comparator), state)


def _triangulation(_visit: Visit, content: Content, _title: str) -> Pictured:
    figure = content["figure"]
    return Pictured(
        kind="triangulation",
        figure=figure,
        title=figure.title,
        about=(figure.about,),
        indicators=(content["need"], content["supply"]),
    )


def _trend(_visit: Visit, content: Content, _title: str) -> Pictured:
    indicator: ReleasedIndicator = content["indicator"]
    control = content.get("control")
    return Pictured(
        kind="control" if control else "trend",
        figure=control or content["figure"],
        title=gettext("%(indicator_title)s over time", indicator_title=indicator.title),
        about=(words.sentence(indicator.unit),),
        indicators=(indicator,),
    )


def _inequality(_visit: Visit, content: Content, _title: str) -> Pictured:
    return _of_state("inequality", content["figure"], content["state"])


def _pyramid(_visit: Visit, content: Content, _title: str) -> Pictured:
    figure = content["figure"]
    return Pictured(
        kind="pyramid",
        figure=figure,
        title=figure.title,
        about=(gettext("Shares of everyone by age band."),),
        indicators=(content["indicator"],),
    )


def _of_state(kind: str, figure: Any, state: IndicatorState) -> Pictured:
    return Pictured(
        kind=kind,
        figure=figure,
        title=title_of(state, kind, figure),
        about=about_of(state, kind, getattr(figure, "read", "")),
        indicators=(state.indicator,),
        state=state,
    )


#: What a section shows its picture under.
_SHOWN = ("figure", "figures", "together", "control")
_PICTURES: Mapping[SectionKind, Callable[[Visit, Content, str], Pictured]] = {
    SectionKind.HEADLINE: _headline,
    SectionKind.MAP: _map,
    SectionKind.RANKING: _ranking,
    SectionKind.TRIANGULATION: _triangulation,
    SectionKind.TREND: _trend,
    SectionKind.INEQUALITY: _inequality,
    SectionKind.PYRAMID: _pyramid,
}
