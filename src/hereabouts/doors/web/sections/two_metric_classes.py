"""The classes of a map of need and supply: up to three of each."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hereabouts.doors.web.map_classes import Cuts, cut
from hereabouts.doors.web.sections.paired import Paired, paired
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator
from hereabouts.release.reader import ReleaseReader

THIRDS = 3
NONE = 255  # either value is missing


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoMetricClasses:
    """Breaks of each, and each area's class of need and of supply, or NONE."""

    of: Paired
    need_cuts: Cuts
    supply_cuts: Cuts
    need: NDArray[np.uint8]
    supply: NDArray[np.uint8]


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
