"""The indicator, area type, period and category that a data address names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from hereabouts.doors.web.address import choose, not_found
from hereabouts.doors.web.headline import categories_of
from hereabouts.doors.web.indicator_state import IndicatorState, state_of
from hereabouts.doors.web.site import site_of
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One indicator, area type, period and category of one release."""

    visit: Visit
    indicator: ReleasedIndicator
    area_type: ReleasedAreaType
    start: date
    category: str
    asked: Mapping[str, str]  # how a map of it is coloured

    @property
    def state(self) -> IndicatorState:
        """The indicator's page that shows it."""
        said = {
            "area_type": self.area_type.code,
            "period": self.start.isoformat(),
            "category": self.category,
        }
        return state_of(self.visit, self.indicator, {**self.asked, **said})


def visit_of(request: Request) -> Visit:
    """The visit that a data address makes: `/r/<n>/...`, or the newest release."""
    site = site_of(request)
    number = request.path_params.get("number")
    return site.visit(number, query=request.url.query)


def read_slice(request: Request, *also: str) -> Slice:
    """What `/r/<n>/<kind>/<indicator>/<area_type>/<start>.<ending>?category=` names.

    Args:
        request: of the slice.
        also: what else its query may have.

    Raises:
        AddressError: W201 to W205, the release has no such thing.
    """
    visit = visit_of(request)
    theme, _dot, name = request.path_params["indicator"].partition(".")
    indicator = visit.indicator(theme, name=name)
    area_type = visit.area_type(request.path_params["area_type"])
    start = next(
        (p.start for p in indicator.periods if p.start.isoformat() == request.path_params["start"]),
        None,
    )
    if start is None or area_type.code not in indicator.area_types:
        raise not_found(
            "this indicator has no such period or kind of area",
            code="W208",
            do="follow a link from the indicator's page",
        )
    asked = visit.asked("category", *also)
    categories = categories_of(visit.reader, indicator=indicator)
    category = choose(
        asked.get("category"),
        among=categories,
        otherwise=categories[0],
        what="category",
    )
    return Slice(
        visit=visit,
        indicator=indicator,
        area_type=area_type,
        start=start,
        category=category,
        asked=asked,
    )
