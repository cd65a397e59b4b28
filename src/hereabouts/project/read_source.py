"""From source.yml to where a product comes from."""

from collections.abc import Mapping
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.product import Source
from hereabouts.project.yaml_text import Document

LOCATION = ("path", "url", "package", "file", "version")
_CSV = ("encoding", "delimiter", "quote", "skip_rows", "null")
OPTIONS: Mapping[str, tuple[str, ...]] = {
    "csv": _CSV,
    "spreadsheet": ("sheet", "header_rows", "skip_footer"),
    "parquet": ("crs",),
    "geojson": ("crs",),
}


def read_source(
    data: Mapping[str, Any], document: Document, *, problems: list[ProjectError]
) -> Source:
    """The source that `data`, which fits its schema, declares.

    Options are text; a list (`null`) is its items, a line each.
    """
    kind = data["kind"]
    allowed = ("kind", "checksum", "max_bytes", *LOCATION, *OPTIONS[kind])
    for key in data.keys() - set(allowed):
        listed = ", ".join(OPTIONS[kind])
        problem, do = f"{key!r} says nothing of a {kind}", f"remove it; a {kind} takes {listed}"
        problems.append(ProjectError(problem, code="P127", do=do, at=document.at(key)))
    return Source(
        kind=kind,
        location={key: data[key] for key in LOCATION if key in data},
        options={k: _text(v) for k, v in data.items() if k not in {"kind", *LOCATION}},
        at=document.at(),
    )


def _text(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value)
