"""One file of the published site: asked for, rewritten, and laid aside if it is not as before."""

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Self
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import brotli

from hereabouts.doors.static.addresses import Here, Target, target_of
from hereabouts.doors.static.answering import AskedSite
from hereabouts.doors.static.choices import Choice, selected_in
from hereabouts.doors.static.rewriting import (
    LEFT_OUT,
    LEFT_OUT_OF_AREAS,
    Rewritten,
    Where,
    rewrite,
    whole_addresses,
)
from hereabouts.doors.static.scope import Defaults, Scope, State, state_of_choice
from hereabouts.doors.web.app_paths import find_destination
from hereabouts.doors.web.published import Published

PACKED = (
    *(".atom", ".css", ".csv", ".f32", ".geojson", ".html"),
    *(".js", ".json", ".svg", ".u8", ".xml"),
)
NOT_FOUND = "404.html"
ADDRESSES_KEPT = 20_000
NOWHERE = Here("", {})
LEAST_PACKED = 1_000  # bytes; less is sent in one packet anyway


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What every file of one publication has in common."""

    root: Path  # the project folder
    scope: Scope
    base: str  # the public address; empty where unknown
    aside: Path  # where new files wait
    before: Mapping[str, str]  # file -> SHA-256 of what is there already
    twins: bool  # whether files that pack well are written packed too


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one file. `status` is 200 when it is there to be published."""

    target: Target
    status: int
    sha256: Mapping[str, str]  # of the file, and of its packed twins
    bytes: int
    leads_to: tuple[Target, ...]  # those that its maker had not told of before


class Maker:
    """Makes files for one publication. To be closed."""

    def __init__(self, order: Order) -> None:
        self._order = order
        scope = order.scope
        published = Published(scope.area_types, alone=scope.alone, packs=scope.packs)
        self.site = AskedSite(order.root, published=published, whole=bool(order.base))
        self._defaults: dict[str, State] = {}
        self._elsewhere = lru_cache(maxsize=ADDRESSES_KEPT)(partial(_found, scope, self.defaults))
        self._told: set[str] = set()  # files that somebody knows this one leads to

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self.site.__exit__(*fault)

    def make(self, target: Target) -> Made:
        """Ask for one file and lay it aside."""
        status, body = self.site.ask(target.path, target.query)
        if status != 200:
            return Made(target, status, {}, 0, ())
        made = self._rewritten(target, body)
        if made is not None:
            body = made.text.encode()
        return Made(
            target,
            status,
            lay_aside(self._order, target.file, body),
            len(body),
            self._new(made.targets.values()) if made else (),
        )

    def _new(self, targets: Iterable[Target]) -> tuple[Target, ...]:
        """Those not told of before: pages lead to the same ones, and telling takes time."""
        new = tuple(target for target in targets if target.file not in self._told)
        self._told.update(target.file for target in new)
        return new

    def make_not_found(self) -> Mapping[str, str]:
        """The page that a host shows where there is no file, at any address; its SHA-256."""
        number = self._order.scope.number
        _status, body = self.site.ask(f"/r/{number}/no-such-page")
        where = replace(
            self._where(Target(NOT_FOUND, f"/r/{number}/no-such-page")),
            root=urlsplit(self._order.base).path,
        )
        return lay_aside(self._order, NOT_FOUND, rewrite(body.decode(), where).text.encode())

    def _rewritten(self, target: Target, body: bytes) -> Rewritten | None:
        """The answer with addresses of files; None where it has none to change."""
        if target.is_page:
            return rewrite(body.decode(), self._where(target))
        if target.file.endswith((".atom", "agreements.json")):
            return whole_addresses(body.decode(), self._where(target))
        return None

    def _where(self, target: Target) -> Where:
        page = find_destination(target.path)
        path = page.path
        here = Here(path, dict(parse_qsl(target.query)), page.language)
        of_area = path.startswith("/area/")
        return Where(
            file=target.file,
            find=lambda address: self._find(address, here),
            choose=lambda choice: self._choose(choice, here),
            base=self._order.base,
            left_out=LEFT_OUT_OF_AREAS if of_area else LEFT_OUT,
        )

    def _find(self, address: str, here: Here) -> Target | None:
        """The file of an address; pages have most addresses in common, whatever their state."""
        if quote(here.path) in address:
            scope = self._order.scope
            return target_of(address, here=here, scope=scope, defaults=self.defaults)
        return self._elsewhere(address)

    def _choose(self, choice: Choice, here: Here) -> Target | None:
        page = find_destination(unquote(urlsplit(choice.action).path))
        path, twin = page.path, f"/{page.language}" if page.language else ""
        state = here.state if path == here.path else {}
        sent = state_of_choice(path, asked={**state, **choice.sent}, name=choice.name)
        return self._find(f"{twin}{quote(path)}?{urlencode(sent)}", here)

    def defaults(self, path: str) -> State:
        """What the page at `path` shows when its address asks for nothing."""
        if path not in self._defaults:
            self._defaults[path] = self._read_defaults(path)
        return self._defaults[path]

    def _read_defaults(self, path: str) -> State:
        number = self._order.scope.number
        parts = path.split("/")
        if parts[1] == "indicator":
            return self.site.defaults_of_indicator(number, *parts[2:4])
        if path == "/" or parts[1] == "page":
            status, body = self.site.ask(f"/r/{number}{path}")
            return selected_in(body.decode()) if status == 200 else {}
        return {}


def _found(scope: Scope, defaults: Defaults, address: str) -> Target | None:
    """The file of an address that is not the page's own in another state."""
    return target_of(address, here=NOWHERE, scope=scope, defaults=defaults)


def lay_aside(order: Order, file: str, body: bytes) -> dict[str, str]:
    """Write `body` where new files wait, unless the folder has it already; its SHA-256.

    With `twins`, what packs well is written as `.br` and `.gz` too.
    """
    found = {file: _lay_one(order, file, body)}
    if order.twins and file.endswith(PACKED) and len(body) >= LEAST_PACKED:
        for ending, pack in ((".br", _brotli), (".gz", _gzip)):
            found[file + ending] = _lay_one(order, file + ending, pack(body))
    return found


def _lay_one(order: Order, file: str, body: bytes) -> str:
    sha256 = hashlib.sha256(body).hexdigest()
    if order.before.get(file) != sha256:
        path = order.aside / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return sha256


def _brotli(body: bytes) -> bytes:
    packed: bytes = brotli.compress(body, quality=9)
    return packed


def _gzip(body: bytes) -> bytes:
    # Without the time, so that the same file is packed to the same bytes.
    return gzip.compress(body, compresslevel=9, mtime=0)
