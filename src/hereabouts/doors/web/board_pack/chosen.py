"""What a pack is of: the theme and the indicators it holds."""

from dataclasses import dataclass

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.themes import themes
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedPage


@dataclass(frozen=True, slots=True)
class Chosen:
    """A declared page, or a theme of the indicators."""

    title: str
    lede: str
    indicators: tuple[ReleasedIndicator, ...]


def chosen_theme(visit: Visit, name: str) -> Chosen:
    """The declared page called `name`, or else the indicators' theme of that name.

    Raises:
        AddressError: W310, the release has neither.
    """
    page = next((one for one in visit.manifest.pages if one.name == name), None)
    if page is not None:
        return Chosen(page.title, page.lede, _of_page(visit, page))
    theme = next((one for one in themes(visit.manifest) if one.name == name), None)
    if theme is None:
        raise not_found(
            "there is no such theme or page in this release",
            code="W310",
            do=f"use one of {', '.join(theme_names(visit))}",
        )
    return Chosen(theme.title, "", theme.indicators)


def theme_names(visit: Visit) -> tuple[str, ...]:
    """Whatever a pack can be of: themes of indicators, then declared pages."""
    named = [one.name for one in themes(visit.manifest)]
    return tuple(dict.fromkeys((*named, *(page.name for page in visit.manifest.pages))))


def _of_page(visit: Visit, page: ReleasedPage) -> tuple[ReleasedIndicator, ...]:
    """Those it leads with, then those its sections show."""
    shown = (name for section in page.sections for name in section.all_indicators)
    by_id = {one.id: one for one in visit.manifest.observed}
    names = dict.fromkeys((*page.indicators, *shown))
    return tuple(by_id[name] for name in names if name in by_id)
