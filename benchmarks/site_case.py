"""The case that every site of `site.py` shows: 1,000 made-up areas, two indicators, three years.

Every number is synthetic, from a seed. The project is the one that `hereabouts init` writes, with
other files in its inbox, a year in its contract, and a second indicator: it is built and released
by the command line.
"""

import csv
import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.serving import cli

COLUMNS, ROWS = 40, 25  # squares, of which 100 are a district
WEST, SOUTH, WIDE, HIGH = 1.0, 53.5, 0.02, 0.012  # degrees, in the North Sea
YEARS = (2023, 2024, 2025)
INDICATORS = {"members": "Library members", "borrowers": "Borrowers"}
SEED = 20261128
RESIDENTS = "\n      - name: residents_count"
YEAR = """
      - name: {name}
        physicalName: {physical}
        businessName: {physical}
        logicalType: date
        required: true{key}"""
BORROWERS = """
      - name: borrowers_count
        physicalName: Borrowers
        businessName: Borrowers
        logicalType: integer
        required: true
        logicalTypeOptions: {minimum: 0}
        customProperties:
          - {property: unit, value: people}"""

PAGE = """title: Library
lede: Made-up counts of made-up areas.
sections:
  - kind: map
    title: On a map
    indicators: [library.members, library.borrowers]
    area_types: [area]
  - kind: ranking
    title: In order
    indicators: [library.members, library.borrowers]
    area_types: [area]
"""


def make_place(folder: Path) -> None:
    """A project with one release of the case."""
    _run("init", str(folder))
    (folder / "inbox" / "areas.geojson").write_text(json.dumps(made_areas()), "utf-8")
    _write_counts(folder / "inbox" / "membership.csv")
    _change(
        folder / "products/geography/area/contract.odcs.yaml",
        {"{metric: rowCount, mustBe: 12,": f"{{metric: rowCount, mustBe: {COLUMNS * ROWS},"},
    )
    starts = YEAR.format(name="year_start", physical="From", key="\n        primaryKey: true")
    ends = YEAR.format(name="year_end", physical="Until", key="")
    _change(
        folder / "products/library/membership/contract.odcs.yaml",
        {RESIDENTS: f"{starts}{ends}{BORROWERS}{RESIDENTS}"},
    )
    members = folder / "indicators/library/members.yml"
    period = "period: {start_column: year_start, end_column: year_end}"
    _change(members, {"period: {label: 2025, start: 2025-01-01, end: 2026-01-01}": period})
    borrowers = members.read_text("utf-8").replace("members_count", "borrowers_count")
    borrowers = borrowers.replace("who are members of a library", "who borrowed a book")
    borrowers = borrowers.replace("Library members", "Borrowers")
    (folder / "indicators/library/borrowers.yml").write_text(borrowers, "utf-8")
    (folder / "pages/library.yml").write_text(PAGE, "utf-8")
    _run("build", "-C", str(folder))
    _run("release", "-C", str(folder))


def made_areas() -> dict[str, Any]:
    """The squares as GeoJSON."""
    return {"type": "FeatureCollection", "features": [_square(n) for n in range(COLUMNS * ROWS)]}


def _square(number: int) -> dict[str, Any]:
    row, column = divmod(number, COLUMNS)
    west, south = WEST + column * WIDE, SOUTH + row * HIGH
    east, north = west + WIDE, south + HIGH
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    district = number // 100
    facts = {
        "area_code": f"E01999{number:03d}",
        "area_name": f"Square {number:03d}",
        "district_code": f"E07999{district:03d}",
        "district_name": f"District {district}",
    }
    rounded = [[round(x, 4), round(y, 4)] for x, y in ring]
    shape = {"type": "Polygon", "coordinates": [rounded]}
    return {"type": "Feature", "properties": facts, "geometry": shape}


def made_counts() -> Iterator[tuple[str, int, int, int, int]]:
    """Code, year, residents, members and borrowers of every area and year."""
    chance = random.Random(SEED)  # noqa: S311  the same every time
    for number in range(COLUMNS * ROWS):
        residents, share = chance.randint(1_200, 2_400), chance.uniform(0.1, 0.4)
        for year in YEARS:
            members = round(residents * share * chance.uniform(0.9, 1.1))
            borrowers = round(members * chance.uniform(0.4, 0.9))
            yield f"E01999{number:03d}", year, residents, members, borrowers


def _write_counts(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Area code", "From", "Until", "Residents", "Members", "Borrowers"])
        for code, year, *counts in made_counts():
            writer.writerow([code, f"{year}-01-01", f"{year + 1}-01-01", *counts])


def write_for_rivals(folder: Path) -> None:
    """The same case as `values.csv`, with percentages worked out, and `areas.geojson`."""
    with (folder / "values.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["indicator", "year", "area_code", "area_name", "district", "value"])
        for code, year, residents, *counts in made_counts():
            number = int(code[-3:])
            for indicator, count in zip(INDICATORS.values(), counts, strict=True):
                named = f"Square {number:03d}", f"District {number // 100}"
                writer.writerow([indicator, year, code, *named, round(100 * count / residents, 1)])
    (folder / "areas.geojson").write_text(json.dumps(made_areas()), "utf-8")


def _change(path: Path, changes: dict[str, str]) -> None:
    text = path.read_text("utf-8")
    for before, after in changes.items():
        if before not in text:
            raise SystemExit(f"hereabouts init writes another {path.name} than this file knows")
        text = text.replace(before, after)
    path.write_text(text, "utf-8")


def _run(*words: str) -> None:
    made = subprocess.run(cli(*words), capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise SystemExit(f"hereabouts {' '.join(words)} failed:\n{made.stdout}{made.stderr}")
