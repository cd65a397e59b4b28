"""Cutting values into the classes of a map: few, round, and the same for every period."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hereabouts.doors.web.palette import OF_CLASSES
from hereabouts.doors.web.words import number
from hereabouts.release.reader import NAN_BITS, ReleaseReader

CLASSES = 5
HIDDEN, NOT_AVAILABLE, NOT_APPLICABLE = 1, 2, 3  # the last digits of a missing value's bits


@dataclass(frozen=True, slots=True)
class Cuts:
    """Breaks between classes, ascending. A value's class is the number of breaks it reaches."""

    breaks: tuple[float, ...]

    @property
    def palette(self) -> tuple[str, ...]:
        """One colour a class, light to dark."""
        return OF_CLASSES[len(self.breaks) + 1]

    def classes(self, values: NDArray[np.floating]) -> NDArray[np.intp]:
        """The class of each value; meaningless where a value is missing.

        Breaks are compared as float32, as the values travel, or a value equal to a break could
        fall short of it.
        """
        return np.searchsorted(np.asarray(self.breaks, dtype=np.float32), values, side="right")

    def labels(self, *, decimals: int) -> tuple[str, ...]:
        """`Under 10`, `10 to under 20`, `20 or more`: in the words of the legend."""
        said = [number(cut, decimals=_decimals(cut, decimals)) for cut in self.breaks]
        if not said:
            return ("All values",)
        middle = [f"{low} to under {high}" for low, high in pairwise(said)]
        return (f"Under {said[0]}", *middle, f"{said[-1]} or more")


def why_missing(values: NDArray[np.float32]) -> NDArray[np.int64]:
    """For each value 0 if it is there, else HIDDEN, NOT_AVAILABLE or NOT_APPLICABLE."""
    bits = values.view("<u4").astype(np.int64)
    return np.where(np.isnan(values), bits - NAN_BITS, 0)


def cut(values: NDArray[np.floating], *, classes: int = CLASSES) -> Cuts:
    """Breaks near the quantiles of `values`, rounded as far as keeps every class filled.

    Fewer breaks come back where values repeat: no two are equal and no class is empty. Where
    zeros alone would fill a class they have one of their own, and the rest is cut by itself.
    """
    if not len(values):
        return Cuts(())
    above = values[values > 0]
    if np.all(values >= 0) and len(above) and len(values) - len(above) >= len(values) / classes:
        return Cuts((_just_under(float(above.min())), *cut(above, classes=classes - 1).breaks))
    wanted = np.quantile(values, np.arange(1, classes) / classes)
    spread = float(np.quantile(values, 0.95) - np.quantile(values, 0.05)) or float(np.ptp(values))
    if not spread:
        return Cuts(())
    # A break moves by at most about a tenth of a typical class.
    step = 10 ** np.floor(np.log10(spread / classes / 2))
    rounded = np.unique(np.round(np.round(wanted / step) * step, 10))
    return _filled(rounded, values)


@lru_cache(maxsize=512)
def cuts_of(reader: ReleaseReader, indicator: str, area_type: str) -> Cuts:
    """The breaks of one indicator and area type: of all its periods, so that they compare."""
    return cut(reader.shown_values(indicator, area_type=area_type))


def _just_under(value: float) -> float:
    """A round number above zero that is not above `value`."""
    step = 10 ** np.floor(np.log10(value))
    return float(np.round(np.floor(value / step) * step, 10))


def _filled(breaks: NDArray[np.floating], values: NDArray[np.floating]) -> Cuts:
    """Those of `breaks` with at least one value below (and above the one before) and above."""
    kept: list[float] = []
    for candidate in breaks:
        floor = kept[-1] if kept else -np.inf
        if np.any((values >= floor) & (values < candidate)) and np.any(values >= candidate):
            kept.append(float(candidate))
    return Cuts(tuple(kept))


def _decimals(cut_at: float, most: int) -> int:
    """As few decimals as say the break exactly, even where values have fewer."""
    for decimals in range(most, 10):
        if round(cut_at, decimals) == cut_at:
            return decimals
    return most
