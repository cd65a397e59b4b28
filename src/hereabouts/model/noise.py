"""Noise for counts: how far it may move them, how much it varies, and what it can reach."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """What the noise of a cell-key policy is like."""

    at_most: int  # the furthest that it moves a count
    variance: float  # for every count above zero
    never_to: int = 0  # counts from 1 to this are never a result

    @property
    def first_free(self) -> int:
        """The first count whose noise nothing cuts short: all above it are treated alike."""
        return self.at_most + self.never_to + 1

    def moves(self, count: int) -> tuple[int, ...]:
        """By how much a count may be moved, rising; zero stays zero, and none becomes negative."""
        if count == 0:
            return (0,)
        results = range(max(count - self.at_most, 0), count + self.at_most + 1)
        return tuple(r - count for r in results if r == 0 or r > self.never_to)

    def impossible_at(self) -> int | None:
        """The first count whose moves cannot have mean 0 and this variance; None when all can.

        Of all distributions on some values with mean 0, the least varied is on the two that are
        nearest to 0, one on each side, and the most varied on the two that are furthest.
        """
        for count in range(1, self.first_free + 1):
            moves = self.moves(count)
            below, above = [v for v in moves if v <= 0], [v for v in moves if v >= 0]
            if not below or not above:
                return count
            if not -below[-1] * above[0] < self.variance < -below[0] * above[-1]:
                return count
        return None
