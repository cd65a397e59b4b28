"""Words that scripts add to a page, for pages in another language than the scripts' own.

The scripts say them in English and look them up in a block of JSON that the page hands over; a
test holds this list against the scripts. `{name}` is where a script puts a value.
"""

import json

from markupsafe import Markup

from hereabouts.doors.web.languages import N_, spoken, translated
from hereabouts.model.languages import ENGLISH

#: What could end the block, or begin another, within a text of JSON.
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
SCRIPT_WORDS = (
    N_("Link copied"),
    N_("Copy the address from the address bar"),
    N_("Code copied"),
    N_("Select the code and copy it"),
    N_("Filter this table"),
    N_("Showing {shown} of {all} rows"),
    N_("if nothing newer has been released, overdue by 1 day"),
    N_("if nothing newer has been released, overdue by {days} days"),
    N_(
        "Arrow keys move between areas, Enter opens one, plus and minus zoom, Escape "
        "shows the whole map."
    ),
    N_("Zoom in"),
    N_("Zoom out"),
    N_("Whole map"),
    N_("Show the whole map"),
    N_("map"),
    N_("Hidden to protect people"),
    N_("Not available"),
    N_("Not applicable"),
    N_("{across} metres"),
    N_("{across} kilometres"),
    N_("Your browser was not allowed to say where you are."),
    N_("Your browser does not know where you are."),
    N_("Your browser took too long to find where you are."),
    N_("Type the name of an area instead."),
    N_("Finding where you are."),
    N_("The areas could not be read."),
    N_("You are outside the areas of this site."),
    N_("You are in {area}, or within {across} of it."),
)


def script_words() -> Markup:
    """The block's content: each word in English and in the page's language; empty in English."""
    if spoken() == ENGLISH:
        return Markup("")
    said = {english: translated(english) for english in SCRIPT_WORDS}
    # Escaped above, so that no word ends the block.
    return Markup(json.dumps(said, ensure_ascii=False).translate(_ESCAPED))  # noqa: S704
