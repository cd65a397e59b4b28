"""One check at a time in a process, and only a few that wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from hereabouts.errors import AccessError


class Turnstile:
    """Lets one through at a time.

    Args:
        most_waiting: how many may wait; another is turned away.
        seconds: how long one may wait.
    """

    def __init__(self, *, most_waiting: int, seconds: float) -> None:
        self._places = BoundedSemaphore(most_waiting + 1)
        self._turn, self._seconds = Lock(), seconds

    @contextmanager
    def turn(self) -> Iterator[None]:
        """A turn of one's own.

        Raises:
            AccessError: A304 too many wait already.
        """
        if not self._places.acquire(blocking=False):
            raise _busy()
        try:
            if not self._turn.acquire(timeout=self._seconds):
                raise _busy()
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._places.release()


def _busy() -> AccessError:
    return AccessError(
        "other files are being checked just now",
        code="A304",
        do="wait half a minute, and send yours again",
    )
