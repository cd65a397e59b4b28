"""Kinds of area, areas, what each lies in and what lies in it, and their shapes."""

import json
from typing import Any
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.api.declared import Call
from hereabouts.doors.web.api.paging import json_answer, one_page, read_cursor
from hereabouts.doors.web.artefacts import KINDS
from hereabouts.doors.web.known_area import known_area
from hereabouts.doors.web.links import Links, artefact
from hereabouts.release.answers import Area
from hereabouts.release.manifest_model import ReleasedAreaType
from hereabouts.release.reader_pages import AreasAsked

Json = dict[str, Any]
FILES = {"geojson": "areas.geojson", "pmtiles": "areas.pmtiles", "raster": "ids.webp"}


def area_types(call: Call) -> Response:
    """Every kind of area, smallest first."""
    kinds = call.visit.manifest.area_types
    items = [_kind(call, kind) for kind in kinds]
    return json_answer(
        {
            "release": call.visit.manifest.number,
            "count": len(items),
            "next": None,
            "items": items,
        }
    )


def areas(call: Call) -> Response:
    """Areas by type and code: of one type, with words in the name, or within another area."""
    kind, _colon, code = (call.asked["within"] or "").partition(":")
    found = call.visit.reader.areas_after(
        AreasAsked(
            area_type=call.asked["type"],
            text=call.asked["q"] or "",
            within=(kind, code) if code else (),
        ),
        after=read_cursor(call.asked["after"], parts=2),
        limit=call.asked["limit"] + 1,
    )
    return one_page(
        call, found, key=lambda a: (a.area_type, a.code), item=lambda one: _in_short(call, one)
    )


def area(call: Call) -> Response:
    """One area, the larger ones it lies in, and how many smaller ones lie in it.

    Raises:
        AddressError: W205, W206, there is none; W350, it is no more.
    """
    reader, code = call.visit.reader, call.path["code"]
    found = known_area(
        call.visit, call.path["type"], code, href=lambda one: _in_short(call, one)["href"]
    )
    kind = call.visit.area_type(found.area_type)
    links = Links(number=call.visit.manifest.number, versioned=call.versioned)
    return json_answer(
        {
            "release": call.visit.manifest.number,
            **_in_short(call, found),
            "page": links.area(kind.code, code=code),
            "parents": [_in_short(call, one) for one in reader.parents(kind.code, code=code)],
            "children": [
                {
                    "area_type": smaller,
                    "count": count,
                    "href": f"{call.base}/areas?type={quote(smaller)}"
                    f"&within={quote(kind.code)}:{quote(code)}",
                }
                for smaller, count in reader.child_counts(kind.code, code=code)
            ],
        }
    )


def geometry(call: Call) -> Response:
    """Where the outlines of a kind of area are; with `format=geojson`, a redirect to them.

    Raises:
        AddressError: W205, there is no such kind of area; W209, it has no outlines.
    """
    kind = call.visit.area_type(call.path["type"])
    files = _files(call, kind)
    if not files:
        raise not_found("there are no outlines of these areas", code="W209", do="see /api/v1/tiles")
    wanted = call.asked["format"]
    if wanted in files:
        return RedirectResponse(files[wanted]["href"])
    return json_answer(
        {
            "release": call.visit.manifest.number,
            "area_type": kind.code,
            "crs": "EPSG:4326",
            "bounds": _bounds(call, kind),
            "files": files,
        }
    )


def tiles(call: Call) -> Response:
    """The PMTiles archive of every kind of area that has one."""
    kinds = [(kind, _files(call, kind).get("pmtiles")) for kind in call.visit.manifest.area_types]
    items = [
        {"area_type": kind.code, "layer": "areas", "bounds": _bounds(call, kind), **file}
        for kind, file in kinds
        if file
    ]
    return json_answer(
        {
            "release": call.visit.manifest.number,
            "count": len(items),
            "next": None,
            "items": items,
        }
    )


def _kind(call: Call, kind: ReleasedAreaType) -> Json:
    return {
        "code": kind.code,
        "title": kind.title,
        "plural": kind.plural,
        "short": kind.short,
        "count": kind.count,
        "areas": f"{call.base}/areas?type={quote(kind.code)}",
        "geometry": f"{call.base}/geometry/{quote(kind.code)}" if _files(call, kind) else None,
    }


def _in_short(call: Call, one: Area) -> Json:
    return {
        "area_type": one.area_type,
        "code": one.code,
        "name": one.name,
        "href": f"{call.base}/areas/{quote(one.area_type)}/{quote(one.code)}",
    }


def _files(call: Call, kind: ReleasedAreaType) -> dict[str, Json]:
    """Name -> address and media type of each file of the kind's shapes that is there."""
    folder = kind.artefact or ""
    there = {
        name: file for name, file in FILES.items() if call.visit.artefacts.file(folder, name=file)
    }
    return {
        name: {"href": artefact(folder, file=file), "media_type": KINDS[file]}
        for name, file in there.items()
    }


def _bounds(call: Call, kind: ReleasedAreaType) -> list[float] | None:
    """West, south, east, north in degrees."""
    about = call.visit.artefacts.file(kind.artefact or "", name="areas.json")
    found = json.loads(about.read_bytes()).get("bounds") if about else None
    return [float(one) for one in found] if found else None
