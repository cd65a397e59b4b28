"""Cutting values into the classes of a map: few, round, and the same for every period."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.palette import OF_CLASSES
from hereabouts.doors.web.words import number
from hereabouts.model.map_colours import PLAIN, Classing, MapColours
from hereabouts.release.reader import NAN_BITS, ReleaseReader
from hereabouts.statistics.natural_breaks import natural_breaks

CLASSES = 5
HIDDEN, NOT_AVAILABLE, NOT_APPLICABLE = 1, 2, 3  # the last digits of a missing value's bits

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Cuts:
    """Breaks between classes, ascending. A value's class is the number of breaks it reaches."""

    breaks: tuple[float, ...]

    @property
    def palette(self) -> tuple[str, ...]:
        """One colour a class, light to dark."""
        return OF_CLASSES[len(self.breaks) + 1]

    def classes(self, values: Floats) -> NDArray[np.intp]:
        """The class of each value; meaningless where a value is missing.

        Breaks are compared as float32, as the values travel, or a value equal to a break could
        fall short of it.
        """
        return np.searchsorted(np.asarray(self.breaks, dtype=np.float32), values, side="right")

    def labels(self, *, decimals: int) -> tuple[str, ...]:
        """`Under 10`, `10 to under 20`, `20 or more`: in the words of the legend."""
        said = [number(cut, decimals=decimals_of(cut, decimals)) for cut in self.breaks]
        if not said:
            return (gettext("All values"),)
        middle = [
            gettext("%(low)s to under %(high)s", low=low, high=high) for low, high in pairwise(said)
        ]
        return (
            gettext("Under %(said)s", said=said[0]),
            *middle,
            gettext("%(said)s or more", said=said[-1]),
        )


def why_missing(values: NDArray[np.float32]) -> NDArray[np.int64]:
    """For each value 0 if it is there, else HIDDEN, NOT_AVAILABLE or NOT_APPLICABLE."""
    bits = values.view("<u4").astype(np.int64)
    return np.where(np.isnan(values), bits - NAN_BITS, 0)


def cut(values: Floats, *, classes: int = CLASSES, by: Classing = Classing.QUANTILE) -> Cuts:
    """Breaks as `by` has them, rounded as far as keeps every class filled.

    Fewer breaks come back where values repeat: no two are equal and no class is empty. Of
    quantiles, where zeros alone would fill a class they have one of their own, and the rest is
    cut by itself.
    """
    if not len(values):
        return Cuts(())
    above = values[values > 0]
    if by is Classing.QUANTILE and _many_zeros(values, above, classes):
        return Cuts((_just_under(float(above.min())), *cut(above, classes=classes - 1).breaks))
    spread = float(np.quantile(values, 0.95) - np.quantile(values, 0.05)) or float(np.ptp(values))
    if not spread:
        return Cuts(())
    wanted = np.sort(_WANTED[by](values, classes))
    return _filled(rounded(wanted, step_of(spread / classes)), values)


def step_of(width: float) -> float:
    """What breaks are rounded to: none moves by more than about a tenth of a class's `width`."""
    return float(10 ** np.floor(np.log10(width / 2)))


def rounded(breaks: Floats, step: float) -> NDArray[np.float64]:
    """To multiples of `step`, each once."""
    found: NDArray[np.float64] = np.unique(np.round(np.round(breaks / step) * step, 10))
    return found


@lru_cache(maxsize=512)
def cuts_of(
    reader: ReleaseReader, indicator: str, area_type: str, asked: MapColours = PLAIN
) -> Cuts:
    """The breaks of one indicator and area type: of all its periods, so that they compare."""
    if asked.breaks:
        return Cuts(asked.breaks)
    values = reader.shown_values(indicator, area_type=area_type)
    return cut(values, classes=asked.number, by=asked.classes)


def _many_zeros(values: Floats, above: Floats, classes: int) -> bool:
    zeros = len(values) - len(above)
    return bool(np.all(values >= 0) and len(above) and zeros >= len(values) / classes)


def _quantiles(values: Floats, classes: int) -> Floats:
    wanted: Floats = np.quantile(values, np.arange(1, classes) / classes)
    return wanted


def _equal(values: Floats, classes: int) -> Floats:
    return np.linspace(values.min(), values.max(), classes + 1)[1:-1]


def _natural(values: Floats, classes: int) -> Floats:
    return natural_breaks(values, classes=classes)


_WANTED: Mapping[Classing, Callable[[Floats, int], Floats]] = {
    Classing.QUANTILE: _quantiles,
    Classing.EQUAL: _equal,
    Classing.JENKS: _natural,
}


def _just_under(value: float) -> float:
    """A round number above zero that is not above `value`."""
    step = 10 ** np.floor(np.log10(value))
    return float(np.round(np.floor(value / step) * step, 10))


def _filled(breaks: Floats, values: Floats) -> Cuts:
    """Those of `breaks` with at least one value below (and above the one before) and above."""
    kept: list[float] = []
    for candidate in breaks:
        floor = kept[-1] if kept else -np.inf
        if np.any((values >= floor) & (values < candidate)) and np.any(values >= candidate):
            kept.append(float(candidate))
    return Cuts(tuple(kept))


def decimals_of(cut_at: float, most: int) -> int:
    """As few decimals as say the break exactly, even where values have fewer."""
    for decimals in range(most, 10):
        if round(cut_at, decimals) == cut_at:
            return decimals
    return most
