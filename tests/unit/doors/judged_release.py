"""A release of areas that are compared, grouped and watched over time, for tests of its pages.

Every comparison, limit and index in it is reckoned as a real release reckons it.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from hereabouts.indicators.compare import SURE, WORDS, compared
from hereabouts.model.indicator import Polarity
from hereabouts.statistics.intervals import Limits
from hereabouts.statistics.proportion import proportion
from hereabouts.statistics.slope_index import LOGIT, Fit, error_from_limits, slope_index
from tests.unit.doors.small_manifest import manifest
from tests.unit.doors.small_release import Row, write_database

SMOKING, SEEN = "health.smoking", "waits.seen"
DISTRICT, COUNTRY, ENGLAND = "district", "country", "england"
AREAS = {f"E07{i:06d}": f"District {i:02d}" for i in range(1, 43)}
HIDDEN = "E07000042"
YEARS = tuple(range(2016, 2026))
MONTHS = tuple((2024 + m // 12, m % 12 + 1) for m in range(24))
REBASE = date(2025, 1, 1)
TARGET = 75.0

Numbers = np.ndarray[Any, np.dtype[np.float64]]


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year + 1, 1, 1)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _rows(
    indicator: str, kind: str, codes: list[str], when: tuple[date, date], counts: Numbers,
    beside: Numbers | None = None,
) -> Iterator[Row]:  # fmt: skip
    """Observations of (count, size) pairs; compared where there is a benchmark."""
    found, sure = (
        proportion(counts[:, 0], counts[:, 1], multiplier=100, confidence=c) for c in (0.95, SURE)
    )
    words = ["" for _ in codes]
    if beside is not None:
        mark = np.full(len(codes), 100 * beside[0] / beside[1])
        inner, outer = Limits(found.lower, found.upper), Limits(sure.lower, sure.upper)
        words = [WORDS[i] for i in compared(inner, outer, mark, better=Polarity.LOWER)]
    for at, code in enumerate(codes):
        shown = (*counts[at], found.value[at], found.lower[at], found.upper[at])
        numbers = tuple(map(float, shown))
        marker = None
        if code == HIDDEN:
            numbers, marker, words[at] = (None,) * 5, "[c]", ""  # type: ignore[assignment]
        yield (indicator, kind, code, *when, "all", "all", *numbers, marker, words[at] or None)


def _smoking(year: int) -> Iterator[Row]:
    """Falling in every district, and more where people are worse off."""
    when, codes = _year(year), list(AREAS)
    size = np.array([400.0 + 45 * (7 * i % 42) for i in range(len(codes))])
    share = np.array([0.10 + 0.004 * (11 * i % 42) for i in range(len(codes))])
    share *= 1 - 0.03 * (year - YEARS[0])
    counts = np.stack([np.round(size * share), size], axis=1)
    england = np.array([[9_000.0 - 250 * (year - YEARS[0]), 50_000.0]])
    yield from _rows(SMOKING, DISTRICT, codes, when, counts, england[0])
    yield from _rows(SMOKING, COUNTRY, ["E92000001"], when, england)
    yield from _rows(SMOKING, ENGLAND, ["E92000001"], when, england)
    yield from _rows(SMOKING, "deprivation", [str(n) for n in range(1, 11)], when, _groups(year))


def _groups(year: int) -> Numbers:
    share = (0.30 - 0.02 * np.arange(10)) * (1 - 0.03 * (year - YEARS[0]))
    size = 4_500.0 + 100 * np.arange(10)
    return np.stack([np.round(size * share), size], axis=1)


def _seen(month: int) -> Iterator[Row]:
    """A process that shifts upwards at the rebase, with one very bad month in two districts."""
    when, codes = _month(*MONTHS[month]), list(AREAS)[:3]
    share = 0.62 + 0.01 * (5 * month % 7 - 3) + (0.12 if when[0] >= REBASE else 0)
    worse = np.array([0.0, 0.0, -0.2 if month == 23 else 0.0])
    size = np.full(3, 1_000.0)
    counts = np.stack([np.round(size * (share + worse)), size], axis=1)
    yield from _rows(SEEN, DISTRICT, codes, when, counts)


def _indicator(name: str, **facts: Any) -> dict[str, Any]:
    was: dict[str, Any] = manifest(1, "open", "")["indicators"][0]
    theme, short = name.split(".")
    said = {"id": name, "theme": theme, "name": short, "area_types": [DISTRICT, COUNTRY]}
    return was | said | {"notes": []} | facts


def _manifest() -> dict[str, Any]:
    said = manifest(1, "open", "A place that is judged")
    kinds = ((DISTRICT, "District", 42), (COUNTRY, "Country", 1))
    was = said["area_types"][0]
    plural = {"District": "Districts", "Country": "Countries"}
    said["area_types"] = [
        was | {"code": c, "title": t, "plural": plural[t], "short": t, "base": c == DISTRICT,
               "count": n, "artefact": None}
        for c, t, n in kinds
    ]  # fmt: skip
    said["place"]["home_area_type"] = DISTRICT
    said["benchmarks"] = [{"name": ENGLAND, "title": "England", "code": "E92000001"}]
    said["groups"] = [{"name": "deprivation", "title": "Deprivation tenth", "worst_first": True}]
    years = [
        {"label": str(y), "start": _year(y)[0].isoformat(), "end": _year(y)[1].isoformat()}
        for y in YEARS
    ]
    months = [
        {"label": f"{_month(*m)[0]:%b %Y}", "start": _month(*m)[0].isoformat(),
         "end": _month(*m)[1].isoformat()}
        for m in MONTHS
    ]  # fmt: skip
    said["indicators"] = [
        _indicator(
            SMOKING, title="Adults who smoke", short_title="Smoking", why="It kills.",
            better="lower", periods=years, compare_to=ENGLAND, inequality="deprivation",
        ),
        _indicator(
            SEEN, title="People seen within four hours", short_title="Seen within four hours",
            why="Waiting harms.", better="higher", periods=months, area_types=[DISTRICT],
            spc={"rebase": [REBASE.isoformat()], "target": TARGET},
        ),
    ]  # fmt: skip
    said["pages"][0]["indicators"] = [SMOKING, SEEN]
    counted = {"shown": 1, "hidden": 0, "not_available": 0}
    said["disclosure"]["by_indicator"] = [
        {"indicator": "health.smoking", "area_type": ENGLAND} | counted
    ]
    return said


def _inequalities(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "create table inequalities (indicator varchar, category varchar, period_start date, "
        "period_end date, slope double, slope_lower double, slope_upper double, ratio double, "
        "ratio_lower double, ratio_upper double)"
    )
    for year in YEARS:
        count, size = _groups(year).T
        found = proportion(count, size, multiplier=1, confidence=0.95)
        error = error_from_limits(found.lower, found.upper, scale=LOGIT)
        gap = slope_index(found.value, size, error, fit=Fit(scale=LOGIT, multiplier=-100.0))
        numbers = [float(number) for number in (*gap.slope, *gap.ratio)]
        con.execute(
            "insert into inequalities values (?, 'all', ?, ?, ?, ?, ?, ?, ?, ?)",
            [SMOKING, *_year(year), *numbers],
        )


def build_judged_release(root: Path) -> Path:
    """Write the release under `root` and return its folder."""
    folder = root / ".hereabouts" / "releases" / "0001-open"
    folder.mkdir(parents=True)
    rows = [row for year in YEARS for row in _smoking(year)]
    rows += [row for month in range(len(MONTHS)) for row in _seen(month)]
    areas: list[Row] = [(DISTRICT, code, name) for code, name in AREAS.items()]
    areas.append((COUNTRY, "E92000001", "England"))
    parents: list[Row] = [(DISTRICT, code, COUNTRY, "E92000001") for code in AREAS]
    write_database(folder / "serve.duckdb", rows=rows, areas=areas, parents=parents)
    with duckdb.connect(str(folder / "serve.duckdb")) as con:
        _inequalities(con)
    (folder / "release.json").write_text(json.dumps(_manifest()), encoding="utf-8")
    return folder
