"""Every indicator, by theme, with its newest value."""

from hereabouts.doors.web.headline import Headline, headline
from hereabouts.doors.web.themes import Theme, themes
from hereabouts.doors.web.visit import PageAnswer, Visit


def indicators(visit: Visit) -> PageAnswer:
    """The list of all that is measured."""
    visit.asked()
    listed = [(theme, _said(visit, theme)) for theme in themes(visit.manifest)]
    return PageAnswer(
        "indicators.html", {"title": "Indicators", "themes": listed, "current": "indicators"}
    )


def _said(visit: Visit, theme: Theme) -> list[tuple[Headline, str]]:
    return [(headline(visit.reader, one), visit.links.indicator(one)) for one in theme.indicators]
