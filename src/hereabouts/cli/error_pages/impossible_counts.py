"""Counts, ages and periods that an indicator cannot be made from: Q851 to Q855."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q851": "The age of every row can be read: a whole number, or a label with its lowest age "
    "first.\n\n"
    "Why: a row of all ages, counted beside its parts, would count everyone twice.\n\n"
    "Do: leave such rows out with `where:`, and begin each label with its lowest age.",
    "Q852": "Events fall in age bands that there are people of.\n\n"
    "Why: a rate by age is events over people of the same ages.\n\n"
    "Do: use the same bands in the numerator's and the denominator's product, or say `oldest:` "
    "so that both end alike.",
    "Q853": "No count is below 0.\n\n"
    "Why: people and events are counted from none; a number below is a fault at source, and a "
    "rate made from it would look like any other.\n\n"
    "Do: see the rows of the areas named, and add a quality rule to the contract that keeps such "
    "rows out. The last good observations stand until then.",
    "Q854": "A proportion's numerator is part of its denominator.\n\n"
    "Why: more than all is impossible: the two come from different times, places or "
    "definitions.\n\n"
    "Do: see that both count the same people; use crude_rate where one person may have several "
    "events.",
    "Q855": "Periods of one indicator are of one length, or do not overlap.\n\n"
    "Why: a year beside its own quarters would be drawn as one line, and the year counted "
    "twice.\n\n"
    "Do: make an indicator of each, with `where:` to choose its rows. Periods that roll, as "
    "three-year averages do, may overlap if all are equally long.",
}
