"""Three releases of one made-up place, and what came between them, for tests of changes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.unit.doors.small_manifest import manifest
from tests.unit.doors.small_release import Bundle, write_database

DISTRICT, REGION, ENGLAND = "district", "region", "england"
DISTRICTS = {f"E0700000{n:X}": f"District {n}" for n in range(1, 13)}
REGIONS = {"E12000001": "North"}
SEEN, OLD, NEW = "waits.seen", "waits.old", "waits.new"
MONTHS = tuple(
    (f"{date(2024 + n // 12, n % 12 + 1, 1):%b %Y}", date(2024 + n // 12, n % 12 + 1, 1),
     date(2024 + (n + 1) // 12, (n + 1) % 12 + 1, 1))
    for n in range(15)
)  # fmt: skip
RATE = 60.0


@dataclass(frozen=True)
class Figure:
    """One value with limits as far on each side as `give`."""

    value: float | None
    give: float = 20.0
    compared: str | None = "similar"
    marker: str | None = None


def usual(district: int, month: int) -> Figure:
    """Ups and downs between 60 and 61."""
    return Figure(RATE + ((district + month) % 2))


def build(root: Path, number: int, *, months: int, told: dict[tuple[int, int], Figure | None],
          indicators: Iterable[str] = (SEEN,), said: dict[str, Any] | None = None,
          audience: str = "open") -> Path:  # fmt: skip
    """Write one release.

    Args:
        root: the project's folder.
        number: of the release, made on that day of November.
        months: how many, from January 2024.
        told: (district, month), from 1 and 0 -> its figure, where that is not the usual; None
            for no row.
        indicators: names of those in the release.
        said: what is said of them otherwise.
        audience: whom it is for.
    """
    folder = root / ".hereabouts" / "releases" / f"{number:04d}-{audience}"
    folder.mkdir(parents=True)
    bundle = Bundle()
    for name in indicators:
        for month in range(_months(name, months)):
            for n, code in enumerate(DISTRICTS, start=1):
                special = told.get((n, month), usual(n, month)) if name == SEEN else usual(n, month)
                if special:
                    _add(bundle, name, code, month, special)
    areas = [(DISTRICT, code, name) for code, name in DISTRICTS.items()]
    areas += [(REGION, code, name) for code, name in REGIONS.items()]
    parents = [(DISTRICT, code, REGION, next(iter(REGIONS))) for code in DISTRICTS]
    write_database(folder / "serve.duckdb", rows=bundle.rows, areas=areas, parents=parents)
    described = _manifest(number, months, indicators, said or {}, audience)
    (folder / "release.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


def _months(name: str, months: int) -> int:
    """The others are there to come and to go: two months of them are enough."""
    return months if name == SEEN else 2


def _add(bundle: Bundle, name: str, code: str, month: int, figure: Figure) -> None:
    facts: dict[str, Any] = {"marker": figure.marker, "compared": figure.compared}
    if figure.value is not None:
        ends = max(0.0, figure.value - figure.give), min(100.0, figure.value + figure.give)
        facts["numbers"] = (figure.value * 10, 1000.0, figure.value, *ends)
    bundle.add(name, DISTRICT, code, period=MONTHS[month], **facts)


def hidden(marker: str = "[c]") -> Figure:
    return Figure(None, marker=marker, compared=None)


def _manifest(
    number: int, months: int, indicators: Iterable[str], said: dict[str, Any], audience: str
) -> dict[str, Any]:
    described = manifest(number, audience, "Waits in the north")
    pattern = described["indicators"][0]
    kinds = described["area_types"]
    described["area_types"] = [
        kinds[0] | {"code": DISTRICT, "title": "District", "plural": "Districts", "count": 12},
        kinds[2] | {"code": REGION, "title": "Region", "plural": "Regions", "count": 1},
    ]
    described["place"]["home_area_type"] = REGION
    described["benchmarks"] = [{"name": ENGLAND, "title": "England", "code": "E92000001"}]
    described["made_at"] = f"2026-11-{number:02d}T10:00:00+00:00"
    described["pages"] = []
    described["disclosure"]["by_indicator"] = []
    described["indicators"] = [
        pattern
        | {
            "id": name, "theme": "waits", "name": name.partition(".")[2],
            "title": f"{name} in time",
            "short_title": name, "area_types": [DISTRICT], "compare_to": ENGLAND, "notes": [],
            "spc": {"rebase": [], "target": None},
            "periods": [
                {"label": label, "start": start.isoformat(), "end": end.isoformat()}
                for label, start, end in MONTHS[: _months(name, months)]
            ],
        }
        | (said if name == SEEN else {})
        for name in indicators
    ]  # fmt: skip
    return described


#: What is not as usual in the first release, by district and month; month 13 is its newest.
FIRST: dict[tuple[int, int], Figure | None] = {
    (5, 13): hidden(),
    (7, 12): hidden("[x]"),
}
#: District 1 leaps, 2 falls behind England, 3 is revised, 4 is hidden, 5 is shown, 6 is first for
#: sure, 7 is there at last, 8 has other limits, 9 another marker.
SECOND: dict[tuple[int, int], Figure | None] = {
    (1, 14): Figure(80.0),
    (2, 14): Figure(60.0, compared="worse_95"),
    (3, 10): Figure(62.5),
    (4, 13): hidden(),
    (5, 13): Figure(61.0),
    (6, 14): Figure(99.0, give=0.4),
    (7, 12): Figure(60.5),
    (8, 9): replace(usual(8, 9), give=25.0),
    (9, 9): replace(usual(9, 9), marker="[e]"),
}


def build_changed_place(root: Path) -> Path:
    """Releases 1, 2 and 4 of the place: one was withdrawn, or is for another audience."""
    build(root, 1, months=14, told=FIRST, indicators=(SEEN, OLD))
    build(root, 2, months=15, told=SECOND, indicators=(SEEN, NEW))
    build(root, 4, months=15, told=SECOND, indicators=(SEEN, NEW), said={"unit": "per 100"})
    return root
