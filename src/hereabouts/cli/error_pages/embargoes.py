"""Releases that are shown from a moment on."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "R320": "The end of an embargo is a day and a time, as 2026-12-10T09:30, in the time of "
    "London.\n\n"
    "Why: statistics are announced for a minute, and everybody must be able to tell which. When "
    "the clocks go back there are two of it, and when they go forward there is none.\n\n"
    "Do: write the time without a zone and without seconds.",
    "R321": "An embargo ends at a moment that is to come.\n\n"
    "Why: one that is over keeps nothing back, and whoever gave it meant another day.\n\n"
    "Do: look at the day, the year and the clock of this machine.",
    "R322": "While a release is under embargo, no other for the same audience is shown earlier.\n\n"
    "Why: each release holds the newest figures of everything. One without an embargo would "
    "publish what the other keeps back. This is how a nightly release breaks an embargo.\n\n"
    "Do: give `--embargo-until` the same moment or a later one. To publish now after all, move "
    "the folder of the release that is under embargo out of `.hereabouts/releases/` first.",
    "R323": "Only an open release has an embargo.\n\n"
    "Why: who sees an internal release is decided by agreements, from their first second.\n\n"
    "Do: leave out `--embargo-until`.",
    "R324": "Where nothing changed, no release is made, and an embargo is neither begun nor moved."
    "\n\n"
    "Why: what was shown cannot be kept back any more, and an end that was announced stands.\n\n"
    "Do: if the embargo that it has is wrong, move that release's folder out of "
    "`.hereabouts/releases/`, and release again with the right one.",
}
