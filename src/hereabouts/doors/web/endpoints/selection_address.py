"""The observations that the address of a download names."""

from starlette.requests import Request

from hereabouts.doors.web.address import choose
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.files.selection import Selection
from hereabouts.doors.web.headline import home_type
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

EVERY = "all"


def read_selection(request: Request) -> Selection:
    """What `/download/<theme>/<name>.<ending>?area_type=&period=&category=` names.

    Without a period every one, without a category every one; without a kind of area the place's
    own, and every one for `all`.

    Raises:
        AddressError: W201, W202 or W204, the release has no such thing.
    """
    visit = visit_of(request)
    indicator = visit.indicator(request.path_params["theme"], name=request.path_params["name"])
    asked = visit.asked("area_type", "period", "category")
    periods = {period.start.isoformat(): period for period in indicator.periods}
    period = choose(asked.get("period"), among=periods, otherwise="", what="period")
    categories = visit.reader.categories(indicator.id)
    category = choose(asked.get("category"), among=categories, otherwise="", what="category")
    return Selection(
        visit=visit,
        indicator=indicator,
        kinds=_kinds(visit, indicator, asked.get("area_type")),
        period=periods.get(period),
        category=category or None,
    )


def _kinds(
    visit: Visit, indicator: ReleasedIndicator, asked: str | None
) -> tuple[ReleasedAreaType, ...]:
    home = home_type(visit.reader, indicator=indicator).code
    chosen = choose(
        asked, among=(*indicator.area_types, EVERY), otherwise=home, what="kind of area"
    )
    known = visit.manifest.area_types
    return tuple(
        t for t in known if t.code in (indicator.area_types if chosen == EVERY else [chosen])
    )
