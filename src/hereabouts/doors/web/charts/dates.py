"""Which of many dates are written under a chart, so that no two touch."""

from collections.abc import Sequence
from math import ceil

MOST = 8
_LETTER, _SPACE = 8.0, 16.0  # generous, for the widest of the fonts a page may be shown in


def shown_dates(labels: Sequence[str], *, width: float) -> range:
    """Positions of the labels to write: every so many, as many as fit, the first among them.

    Args:
        labels: of equally spaced dates, in order.
        width: from the first to the last, in the units of the drawing.
    """
    widest = max((len(label) for label in labels), default=0) * _LETTER + _SPACE
    gaps = max(len(labels) - 1, 0)
    every = max(1, ceil(len(labels) / MOST), ceil(widest * gaps / width) if gaps else 1)
    return range(0, len(labels), every)
