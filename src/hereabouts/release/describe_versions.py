"""Each version of a contract that was released, and what it changed: a chain through releases.

A release says all that the one before it said, and one version more where a contract has changed.
So what it says of the past does not change when an older release is withdrawn.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hereabouts.model.policy import Audience

Json = dict[str, Any]
MOST_VERSIONS = 50
#: What of a column is compared, and how that is said.
_COMPARED = {"type": "type", "unit": "unit", "sensitivity": "sensitivity", "required": "required"}


def with_versions(
    products: list[Json], before: Mapping[str, Json], *, number: int, made_at: str
) -> list[Json]:
    """The products as they will be released, each with its versions, newest first.

    Args:
        products: as release.json will say them.
        before: the same of the release before, by id.
        number: of the release that is made.
        made_at: its moment.
    """
    return [_with(one, before.get(one["id"], {}), number, made_at) for one in products]


def products_before(releases: Path, *, audience: Audience, number: int) -> dict[str, Json]:
    """What the newest release before `number` says of products, by id; nothing where none is."""
    found = {
        int(folder.name.partition("-")[0]): folder
        for folder in releases.glob(f"[0-9]*-{audience.value}")
        if (folder / "release.json").is_file()
    }
    earlier = [one for one in found if one < number]
    if not earlier:
        return {}
    said = json.loads((found[max(earlier)] / "release.json").read_text("utf-8"))
    return {product["id"]: product for product in said["products"]}


def _with(product: Json, before: Json, number: int, made_at: str) -> Json:
    known = list(before.get("versions", ()))
    changes = list(_changes(before, product)) if before else []
    if known and known[0]["version"] == product["version"] and not changes:
        return product | {"versions": known}
    now = {
        "version": product["version"],
        "release": number,
        "released_at": made_at,
        "changes": changes,
    }
    return product | {"versions": [now, *known][:MOST_VERSIONS]}


def _changes(before: Json, after: Json) -> Iterator[str]:
    """In words: columns that came, went or mean something else; and how far it may travel."""
    old = {column["name"]: column for column in before["columns"]}
    new = {column["name"]: column for column in after["columns"]}
    yield from (f"column {name} is new" for name in new if name not in old)
    yield from (f"column {name} is gone" for name in old if name not in new)
    for name in (name for name in new if name in old):
        for key, words in _COMPARED.items():
            was, now = old[name].get(key), new[name].get(key)
            if key in old[name] and was != now:
                yield f"{words} of {name}: {_said(was)} before, {_said(now)} now"
    if before["sensitivity"] != after["sensitivity"]:
        yield f"sensitivity: {before['sensitivity']} before, {after['sensitivity']} now"


def _said(value: object) -> str:
    words = {True: "yes", False: "no", "": "none"}
    return words.get(value, str(value)) if isinstance(value, bool | str) else str(value)
