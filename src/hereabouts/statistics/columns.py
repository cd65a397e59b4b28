"""What columns that are reckoned together must be: of one shape, and finite."""

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Limits, Numbers

Codes = NDArray[np.int8]  # of an IntEnum, -1 where there is nothing to say


def aligned(*columns: Numbers) -> tuple[Numbers, ...]:
    """The columns as 64-bit floating point, having seen that they go together.

    Shape:
        All of one shape, which is kept. NaN is a missing value and may be anywhere.

    Raises:
        DataError: Q741 if the shapes differ; Q742 if a number is infinite.

    Source:
        Row by row, the columns are about the same thing.
    """
    numbers = tuple(np.asarray(column, dtype=np.float64) for column in columns)
    shapes = [each.shape for each in numbers]
    if len(set(shapes)) > 1:
        said = " and ".join(str(shape) for shape in shapes)
        raise DataError(
            f"columns that go together have the shapes {said}",
            code="Q741",
            do="give one value of each column for each row, NaN where it is missing",
        )
    if any(bool(np.isinf(each).any()) for each in numbers):
        raise DataError("a number is infinite", code="Q742", do="write a missing value as NaN")
    return numbers


def require_limits(lower: Numbers, upper: Numbers) -> Limits:
    """Limits, having seen that no lower one is above its upper one.

    Raises:
        DataError: Q741, Q742 as `aligned`; Q743 if a lower limit is above its upper limit.

    Source:
        An interval runs from its lower limit to its upper limit.
    """
    low, high = aligned(lower, upper)
    if bool(np.any(low > high)):
        raise DataError(
            "a lower limit is above its upper limit",
            code="Q743",
            do="see whether the two columns are the wrong way round",
        )
    return Limits(low, high)
