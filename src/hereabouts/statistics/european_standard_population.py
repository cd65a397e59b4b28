"""The European Standard Population of 2013: the ages that rates are standardised to.

From Eurostat, "Revision of the European Standard Population: report of Eurostat's task force",
2013 edition, ISBN 978-92-79-31094-2, doi:10.2785/11470. Copyright European Union, 2013:
reproduction is authorised provided the source is acknowledged.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Numbers

#: Lowest age of a band -> its people in 100,000, up to the next band; the last is open-ended.
EUROPEAN_STANDARD_POPULATION_2013 = dict(
    zip(
        (0, 1, *range(5, 100, 5)),
        (
            *(1000, 4000),  # under 1, and 1 to 4
            *(5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000),  # 5 to 54
            *(6500, 6000, 5500, 5000, 4000, 2500, 1500),  # 55 to 89
            *(800, 200),  # 90 to 94, and 95 and over
        ),
        strict=True,
    )
)


def european_standard_weights(lowest_ages: Sequence[int], *, below: int | None = None) -> Numbers:
    """The standard's people in age bands that begin at `lowest_ages`.

    Args:
        lowest_ages: where each band begins, rising: 0, 5, 10 and so on. A band ends where the
            next begins.
        below: the age, in years, that the last band ends before: 75 for a rate of those under
            75. The last band is open-ended if it is not given.

    Returns:
        People of 100,000 of all ages, one per band.

    Raises:
        DataError: Q715 if a band begins or ends inside a band of the standard, or they do not
            rise.

    Source:
        Eurostat (2013), doi:10.2785/11470.
    """
    table = EUROPEAN_STANDARD_POPULATION_2013
    ends = [*lowest_ages, max(table) + 1 if below is None else below]
    rising = len(ends) > 1 and all(a < b for a, b in pairwise(ends))
    if not rising or not {*lowest_ages, 0 if below is None else below} <= table.keys():
        raise DataError(
            "age bands are not made of whole bands of the European Standard Population",
            code="Q715",
            do="use bands of five years, in rising order; under 5 may be 0 and 1 to 4",
        )
    return np.array(
        [sum(n for age, n in table.items() if a <= age < b) for a, b in pairwise(ends)],
        dtype=np.float64,
    )
