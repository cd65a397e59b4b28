"""What an indicator's page shows, as its address says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hereabouts.doors.web.address import AddressError, choose
from hereabouts.doors.web.compared_summary import KINDS
from hereabouts.doors.web.headline import categories_of, home_type, leading_category, newest_period
from hereabouts.doors.web.map_asked import LOOK, read_colours
from hereabouts.doors.web.visit import Visit
from hereabouts.indicators.chart_choice import Chart
from hereabouts.model.map_colours import PLAIN, MapColours
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator, ReleasedPeriod
from hereabouts.release.reader_slices import ORDERS

ROWS_A_PAGE = 100
#: What the script of the ranking remembers in the address; the page itself is the same.
SCRIPTED = ("ranking-sort", "ranking-q")
MOST_PAGES = 100_000
CHARTS = (Chart.FUNNEL.value, Chart.RANKED.value)
#: What decides the figures themselves.
SHOWN = ("area_type", "period", "category")
KEPT = (*SHOWN, "sort", "chart", "compared", *LOOK)

Here = Callable[[Visit, Mapping[str, str | int | None]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorState:
    """Everything that can be chosen. `given` is what the address itself said."""

    indicator: ReleasedIndicator
    area_type: ReleasedAreaType
    period: ReleasedPeriod
    category: str
    categories: tuple[str, ...]
    sort: str
    page: int
    chart: str | None  # the one the reader picked
    compared: str | None  # which areas alone: better, similar, worse, higher or lower
    given: dict[str, str | int | None]
    colours: MapColours = PLAIN  # of its map
    here: Here | None = None  # where it is not the indicator's own page that shows it

    @property
    def shown(self) -> dict[str, str | int | None]:
        """Of what decides the figures, what the address itself said."""
        return {what: self.given[what] for what in SHOWN if self.given.get(what)}

    @property
    def narrowing(self) -> str | None:
        """Its category, unless that is the one that leads."""
        return None if self.category == self.categories[0] else self.category

    @property
    def look(self) -> dict[str, str | int | None]:
        """How the address asks for its map to be coloured."""
        return {what: self.given[what] for what in LOOK if self.given.get(what)}

    @property
    def kept_by_map(self) -> dict[str, str | int | None]:
        """All that the address asks for but how its map is coloured."""
        return {what: said for what, said in self.given.items() if said and what not in LOOK}

    def address(self, visit: Visit, **changed: str | int | None) -> str:
        """The same page with something changed; turning to another order starts at its top."""
        state = self.given | changed
        if self.here is not None:
            return self.here(visit, state)
        return visit.links.indicator(self.indicator, **state)


def read_state(visit: Visit, indicator: ReleasedIndicator) -> IndicatorState:
    """The state that the address asks for, with what it leaves out filled in.

    Raises:
        AddressError: W201 or W202, it asks for what this indicator does not have.
    """
    asked = visit.asked(*KEPT, "page", *SCRIPTED)
    return state_of(visit, indicator, asked)


def state_of(
    visit: Visit,
    indicator: ReleasedIndicator,
    asked: Mapping[str, str],
    *,
    area_types: Sequence[str] = (),
    here: Here | None = None,
    colours: MapColours = PLAIN,
) -> IndicatorState:
    """The state that `asked` says, with what it leaves out filled in.

    Args:
        visit: whose release has the indicator.
        indicator: what is shown.
        asked: what was chosen, by name.
        area_types: those on offer, the one to show first before the others; none, all it has.
        colours: of the map, where `asked` says nothing of them.
        here: from a changed state to its address, where that is not the indicator's page.

    Raises:
        AddressError: W202 or W345, it asks for what this indicator does not have.
    """
    kind = choose(
        asked.get("area_type"),
        among=area_types or indicator.area_types,
        otherwise=(*area_types, home_type(visit.reader, indicator=indicator).code)[0],
        what="kind of area",
    )
    categories = categories_of(visit.reader, indicator=indicator)
    leading = leading_category(visit.reader, indicator=indicator)
    category = choose(asked.get("category"), among=categories, otherwise=leading, what="category")
    sort = choose(asked.get("sort"), among=ORDERS, otherwise="rank", what="order")
    chart = choose(asked.get("chart"), among=CHARTS, otherwise="", what="chart")
    compared = choose(asked.get("compared"), among=KINDS, otherwise="", what="comparison")
    return IndicatorState(
        indicator=indicator,
        area_type=visit.area_type(kind),
        period=_period(indicator, asked.get("period")),
        category=category,
        categories=categories,
        sort=sort,
        page=_page(asked.get("page")),
        chart=chart or None,
        compared=compared or None,
        given={name: asked.get(name) for name in KEPT},
        colours=read_colours(asked, colours),
        here=here,
    )


def _period(indicator: ReleasedIndicator, value: str | None) -> ReleasedPeriod:
    starts = {period.start.isoformat(): period for period in indicator.periods}
    newest = newest_period(indicator).start.isoformat()
    return starts[choose(value, among=starts, otherwise=newest, what="period")]


def _page(value: str | None) -> int:
    if value is None:
        return 1
    if value.isascii() and value.isdigit() and 1 <= int(value) <= MOST_PAGES:
        return int(value)
    raise AddressError(
        "there is no such page of the table", code="W202", do="use a whole number", status=400
    )
