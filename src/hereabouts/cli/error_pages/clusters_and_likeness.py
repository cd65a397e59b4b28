"""Pages for what hot spots, smoothed rates and areas like one another cannot use."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q771": "Neighbours are those of the areas that the values are of.\n\n"
    "Why: neighbours are places in a list of areas; of another list, or in another order, every "
    "sum would be of the wrong areas. An area is counted apart from its neighbours, so it is "
    "not one of them.\n\n"
    "Do: make values and neighbours from one list of areas in one order, and leave each area "
    "out of its own neighbours.",
    "Q772": "A p value is from 0 to 1.\n\n"
    "Why: false discoveries are controlled by how often chance alone would do so well; a z "
    "or a percentage is no such number.\n\n"
    "Do: make p of z with two_sided_p, and write 5% as 0.05.",
    "Q773": "Where events are counted there are people.\n\n"
    "Why: an area with events and nobody in it has no rate, and its events would raise the "
    "mean that every other area is held to.\n\n"
    "Do: see whether events and people are of the same areas and the same census; if nobody "
    "does live there, leave the area out.",
    "Q774": "Areas are compared by a table with one row per area, one weight per column, and a "
    "count of how many to find.\n\n"
    "Why: a missing or negative weight has no meaning, and nothing can be found by no "
    "measure.\n\n"
    "Do: give each column a weight of 0 or more, and a count of 1 or more.",
}
