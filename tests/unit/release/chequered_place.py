"""A made-up place of 50 small areas: a square of 49 with a hot corner, and an island."""

import json
from pathlib import Path
from typing import Any

from hereabouts.project import write_new

SIDE = 7
HOT = frozenset((row, column) for row in range(3) for column in range(3))
HIDDEN = (6, 0)  # where few are members
ISLAND = "E01999050"


def code_of(row: int, column: int) -> str:
    return f"E01999{row * SIDE + column + 1:03d}"


def write_place(folder: Path) -> None:
    """Write the folder: the blank starter, with more areas, hot spots and areas like others."""
    write_new(folder, starter="blank")
    squares = {code_of(r, c): (r, c) for r in range(SIDE) for c in range(SIDE)}
    features = [_feature(code, at) for code, at in {**squares, ISLAND: (20, 20)}.items()]
    collection = {"type": "FeatureCollection", "features": features}
    (folder / "inbox/areas.geojson").write_text(json.dumps(collection), "utf-8")
    lines = ["Area code,Residents,Members"]
    for code, at in squares.items():
        lines.append(f"{code},2000,{_members(*at)}")
    lines.append(f"{ISLAND},2000,400")
    (folder / "inbox/membership.csv").write_text("\n".join(lines) + "\n", "utf-8")
    _edit(folder / "products/geography/area/contract.odcs.yaml", "mustBe: 12", "mustBe: 50")
    _edit(folder / "indicators/library/members.yml", "better:", "hot_spots: yes\nbetter:")
    like = "similar_areas: {area_type: area, count: 3, indicators: [library.members]}\n"
    _edit(folder / "place.yml", "area_types:\n", like + "area_types:\n")


def _members(row: int, column: int) -> int:
    if (row, column) == HIDDEN:
        return 4
    return (900 if (row, column) in HOT else 300) + 10 * ((3 * row + 5 * column) % 7)


def _feature(code: str, at: tuple[int, int]) -> dict[str, Any]:
    west, south = 2 + at[1] / 10, 54 + at[0] / 10
    ring = [(0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1), (0, 0)]
    facts = {"area_code": code, "area_name": f"Square {code[-3:]}"}
    facts |= {"district_code": "E07999001", "district_name": "North Dogger"}
    shape = {"type": "Polygon", "coordinates": [[(west + x, south + y) for x, y in ring]]}
    return {"type": "Feature", "properties": facts, "geometry": shape}


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    if old not in text:
        raise AssertionError(f"{path} does not hold {old!r}")
    path.write_text(text.replace(old, new, 1), "utf-8")
