"""What was fetched: bytes on disk, with where from, when, and their hash."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """What we hold from last time.

    `origin` is `Received.origin` of that time: without it, or when the address has changed since,
    the server is not asked whether its file is still the same.
    """

    sha256: str
    etag: str | None
    last_modified: str | None
    kept: Path
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One file as it was received."""

    path: Path
    name: str  # as a person would call it
    origin: str  # address or path, with no secret in it
    sha256: str
    size: int  # bytes
    fetched_at: datetime  # UTC
    etag: str | None
    last_modified: str | None
    unchanged: bool  # the same bytes as last time
    notes: tuple[str, ...] = ()  # what a person may want to know of it: what was passed over


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to fetch, and with what."""

    source: Source
    root: Path  # the project folder
    scratch: Path
    previous: Previous | None
    client: httpx.Client | None
    limit: int  # bytes

    def too_large(self, name: str) -> SourceError:
        """The refusal of a file above the limit."""
        return SourceError(
            f"'{name}' is larger than {self.limit:,} bytes",
            code="S111",
            do="if that is right, set `max_bytes` in source.yml to more than its size",
            at=self.source.at,
        )


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, read in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
