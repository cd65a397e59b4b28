"""Faults of what is charted over time, compared and ranked."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "Q741": "Columns that are reckoned together have one shape: a value, its limits and its "
    "benchmark for each row.\n\n"
    "Why: columns of different lengths would be matched with the wrong rows.\n\n"
    "Do: join them by area and period first, and leave a missing value missing.",
    "Q742": "A number is finite.\n\n"
    "Why: one infinite value makes every mean and limit that it enters infinite.\n\n"
    "Do: find what was divided by zero. A value that cannot be known is missing.",
    "Q743": "A lower confidence limit is no higher than its upper limit.\n\n"
    "Why: limits the wrong way round would call every area different from its benchmark.\n\n"
    "Do: see whether the two columns are swapped where they come in.",
    "Q744": "The baseline of an SPC chart has two points or more, and should have 12.\n\n"
    "Why: limits rest on the differences between neighbouring points.\n\n"
    "Do: give a longer baseline, or leave it out to use every point.",
    "Q745": "Limits at 99.8% are no narrower than those at 95%.\n\n"
    "Why: a difference that is sure at 99.8% is sure at 95%.\n\n"
    "Do: see whether the two are swapped, or belong to different values.",
    "Q746": "A value is within its own confidence limits.\n\n"
    "Why: an interval that leaves out the value it is about belongs to another row or unit.\n\n"
    "Do: see how the two were joined, and whether one is per 100 and the other a share.",
}
