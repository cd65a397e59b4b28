"""`received`: corrections made, values mapped, markers set apart; bronze stays as it came."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import DataError, Location
from hereabouts.model.product import Column, LogicalType, Product, Source
from hereabouts.model.source import Correction
from hereabouts.pipeline.standardise import Part, standardise
from tests.unit.quality.small_contract import contract

AT = Location("source.yml", 1)
HEADINGS = ("code", "group", "persons")
ROWS = [
    (1, "E0800009", "Reg. N&M", "12"),
    (2, "E0800009", "Other", " * "),
    (3, "E1", "RN", ".."),
    ((1 << 48) + 1, "E2", "RN", "*"),
]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Session]:
    with session(tmp_path) as found:
        found.connection.execute(
            'create table bronze_rows (_row bigint, code varchar, "group" varchar, persons varchar)'
        )
        found.connection.executemany("insert into bronze_rows values (?, ?, ?, ?)", ROWS)
        yield found


def column(name: str, kind: LogicalType, marker_of: str | None = None) -> Column:
    return Column(name=name, type=kind, source_name=name, title=name, marker_of=marker_of, at=AT)


@pytest.fixture
def product(tmp_path: Path) -> Product:
    columns = (
        column("code", LogicalType.STRING),
        column("persons", LogicalType.INTEGER),
        column("persons_marker", LogicalType.STRING, "persons"),
    )
    return Product(
        domain="care", name="staff", contract=contract(*columns), folder=str(tmp_path), at=AT
    )


def way(**said: dict[str, object]) -> Source:
    return Source(kind="csv", location={}, options={}, at=AT, **said)  # type: ignore[arg-type]


FIRST = Part(
    "first",
    way(
        markers={"*": "[c]", "..": "[x]"}, values={"group": {"Reg. N&M": "Nurses", "RN": "Nurses"}}
    ),
)
SECOND = Part("second", way(markers={"*": "[z]"}))


def received(opened: Session, product: Product) -> list[tuple[object, ...]]:
    standardise(opened, product, bronze="bronze_rows", headings=HEADINGS, parts=[FIRST, SECOND])
    return opened.connection.sql("select * exclude (_row) from received order by _row").fetchall()


def test_markers_stand_beside_a_null_as_each_file_means_them(
    opened: Session, product: Product
) -> None:
    found = [(persons, marker) for *_, marker, persons in received(opened, product)]
    assert found == [("12", None), (None, "[c]"), (None, "[x]"), (None, "[z]")]


def test_values_are_mapped_as_each_supplier_means_them(opened: Session, product: Product) -> None:
    assert [row[1] for row in received(opened, product)] == ["Nurses", "Other", "Nurses", "RN"]


def correction(**said: object) -> Correction:
    usual: dict[str, object] = {
        "column": "code",
        "find": "E0800009",
        "becomes": "E08000009",
        "where": {},
        "file": "",
        "rows": None,
        "why": "told",
        "at": Location("corrections.yml", 2),
    }
    return Correction(**(usual | said))  # type: ignore[arg-type]


def test_a_correction_is_made_where_it_finds_the_fault(opened: Session, product: Product) -> None:
    told = replace(product, corrections=(correction(rows=2),))
    assert [row[0] for row in received(opened, told)][:2] == ["E08000009", "E08000009"]


def test_a_correction_can_be_of_one_row(opened: Session, product: Product) -> None:
    told = replace(product, corrections=(correction(where={"group": "Other"}, rows=1),))
    assert [row[0] for row in received(opened, told)][:2] == ["E0800009", "E08000009"]


@pytest.mark.parametrize(
    "said",
    [
        {"find": "E08000009"},  # the publisher has mended it
        {"rows": 1},  # there are two
        {"file": "second"},  # not in that file
        {"column": "Code"},
        {"where": {"nothing": "x"}},
    ],
)
def test_a_correction_that_finds_something_else_stops(
    opened: Session, product: Product, said: dict[str, object]
) -> None:
    told = replace(product, corrections=(correction(**said), correction(find="none such")))
    with pytest.raises(DataError) as refused:
        received(opened, told)
    assert refused.value.code == "Q311"
    assert refused.value.problem.count("corrections.yml:2") == 2
    assert "E0800009" not in str(refused.value)
