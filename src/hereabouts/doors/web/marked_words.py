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
