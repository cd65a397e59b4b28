"""Addresses: which are taken, and how they are shown."""

import os
import re
from collections.abc import Mapping

import httpx

from hereabouts.errors import SourceError
from hereabouts.model.product import Source

SAYS_YES = frozenset({"1", "true", "yes"})
SECRET = re.compile(r"key|token|secret|sig|password|pwd|auth|credential", re.IGNORECASE)


def web_address(source: Source) -> httpx.URL:
    """The `url` of a source.

    Raises:
        SourceError: S106 it is not http or https, or it has a name and password in it.
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
    if url.userinfo:
        raise SourceError(
            "`url` has a user name or password in it",
            code="S106",
            do="take out what stands before the @: an address is kept with everything made from it",
            at=source.at,
        )
    return url


def private_addresses_allowed(source: Source, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this source may be on this machine or its network.

    Said by `allow_private_addresses: true` in source.yml, or for every source of a machine by
    HEREABOUTS_ALLOW_PRIVATE_ADDRESSES, which is then 1, true or yes.
    """
    setting = environ.get("HEREABOUTS_ALLOW_PRIVATE_ADDRESSES")
    said = (source.options.get("allow_private_addresses"), setting)
    return any((text or "").strip().lower() in SAYS_YES for text in said)


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
