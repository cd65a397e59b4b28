"""Every indicator, by theme, with its newest value."""

from hereabouts.doors.web.carried import Chosen, chosen_anywhere, to_indicator
from hereabouts.doors.web.headline import Headline, headline
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.themes import Theme, themes
from hereabouts.doors.web.visit import PageAnswer, Visit


def indicators(visit: Visit) -> PageAnswer:
    """The list of all that is measured; what was chosen of one is kept on the way to another.

    Raises:
        AddressError: W201 or W202, no indicator has what was chosen.
    """
    chosen = chosen_anywhere(visit)
    listed = [(theme, _said(visit, theme, chosen)) for theme in themes(visit.manifest)]
    return PageAnswer(
        "indicators.html",
        {"title": gettext("Indicators"), "themes": listed, "current": "indicators"},
    )


def _said(visit: Visit, theme: Theme, chosen: Chosen) -> list[tuple[Headline, str]]:
    return [
        (headline(visit.reader, one), to_indicator(visit, one, chosen)) for one in theme.indicators
    ]
