"""From an address of the site to a file of the published one."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from hereabouts.doors.static.scope import Defaults, Scope, State, fitting
from hereabouts.doors.web.app_paths import Destination, find_destination

#: First parts of the paths that are published. What is not named is not.
PAGES = frozenset(("", "indicators", "indicator", "area", "changes", "about", "page", "search"))
PAGES |= {"accessibility", "catalogue", "dictionary", "glossary", "privacy", "transparency"}
OF_RELEASE = frozenset(("beside", "chart", "download", "favicon.svg", "locate", "map", "pack"))
OF_RELEASE |= {"agreements.json", "classes", "logo.png", "logo.svg", "theme.css", "values"}
SHARED = frozenset(("artefacts", "static"))
LONGEST = 60
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PORTABLE = re.compile(r'[^\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True, slots=True)
class Target:
    """A file, and the address of the site whose answer it holds."""

    file: str  # within the folder, with slashes
    path: str
    query: str = ""

    @property
    def is_page(self) -> bool:
        """Whether the file is a page."""
        return self.file.endswith(".html")


@dataclass(frozen=True, slots=True)
class Here:
    """The page that a link is on: its path within release and language, and its state."""

    path: str
    state: State
    language: str = ""  # where it is not the site's main one


def target_of(address: str, *, here: Here, scope: Scope, defaults: Defaults) -> Target | None:
    """The file that `address` leads to, or None where the published site has none.

    Args:
        address: from the root of the site, as pages write it.
        here: the page it is on.
        scope: what is published.
        defaults: what a page shows when its address asks for nothing.
    """
    split = urlsplit(address)
    path, asked = unquote(split.path), dict(parse_qsl(split.query))
    where = find_destination(path)
    if where.number not in (None, scope.number) or not is_published(where.path, scope):
        return None
    first = _first(where.path)
    if first not in PAGES:
        return _data(where.path, asked, scope=scope, defaults=defaults)
    same = (here.path, here.language) == (where.path, where.language)
    before = here.state if same else None
    state = fitting(where.path, asked, here=before, scope=scope, defaults=defaults)
    return None if state is None else _page_of(where, state, scope)


def page_target(path: str, state: State, *, scope: Scope) -> Target:
    """The page at `path` of the release, a language first where it has one, in `state`."""
    folders = [*_segments(path), *_of_state(state)]
    return Target(
        "/".join([*folders, "index.html"]),
        f"/r/{scope.number}{path}",
        urlencode(sorted(state.items())),
    )


def _page_of(where: Destination, state: State, scope: Scope) -> Target:
    twin = f"/{where.language}" if where.language else ""
    return page_target(f"{twin}{where.path}", state, scope=scope)


def is_published(path: str, scope: Scope) -> bool:
    """Whether the address `path`, within the release, is a file of the published site."""
    first, *rest = _segments(path) or [""]
    if first == "feeds":
        return scope.feeds and (rest[:1] != ["area"] or _has_files(rest[1:2], scope))
    if first == "area" and len(rest) == 2:
        return _has_pages(rest[:1], scope)
    if first in ("area", "locate"):
        return _has_files(rest[:1], scope)
    if first in ("chart", "download") and rest[:1] == ["area"]:
        # Charts of areas are drawings on the page already; there are too many to draw twice.
        return first == "download" and _has_files(rest[1:2], scope)
    return first in PAGES | OF_RELEASE | SHARED


def _data(
    path: str, asked: Mapping[str, str], *, scope: Scope, defaults: Defaults
) -> Target | None:
    folders, first = _segments(path), _first(path)
    if _is_left_out(path, asked, defaults):
        return None
    *before, name = folders
    asked_at = path if first in SHARED or first == "feeds" else f"/r/{scope.number}{path}"
    state = sorted(asked.items())
    return Target("/".join([*before, *_of_state(dict(state)), name]), asked_at, urlencode(state))


def _is_left_out(path: str, asked: Mapping[str, str], defaults: Defaults) -> bool:
    """Whether it is a picture or outlines of one category, an earlier period or a chosen section.

    Each takes long to make, and there may be hundreds. Charts are drawings on the page; the
    figures beside outlines are in the CSV, and the outlines in the file of the newest.
    """
    first, *named = _segments(path)
    if first == "chart" and named[0] == "page":
        return bool(asked)
    if first == "chart":
        page = named[1:3]
    elif first == "download" and path.endswith(".geojson"):
        page = [named[0], named[1].removesuffix(".geojson")]
    else:
        return False
    usual = {"category": "all", **defaults(f"/indicator/{'/'.join(page)}")}
    return any(asked.get(one, usual.get(one)) != usual.get(one) for one in ("category", "period"))


def _has_pages(kind: list[str], scope: Scope) -> bool:
    return bool(kind) and kind[0] in scope.area_types


def _has_files(kind: list[str], scope: Scope) -> bool:
    return _has_pages(kind, scope) and kind[0] not in scope.alone


def _first(path: str) -> str:
    return path.split("/", 2)[1]


def _segments(path: str) -> list[str]:
    return [_segment(part) for part in path.split("/") if part]


def _segment(part: str) -> str:
    """A folder's name, as the address has it where every disk and host takes it so."""
    fits = _PORTABLE.fullmatch(part) and part.strip(". ") == part
    return part if fits else _shortened(part)


def _of_state(state: State) -> list[str]:
    """A folder for each thing chosen: `period-2024-01-01`."""
    return [f"{name}-{_value(value)}" for name, value in sorted(state.items())]


def _value(value: str) -> str:
    fits = _PLAIN.fullmatch(value) and len(value) <= LONGEST
    return value if fits else _shortened(value)


def _shortened(value: str) -> str:
    """Readable, and different for every value: disks allow few letters, and not all of them."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", value).strip("-").lower()[: LONGEST - 9]
    return f"{words}-{hashlib.sha256(value.encode()).hexdigest()[:8]}"
