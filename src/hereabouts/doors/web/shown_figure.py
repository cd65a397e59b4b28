"""One chart by itself: what a picture, an embedded page or a line of links needs to know of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from hereabouts.doors.web import words
from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.areas_chart import areas_chart
from hereabouts.doors.web.comparator import comparator_of
from hereabouts.doors.web.funnel_figure import FunnelFigure
from hereabouts.doors.web.headline import leading_area
from hereabouts.doors.web.indicator_state import SHOWN, IndicatorState, read_state
from hereabouts.doors.web.inequality_figure import InequalityFigure
from hereabouts.doors.web.inequality_section import inequality_section
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.leading_trend import leading_trend
from hereabouts.doors.web.map_asked import LOOK
from hereabouts.doors.web.map_figure import MapFigure, map_figure
from hereabouts.doors.web.one_slice import one_slice
from hereabouts.doors.web.ranked_figure import RankedFigure, ranked_figure
from hereabouts.doors.web.trend_figure import TrendFigure
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator

Figure = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """A figure, what it is called, and where it is from."""

    kind: str  # map, funnel, ranking, trend, inequality, control, or of a section
    figure: Figure
    title: str
    about: tuple[str, ...]
    indicator: ReleasedIndicator
    page: str  # its page, as a path within the release
    state: Mapping[str, str]  # of its address
    others: tuple[ReleasedIndicator, ...] = ()  # that it shows besides
    drawn_from: IndicatorState | None = None  # of a map of one indicator

    @property
    def indicators(self) -> tuple[ReleasedIndicator, ...]:
        """All that it shows."""
        return (self.indicator, *self.others)

    @property
    def synthetic(self) -> bool:
        """Whether any of it is made up."""
        return any(one.synthetic for one in self.indicators)

    @property
    def products(self) -> tuple[str, ...]:
        """What they are made from, each once."""
        return tuple(dict.fromkeys(name for one in self.indicators for name in one.products))

    @property
    def drawing(self) -> Markup | None:
        """As SVG; None for a map."""
        drawn: Markup | None = getattr(self.figure, "drawing", None)
        return drawn


def shown_of_indicator(visit: Visit, *, theme: str, name: str, figure: str) -> ShownFigure:
    """A figure of an indicator's page, in the state of the address.

    Raises:
        AddressError: W201, W202 or W204; W252, the page has no such figure.
    """
    asked = visit.asked(*SHOWN, *(LOOK if figure == "map" else ()))
    indicator = visit.indicator(theme, name=name)
    state = read_state(visit, indicator)
    found = FIGURES[figure](visit, state) if figure in FIGURES else None
    if found is None:
        raise no_such_figure()
    return ShownFigure(
        kind=figure,
        figure=found,
        title=title_of(state, figure, found),
        about=about_of(state, figure, getattr(found, "read", "")),
        indicator=indicator,
        drawn_from=state,
        page=visit.links.indicator(indicator, **asked),
        state=asked,
    )


def no_such_figure() -> Exception:
    """The error for a chart that its page does not have."""
    return not_found(
        "there is no such chart", code="W252", do="follow a link under a chart of the page"
    )


def title_of(state: IndicatorState, kind: str, found: Figure) -> str:
    """The indicator's own title first: a picture has no page round it."""
    title = state.indicator.title
    if kind in ("funnel", "inequality"):
        said: str = found.title
        return title + said.removeprefix(state.indicator.short_title)
    return gettext("%(title)s over time", title=title) if kind == "trend" else title


def about_of(state: IndicatorState, kind: str, read: str = "") -> tuple[str, ...]:
    """What a figure of one indicator is of: unit, areas, period and category."""
    said = [words.sentence(state.indicator.unit)]
    if kind in ("map", "funnel", "ranking"):
        said += [words.in_sentence(state.area_type.plural)]
    if kind in ("map", "ranking"):
        said += [words.in_sentence(state.period.label)]
    if state.category != "all":
        said += [state.category]
    line = ", ".join(said)
    return (f"{line}. {read}" if kind == "map" else line,)


def _lead(visit: Visit, state: IndicatorState) -> Observation | None:
    return leading_area(
        visit.reader, indicator=state.indicator, period=state.period, category=state.category
    )


def _map(visit: Visit, state: IndicatorState) -> MapFigure | None:
    return map_figure(visit, state)


def _funnel(visit: Visit, state: IndicatorState) -> FunnelFigure | None:
    comparator = comparator_of(visit, state, lead=_lead(visit, state))
    areas = one_slice(visit.reader, state)
    return areas_chart(visit, state, areas=areas, comparator=comparator).funnel


def _ranking(visit: Visit, state: IndicatorState) -> RankedFigure | None:
    comparator = comparator_of(visit, state, lead=_lead(visit, state))
    return ranked_figure(visit, state, comparator=comparator)


def _trend(visit: Visit, state: IndicatorState) -> TrendFigure | None:
    return leading_trend(visit, state, lead=_lead(visit, state), name="trend")


def _inequality(visit: Visit, state: IndicatorState) -> InequalityFigure | None:
    return inequality_section(visit, state)


FIGURES: Mapping[str, Callable[[Visit, IndicatorState], Figure]] = {
    "map": _map,
    "funnel": _funnel,
    "ranking": _ranking,
    "trend": _trend,
    "inequality": _inequality,
}
