"""What a test compares with somebody else's figures, counted as it is compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass
class Tally:
    """Figures and labels of one published file, and how far ours were from them."""

    source: str
    what: str
    within: float = 1e-9  # what a difference may be, as a share of `of`
    of: str = "the figure"
    cases: int = 0  # rows, areas or series, as the file has them
    figures: int = 0
    labels: int = 0
    furthest: float = 0.0  # the largest difference, as a share of `of`

    def near(self, ours: Any, published: Any, where: str = "", *, scale: Any = None) -> None:
        """Each figure is the published one, and missing where that is; `scale` is what `of` says.

        A published 0 is compared as it is. Missing figures are compared and not counted.
        """
        was, wanted = (np.atleast_1d(np.asarray(x, dtype=np.float64)) for x in (ours, published))
        assert was.shape == wanted.shape, where
        known = ~np.isnan(wanted)
        assert np.array_equal(known, ~np.isnan(was)), where
        parts = np.where(wanted == 0, 1.0, np.abs(wanted)) if scale is None else scale
        difference = (np.abs(was - wanted) / parts)[known]
        assert (difference <= self.within).all(), (where, difference.max())
        self.figures += int(known.sum())
        self.furthest = max(self.furthest, float(difference.max(initial=0.0)))

    def same(self, ours: Sequence[Any], published: Sequence[Any], where: str = "") -> None:
        """Each label is the published one."""
        assert list(ours) == list(published), where
        self.labels += len(published)
