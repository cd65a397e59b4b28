"""Why a chart was chosen, in the language of the page.

What chooses a chart gives its reason as an English sentence, for every door. Here each of the few
that there are is said again, with its number.
"""

import re

from hereabouts.doors.web.languages import N_, gettext, spoken, translated
from hereabouts.indicators.chart_choice import ChartChoice
from hereabouts.model.languages import ENGLISH

_REASON = re.compile(r"Chosen because (.*)\.\Z", re.DOTALL)
_NUMBER = re.compile(r"\b\d[\d,]*")
_BARS = re.compile(r"(bars.* in order), and (.*)\Z", re.DOTALL)
REASONS = (
    N_(
        "this indicator asks for a control chart, and its %(number)s values are enough "
        "to tell a change from ordinary ups and downs"
    ),
    N_("there is only one value to show, so its place among other areas says more than a line"),
    N_("there is no value to show, so its place among other areas says more than a line"),
    N_("%(number)s values follow one another in time"),
    N_("%(number)s values follow one another in time, with how sure each is"),
    N_("a control chart needs %(number)s values"),
    N_(
        "each of the %(number)s areas has a size, and a funnel shows which differ from "
        "the rest by more than areas of their size do by chance"
    ),
    N_("bars put areas in order"),
    N_("bars with their confidence limits put areas in order"),
    N_("a funnel is for proportions, rates and ratios"),
    N_("a funnel needs numbers and sizes that are shown"),
    N_("a funnel needs %(number)s areas or more with a value"),
    N_("in a funnel more than %(number)s areas cannot be told apart"),
)


def reason_words(choice: ChartChoice) -> str:
    """The sentence that says why `choice` was made."""
    found = _REASON.match(choice.reason)
    if spoken() == ENGLISH or not found:
        return choice.reason
    reason = "; ".join(_bars(piece) for piece in found.group(1).split("; "))
    return gettext("Chosen because %(reason)s.", reason=reason)


def _bars(piece: str) -> str:
    found = _BARS.match(piece)
    if not found:
        return _piece(piece)
    first, last = (_piece(part) for part in found.groups())
    return gettext("%(first)s, and %(last)s", first=first, last=last)


def _piece(piece: str) -> str:
    """One reason: its message is the same whatever its number."""
    found = _NUMBER.search(piece)
    if not found:
        return translated(piece)
    return translated(_NUMBER.sub("%(number)s", piece)) % {"number": found.group(0)}
