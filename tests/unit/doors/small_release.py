"""A small, real release on disk, in the documented format, for tests of whatever reads one."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from hereabouts.model.observation import OBSERVATION_COLUMNS
from tests.unit.doors.small_manifest import (
    ARTEFACT,
    BASE,
    COUNTRIES,
    FIXED,
    HOME,
    ICBS,
    LSOAS,
    MINUTES,
    NURSES,
    TOP,
    WITHIN,
    YEARS,
    manifest,
)

Row = tuple[Any, ...]
#: One that became two, one of them elsewhere, on a day; and one in a year.
RETIRED: list[Row] = [
    ("E54000900", "E54000037", "2022-07-01"),
    ("E54000900", "E54000999", "2022-07-01"),
    ("E01999900", "E01000001", "2021"),
]


def lsoas() -> dict[str, tuple[str, str]]:
    """Code -> (name, ICB code)."""
    codes = list(ICBS)
    return {
        f"{'W' if codes[i % 5][0] == 'W' else 'E'}01{i:06d}": (
            f"Exeter {i:03d}A" if i else "Ynys Môn <001A>",
            codes[i % 5],
        )
        for i in range(LSOAS)
    }


@dataclass
class Bundle:
    """Rows in the making."""

    rows: list[Row] = field(default_factory=list)

    def add(self, indicator: str, kind: str, code: str, **facts: Any) -> None:
        """One observation; `marker` alone makes every number null."""
        _label, start, end = facts["period"]
        numbers = facts.get("numbers", (None,) * 5)
        breakdown, category = facts.get("category", ("all", "all"))
        self.rows.append(
            (
                *(indicator, kind, code, start, end, breakdown, category),
                *(*numbers, facts.get("marker"), facts.get("compared")),
            )
        )


def _share(numerator: float, denominator: float) -> tuple[float, ...]:
    value = 100 * numerator / denominator
    return numerator, denominator, value, value - 4.0, min(100.0, value + 4.0)


def _fill(bundle: Bundle) -> None:
    for i, code in enumerate(ICBS):
        _fill_access(bundle, i, code)
        _fill_staff(bundle, i, code)
    for i, (code, (_name, icb)) in enumerate(lsoas().items()):
        if icb[0] == "W":
            bundle.add(WITHIN, BASE, code, period=FIXED, marker="[x]")
        elif i % 9 == 1:
            bundle.add(WITHIN, BASE, code, period=FIXED, marker="[c]")
        else:
            bundle.add(WITHIN, BASE, code, period=FIXED, numbers=_share(10 + 5 * (i % 15), 80))
    bundle.add(WITHIN, TOP, "E92000001", period=FIXED, numbers=(600.0, 1000.0, 60.0, 57.0, 63.0))
    bundle.add(WITHIN, TOP, "W92000004", period=FIXED, marker="[x]")
    bundle.add(MINUTES, TOP, "E92000001", period=FIXED, numbers=(None, None, 25.5, None, None))
    bundle.add(MINUTES, TOP, "W92000004", period=FIXED, marker="[z]")
    for year, period in enumerate(YEARS):
        count = float(9000 + 150 * year)
        numbers = (count, None, count, None, None)
        bundle.add(NURSES, TOP, "E92000001", period=period, numbers=numbers)


def _fill_access(bundle: Bundle, i: int, code: str) -> None:
    if code[0] == "W":
        bundle.add(WITHIN, HOME, code, period=FIXED, marker="[x]")
        bundle.add(MINUTES, HOME, code, period=FIXED, marker="[z]")
        return
    bundle.add(WITHIN, HOME, code, period=FIXED, numbers=_share(100 + 50 * (i % 3), 250))
    mean = (None, None, 20.25 + 7.5 * i, None, None)
    bundle.add(MINUTES, HOME, code, period=FIXED, numbers=mean)


def _fill_staff(bundle: Bundle, i: int, code: str) -> None:
    for year, period in enumerate(YEARS):
        if code == "E54000036":
            bundle.add(NURSES, HOME, code, period=period, marker="[c]")
            continue
        count = float(1200 + 400 * i + 25 * year)
        bundle.add(NURSES, HOME, code, period=period, numbers=(count, None, count, None, None))
        for share, sex in ((0.75, "Female"), (0.25, "Male")):
            part = (count * share, None, count * share, None, None)
            bundle.add(NURSES, HOME, code, period=period, category=("sex", sex), numbers=part)


def _database(path: Path) -> None:
    bundle = Bundle()
    _fill(bundle)
    areas: list[Row] = [(BASE, code, name) for code, (name, _icb) in lsoas().items()]
    areas += [(HOME, code, name) for code, name in ICBS.items()]
    areas += [(TOP, code, name) for code, name in COUNTRIES.items()]
    top = {"E": "E92000001", "W": "W92000004"}
    parents: list[Row] = [(BASE, code, HOME, icb) for code, (_name, icb) in lsoas().items()]
    parents += [(BASE, code, TOP, top[icb[0]]) for code, (_name, icb) in lsoas().items()]
    parents += [(HOME, code, TOP, top[code[0]]) for code in ICBS]
    write_database(path, rows=bundle.rows, areas=areas, parents=parents)
    with duckdb.connect(str(path)) as con:
        con.execute("create table retired_areas (code varchar, became varchar, since varchar)")
        con.executemany("insert into retired_areas values (?, ?, ?)", RETIRED)


def take_totals_away(folder: Path, indicator: str) -> None:
    """Leave of an indicator in a release's folder its categories alone."""
    with duckdb.connect(str(folder / "serve.duckdb")) as writing:
        writing.execute(
            "delete from observations where breakdown = 'all' and indicator = ?", [indicator]
        )


def write_database(path: Path, *, rows: list[Row], areas: list[Row], parents: list[Row]) -> None:
    """Write serve.duckdb: observations, areas of (type, code, name), and parents."""
    columns = ", ".join(f"{name} {kind}" for name, kind in OBSERVATION_COLUMNS)
    marks = ", ".join("?" * len(OBSERVATION_COLUMNS))
    with duckdb.connect(str(path)) as con:
        con.execute(f"create table unsorted ({columns})")
        con.executemany(f"insert into unsorted values ({marks})", rows)
        con.execute(
            "create table observations as from unsorted order by indicator, area_type, "
            "period_start, breakdown, category, area_code"
        )
        con.execute(
            "create table observations_by_area as from unsorted order by area_type, area_code"
        )
        con.execute("drop table unsorted")
        con.execute("create table listed (area_type varchar, area_code varchar, area_name varchar)")
        con.executemany("insert into listed values (?, ?, ?)", areas)
        con.execute(
            "create table areas as select *, row_number() over (partition by area_type "
            "order by area_code)::integer as number from listed"
        )
        con.execute("drop table listed")
        con.execute(
            "create table parents (area_type varchar, area_code varchar, parent_type varchar, "
            "parent_code varchar)"
        )
        con.executemany("insert into parents values (?, ?, ?, ?)", parents)


def _artefact(folder: Path) -> None:
    """Five areas in a row, each a square: raster, names, tiles and outlines."""
    folder.mkdir(parents=True)
    ids = np.zeros((40, 60, 3), dtype=np.uint8)
    features = []
    for number, (code, name) in enumerate(ICBS.items(), start=1):
        left = 5 + 10 * (number - 1)
        ids[10:30, left : left + 10, 2] = number
        west, east = (-5.0 + number, -4.0 + number)
        ring = [[west, 50.0], [east, 50.0], [east, 51.0], [west, 51.0], [west, 50.0]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        facts = {"area_code": code, "area_name": name}
        features.append({"type": "Feature", "properties": facts, "geometry": shape})
    Image.fromarray(ids).save(folder / "ids.webp", lossless=True, exact=True)
    areas = {
        "codes": list(ICBS),
        "names": list(ICBS.values()),
        "width": 60,
        "height": 40,
        "bounds": [-4.0, 50.0, 1.0, 51.0],
        "mercator": [-445277.0, 6446275.0, 111319.0, 6621293.0],
    }
    (folder / "areas.json").write_text(json.dumps(areas))
    collection = {"type": "FeatureCollection", "features": features}
    (folder / "areas.geojson").write_text(json.dumps(collection))
    with (folder / "areas.pmtiles").open("wb") as file:
        writer: Any = Writer(file)  # type: ignore[no-untyped-call]  # pmtiles has no types
        writer.write_tile(zxy_to_tileid(0, 0, 0), b"\x1a\x00")
        writer.finalize(
            {
                "tile_type": TileType.MVT,
                "tile_compression": Compression.NONE,
                "min_zoom": 0,
                "max_zoom": 0,
                "min_lon_e7": -40000000,
                "min_lat_e7": 500000000,
                "max_lon_e7": 10000000,
                "max_lat_e7": 510000000,
                "center_zoom": 0,
                "center_lon_e7": 0,
                "center_lat_e7": 505000000,
            },
            {"vector_layers": [{"id": "areas", "fields": {}}]},
        )


def build_small_release(
    root: Path, *, number: int = 1, audience: str = "open", title: str = "Stroke care in two lands"
) -> Path:
    """Write one release under `root` and return its folder."""
    folder = root / ".hereabouts" / "releases" / f"{number:04d}-{audience}"
    folder.mkdir(parents=True)
    _database(folder / "serve.duckdb")
    artefact = root / ".hereabouts" / "artefacts" / ARTEFACT
    if not artefact.is_dir():
        _artefact(artefact)
    said = manifest(number, audience, title)
    (folder / "release.json").write_text(json.dumps(said), encoding="utf-8")
    return folder
