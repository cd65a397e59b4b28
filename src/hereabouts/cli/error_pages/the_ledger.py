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
    "D312": "A sum is asked for of an indicator that was released.\n\n"
    "Why: whether it may be told depends on all that was told of it.\n\n"
    "Do: name one of the newest release, as theme.name: `hereabouts status` lists them.",
    "D313": "A sum is asked for over areas that the indicator's rows are about.\n\n"
    "Why: only of those is it known what they come to together, and what they have in common "
    "with areas that are published.\n\n"
    "Do: name at least one area, each by a code of that type, as they are in the newest release.",
}
