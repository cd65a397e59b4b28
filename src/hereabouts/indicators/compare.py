"""Each area beside its benchmark, in the words a release holds."""

import numpy as np
from numpy.typing import NDArray

from hereabouts.model.indicator import Polarity
from hereabouts.statistics.comparison import Comparison, compare_at_two_levels
from hereabouts.statistics.intervals import Limits

Numbers = NDArray[np.float64]

#: The limits that a comparison is made at, and the second, wider ones.
USUAL, SURE = 0.95, 0.998
#: `compared` of an observation, by code: Comparison, and five more where 99.8% limits agree.
WORDS = (
    "",
    "similar",
    *(f"{way}_95" for way in ("higher", "lower", "better", "worse")),
    *(f"{way}_998" for way in ("higher", "lower", "better", "worse")),
)


def compared(
    at_95: Limits, at_998: Limits, benchmark: Numbers, *, better: Polarity
) -> NDArray[np.int8]:
    """The place in `WORDS` of each value's comparison; 0 where there is none.

    Args:
        at_95: limits of each value.
        at_998: the same values' 99.8% limits; NaN where there are none.
        benchmark: the benchmark's value, one for each; NaN where there is none.
        better: which way is better.
    """
    found = compare_at_two_levels(at_95, at_998, benchmark, better=better)
    codes = found.comparison.astype(np.int8) + 1
    differs = found.comparison > Comparison.SIMILAR
    surely = differs & (found.confidence > 0.99)
    return np.where(surely, codes + 4, codes).astype(np.int8)
