"""Releases that an attack gets too much out of."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "D321": "Every release is attacked before it is made, from the files that would be published "
    "and those of earlier releases. It is to find nothing.\n\n"
    "Why: what the attack can work out, a reader can. Nothing was released, and the last release "
    "stands.\n\n"
    "Do: look where it says; leave out an area type or a breakdown of these indicators, or hide "
    "more. `hereabouts release --dry-run` tries again and leaves nothing behind. If nothing of "
    "the sort helps, report it: rows were to be hidden beside these.",
}
