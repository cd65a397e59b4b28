"""Where need ranks high and supply ranks low."""

from typing import NamedTuple

import numpy as np

from hereabouts.statistics.columns import aligned
from hereabouts.statistics.intervals import Numbers


class Mismatch(NamedTuple):
    """Ranks from 1; equal values share the better rank. NaN where either is missing."""

    need_rank: Numbers  # 1 has most need
    supply_rank: Numbers  # 1 has most supply
    gap: Numbers  # places by which supply ranks below need
    rank: Numbers  # 1 has the widest gap: most need for its supply


def mismatch(need: Numbers, supply: Numbers) -> Mismatch:
    """Rank areas by how many places lower they stand for supply than for need.

    Args:
        need: one per area, larger where there is more need; NaN where missing.
        supply: larger where there is more supply.

    Shape:
        One of each rank per area, among the areas that have both.

    Raises:
        DataError: Q741 if the columns differ in shape; Q742 if a number is infinite.

    Source:
        Differences of ranks, as in Spearman's coefficient: they need no common unit. It is an
        order and no measure: two areas one place apart may hardly differ.
    """
    wanted, there = aligned(need, supply)
    known = ~np.isnan(wanted + there)
    need_rank, supply_rank = (_ranks(np.where(known, one, np.nan)) for one in (wanted, there))
    gap = supply_rank - need_rank
    return Mismatch(need_rank, supply_rank, gap, _ranks(gap))


def _ranks(values: Numbers) -> Numbers:
    """1 is the highest; how many are higher, and one."""
    shown = np.sort(values[~np.isnan(values)])
    higher = len(shown) - np.searchsorted(shown, values, side="right")
    return np.where(np.isnan(values), np.nan, higher + 1.0)
