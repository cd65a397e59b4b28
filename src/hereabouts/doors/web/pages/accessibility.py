"""The accessibility statement."""

from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.visit import PageAnswer, Visit


def accessibility(visit: Visit) -> PageAnswer:
    """What works for whom, what does not, and whom to tell."""
    visit.asked()
    return PageAnswer("accessibility.html", {"title": gettext("Accessibility"), "current": ""})
