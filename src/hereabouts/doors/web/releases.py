"""The releases a site may show, and noticing a new one while it runs."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from hereabouts.doors.web.embargoes import Embargoes
from hereabouts.errors import AccessError
from hereabouts.govern.decide import decide
from hereabouts.model.policy import Audience
from hereabouts.release.absent import no_such, none_yet
from hereabouts.release.reader import ReleaseReader, open_release
from hereabouts.release.scope import Scope

MOST_OPEN = 8
#: How long pages of the release before may stand in for those of a new one that are not yet made.
STANDING_IN_SECONDS = 300.0


class Releases:
    """Releases of one project for one audience, opened when first asked for.

    With a scope, only what of each is in it. The folder is listed at most every `check_seconds`,
    so a release that appears is shown and one that is withdrawn is gone without a restart. One
    under embargo is not there until the moment that it ends.
    """

    def __init__(
        self,
        root: Path,
        *,
        audience: Audience,
        check_seconds: float,
        scope: Scope | None = None,
        clock: Callable[[], float] = time.monotonic,
        embargoes: Embargoes | None = None,
    ) -> None:
        self._root, self._audience, self._scope = root, audience, scope
        self._check_seconds, self._clock = check_seconds, clock
        self._embargoes = embargoes or Embargoes(root, audience=audience)
        self._lock = threading.Lock()
        self._open: dict[int, ReleaseReader] = {}
        self._numbers: tuple[int, ...] = ()
        self._earlier: tuple[int, ...] = ()
        self._appeared = float("-inf")
        self._checked = float("-inf")

    def numbers(self) -> tuple[int, ...]:
        """Numbers of the releases there are, oldest first."""
        now = self._clock()
        if now - self._checked >= self._check_seconds or self._embargoes.one_ended():
            self._checked = now
            found = self._embargoes.numbers()
            if found != self._numbers:
                # Nothing stands in for a release that was withdrawn, nor shows it again.
                only_more = set(found) > set(self._numbers)
                self._earlier, self._appeared = self._numbers if only_more else (), now
            self._numbers = found
        return self._numbers

    def earlier(self) -> tuple[int, ...]:
        """Numbers before the newest release appeared; none once its pages have had time."""
        recent = self._clock() - self._appeared < STANDING_IN_SECONDS
        return self._earlier if recent else ()

    def newest(self) -> ReleaseReader:
        """The newest release.

        Raises:
            ReleaseError: R101, there is none; and what opening it raises.
        """
        numbers = self.numbers()
        if not numbers:
            raise none_yet(self._audience)
        return self.open(numbers[-1])

    def open(self, number: int) -> ReleaseReader:
        """One release by number, once the access decision allows it.

        Raises:
            AccessError: A101, this site may not show it.
            ReleaseError: R102, there is no such release; and what opening it raises.
        """
        if number not in self.numbers():
            self._open.pop(number, None)
            raise no_such(number, audience=self._audience)
        with self._lock:
            if number not in self._open:
                while len(self._open) >= MOST_OPEN:
                    self._open.pop(next(iter(self._open)))
                self._open[number] = self._permitted(number)
            return self._open[number]

    def _permitted(self, number: int) -> ReleaseReader:
        """The release, if both its folder and what it says of itself may be read."""
        self._require(self._audience)
        reader = open_release(self._root, number=number, audience=self._audience, scope=self._scope)
        self._require(reader.manifest.audience)
        return reader

    def _require(self, audience: Audience) -> None:
        decision = decide(audience_of_reader=self._audience, audience_of_release=audience)
        if not decision.allowed:
            raise AccessError(
                f"this release may not be shown: {decision.reason}",
                code="A101",
                do="ask the release's owner",
            )
