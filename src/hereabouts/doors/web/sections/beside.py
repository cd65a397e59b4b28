"""Supply beside need in numbers: the line, the ratio and the ranks of the areas that have both."""

from dataclasses import dataclass

import numpy as np

from hereabouts.doors.web.languages import N_
from hereabouts.doors.web.sections.paired import Paired, more_need, more_supply
from hereabouts.model.indicator import Method
from hereabouts.statistics.intervals import Estimate, Numbers
from hereabouts.statistics.mismatch import Mismatch, mismatch
from hereabouts.statistics.ratio_of_counts import ratio_of_counts
from hereabouts.statistics.weighted_line import WeightedLine, weighted_line

FEWEST = 3  # areas with both: fewer are no pattern
WEIGHTS = {
    "size": N_("areas with more need count for less, as larger counts vary more"),
    "denominator": N_("areas count by the people or things their supply is out of"),
    "equal": N_("every area counts the same"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Columns have one row for each area of `of`."""

    of: Paired
    line: WeightedLine
    weighted_by: str  # a key of WEIGHTS
    ratio: Estimate | None  # supply for every `per` of need; None where they are not both counts
    per: int
    ranks: Mismatch

    @property
    def shortfall(self) -> Numbers:
        """Standardised residuals, above 0 where there is less supply than the line has."""
        return -more_supply(self.of.supply) * self.line.standardised


def beside(both: Paired) -> Beside | None:
    """Reckon the pair, or None where fewer than three areas have both."""
    need, supply = both.needs, both.supplies
    known = ~np.isnan(need + supply)
    if known.sum() < FEWEST:
        return None
    by, weight = _weight(both, known)
    ratio, per = _ratio(both, known)
    return Beside(
        of=both,
        line=weighted_line(need, supply, weight),
        weighted_by=by,
        ratio=ratio,
        per=per,
        ranks=mismatch(more_need(both.need) * need, more_supply(both.supply) * supply),
    )


def are_counts(both: Paired) -> bool:
    """Whether both are plain counts, of which a ratio means something."""
    return both.need.method is Method.COUNT and both.supply.method is Method.COUNT


def _weight(both: Paired, known: Numbers) -> tuple[str, Numbers]:
    """One over each area's variance, as far as is known."""
    need = both.needs
    if are_counts(both) and bool(np.all(need[known.astype(bool)] > 0)):
        return "size", 1 / np.where(need > 0, need, np.nan)
    sizes = both.column(1, lambda one: one.denominator)
    if not np.isnan(sizes[known.astype(bool)]).any():
        return "denominator", sizes
    return "equal", np.ones_like(need)


def _ratio(both: Paired, known: Numbers) -> tuple[Estimate | None, int]:
    """For every 1, 10, 100 ... of need: the least with which the middle area has 1 or more."""
    if not are_counts(both):
        return None, 1
    plain = ratio_of_counts(both.supplies, both.needs)
    above = plain.value[known.astype(bool) & (plain.value > 0)]
    per = 10 ** max(0, int(np.ceil(-np.log10(np.median(above))))) if len(above) else 1
    return Estimate(*(column * per for column in plain)), per
