"""Somebody is erased: from every product, every byte, and from what comes next."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import GoverningError
from hereabouts.govern.audit import AuditLog
from hereabouts.govern.retention.certificate import Certificate
from hereabouts.govern.retention.erase import erase
from hereabouts.govern.retention.holdings import holdings
from hereabouts.govern.retention.marks import mark, secret_key
from hereabouts.govern.retention.people import Keys, key_columns, read_keys
from hereabouts.govern.retention.run import Order
from hereabouts.project import load
from tests.unit.govern.people_place import ANNA, BEN, CARA, VISITS, build_place, declare, scanned

NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)
ORDER = Order(by="Data protection officer", now=NOW)
SPACED = f"{ANNA[:3]} {ANNA[3:6]} {ANNA[6:]}"
HOLD = """why: Claim
products: [care.visits]
rows: {column: nhs_number, marks: [MARK]}
placed_by: Solicitor
placed_on: 2026-02-01
"""


def erased(folder: Path, *values: str) -> Certificate:
    held = holdings(folder, load(folder))
    return erase(held, Keys({"nhs_number": values}), ORDER, reason="Request 12")


def held_rows(folder: Path, product: str) -> list[tuple[object, ...]]:
    held = holdings(folder, load(folder))
    table = held.table(held.product(product))
    assert table is not None
    return duckdb.from_parquet(list(table.files)).order("all").fetchall()


def in_cells(folder: Path, value: str) -> list[str]:
    """The Parquet files below a folder with a cell that is the value."""
    found = []
    for path in folder.rglob("*.parquet"):
        rows = duckdb.read_parquet(str(path)).fetchall()
        if any(value in str(cell) for row in rows for cell in row):
            found.append(path.relative_to(folder).as_posix())
    return found


def test_a_person_is_in_no_byte_and_no_cell_afterwards(people_place: Path) -> None:
    home = people_place / ".hereabouts"
    before = {path.partition("/")[0] for path in scanned(home, ANNA, "Plantedlongago")}
    assert before == {"lake", "objects"}
    assert len(in_cells(home / "lake", ANNA)) >= 3
    certificate = erased(people_place, SPACED)
    assert scanned(home, ANNA, "Plantedlongago") == []
    assert in_cells(home / "lake", ANNA) == []
    assert in_cells(home / "lake", "Plantedlongago") == []
    assert certificate.verified
    assert [one["product"] for one in certificate.content["products"]] == [
        "care.last_visits",
        "care.visits",
    ]
    assert len(held_rows(people_place, "care.visits")) == 2
    assert len(held_rows(people_place, "care.last_visits")) == 2


def test_who_was_erased_does_not_come_back_with_the_same_file(people_place: Path) -> None:
    erased(people_place, ANNA)
    build_place(people_place)
    home = people_place / ".hereabouts"
    assert scanned(home, ANNA, "Plantedlongago") == []
    assert in_cells(home / "lake", ANNA) == []
    assert held_rows(people_place, "care.by_area") == [("D001", 1), ("D003", 1)]


def test_who_was_erased_does_not_come_back_with_the_next_file(people_place: Path) -> None:
    erased(people_place, ANNA)
    more = f"{VISITS}{SPACED},Anna Plantedlongago,2026-09-01,Nurse Onlooker,D001\n"
    more += f"{BEN},Ben Plantedlately,2026-10-01,Nurse Onlooker,D001\n"
    declare(people_place, "inbox/visits.csv", more)
    build_place(people_place)
    home = people_place / ".hereabouts"
    assert scanned(home, ANNA, SPACED, "Plantedlongago") == []
    assert in_cells(home / "lake", "Plantedlongago") == []
    assert len(held_rows(people_place, "care.visits")) == 3
    build_place(people_place)
    assert scanned(home, ANNA, SPACED) == []


def test_a_model_between_does_not_bring_them_back(people_place: Path) -> None:
    """Where a model stands between, only what it makes tells who is in a row."""
    model = people_place / "products/care/visits/model.sql"
    model.write_text(
        'select _row, "NHS number" as nhs_number, "Name" as name, "Seen on" as seen_on,'
        ' "Seen by" as seen_by, "Area" as area_code from received\n',
        "utf-8",
    )
    build_place(people_place)
    assert erased(people_place, ANNA).verified
    declare(
        people_place, "inbox/visits.csv", VISITS + f"{CARA},Cara Plantedtoo,2026-08-01,B,D003\n"
    )
    build_place(people_place)
    home = people_place / ".hereabouts"
    assert scanned(home, ANNA, "Plantedlongago") == []
    assert in_cells(home / "lake", "Plantedlongago") == []
    assert len(held_rows(people_place, "care.visits")) == 3


def test_a_person_who_is_only_in_an_earlier_version_is_erased_from_it(people_place: Path) -> None:
    without = "".join(line for line in VISITS.splitlines(keepends=True) if CARA not in line)
    declare(people_place, "inbox/visits.csv", without)
    build_place(people_place)
    home = people_place / ".hereabouts"
    assert scanned(home, CARA)
    assert erased(people_place, CARA).verified
    assert scanned(home, CARA, "Plantedtoo") == []
    assert in_cells(home / "lake", "Plantedtoo") == []


def test_a_held_person_is_not_erased(people_place: Path) -> None:
    key = secret_key(holdings(people_place, load(people_place)).home)
    declare(
        people_place, "policies/holds/claim.yml", HOLD.replace("MARK", mark(key, "nhs_number", BEN))
    )
    with pytest.raises(GoverningError, match="G131"):
        erased(people_place, ANNA, BEN)
    assert len(held_rows(people_place, "care.visits")) == 4
    assert not (people_place / ".hereabouts/retention/suppressed.jsonl").exists()
    certificate = erased(people_place, ANNA)
    assert len(held_rows(people_place, "care.visits")) == 2
    assert not certificate.verified, "the received file holds the row that is held"


def test_nothing_that_is_written_down_says_who_it_was(people_place: Path) -> None:
    certificate = erased(people_place, ANNA)
    for path in (people_place / ".hereabouts/retention").rglob("*"):
        assert path.is_dir() or ANNA not in path.read_text("utf-8"), path.name
    assert ANNA not in repr(Keys({"nhs_number": (ANNA,)}))
    assert "Plantedlongago" not in certificate.html_path.read_text("utf-8")
    (*_, record) = AuditLog(people_place).records(action="erasure.deleted")
    assert record.object == "product:care.visits"
    assert record.detail["rows"]["table"] == 2


def test_without_the_key_nobody_is_let_back_in(people_place: Path) -> None:
    erased(people_place, ANNA)
    (people_place / ".hereabouts/retention/key").unlink()
    with pytest.raises(GoverningError, match="G130"):
        build_place(people_place)
    with pytest.raises(GoverningError, match="G130"):
        erased(people_place, BEN)


def test_who_is_not_there_is_certified_to_be_not_there(people_place: Path) -> None:
    certificate = erased(people_place, "9990000999")
    assert certificate.verified
    assert certificate.content["products"] == []
    assert len(held_rows(people_place, "care.visits")) == 4


def test_a_field_is_shared_by_name_by_declaration_and_by_reference(people_place: Path) -> None:
    project = load(people_place)
    assert key_columns(project, "nhs_number") == {
        "care.visits": ("nhs_number",),
        "care.last_visits": ("person",),
    }
    assert set(key_columns(project, "area_code")) >= {"geography.area", "library.membership"}
    assert key_columns(project, "seen_by") == {}, "a column about a third party finds nobody"


def test_keys_are_read_from_a_file_and_never_repeated(people_place: Path, tmp_path: Path) -> None:
    project = load(people_place)
    path = tmp_path / "keys.csv"
    path.write_text(f"nhs_number\n{ANNA}\n {BEN} \n\n{ANNA}\n", "utf-8")
    assert read_keys(path, project).by_field == {"nhs_number": (ANNA, BEN)}
    path.write_text(f"{ANNA}\n{BEN}\n", "utf-8")
    with pytest.raises(GoverningError) as refused:
        read_keys(path, project)
    assert refused.value.code == "G139"
    assert ANNA not in str(refused.value)


@pytest.mark.parametrize("text", [b"", b"nhs_number\n", b"nhs_number\n\xff\xfe\n"])
def test_a_list_of_nobody_is_refused(people_place: Path, tmp_path: Path, text: bytes) -> None:
    (tmp_path / "keys.csv").write_bytes(text)
    with pytest.raises(GoverningError, match="G138"):
        read_keys(tmp_path / "keys.csv", load(people_place))
