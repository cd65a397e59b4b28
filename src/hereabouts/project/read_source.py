"""From source.yml to where a product comes from, and the ways each of its files may be read."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.product import Source, SourceFile
from hereabouts.project.names import advice
from hereabouts.project.read_reshape import RESHAPE, read_reshape
from hereabouts.project.yaml_text import Document, Step

Said = Mapping[str, Any]
LOCATION = (
    *("path", "url", "api", "address", "package", "file", "version"),
    *("database", "connection_env", "query", "table"),
    *("sftp", "port", "user", "remote_path", "host_key", "known_hosts"),
    *("key_file_env", "password_env", "folder", "folder_env", "match", "newest_by"),
)
ANY_KIND = ("checksum", "schedule", "max_bytes", "max_seconds", "allow_private_addresses")
_OF_AN_API = (
    *("parameters", "rows", "paging", "record_key", "cursor", "key_env", "key_parameter"),
    *("key_header", "headers_env", "page_size", "max_pages", "retries", "requests_per_second"),
    *("where", "fields", "dataset", "resource"),
)
_OF: Mapping[str, tuple[str, ...]] = {
    "api": _OF_AN_API,
    "database": ("fields", "cursor", "order_by", "max_rows"),
    "sftp": ("key_env",),
}
_TABLE = ("header_rows", "data_rows", "headings", "heading_joint", "skip_footer", "null")
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "csv": ("encoding", "fallback", "max_line_bytes", "delimiter", "quote", "skip_rows", *_TABLE),
    "spreadsheet": ("sheet", "data_columns", "max_unpacked_bytes", "max_cells", *_TABLE),
    "parquet": ("crs",),
    "geojson": ("crs",),
}
_OURS = {"kind", "layouts", "files", "markers", "values", *RESHAPE}
_OF_A_LAYOUT = {"from", "until"}
_OF_A_FILE = {"supplier", "contact", "date", "layout"}


def read_source(data: Said, document: Document, *, problems: list[ProjectError]) -> Source:
    """The source that `data`, which fits its schema, declares.

    Options are text; a list is its items, a line each, and a mapping is JSON. What a layout says
    stands before what is said for all, and what a file says before both.
    """
    all_files = {key: said for key, said in data.items() if key not in {"layouts", "files"}}
    whole = _way(all_files, document, (), problems)
    listed = [*data.get("files", ())] or ([{"name": ""}] if "layouts" in data else [])
    problems.extend(_repeats(data, document))
    files = tuple(
        _file(said, data, document, number, problems) for number, said in enumerate(listed)
    )
    return replace(whole, files=files)


def _file(
    said: Said, data: Said, document: Document, number: int, problems: list[ProjectError]
) -> SourceFile:
    steps: tuple[Step, ...] = ("files", number) if said["name"] else ()
    about = _day(said.get("date"))
    shared = {key: value for key, value in data.items() if key not in {"layouts", "files"}}
    own = {key: value for key, value in said.items() if key not in {"name", *_OF_A_FILE}}
    layouts = [
        layout
        for layout in _chosen(said, data, document, number, problems)
        if about is None or _covers(layout, about)
    ]
    ways = [_merged(shared, layout, own) for layout in reversed(layouts)] or [{**shared, **own}]
    if about and data.get("layouts") and not layouts:
        problem, do = "no layout is for that date", "write a layout whose from and until allow it"
        where = document.at("files", number, "date")
        problems.append(ProjectError(problem, code="P336", do=do, at=where))
    return SourceFile(
        name=said["name"],
        ways=tuple(_way(way, document, steps, problems) for way in ways),
        supplier=said.get("supplier", ""),
        contact=said.get("contact", ""),
        about=about,
        at=document.at(*steps),
    )


def _chosen(
    said: Said, data: Said, document: Document, number: int, problems: list[ProjectError]
) -> list[Said]:
    """The layouts a file may have, oldest first: those that were written first."""
    layouts: list[Said] = list(data.get("layouts", ()))
    wanted = said.get("layout")
    if wanted is None:
        return layouts
    found = [layout for layout in layouts if layout["name"] == wanted]
    if not found:
        do = advice(wanted, known=[layout["name"] for layout in layouts])
        where = document.at("files", number, "layout")
        problem = f"there is no layout {wanted!r}"
        problems.append(ProjectError(problem, code="P337", do=do, at=where))
    return found


def _merged(*parts: Said) -> dict[str, Any]:
    """The later stands before the earlier; mappings are joined key by key."""
    whole: dict[str, Any] = {}
    for part in parts:
        for key, value in part.items():
            held = whole.get(key)
            both = isinstance(held, dict) and isinstance(value, dict) and key != "unpivot"
            whole[key] = {**held, **value} if both and held is not None else value
    return whole


def _way(
    said: Said, document: Document, steps: tuple[Step, ...], problems: list[ProjectError]
) -> Source:
    """One complete way to read one file."""
    kind = said["kind"]
    of_its_place = [key for place, keys in _OF.items() if place in said for key in keys]
    taken = {*ANY_KIND, *OPTIONS[kind], *of_its_place}
    allowed = {*LOCATION, *taken, *_OURS, *_OF_A_LAYOUT, "name"}
    for key in said.keys() - allowed:
        listed = ", ".join(OPTIONS[kind])
        problem, do = f"{key!r} says nothing of a {kind}", f"remove it; a {kind} takes {listed}"
        problems.append(ProjectError(problem, code="P127", do=do, at=document.at(*steps, key)))
    options = said.keys() & taken
    return Source(
        kind=kind,
        location={key: _text(said[key]) for key in LOCATION if key in said},
        options={key: _text(said[key]) for key in said if key in options},
        reshape=read_reshape(said),
        markers=dict(said.get("markers", {})),
        values={heading: dict(pairs) for heading, pairs in said.get("values", {}).items()},
        layout=said.get("name", ""),
        at=document.at(*steps),
    )


def _repeats(data: Said, document: Document) -> list[ProjectError]:
    found = []
    for part in ("layouts", "files"):
        seen: set[str] = set()
        for number, said in enumerate(data.get(part, ())):
            if said["name"] in seen:
                problem, do = f"{said['name']!r} is named twice", "give each a name of its own"
                where = document.at(part, number, "name")
                found.append(ProjectError(problem, code="P338", do=do, at=where))
            seen.add(said["name"])
    return found


def _covers(layout: Said, about: date) -> bool:
    start, end = _day(layout.get("from")), _day(layout.get("until"))
    return (start is None or start <= about) and (end is None or about < end)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return "\n".join(value) if isinstance(value, list) else str(value)
