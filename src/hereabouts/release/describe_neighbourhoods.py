"""What release.json says of custom areas: who defined each, and what it is made of."""

import json
from typing import Any

from hereabouts.model.neighbourhood import DefinedBy
from hereabouts.model.place import Place
from hereabouts.release.request import ReleaseRequest

Json = dict[str, Any]


def describe_neighbourhoods(request: ReleaseRequest) -> list[Json]:
    """Each custom area, as it was made: a place without any has an empty list.

    `sha256` is of the codes of its members; `best_fit`, of one made of postcodes, says for every
    base area they lie in how many of its postcodes are the neighbourhood's.
    """
    made = json.loads(request.areas["place.areas"].facts.get("neighbourhoods", "[]"))
    return [_described(one, request.project.place) for one in made]


def _described(one: Json, place: Place) -> Json:
    said, way = _said(place, one["area_type"], one["code"])
    inside = [fit for fit in one["best_fit"] if fit["member"]]
    outside = [fit for fit in one["best_fit"] if not fit["member"]]
    shares = [fit["postcodes"] / fit["of"] for fit in inside]
    return {
        "area_type": one["area_type"],
        "code": one["code"],
        "owner": said.owner if said else "",
        "version": one["version"] or "",
        "valid_from": said.valid_from.isoformat() if said else None,
        "why": said.why if said else "",
        "members": one["members"],
        "sha256": one["sha256"],
        "way": way,
        "postcodes": sum(fit["postcodes"] for fit in one["best_fit"]),
        "postcodes_outside": sum(fit["postcodes"] for fit in outside),
        "least_share": round(min(shares), 4) if shares else None,
        "best_fit": one["best_fit"],
    }


def _said(place: Place, area_type: str, code: str) -> tuple[DefinedBy | None, str]:
    """Who defined it, and whether by a list, a product or postcodes."""
    for one in place.neighbourhoods:
        if (one.area_type, one.code) == (area_type, code):
            return one.defined_by, "postcodes" if one.postcodes else "list"
    kind = place.area_type(area_type)
    return kind.defined_by if kind else None, "product"
