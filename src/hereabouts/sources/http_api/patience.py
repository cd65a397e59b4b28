"""When to ask again, and how long to wait first."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

BUSY = frozenset({429, 502, 503, 504})


def as_seconds(said: str, *, now: datetime | None = None) -> float | None:
    """A `Retry-After` as seconds from now; None when it says nothing that can be read.

    Source: RFC 9110, section 10.2.3: a number of seconds, or a date.
    """
    said = said.strip()
    if said.isascii() and said.isdigit() and len(said) < 10:
        return float(said)
    try:
        then = parsedate_to_datetime(said)
    except ValueError:
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often and how soon to ask again; the clock is passed in."""

    retries: int
    ends: float  # by `clock`
    first_seconds: float = 1.0
    longest_seconds: float = 60.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    between: Callable[[float, float], float] = random.uniform

    @property
    def left(self) -> float:
        """Seconds until the whole must have ended."""
        return self.ends - self.clock()

    def seconds_to_wait(self, failures: int, *, asked: float | None) -> float:
        """What the server asks for, or twice as long each time, less a part left to chance.

        The chance keeps many that failed together from asking together again.
        """
        if asked is not None:
            return asked
        longest = min(self.longest_seconds, self.first_seconds * 2.0 ** min(failures - 1, 30))
        return self.between(longest / 2, longest)
