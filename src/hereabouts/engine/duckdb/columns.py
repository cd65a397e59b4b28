"""Columns that DuckDB fetched, as numpy reckons with them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def numbers(column: ArrayLike) -> NDArray[np.float64]:
    """DuckDB masks what is null; here it is NaN."""
    return np.ma.filled(np.ma.asarray(column, np.float64), np.nan)
