"""What was kept long enough goes, everywhere, and a certificate says so."""

import json
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import GoverningError
from hereabouts.govern.audit import AuditLog
from hereabouts.govern.retention.certificate import Certificate
from hereabouts.govern.retention.due import Due, find_due
from hereabouts.govern.retention.holdings import Holdings, holdings
from hereabouts.govern.retention.marks import mark, secret_key
from hereabouts.govern.retention.run import Order, run_schedule, schedule_called
from hereabouts.model.policy import Audience
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import load
from hereabouts.release.reader import open_release
from tests.unit.govern.people_place import (
    ANNA,
    BEN,
    build_place,
    declare,
    scanned,
    schedule,
)

NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)
POLICY = "policies/retention/visits.yml"
HOLD = "policies/holds/claim.yml"


def opened(folder: Path) -> Holdings:
    return holdings(folder, load(folder))


def due(folder: Path, now: datetime = NOW) -> list[Due]:
    held = opened(folder)
    with held.session() as session:
        return list(find_due(held, session, held.project.schedules["visits"], now))


def run(folder: Path, *, leave_held: bool = False) -> Certificate | None:
    held = opened(folder)
    order = Order(by="Records manager", now=NOW, leave_held=leave_held)
    return run_schedule(held, schedule_called(held, "visits"), order)


def rows(folder: Path, product: str = "care.visits") -> list[tuple[object, ...]]:
    held = opened(folder)
    table = held.table(held.product(product))
    assert table is not None
    if not table.files:
        return []
    return duckdb.from_parquet(list(table.files)).order("all").fetchall()


def certified(folder: Path) -> Certificate:
    certificate = run(folder)
    assert certificate is not None
    return certificate


def test_what_is_due_is_what_was_counted_long_enough(people_place: Path) -> None:
    declare(people_place, POLICY, schedule())
    (found,) = due(people_place)
    assert (found.going.rows, found.going.of, found.since) == (1, 4, "2023-03-01")
    assert len(found.going.objects) == 1
    (found,) = due(people_place, datetime(2023, 2, 28, tzinfo=UTC))
    assert not found.going.anything
    (found,) = due(people_place, datetime(2023, 3, 1, tzinfo=UTC))
    assert found.going.rows == 1


def test_a_planted_row_is_in_no_byte_of_the_lake_afterwards(people_place: Path) -> None:
    declare(people_place, POLICY, schedule())
    before = scanned(people_place / ".hereabouts", "Plantedlongago")
    assert any("_delta_log" in path for path in before), "statistics hold values"
    assert any(path.startswith("objects/") for path in before)
    certificate = certified(people_place)
    # Anna was also seen lately, so her name stays; the day of the old visit does not.
    assert [row[2].isoformat() for row in rows(people_place)] == [  # type: ignore[attr-defined]
        "2025-03-01",
        "2026-02-01",
        "2026-03-01",
    ]
    assert scanned(people_place / ".hereabouts", "2015-03-01") == []
    assert certificate.verified
    assert certificate.content["products"][0]["rows"]["table"] == 1
    assert certificate.content["products"][0]["rows"]["bronze"] == 1


def test_a_whole_product_goes_when_it_is_counted_from_its_receipt(people_place: Path) -> None:
    declare(people_place, POLICY, schedule(keep="1 day", counted_from="received"))
    held = opened(people_place)
    later = Order(by="Records manager", now=datetime(2027, 11, 29, tzinfo=UTC))
    certificate = run_schedule(held, held.project.schedules["visits"], later)
    assert certificate is not None
    assert certificate.verified
    assert rows(people_place) == []
    lake = people_place / ".hereabouts/lake"
    for layer in ("bronze/care/visits", "silver/care/visits"):
        assert scanned(lake / layer, "Planted", ANNA, BEN) == []
    assert scanned(people_place / ".hereabouts/objects", "Planted") == []


def test_a_build_after_a_deletion_keeps_no_file_that_was_destroyed(people_place: Path) -> None:
    declare(people_place, POLICY, schedule())
    assert scanned(people_place / ".hereabouts/objects", "2015-03-01")
    certified(people_place)
    assert not (people_place / "products/care/visits/product.lock.yml").exists()
    build_place(people_place)
    assert scanned(people_place / ".hereabouts", "2015-03-01") == []
    assert len(rows(people_place)) == 3


def test_a_hold_refuses_the_whole_run_and_nothing_is_lost(people_place: Path) -> None:
    declare(people_place, POLICY, schedule())
    declare(
        people_place,
        HOLD,
        "why: Claim\nproducts: [care.visits]\nplaced_by: Solicitor\nplaced_on: 2026-02-01\n",
    )
    before = scanned(people_place / ".hereabouts", "Planted", "2015-03-01")
    with pytest.raises(GoverningError) as refused:
        run(people_place)
    assert str(refused.value) == (
        f"{HOLD}:1: schedule 'visits' would delete rows of care.visits that hold 'claim' protects;"
        " nothing was deleted [G131]\n  do: leave them, or ask Solicitor to lift the hold"
    )
    assert scanned(people_place / ".hereabouts", "Planted", "2015-03-01") == before
    assert len(rows(people_place)) == 4
    assert run(people_place, leave_held=True) is None
    (record,) = AuditLog(people_place).records(action="retention.")
    assert (record.outcome, record.detail["holds"]) == ("refused", ["claim"])


def test_a_hold_that_was_lifted_protects_nothing(people_place: Path) -> None:
    declare(people_place, POLICY, schedule())
    declare(
        people_place,
        HOLD,
        "why: Claim\nproducts: [care.visits]\nplaced_by: Solicitor\nplaced_on: 2026-02-01\n"
        "lifted_on: 2026-11-29\n",
    )
    assert certified(people_place).verified


def test_a_file_with_a_held_row_stays_until_the_hold_is_lifted(people_place: Path) -> None:
    """The rows that are not held go; the one file that holds both cannot be cut."""
    declare(people_place, POLICY, schedule())
    key = secret_key(opened(people_place).home)
    hold = (
        "why: Claim\nproducts: [care.visits]\nplaced_by: Solicitor\nplaced_on: 2026-02-01\n"
        f"rows: {{column: area_code, marks: [{mark(key, 'area_code', 'd003')}]}}\n"
    )
    declare(people_place, HOLD, hold)
    certificate = certified(people_place)
    assert len(rows(people_place)) == 3
    assert not certificate.verified
    assert certificate.content["left"][0] == (
        "1 received file of care.visits: a hold protects a row in it"
    )
    assert scanned(people_place / ".hereabouts/objects", "2015-03-01")
    assert run(people_place) is None
    declare(people_place, HOLD, hold + "lifted_on: 2026-11-29\n")
    certificate = certified(people_place)
    assert certificate.verified
    assert scanned(people_place / ".hereabouts", "2015-03-01") == []
    assert len(rows(people_place)) == 3


def test_rows_are_archived_before_they_are_deleted(people_place: Path, tmp_path: Path) -> None:
    text = schedule(then="archive") + f"archive_to: {tmp_path / 'archive'}\n"
    declare(people_place, POLICY, text)
    certificate = certified(people_place)
    kept = certificate.content["products"][0]["archived"]
    folder = Path(kept["folder"])
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    archived = duckdb.from_parquet(str(folder / "rows.parquet")).fetchall()
    assert [row[1] for row in archived] == ["Anna Plantedlongago"]
    assert (manifest["rows"], manifest["sha256"]) == (1, kept["sha256"])
    assert len(rows(people_place)) == 3


def test_an_archive_inside_the_project_is_refused(people_place: Path) -> None:
    declare(people_place, POLICY, schedule(then="archive") + "archive_to: docs\n")
    with pytest.raises(GoverningError, match="G133"):
        run(people_place)
    assert len(rows(people_place)) == 4


def test_an_archive_that_cannot_be_written_deletes_nothing(
    people_place: Path, tmp_path: Path
) -> None:
    (tmp_path / "full").write_text("no folder", "utf-8")
    declare(people_place, POLICY, schedule(then="archive") + f"archive_to: {tmp_path / 'full'}\n")
    with pytest.raises(GoverningError, match="G134"):
        run(people_place)
    assert len(rows(people_place)) == 4


def test_a_certificate_holds_no_value_and_the_audit_log_knows_its_hash(people_place: Path) -> None:
    declare(people_place, POLICY, schedule())
    certificate = certified(people_place)
    for path in (certificate.json_path, certificate.html_path):
        text = path.read_text("utf-8")
        assert "Planted" not in text
        assert ANNA not in text
        assert certificate.content["certificate"] in text
    *_, last = AuditLog(people_place).records(action="retention.")
    assert last.action == "retention.certified"
    assert last.detail["sha256"] == certificate.sha256
    log = "".join(
        p.read_text("utf-8") for p in (people_place / ".hereabouts/audit").glob("*.jsonl")
    )
    assert "Planted" not in log


def test_nothing_to_do_makes_no_certificate(people_place: Path) -> None:
    declare(people_place, POLICY, schedule(keep="50 y"))
    assert run(people_place) is None
    assert not (people_place / ".hereabouts/retention/certificates").exists()


def test_a_release_that_pins_a_version_is_named_and_stays(people_place: Path) -> None:
    release(open_workspace(people_place), audience=Audience.OPEN)
    bundle = people_place / ".hereabouts/releases/0001-open"
    assert scanned(bundle, "Planted", ANNA, BEN) == [], "a release holds figures and no rows"
    declare(people_place, POLICY, schedule())
    certificate = certified(people_place)
    assert [said for said in certificate.content["left"] if "release" in said] == [
        (
            "releases 1 were made from earlier versions of care.visits: they hold figures and no"
            " rows, stay readable, and cannot be made from its rows again"
        )
    ]
    opened_again = open_release(people_place, number=1, audience=Audience.OPEN)
    assert opened_again.manifest.number == 1


def test_a_hold_by_values_protects_those_rows_alone(people_place: Path) -> None:
    """In a product that is not personal, values may stand in the shared file."""
    contract = people_place / "products/care/visits/contract.odcs.yaml"
    text = contract.read_text("utf-8").replace("value: personal", "value: internal")
    contract.write_text(text, "utf-8")
    declare(people_place, POLICY, schedule())
    hold = (
        "why: Claim\nproducts: [care.visits]\nplaced_by: Solicitor\nplaced_on: 2026-02-01\n"
        "rows: {column: area_code, values: [d001]}\n"
    )
    declare(people_place, HOLD, hold)
    (found,) = due(people_place)
    assert [(one.hold.name, one.rows) for one in found.going.held] == [("claim", 1)]
    declare(people_place, HOLD, hold.replace("d001", "D002"))
    (found,) = due(people_place)
    assert found.going.held == ()
