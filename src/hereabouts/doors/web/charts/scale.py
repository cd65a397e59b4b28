"""From values to pixels, and where to put the ticks."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from `low`..`high` to `start`..`end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where `value` is; the middle when all values are one."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, *, about: int = 5) -> tuple[float, ...]:
    """Round numbers from at or below `low` to at or above `high`."""
    if high <= low:
        low, high = (low - 1, high + 1) if low else (0.0, 1.0)
    rough = (high - low) / about
    size = 10 ** math.floor(math.log10(rough))
    step = min((m * size for m in (1, 2, 5, 10)), key=lambda one: abs(one - rough))
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(round(i * step, 10) for i in range(first, last + 1))


def ticks_within(low: float, high: float) -> tuple[float, ...]:
    """The round numbers of `ticks` that lie between `low` and `high`."""
    return tuple(mark for mark in ticks(low, high) if low <= mark <= high)


def decimals_of(marks: tuple[float, ...]) -> int:
    """As few decimals as say every tick exactly."""
    for decimals in range(10):
        if all(round(mark, decimals) == mark for mark in marks):
            return decimals
    return 10
