"""Leaving out releases under embargo until the very moment that it ends."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from hereabouts.model.policy import Audience
from hereabouts.release.embargo import NEVER, embargo_of, utc_now
from hereabouts.release.naming import bundle_name
from hereabouts.release.reader import released_numbers, releases_folder


class Embargoes:
    """Tells which releases of one audience may be shown now.

    A clock that is set back hides nothing that was shown: the time is never earlier than it was.

    Args:
        root: the project folder.
        audience: whose releases.
        clock: the time.
        told: the number of a release that whoever reads may see in spite of its embargo.
    """

    def __init__(
        self,
        root: Path,
        *,
        audience: Audience,
        clock: Callable[[], datetime] = utc_now,
        told: int | None = None,
    ) -> None:
        self._root, self._audience, self._clock, self._told = root, audience, clock, told
        self._latest = clock()
        self._next = NEVER

    def numbers(self) -> tuple[int, ...]:
        """Numbers of the releases that may be shown, oldest first. Looks at the folder."""
        now, shown, coming = self._now(), [], NEVER
        for number in released_numbers(self._root, audience=self._audience):
            until = self._until(number)
            if until is None or until <= now or number == self._told:
                shown.append(number)
            else:
                coming = min(coming, until)
        self._next = coming
        return tuple(shown)

    def one_ended(self) -> bool:
        """Whether an embargo ended since the folder was looked at."""
        return self._next is not NEVER and self._now() >= self._next

    def _until(self, number: int) -> datetime | None:
        folder = releases_folder(self._root) / bundle_name(number, self._audience)
        embargo = embargo_of(folder)
        return embargo.until if embargo else None

    def _now(self) -> datetime:
        self._latest = max(self._latest, self._clock())
        return self._latest
