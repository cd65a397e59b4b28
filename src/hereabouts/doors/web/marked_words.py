"""Words that are said by their value, not where they are written: marked, for catalogues.

A unit is the place's own word; these are the ones that most places use.
"""

from hereabouts.doors.web.languages import N_

JUDGED = (N_("better"), N_("worse"), N_("higher"), N_("lower"), N_("similar"))
SIDES = (N_("Higher"), N_("Lower"), N_("Similar"))
RATINGS = (N_("green"), N_("amber"), N_("red"))
UNITS = (
    *(N_("minutes"), N_("hours"), N_("days"), N_("years"), N_("people"), N_("percent")),
    *(N_("per 1,000"), N_("per 10,000"), N_("per 100,000"), N_("ratio")),
)
#: What problem pages say most. Any other is said in English, and marked as English.
PROBLEMS = (
    N_("there is no page at this address"),
    N_("start at the home page"),
    N_("the address has a part this page does not understand"),
    N_("leave out what follows the ?"),
    N_("there is no such indicator in this release"),
    N_("choose one from the home page"),
    N_("there is no such kind of area in this release"),
    N_("there is no area with that code here"),
    N_("search for it by name"),
    N_("search for the area by name"),
    N_("there is no such product in this release"),
    N_("see about this data"),
    N_("the release says nothing of this area in that period and category"),
    N_("follow a link from the area's page or from the ranking"),
    N_("the table has fewer pages than that"),
    N_("go back to its first page"),
)
