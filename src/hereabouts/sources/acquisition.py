"""From a source to its bytes on disk."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import httpx

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.database.fetch import fetch as fetch_from_database
from hereabouts.sources.http.fetch import fetch as fetch_address
from hereabouts.sources.http_api.fetch import fetch as fetch_from_api
from hereabouts.sources.options import whole_number
from hereabouts.sources.path.fetch import fetch as fetch_path
from hereabouts.sources.python_package.fetch import fetch as fetch_from_package
from hereabouts.sources.received import Previous, Received, Wanted
from hereabouts.sources.sftp.fetch import fetch as fetch_by_sftp
from hereabouts.sources.watched_folder.fetch import fetch as fetch_newest_file

LOCATIONS: Mapping[str, Callable[[Wanted], Received]] = {
    "path": fetch_path,
    "package": fetch_from_package,
    "url": fetch_address,
    "api": fetch_from_api,
    "folder": fetch_newest_file,
    "database": fetch_from_database,
    "sftp": fetch_by_sftp,
}
TWO_GIB = 2 << 30


def acquire(
    source: Source,
    *,
    root: Path,
    scratch: Path,
    previous: Previous | None,
    client: httpx.Client | None = None,
) -> Received:
    """The bytes of a source, whole and verified, or an error.

    Args:
        source: its `location` has one of `path`, `package` with `file`, or `url`; its options
            may have `checksum` (SHA-256) and `max_bytes` (2 GiB unless said).
        root: the project folder, from which a path is read.
        scratch: where a download is put. A file on this machine is left where it is.
        previous: what was received last time, for a server that can say "not modified".
        client: for tests and proxies; otherwise one is made.

    Raises:
        SourceError: S101 to S112.
    """
    kinds = [kind for kind in LOCATIONS if kind in source.location]
    if len(kinds) != 1:
        raise SourceError(
            f"a source has one location, and this one has {len(kinds)}",
            code="S112",
            do=f"give exactly one of {', '.join(f'`{kind}`' for kind in LOCATIONS)}",
            at=source.at,
        )
    limit = whole_number(source, "max_bytes", default=TWO_GIB)
    received = LOCATIONS[kinds[0]](
        Wanted(
            source=source,
            root=root,
            scratch=scratch,
            previous=previous,
            client=client,
            limit=limit,
        )
    )
    _verify(received, source)
    same = previous is not None and previous.sha256 == received.sha256
    return replace(received, unchanged=received.unchanged or same)


def _verify(received: Received, source: Source) -> None:
    expected = source.options.get("checksum") or source.location.get("checksum")
    if not expected:
        return
    if not re.fullmatch(r"[0-9a-fA-F]{64}", expected):
        raise SourceError(
            "`checksum` is not a SHA-256: 64 characters from 0-9 and a-f",
            code="S120",
            do=f"if what was received is right, write `checksum: {received.sha256}`",
            at=source.at,
        )
    if expected.lower() != received.sha256:
        raise SourceError(
            f"'{received.name}' is not the file that was expected: its SHA-256 is "
            f"{received.sha256}",
            code="S110",
            do="ask its owner what changed; if the new file is right, write its SHA-256 "
            "as `checksum`",
            at=source.at,
        )
