"""Files that were checked and not accepted yet: one for each link, kept apart."""

import json
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from hereabouts.errors import AccessError
from hereabouts.pipeline.receiving.private_files import write_private
from hereabouts.sources.received import sha256_of

KEPT_SECONDS = 24 * 3600.0  # what nobody accepted is deleted after a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What a check found. Counts, and never a value."""

    sha256: str
    size: int
    rows: int
    faults: int
    may_send: bool


class Arrivals:
    """The folder of arrivals of one project."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "arrivals"

    def keep(self, link: str, upload: Path) -> Path:
        """Keep the bytes as the only arrival of a link, until `judged` says what they are."""
        self._forget_old()
        own = self._own(link)
        shutil.rmtree(own, ignore_errors=True)
        own.mkdir(parents=True, mode=0o700)
        kept = own / "file"
        shutil.copyfile(upload, kept)
        kept.chmod(0o600)
        return kept

    def judged(self, link: str, found: Arrival) -> None:
        """Remember what the check found."""
        write_private(self._own(link) / "found.json", json.dumps(asdict(found)).encode())

    def take(self, link: str, sha256: str) -> tuple[Path, Arrival]:
        """The bytes that a link's holder was shown the check of.

        Raises:
            AccessError: A305 there are none, they are others, or they may not be sent.
        """
        own = self._own(link)
        try:
            found = Arrival(**json.loads((own / "found.json").read_text("utf-8")))
            same = found.sha256 == sha256 == sha256_of(own / "file")
        except (OSError, ValueError, TypeError):
            same = False
        if not same or not found.may_send:
            raise AccessError(
                "the file that was checked is not here any more, or cannot be sent",
                code="A305",
                do="go back to the link that you were sent, and choose the file again",
            )
        return own / "file", found

    def forget(self, link: str) -> None:
        """Delete the arrival of a link."""
        shutil.rmtree(self._own(link), ignore_errors=True)

    def _own(self, link: str) -> Path:
        return self._folder / link

    def _forget_old(self) -> None:
        for own in self._folder.glob("*"):
            if time.time() - own.stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(own, ignore_errors=True)
