"""Whatever a small place counts, no small count of it is released, in any column of any row."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.errors import Location
from hereabouts.indicators.observe import observe
from hereabouts.indicators.setting import Setting
from hereabouts.model.indicator import Indicator, Measure, Method, PeriodOf, Polarity
from hereabouts.model.observation import OBSERVATION_COLUMNS
from hereabouts.model.place import AreaType, Look, Place
from hereabouts.model.policy import Audience
from hereabouts.model.project import Project
from hereabouts.model.table import TableVersion
from hereabouts.release.protect import protect
from hereabouts.release.request import ReleaseRequest
from tests.unit.disclosure.small_counts import NHS

AT = Location("indicators/health/near.yml")
NOTHING = TableVersion(name="observations", version=0, files=(), columns={})
AREA_TYPES = ("area", "district")


class Row(NamedTuple):
    """What a product holds for one area and sex. None is missing, and missing is not zero."""

    area: str
    district: str
    sex: str
    people: int | None
    near: int | None


class Shown(NamedTuple):
    """A released row: what it is about, then its numbers."""

    area_type: str
    area: str
    category: str
    numerator: float | None
    denominator: float | None
    value: float | None
    lower: float | None
    upper: float | None
    marker: str | None


@st.composite
def places(draw: st.DrawFn) -> list[Row]:
    """One to six areas in two districts, with counts near the edges of the policy."""
    counts = st.integers(0, 9) | st.integers(0, 60) | st.integers(0, 10**6)
    rows = []
    for number in range(draw(st.integers(1, 6))):
        district = draw(st.sampled_from(["D1", "D2"]))
        for sex in draw(st.sampled_from([("F", "M"), ("F",), ()])):
            one, other = draw(counts), draw(counts)
            missing = draw(st.integers(0, 9)) == 0
            people = None if missing else max(one, other)
            rows.append(Row(f"A{number}", district, sex, people, min(one, other)))
    return rows


def indicator(method: Method, breakdown: str | None, *, of_all: bool) -> Indicator:
    people = Measure(product="health.near", sum="people", where=None, of_all=of_all)
    return Indicator(
        theme="health",
        name="near",
        title="People near a unit",
        short_title="Near",
        why="a property",
        method=method,
        numerator=Measure(product="health.near", sum="near", where=None),
        denominator=None if method is Method.COUNT else people,
        area_type="area",
        area_column="area",
        period=PeriodOf(label="2025", start=date(2025, 1, 1), end=date(2026, 1, 1)),
        breakdown=breakdown,
        multiplier=1.0 if method is Method.COUNT else 100.0,
        unit="percent",
        decimals=1,
        better=Polarity.HIGHER,
        area_types=AREA_TYPES,
        policy=NHS.name,
        missing_areas_at_most=0.0,
        confidence=0.95,
        at=AT,
    )


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    method = draw(st.sampled_from([one for one in Method if not one.by_age]))
    breakdown = draw(st.sampled_from([None, "sex"]))
    of_all = breakdown is not None and method is not Method.COUNT and draw(st.booleans())
    return indicator(method, breakdown, of_all=of_all)


def area_type(code: str) -> AreaType:
    return AreaType(
        code=code,
        title=code,
        plural=code,
        short=code,
        product=None,
        code_column="",
        name_column="",
        base=code == "area",
        parents={},
        at=AT,
    )


def request(said: Indicator) -> ReleaseRequest:
    place = Place(
        title="A place",
        description="",
        area_types=tuple(map(area_type, AREA_TYPES)),
        neighbourhoods=(),
        home_area_type="district",
        look=Look(),
        at=AT,
    )
    project = Project(
        root="/nowhere",
        place=place,
        products={},
        indicators={said.id: said},
        policies={NHS.name: NHS},
        pages={},
    )
    return ReleaseRequest(
        project=project,
        audience=Audience.OPEN,
        observations=NOTHING,
        areas={},
        products={},
        artefacts={},
        receipts={},
        declared="",
        releases=Path("/nowhere"),
        scratch=Path("/nowhere"),
    )


EMPTY = (
    "select "
    + ", ".join(f"cast(null as {kind}) as {name}" for name, kind in OBSERVATION_COLUMNS)
    + " where false"
)


@contextmanager
def observed(rows: Sequence[Row], said: Indicator) -> Iterator[duckdb.DuckDBPyConnection]:
    """The exact observations of a place, as a build makes them."""
    areas = sorted({(row.area, row.district) for row in rows} | {("A0", "D1")})
    districts = dict(areas)
    members = [("area", area, area) for area in districts]
    members += [("district", district, area) for area, district in districts.items()]
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("create schema place; create schema health")
        connection.execute(
            "create table place.members (area_type varchar, area_code varchar, base_code varchar)"
        )
        connection.executemany("insert into place.members values (?, ?, ?)", members)
        connection.execute(
            "create table place.areas as select distinct area_type, area_code,"
            " area_code as area_name, 1 as number from place.members"
        )
        connection.execute("create view members as from place.members")
        connection.execute(
            "create table health.near"
            " (area varchar, district varchar, sex varchar, people bigint, near bigint)"
        )
        if rows:
            connection.executemany("insert into health.near values (?, ?, ?, ?, ?)", rows)
        for block in observe(connection, [said], setting=Setting(base_type="area")):
            connection.execute(f"create table if not exists observations as {EMPTY}")
            block.insert_into("observations")
        yield connection


def released(connection: duckdb.DuckDBPyConnection, said: Indicator) -> list[Shown]:
    protect(connection, request(said))
    found = connection.sql(
        "select area_type, area_code, category, numerator, denominator, value, lower, upper,"
        " marker from protected"
    ).fetchall()
    return [Shown(*row) for row in found]


def exact(
    rows: Sequence[Row], said: Indicator, one: Shown
) -> tuple[list[int | None], list[int | None]]:
    """Numerators and denominators behind one released row, counted without the engine."""
    inside = [row for row in rows if one.area in (row.area, row.district)]
    mine = [row for row in inside if one.category in ("all", row.sex)]
    of_all = said.denominator is not None and said.denominator.of_all
    return [row.near for row in mine], [row.people for row in (inside if of_all else mine)]


def few(counts: Sequence[int | None]) -> bool:
    whole = [count for count in counts if count is not None]
    return len(whole) == len(counts) and 1 <= sum(whole) <= NHS.suppress_to


@settings(max_examples=25, deadline=None)
@given(places(), indicators())
def test_no_small_count_is_released_and_no_number_stands_beside_a_marker(
    rows: list[Row], said: Indicator
) -> None:
    with observed(rows, said) as connection:
        shown = released(connection, said)
    for one in shown:
        check(one, exact(rows, said, one), said)


def check(
    one: Shown, behind: tuple[Sequence[int | None], Sequence[int | None]], said: Indicator
) -> None:
    numbers = one[3:8]
    if one.marker is not None:
        assert numbers == (None,) * 5
    for count in (one.numerator, one.denominator):
        assert count is None or count == 0 or count > NHS.suppress_to
        assert count is None or count % NHS.round_to == 0
    near, people = behind
    if one.marker != "[x]":
        small = few(near) and said.method is not Method.MEAN
        small |= few(people) and said.method is not Method.COUNT
        assert (one.marker == "[c]") if small else True


@settings(max_examples=15, deadline=None)
@given(places(), indicators())
def test_every_area_has_a_row_of_every_kind_whatever_is_hidden(
    rows: list[Row], said: Indicator
) -> None:
    """What is hidden is there with its marker: a row that is left out would say which it was."""
    with observed(rows, said) as connection:
        before: list[Any] = connection.sql(
            "select area_type, area_code, category from observations order by all"
        ).fetchall()
        shown = released(connection, said)
    assert sorted(one[:3] for one in shown) == before
