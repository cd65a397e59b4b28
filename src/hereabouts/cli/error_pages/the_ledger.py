"""Faults that show when a release is held against earlier ones."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "D311": "No hidden count can be worked out from a release together with those before it.\n\n"
    "Why: a reader keeps what was published. A count that is hidden now and was told before, by "
    "itself or in the sum of an area that is no more, is not hidden; nothing was released.\n\n"
    "Do: leave out an area type or a breakdown of the indicator; or withdraw the earlier releases "
    "that tell it: delete their folders in `.hereabouts/releases`, and say so to those who have "
    "downloaded them. Only releases whose folders are there are held against a new one, the "
    "newest 24 of them.",
}
