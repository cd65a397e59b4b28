"""How many of many findings are expected to be there by chance."""

import math

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Numbers


def two_sided_p(z: Numbers) -> Numbers:
    """How often chance alone gives a standard normal at least so far from 0, either way.

    Shape:
        One per z; NaN where z is NaN.

    Source:
        The complementary error function: 0.05 at 1.959964.
    """
    upper = np.frompyfunc(math.erfc, 1, 1)(np.abs(z) / math.sqrt(2))
    return np.asarray(upper, dtype=np.float64)


def q_values(p: Numbers) -> Numbers:
    """For each test, the least false discovery rate at which it is a finding.

    Those with q of at most 0.05 are, on average, at most 5% there by chance. A p from
    permutations cannot be used for many areas: it is never below 1 / (permutations + 1), and
    the first of 35,672 must be below 0.0000014 at 5%.

    Args:
        p: from 0 to 1; NaN where there is no test.

    Shape:
        One q per test, never below its p; NaN where p is.

    Raises:
        DataError: Q772 if a p is not from 0 to 1.

    Source:
        Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57: 289-300,
        as adjusted p values; their example of 15 tests is in the tests. It holds for tests that
        are positively dependent (Benjamini and Yekutieli 2001), as those of neighbours are.
    """
    numbers = np.asarray(p, dtype=np.float64)
    known = np.flatnonzero(~np.isnan(numbers))
    if bool(((numbers[known] < 0) | (numbers[known] > 1)).any()):
        raise DataError("a p value is not from 0 to 1", code="Q772", do="give p, not z or percent")
    order = known[np.argsort(numbers[known], kind="stable")]
    tests = len(order)
    scaled = numbers[order] * tests / np.arange(1, tests + 1)
    q = np.full(numbers.shape, np.nan)
    q[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1)
    return q
