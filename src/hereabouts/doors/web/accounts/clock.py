"""The time, which never goes back: a session that has ended stays ended when a clock is set back.

The latest time that was ever written of a session is known after a restart too, from the database.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime


class ForwardClock:
    """Seconds since 1970, never fewer than before.

    Args:
        wall: the machine's clock.
        steady: seconds that only ever pass.
    """

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall, self._steady = wall, steady
        self._latest, self._then = 0.0, steady()

    def reach(self, latest: float) -> None:
        """It was `latest` once, so it is not earlier now."""
        self._latest, self._then = max(self.now(), latest), self._steady()

    def now(self) -> float:
        """The time: the machine's, or what has passed since the latest, whichever is later."""
        steady = self._steady()
        self._latest = max(self._wall(), self._latest + steady - self._then)
        self._then = steady
        return self._latest

    def moment(self) -> datetime:
        """The same as a date and time, in UTC."""
        return datetime.fromtimestamp(self.now(), UTC)


#: Of the process, as Django's settings are.
CLOCK = ForwardClock()
