"""Addresses of a running site: found on its own pages and in its own API, each asked once."""

import json
import re
import urllib.error
import urllib.request
from collections import deque
from dataclasses import dataclass
from html import unescape
from typing import Any

#: How many of each kind: 500 in all.
WANTED = {"area": 200, "indicator": 60, "ranking": 80, "api": 100, "tiles": 60}
PIECE = 16_384  # bytes: what a map's reader asks of a tile file at once
SECONDS = 120


@dataclass(frozen=True, slots=True)
class Address:
    """What to ask for, and the bytes that ask for it."""

    kind: str
    request: bytes


def find_addresses(site: str) -> list[Address]:
    """As many as are wanted of every kind; fewer where the site has no more.

    Args:
        site: its address, without the last slash.
    """
    listed = json.loads(_get(site, "/api/v1/indicators"))["items"]
    kinds = {one["code"] for one in json.loads(_get(site, "/api/v1/area-types"))["items"]}
    for one in listed:
        one["area_types"] = [kind for kind in one["area_types"] if kind in kinds]
    found = _crawl(site, listed)
    found["api"] = dict.fromkeys(_of_api(listed, found["area"]))
    host = site.removeprefix("http://")
    addresses = [
        _address(kind, path, host=host)
        for kind, paths in found.items()
        for path in list(paths)[: WANTED[kind]]
    ]
    addresses += [
        _address("tiles", path, host=host, piece=piece) for path, piece in _pieces_of_tiles(site)
    ]
    for address in addresses:
        _ask(site, address)
    return addresses


def _address(kind: str, path: str, *, host: str, piece: str = "") -> Address:
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: br, gzip"]
    lines += [f"Range: {piece}"] if piece else []
    return Address(kind, "\r\n".join([*lines, "", ""]).encode())


def _crawl(site: str, listed: list[dict[str, Any]]) -> dict[str, dict[str, None]]:
    """Pages by kind, in the order they are met, beginning at every indicator by kind of area."""
    pages = [
        f"/indicator/{one['id'].replace('.', '/')}?area_type={area_type}"
        for one in listed
        for area_type in one["area_types"]
    ]
    found: dict[str, dict[str, None]] = {
        "area": {},
        "indicator": dict.fromkeys(pages),
        "ranking": {},
    }
    waiting, met = deque(pages), set(pages)
    while waiting and any(len(found[kind]) < WANTED[kind] for kind in found):
        for link in _links(_get(site, waiting.popleft()).decode()):
            kind = _kind(link)
            if kind and link not in met:
                met.add(link)
                found[kind][link] = None
                # An area's page leads to its own kind of page only; indicators lead to all.
                waiting.append(link) if kind != "area" else None
    return found


def _links(page: str) -> list[str]:
    found = re.findall(r'href="(/[^"#]*)', page)
    return [unescape(link) for link in found]


def _kind(link: str) -> str:
    if re.fullmatch(r"/area/[^/]+/[^/?]+", link):
        return "area"
    if link.startswith("/indicator/"):
        return "ranking" if re.search(r"[?&](page|sort|order)=", link) else "indicator"
    return ""


def _of_api(listed: list[dict[str, Any]], areas: dict[str, None]) -> list[str]:
    """Indicators, their observations, and areas."""
    paths = ["/api/v1", "/api/v1/indicators", "/api/v1/area-types", "/api/v1/tiles"]
    for indicator in listed:
        paths.append(f"/api/v1/indicators/{indicator['id'].replace('.', '/')}")
        paths += [
            f"/api/v1/observations?indicator={indicator['id']}&area_type={area_type}&limit=100"
            for area_type in indicator["area_types"][:3]
        ]
    return [*paths, *(f"/api/v1/areas{area.removeprefix('/area')}" for area in areas)]


def _pieces_of_tiles(site: str) -> list[tuple[str, str]]:
    """Pieces of every tile file in turn, the first of each first."""
    files = [one["href"] for one in json.loads(_get(site, "/api/v1/tiles"))["items"]]
    sizes = {file: int(_head(site, file)) for file in files}
    pieces = []
    for number in range(max(sizes.values()) // PIECE):
        for file, size in sizes.items():
            first = number * PIECE
            if first < size:
                pieces.append((file, f"bytes={first}-{min(first + PIECE, size) - 1}"))
    return pieces[: WANTED["tiles"]]


def _head(site: str, path: str) -> str:
    request = urllib.request.Request(site + path, method="HEAD")  # noqa: S310  loopback
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310  loopback
        length: str = answer.headers["Content-Length"]
        return length


def _get(site: str, path: str) -> bytes:
    try:
        with urllib.request.urlopen(site + path, timeout=SECONDS) as answer:  # noqa: S310
            body: bytes = answer.read()
            return body
    except urllib.error.HTTPError as fault:
        raise SystemExit(f"{site}{path} answered {fault.code}") from fault


def _ask(site: str, address: Address) -> None:
    """Once, before the clock starts; an address that does not answer is a fault of this file."""
    first, *lines = address.request.decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines if line and not line.startswith("Host"))
    url = site + first.split(" ")[1]
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  loopback
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310  loopback
            answer.read()
    except urllib.error.HTTPError as fault:
        raise SystemExit(f"{url} answered {fault.code}: {fault.read()[:300]!r}") from fault
