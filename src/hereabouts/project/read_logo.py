"""The place's own logo: a small picture that draws and does nothing else.

It is shown as an image and never written into a page, so that nothing in it can run or be
fetched; what would try to is refused here as well.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from hereabouts.errors import Location, ProjectError
from hereabouts.model.place import Logo
from hereabouts.project.reader import Reader
from hereabouts.project.yaml_text import Document

CODE = "P484"
MOST_BYTES = 50_000
MOST_PIXELS = 2_000
PNG = b"\x89PNG\r\n\x1a\n"
_RUNS = frozenset({"script", "foreignobject", "iframe", "embed", "object", "handler", "set"})
_FETCHES = re.compile(r"@import|url\(\s*['\"]?(?!#)|javascript:", re.IGNORECASE)
_HREF = re.compile(r"#|data:image/(png|jpeg);base64,")


def read_logo(data: Mapping[str, Any], document: Document, reader: Reader) -> Logo | None:
    """The logo that `look:` names, or None when it names none or it cannot be used."""
    path = data.get("look", {}).get("logo")
    if path is None:
        return None
    at = document.at("look", "logo")
    file = reader.root / path
    if not _inside(file, reader.root):
        reader.problems.append(_wrong(f"there is no {path}", "put the file there", at))
        return None
    content = file.read_bytes()[: MOST_BYTES + 1]
    kind = "image/png" if path.endswith(".png") else "image/svg+xml"
    faults = list(_faults(content, kind))
    for problem, do in faults:
        reader.problems.append(_wrong(f"{path} {problem}", do, at))
    return None if faults else Logo(kind=kind, content=content)


def _inside(file: Path, root: Path) -> bool:
    return file.is_file() and file.resolve().is_relative_to(root.resolve())


def _wrong(problem: str, do: str, at: Location) -> ProjectError:
    return ProjectError(problem, code=CODE, do=do, at=at)


def _faults(content: bytes, kind: str) -> Iterator[tuple[str, str]]:
    """What is wrong and what to do, one of each kind."""
    if len(content) > MOST_BYTES:
        yield f"is larger than {MOST_BYTES:,} bytes", "save it smaller; it is shown 40 pixels high"
    elif kind == "image/png":
        yield from _faults_of_png(content)
    else:
        yield from _faults_of_svg(content)


def _faults_of_png(content: bytes) -> Iterator[tuple[str, str]]:
    if not content.startswith(PNG) or len(content) < 24:
        yield "is not a PNG picture", "save it as PNG, or name it .svg if it is SVG"
        return
    sides = [int.from_bytes(content[start : start + 4], "big") for start in (16, 20)]
    if not all(0 < side <= MOST_PIXELS for side in sides):
        yield f"is larger than {MOST_PIXELS:,} pixels", "save it smaller"


def _faults_of_svg(content: bytes) -> Iterator[tuple[str, str]]:
    if re.search(rb"<!(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        yield "has a document type", "save it as plain SVG, without a DOCTYPE"
        return
    try:
        root = ET.fromstring(content)  # noqa: S314  # small, and without a document type
    except (ET.ParseError, ValueError, LookupError):
        root = None
    if root is None or _name(root.tag) != "svg":
        yield "is not an SVG picture", "save it as SVG, or name it .png if it is PNG"
    elif any(_acts(element) for element in root.iter()):
        yield "holds a script or fetches something", "save it as plain SVG that only draws"


def _acts(element: ET.Element) -> bool:
    """Whether an element would run or fetch anything."""
    texts = [*element.attrib.values(), element.text or ""]
    return (
        _name(element.tag) in _RUNS
        or any(_name(name).startswith("on") for name in element.attrib)
        or any(_FETCHES.search(text) for text in texts)
        or any(not _HREF.match(said) for name, said in element.items() if _name(name) == "href")
    )


def _name(tag: object) -> str:
    """Without its namespace; a comment or an instruction has none."""
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""
