"""Where one chart can be taken away to: picture files, its numbers, and other people's pages."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from hereabouts.doors.web.indicator_state import SHOWN, IndicatorState
from hereabouts.doors.web.languages import N_, translated
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.map_asked import LOOK
from hereabouts.release.answers import Area
from hereabouts.release.manifest_model import ReleasedIndicator

HEIGHTS = {"map": 1000, "ranking": 800}  # of a frame, in pixels
HEIGHT = 640
#: What each chart of an indicator is called: a page has several, and each needs a name.
NAMED = {
    "map": "map",
    "funnel": N_("areas by size"),
    "ranking": "ranking",
    "trend": N_("over time"),
    "inequality": "inequality",
}
_FRAME = Markup('<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>')
_IMAGE = Markup('<a href="{}"><img src="{}" alt="{}" width="760"></a>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """One chart's addresses; all but `frame` are of a numbered release and never change."""

    title: str
    png: str
    svg: str
    csv: str | None  # None where no file holds its numbers
    frame: str  # a page with the chart alone, of the newest release
    page: str  # where the chart is
    height: int

    def frame_code(self, site: str) -> str:
        """What shows the chart, newest, in another page."""
        return str(_FRAME.format(site + self.frame, self.title, self.height))

    def image_code(self, site: str) -> str:
        """What shows it as a picture, as it is now, where no frame may be."""
        return str(_IMAGE.format(site + self.page, site + self.png, self.title))


def taking_of(links: Links, state: IndicatorState, kind: str) -> Taking:
    """A chart of an indicator's page, in the state that its address asked for."""
    one = state.indicator
    look = LOOK if kind == "map" else ()
    looks = {name: None if (said := state.given.get(name)) is None else str(said) for name in look}
    given = {name: state.given.get(name) for name in (*SHOWN, *look)}
    shown = {
        "area_type": state.area_type.code,
        "period": state.period.start.isoformat(),
        "category": state.narrowing,
    }
    csv = links.download(
        one, ending="csv", area_type=state.area_type.code, period=str(shown["period"])
    )
    return Taking(
        title=f"{one.title}: {translated(NAMED[kind])}",
        png=links.chart(one, figure=kind, ending="png", **shown, **looks),
        svg=links.chart(one, figure=kind, ending="svg", **shown, **looks),
        csv=csv if kind in ("map", "funnel", "ranking") else None,
        frame=links.frame(one, figure=kind, **given),
        page=replace(links, versioned=True).indicator(one, **given),
        height=HEIGHTS.get(kind, HEIGHT),
    )


def taking_of_section(
    links: Links, where: tuple[str, str], *, title: str, kind: str, asked: Mapping[str, str]
) -> Taking:
    """A section of a declared page.

    Args:
        links: of the release.
        where: the names of the page and of the section.
        title: what it is called.
        kind: of the section.
        asked: what is chosen in it, by the plain names.
    """
    page, section = where
    named = {f"{section}.{what}": value for what, value in asked.items()}
    return Taking(
        title=title,
        png=links.chart_of_section(page, section, ending="png", **asked),
        svg=links.chart_of_section(page, section, ending="svg", **asked),
        csv=None,
        frame=links.frame_of_section(page, section, **asked),
        page=f"{replace(links, versioned=True).declared(page, **named)}#{section}",
        height=HEIGHTS.get(kind, HEIGHT),
    )


def taking_of_area(
    links: Links, area: Area, *, indicator: ReleasedIndicator, chart: str | None
) -> Taking:
    """An indicator over time on an area's page."""
    where = (area.area_type, area.code)
    return Taking(
        title=f"{indicator.title}, {area.name}",
        png=links.chart_of_area(*where, indicator=indicator, ending="png", chart=chart),
        svg=links.chart_of_area(*where, indicator=indicator, ending="svg", chart=chart),
        csv=links.area_download(area.area_type, code=area.code, ending="csv"),
        frame=links.frame_of_area(*where, indicator=indicator, chart=chart),
        page=replace(links, versioned=True).area(area.area_type, code=area.code),
        height=HEIGHT,
    )
