"""The picture of one section of a declared page by itself."""

from hereabouts.doors.web.sections.build import KINDS, heading_of
from hereabouts.doors.web.sections.pictured import pictured
from hereabouts.doors.web.sections.place_on_page import PlaceOnPage, chosen_in
from hereabouts.doors.web.shown_figure import ShownFigure, no_such_figure
from hereabouts.doors.web.visit import Visit


def shown_of_section(visit: Visit, *, page: str, section: str) -> ShownFigure:
    """What the section draws, as the address asks: by the plain names, such as `area_type`.

    Raises:
        AddressError: W201 to W203; W252, there is no such page, section or picture.
    """
    declared = next((one for one in visit.manifest.pages if one.name == page), None)
    sections = declared.sections if declared else ()
    one = next((found for found in sections if found.name == section), None)
    if one is None:
        raise no_such_figure()
    asked = visit.asked(*chosen_in(one.kind))
    named = {f"{section}.{what}": value for what, value in asked.items()}
    place = PlaceOnPage(page=page, section=section, asked=named)
    content = KINDS[one.kind][0](visit, one, place)
    found = pictured(visit, one.kind, content, title=heading_of(one)) if content else None
    if found is None:
        raise no_such_figure()
    first, *others = found.indicators
    return ShownFigure(
        kind=found.kind,
        figure=found.figure,
        title=found.title,
        about=found.about,
        indicator=first,
        others=tuple(others),
        drawn_from=found.state,
        page=f"{visit.links.declared(page, **named)}#{section}",
        state=asked,
    )
