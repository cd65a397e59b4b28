"""The smallest set of columns that tells rows apart."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

MOST_COLUMNS, MOST_CANDIDATES = 5, 10
Codes = npt.NDArray[np.int64]


def smallest_key(columns: Sequence[Sequence[str]], *, preferred: Sequence[int]) -> tuple[int, ...]:
    """Places in `columns` of the first smallest set whose rows all differ; empty if there is none.

    Args:
        columns: texts of the columns that may be part of it, none of them blank.
        preferred: a lower number is chosen first among sets of one size.
    """
    order = sorted(range(len(columns)), key=lambda place: (preferred[place], place))
    order = order[:MOST_CANDIDATES]
    codes = {place: _codes(columns[place]) for place in order}
    rows = len(columns[0]) if columns else 0
    most = {place: int(codes[place].max(initial=0)) + 1 for place in order}
    for size in range(1, min(MOST_COLUMNS, len(order)) + 1):
        for chosen in combinations(order, size):
            product = 1.0
            for place in chosen:
                product *= most[place]
            if product >= rows and _is_unique([codes[place] for place in chosen]):
                return tuple(sorted(chosen))
    return ()


def _codes(texts: Sequence[str]) -> Codes:
    seen: dict[str, int] = {}
    return np.fromiter((seen.setdefault(text, len(seen)) for text in texts), np.int64, len(texts))


def _is_unique(columns: Sequence[Codes]) -> bool:
    joined = columns[0]
    for other in columns[1:]:
        joined = joined * (int(other.max(initial=0)) + 1) + other
        _, joined = np.unique(joined, return_inverse=True)
    return len(np.unique(joined)) == len(joined)
