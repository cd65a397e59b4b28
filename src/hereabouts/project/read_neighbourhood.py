"""From place.yml, and the lists it names, to areas of one's own."""

import csv
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.errors import Location, ProjectError
from hereabouts.model.neighbourhood import (
    DefinedBy,
    MembersProduct,
    Neighbourhood,
    Population,
    PostcodeLookup,
)
from hereabouts.project.names import unknown_name
from hereabouts.project.reader import Reader
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
_WAYS = ("members", "members_from", "postcodes", "postcodes_from")
_LINES_SAID = 3


def read_neighbourhoods(
    data: Said, document: Document, reader: Reader
) -> tuple[Neighbourhood, ...]:
    """The custom areas that place.yml lists one by one; the reader's problems gain the rest.

    Problems: P428 a list cannot be read; P431 what should be a postcode is none.
    """
    listed = data["area_types"].items()
    custom = [code for code, said in listed if "product" not in said and "members_from" not in said]
    only = custom[0] if len(custom) == 1 else ""
    return tuple(
        _neighbourhood(code, {"type": only, **said}, document, reader)
        for code, said in data.get("neighbourhoods", {}).items()
    )


def _neighbourhood(code: str, said: Said, document: Document, reader: Reader) -> Neighbourhood:
    way = next(key for key in _WAYS if key in said)
    at = document.at("neighbourhoods", code, way)
    file = said[way]["file"] if way.endswith("_from") else None
    found = _listed(said[way], at, reader) if file else _inline(said[way], document, code, way)
    of_postcodes = way.startswith("postcodes")
    return Neighbourhood(
        code=code,
        name=said["name"],
        area_type=said["type"],
        members=() if of_postcodes else tuple(value for _, value in found),
        postcodes=_postcodes(found, reader) if of_postcodes else (),
        file=file,
        defined_by=read_defined_by(said),
        at=document.at("neighbourhoods", code),
    )


def read_defined_by(said: Said) -> DefinedBy | None:
    """Who says so, since when and why; None where nobody is named."""
    if "owner" not in said:
        return None
    return DefinedBy(
        owner=said["owner"],
        version=said["version"],
        valid_from=date.fromisoformat(said["valid_from"]),
        why=said["why"],
    )


def read_members_product(said: Said | None) -> MembersProduct | None:
    """The product that holds a whole set of custom areas, where one does."""
    if said is None:
        return None
    return MembersProduct(
        product=said["product"],
        code_column=said["code"],
        neighbourhood_column=said["neighbourhood"],
        name_column=said["name"],
    )


def read_postcode_lookup(data: Said, document: Document) -> PostcodeLookup | None:
    """Where postcodes are looked up, if anywhere."""
    said = data.get("postcode_lookup")
    if said is None:
        return None
    return PostcodeLookup(
        product=said["product"],
        postcode_column=said["postcode"],
        base_column=said["base"],
        at=document.at("postcode_lookup"),
    )


def read_population(data: Said, document: Document) -> Population | None:
    """How many people live in each base area, if that is said."""
    said = data.get("population")
    if said is None:
        return None
    return Population(
        product=said["product"],
        code_column=said["code"],
        column=said["column"],
        at=document.at("population"),
    )


Listed = list[tuple[Location, str]]


def _inline(values: list[str], document: Document, code: str, way: str) -> Listed:
    steps = ("neighbourhoods", code, way)
    return [(document.at(*steps, number), value) for number, value in enumerate(values)]


def _listed(said: Said, at: Location, reader: Reader) -> Listed:
    """The cells of one column of a list that are not empty, with their lines."""
    path, column = said["file"], said["column"]
    if not (reader.root / path).is_file():
        do = "write the list there, or correct the name"
        reader.problems.append(ProjectError(f"there is no {path}", code="P428", do=do, at=at))
        return []
    text = reader.text(path)
    if text is None:
        return []
    rows = csv.DictReader(text.splitlines())
    headings = list(rows.fieldnames or ())
    if column not in headings:
        reader.problems.append(
            unknown_name(f"column of {path}:", column, known=headings, code="P428", at=at)
        )
        return []
    cells = ((rows.line_num, (row[column] or "").strip()) for row in rows)
    found = [(Location(path, line), value) for line, value in cells if value]
    if not found:
        do = f"fill in its column {column!r}, or remove the neighbourhood"
        reader.problems.append(ProjectError(f"{path} lists nothing", code="P428", do=do, at=at))
    return found


def _postcodes(found: Listed, reader: Reader) -> tuple[str, ...]:
    """Postcodes in capitals without spaces, once each. Which is wrong is said by its line."""
    plain = [(at, value.upper().replace(" ", "")) for at, value in found]
    wrong = [at for at, value in plain if not _POSTCODE.fullmatch(value)]
    for at in wrong[:_LINES_SAID]:
        more = f", nor are {len(wrong) - 1} others of the list" if len(wrong) > 1 else ""
        do = "write a whole postcode, such as AB1 2CD"
        problem = f"this is not a postcode{more}"
        reader.problems.append(ProjectError(problem, code="P431", do=do, at=at))
    return tuple(dict.fromkeys(value for _, value in plain))
