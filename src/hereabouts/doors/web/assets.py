"""The style sheets and scripts a page asks for, as the front end's build made them."""

import json
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hereabouts.errors import HereaboutsError

DIST = "/static/dist/"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file on disk and what it is. Its address holds its hash, so it never changes."""

    path: Path
    kind: str


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of what pages load, in order. `scripts` of the map are only for pages with one."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    map_scripts: tuple[str, ...]
    search_scripts: tuple[str, ...]  # of a site of files, where nothing else can search
    files: Mapping[str, StaticFile]  # address -> file


def read_assets(bundle: Path) -> Assets:
    """Find the built front end in `bundle`; without one, pages have no script and plain style."""
    built = _manifest(bundle)
    files = {DIST + str(entry["file"]): bundle / str(entry["file"]) for entry in built.values()}
    for path in bundle.rglob("*") if built else ():
        if path.is_file() and ".vite" not in path.parts:
            files[DIST + path.relative_to(bundle).as_posix()] = path
    return Assets(
        styles=_styles(built),
        scripts=_scripts(built, "app.ts"),
        map_scripts=_scripts(built, "map.ts"),
        search_scripts=_scripts(built, "search.ts"),
        files={at: StaticFile(path, _kind(path)) for at, path in files.items()},
    )


def require_bundle(bundle: Path) -> None:
    """Refuse to start without the built front end.

    Raises:
        HereaboutsError: W101, it has not been built.
    """
    if not _manifest(bundle):
        raise HereaboutsError(
            "the front end has not been built",
            code="W101",
            do="run `make frontend` (or install hereabouts from its wheel, which holds it)",
        )


def _manifest(bundle: Path) -> dict[str, dict[str, Any]]:
    path = bundle / ".vite" / "manifest.json"
    if not path.is_file():
        return {}
    entries: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    return entries


def _entry(built: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    return next((entry for key, entry in built.items() if Path(key).name == name), None)


def _styles(built: Mapping[str, Any]) -> tuple[str, ...]:
    entry = _entry(built, "style.scss")
    loaded = [str(entry["file"])] if entry else []
    for name in ("app.ts", "map.ts"):
        loaded += (_entry(built, name) or {}).get("css", [])
    return tuple(dict.fromkeys(DIST + file for file in loaded if file.endswith(".css")))


def _scripts(built: Mapping[str, Any], name: str) -> tuple[str, ...]:
    entry = _entry(built, name)
    return (DIST + str(entry["file"]),) if entry else ()


def _kind(path: Path) -> str:
    known = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css"}
    kind = known.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    kind = kind or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
