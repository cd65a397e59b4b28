"""Addresses: which are taken, and how they are shown."""

import re

import httpx

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

SECRET = re.compile(r"key|token|secret|sig|password|pwd|auth|credential", re.IGNORECASE)


def web_address(source: Source) -> httpx.URL:
    """The `url` of a source.

    Raises:
        SourceError: S106 it is not http or https.
    """
    try:
        url = httpx.URL(source.location["url"])
    except httpx.InvalidURL:
        url = httpx.URL("")
    if url.scheme not in {"http", "https"} or not url.host:
        raise SourceError(
            "`url` is not an http or https address",
            code="S106",
            do="write it whole, such as `url: https://www.example.org/areas.csv`",
            at=source.at,
        )
    return url


def shown(url: httpx.URL) -> str:
    """The address with its secrets left out: for messages, logs and provenance."""
    hidden = httpx.QueryParams(
        [
            (name, "hidden" if SECRET.search(name) else value)
            for name, value in url.params.multi_items()
        ]
    )
    plain = url.copy_with(username=None, password=None, query=None, fragment=None)
    return str(plain.copy_merge_params(hidden)) if hidden else str(plain)
