"""Areas of one year as areas of another, by an exact-fit lookup.

The lookup has one row per pair of an old and a new area that share ground, and a change code:
U unchanged, S split, M merged, X neither (boundaries moved in other ways).
"""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.str_]


class Change(StrEnum):
    """How an old area became new ones, as the ONS lookups write it."""

    UNCHANGED = "U"
    SPLIT = "S"
    MERGED = "M"
    IRREGULAR = "X"


class Status(StrEnum):
    """How the figure of a new area came about."""

    EXACT = "exact"  # copied
    SUMMED = "summed"  # of whole old areas
    APPORTIONED = "apportioned"  # shared out by weights: an estimate, to be shown as one


def classify(old: Codes, new: Codes) -> Codes:
    """The change code of each row of a lookup, from its pairs of codes alone.

    Args:
        old: code of the old area, one per row.
        new: code of the new area, one per row.

    Shape:
        One of U, S, M, X per row. A pair on its own is U, whether or not its code changed.

    Source:
        ONS, LSOA (2011) to LSOA (2021) exact-fit lookup for England and Wales, version 2.
    """
    _, old_at, children = np.unique(old, return_inverse=True, return_counts=True)
    _, new_at, parents = np.unique(new, return_inverse=True, return_counts=True)
    splits, merges = children[old_at], parents[new_at]
    most_merges, most_splits = np.ones_like(children), np.ones_like(parents)
    np.maximum.at(most_merges, old_at, merges)
    np.maximum.at(most_splits, new_at, splits)
    pure_split = (splits > 1) & (most_merges[old_at] == 1)
    pure_merge = (merges > 1) & (most_splits[new_at] == 1)
    alone = (splits == 1) & (merges == 1)
    return np.select(
        [alone, pure_split, pure_merge],
        [Change.UNCHANGED.value, Change.SPLIT.value, Change.MERGED.value],
        Change.IRREGULAR.value,
    )
