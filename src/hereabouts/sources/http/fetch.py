"""Download a file, asking first whether it has changed."""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from urllib.parse import unquote

import httpx

from hereabouts.errors import SourceError
from hereabouts.sources.http.address import private_addresses_allowed, shown, web_address
from hereabouts.sources.http.client import TOTAL_SECONDS, bounded_bytes, guarded_client
from hereabouts.sources.http.trouble import http_error
from hereabouts.sources.http.web_page import is_web_page
from hereabouts.sources.options import whole_number
from hereabouts.sources.received import Previous, Received, Wanted


def fetch(wanted: Wanted) -> Received:
    """The file at `url`, or what we hold when the server says it is the same.

    The download has a name of its own until its last byte is there, so half a file is never
    taken for a whole one.

    Raises:
        SourceError: S106 not a safe web address; S107 the server refused; S108 no answer, or it
            broke off; S109 nowhere to put it; S111 too large; S170 a private address; S171
            redirects without end; S172 a web page in place of the file.
    """
    url = web_address(wanted.source)
    origin = shown(url)
    held = wanted.previous if _may_be_unchanged(wanted.previous, origin) else None
    request_headers = _conditions(held)
    try:
        with (
            _client(wanted) as client,
            client.stream("GET", url, headers=request_headers, follow_redirects=True) as response,
        ):
            if url.scheme == "https" and response.url.scheme != "https":
                raise _trouble(wanted, f"{origin} sends us to an address that is not https", "S106")
            if response.status_code == 304 and held:
                return _unchanged(held, origin, url)
            if response.status_code != 200:
                raise _refused(wanted, origin, response.status_code)
            return _receive(wanted, response, origin)
    except httpx.HTTPError as error:
        raise http_error(error, origin=origin, at=wanted.source.at) from error


def _client(wanted: Wanted) -> AbstractContextManager[httpx.Client]:
    # A client that was given is closed by its giver.
    if wanted.client is not None:
        return nullcontext(wanted.client)
    return guarded_client(
        allow_private=private_addresses_allowed(wanted.source),
        seconds=whole_number(wanted.source, "max_seconds", default=int(TOTAL_SECONDS)),
    )


def _may_be_unchanged(previous: Previous | None, origin: str) -> bool:
    # An ETag or a date of another address says nothing about this one.
    return previous is not None and previous.origin == origin and previous.kept.is_file()


def _conditions(held: Previous | None) -> dict[str, str]:
    said = {
        "If-None-Match": held.etag if held else None,
        "If-Modified-Since": held.last_modified if held else None,
    }
    return {name: value for name, value in said.items() if value}


def _unchanged(held: Previous, origin: str, url: httpx.URL) -> Received:
    return Received(
        path=held.kept,
        name=_name(url),
        origin=origin,
        sha256=held.sha256,
        size=held.kept.stat().st_size,
        fetched_at=datetime.now(UTC),
        etag=held.etag,
        last_modified=held.last_modified,
        unchanged=True,
    )


def _receive(wanted: Wanted, response: httpx.Response, origin: str) -> Received:
    name = _name(response.url)
    try:
        path, sha256, size = _save(wanted, response, name)
    except OSError as error:
        raise SourceError(
            f"'{name}' cannot be written to {wanted.scratch}: {error.strerror}",
            code="S109",
            do="make room there, or let the account that runs this write there",
            at=wanted.source.at,
        ) from error
    return Received(
        path=path,
        name=name,
        origin=origin,
        sha256=sha256,
        size=size,
        fetched_at=datetime.now(UTC),
        etag=response.headers.get("ETag"),
        last_modified=response.headers.get("Last-Modified"),
        unchanged=False,
    )


def _save(wanted: Wanted, response: httpx.Response, name: str) -> tuple[Path, str, int]:
    digest, size = hashlib.sha256(), 0
    wanted.scratch.mkdir(parents=True, exist_ok=True)
    handle, unfinished = mkstemp(dir=wanted.scratch, prefix="download-", suffix=".part")
    part = Path(unfinished)
    try:
        with os.fdopen(handle, "wb") as file:
            for block in _file_bytes(wanted, response, name):
                size += len(block)
                digest.update(block)
                file.write(block)
        path = wanted.scratch / f"{digest.hexdigest()[:12]}-{name}"
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path, digest.hexdigest(), size


def _file_bytes(wanted: Wanted, response: httpx.Response, name: str) -> Iterator[bytes]:
    blocks = bounded_bytes(response, limit=wanted.limit)
    first = next(blocks, b"")
    if is_web_page(first):
        raise SourceError(
            f"{shown(response.url)} gave a web page, and not the file '{name}'",
            code="S172",
            do="open the address in a browser: a page that asks to sign in, or says that the file "
            "has moved, is not data; correct `url`",
            at=wanted.source.at,
        )
    yield first
    yield from blocks


def _name(url: httpx.URL) -> str:
    last = unquote(url.path).rstrip("/").rpartition("/")[2]
    return re.sub(r"[^\w. -]", "_", last)[-100:] or "download"


def _refused(wanted: Wanted, origin: str, status: int) -> SourceError:
    meaning = {
        401: "the server wants to know who asks",
        403: "the server does not let us have it",
        404: "there is nothing at that address",
        410: "it has been taken down for good",
        429: "the server says we ask too often",
    }.get(status, "the server did not give the file")
    return _trouble(wanted, f"{origin} answered {status}: {meaning}", "S107")


def _trouble(wanted: Wanted, problem: str, code: str) -> SourceError:
    advice = {
        "S106": "give the https address that the file is at now",
        "S107": "open the address in a browser, and correct `url` if the file has moved",
    }[code]
    return SourceError(problem, code=code, do=advice, at=wanted.source.at)
