"""One chart of an area's page by itself: an indicator over time."""

from hereabouts.doors.web import words
from hereabouts.doors.web.address import choose
from hereabouts.doors.web.known_area import known_area
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.over_time import CHARTS, all_series, over_time
from hereabouts.doors.web.shown_figure import ShownFigure, no_such_figure
from hereabouts.doors.web.visit import Visit


def shown_of_area(visit: Visit, *, area_type: str, code: str, theme: str, name: str) -> ShownFigure:
    """The area's indicator over time, as the chart that the address asks for or the one that suits.

    Raises:
        AddressError: W201, W202, W204, W205, W206 or W350; W252, there are too few periods.
    """
    asked = visit.asked("chart")
    wanted = choose(asked.get("chart"), among=CHARTS, otherwise="", what="chart")
    area = known_area(visit, area_type, code)
    kind = visit.area_type(area_type)
    indicator = visit.indicator(theme, name=name)
    parents = visit.reader.parents(kind.code, code=code)
    found = over_time(
        visit,
        area,
        series=all_series(visit, area, observed=[indicator]),
        beside=parents[-1] if parents else None,
        wanted=wanted,
    )
    if not found:
        raise no_such_figure()
    one = found[0]
    return ShownFigure(
        kind="control" if one.control else "trend",
        figure=one.control or one.line,
        title=f"{indicator.title}, {area.name}",
        about=(gettext("%(sentence)s, over time", sentence=words.sentence(indicator.unit)),),
        indicator=indicator,
        page=visit.links.area(kind.code, code=code),
        state=asked,
    )
