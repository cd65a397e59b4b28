"""What every standardised figure needs: age bands that line up, and a standard that is known."""

import numpy as np

from hereabouts.errors import DataError
from hereabouts.statistics.intervals import Numbers, require_counts


def require_same_bands(*tables: Numbers) -> None:
    """Refuse tables whose last axes are not the same age bands, or whose areas do not line up.

    One population is never spread over several bands, so the last axis is not broadcast.

    Raises:
        DataError: Q712 if they do not line up.

    Source:
        A band's events are divided by the same band's people.
    """
    shapes = [np.shape(table) for table in tables]
    bands = {shape[-1:] for shape in shapes}
    try:
        np.broadcast_shapes(*shapes)
    except ValueError:
        bands.clear()
    if len(bands) != 1 or () in bands:
        raise DataError(
            f"age bands do not line up: shapes {', '.join(str(shape) for shape in shapes)}",
            code="Q712",
            do="give each table one column per age band, the same bands in the same order",
        )


def require_standard(people: Numbers) -> Numbers:
    """The people of a standard population, having seen that each band has some.

    Raises:
        DataError: Q701 if one is negative; Q711 if one is 0 or missing.

    Source:
        A band without a weight says nothing of the whole.
    """
    weights = require_counts(people)
    if weights.size == 0 or not bool(np.all(weights > 0)):
        raise _unknown("has people in every age band")
    return weights


def require_reference(events: Numbers) -> Numbers:
    """The events of a reference population, having seen that none is missing.

    Raises:
        DataError: Q701 if one is negative; Q711 if one is missing.

    Source:
        An expected count without one of its bands is too low.
    """
    counts = require_counts(events)
    if bool(np.any(np.isnan(counts))):
        raise _unknown("has a count, which may be 0, in every age band")
    return counts


def _unknown(needed: str) -> DataError:
    return DataError(
        "a standard or reference population has an age band without figures",
        code="Q711",
        do=f"use one that {needed}, and leave out the bands that the rate is not about",
    )
