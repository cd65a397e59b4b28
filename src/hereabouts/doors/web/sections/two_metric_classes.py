"""The classes of a map of need and supply: up to three of each."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hereabouts.doors.web.map_classes import Cuts, cut
from hereabouts.doors.web.palette import OF_CLASSES
from hereabouts.doors.web.sections.paired import Paired, more_need, more_supply, paired
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator
from hereabouts.release.reader import ReleaseReader

THIRDS = 3
NONE = 255  # either value is missing
#: Pattern of each class of supply, least first, by how many classes there are.
PATTERNS = {1: ("plain",), 2: ("hatched", "plain"), 3: ("hatched", "dotted", "plain")}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoMetricClasses:
    """Breaks of each, and each area's class of need and of supply, or NONE.

    Classes go by value: 0 is the lowest. How dark and of which pattern they are goes by need and
    supply, which are the other way round where less of the one or the other is meant.
    """

    of: Paired
    need_cuts: Cuts
    supply_cuts: Cuts
    need: NDArray[np.uint8]
    supply: NDArray[np.uint8]

    def colour(self, need: int) -> str:
        """Of a class of need: the darkest has most need."""
        palette = OF_CLASSES[len(self.need_cuts.breaks) + 1]
        return palette[need] if more_need(self.of.need) > 0 else palette[-1 - need]

    def pattern(self, supply: int) -> str:
        """Of a class of supply: hatched has least supply."""
        patterns = PATTERNS[len(self.supply_cuts.breaks) + 1]
        return patterns[supply] if more_supply(self.of.supply) > 0 else patterns[-1 - supply]


@lru_cache(maxsize=32)
def two_metric_classes(
    reader: ReleaseReader,
    need: ReleasedIndicator,
    supply: ReleasedIndicator,
    kind: ReleasedAreaType,
) -> TwoMetricClasses:
    """Cut each of the two into thirds of the areas that have both, between round numbers.

    Returns:
        One class an area of `paired`, in its order: 0 is the lowest third.
    """
    both = paired(reader, need, supply, kind)
    known = ~np.isnan(both.needs + both.supplies)
    cuts = [cut(values[known], classes=THIRDS) for values in (both.needs, both.supplies)]
    classes = [
        np.where(known, one.classes(values.astype(np.float32)), NONE).astype(np.uint8)
        for one, values in zip(cuts, (both.needs, both.supplies), strict=True)
    ]
    return TwoMetricClasses(
        of=both, need_cuts=cuts[0], supply_cuts=cuts[1], need=classes[0], supply=classes[1]
    )
