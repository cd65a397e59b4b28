"""A deletion that is killed anywhere is finished by the next, and loses nothing it should keep."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import GoverningError
from hereabouts.govern.retention import delete, erase, received, run
from hereabouts.govern.retention.holdings import holdings
from hereabouts.govern.retention.people import Keys
from hereabouts.govern.retention.run import Order, run_schedule
from hereabouts.lake.tables import Lake
from hereabouts.project import load
from tests.unit.govern.people_place import ANNA, BEN, declare, scanned, schedule

ORDER = Order(by="Records manager", now=datetime(2026, 11, 29, 10, tzinfo=UTC))
LATER = Order(by="Records manager", now=datetime(2026, 11, 29, 11, tzinfo=UTC))


class KilledError(BaseException):
    """What no handler of ours may catch, as a power cut is not caught."""


def killing(after: int, real: Callable[..., object]) -> Callable[..., object]:
    """The real thing, until it is called once too often."""
    calls = iter(range(after))

    def call(*arguments: object, **said: object) -> object:
        if next(calls, None) is None:
            raise KilledError
        return real(*arguments, **said)

    return call


@pytest.mark.parametrize(
    ("step", "after"),
    [("writes", 0), ("writes", 1), ("histories", 0), ("histories", 1), ("files", 0), ("end", 0)],
)
def test_a_run_that_is_killed_is_finished_by_the_next(
    people_place: Path, monkeypatch: pytest.MonkeyPatch, step: str, after: int
) -> None:
    declare(people_place, "policies/retention/visits.yml", schedule())
    held = holdings(people_place, load(people_place))
    rule = held.project.schedules["visits"]
    where: dict[str, tuple[object, str]] = {
        "writes": (Lake, "write"),
        "histories": (delete, "forget_history"),
        "files": (delete, "destroy"),
        "end": (run, "certify"),
    }
    target, name = where[step]
    with monkeypatch.context() as patched:
        patched.setattr(target, name, killing(after, getattr(target, name)))
        with pytest.raises(KilledError):
            run_schedule(held, rule, ORDER)
    certificate = run_schedule(held, rule, LATER)
    assert certificate is not None
    assert certificate.verified
    (product,) = certificate.content["products"]
    assert product["rows"]["table"] == 1
    assert len(product["files"]) == 1
    assert certificate.content["certificate"] == "20261129T100000Z"
    assert scanned(people_place / ".hereabouts", "2015-03-01") == []
    table = held.table(held.product("care.visits"))
    assert table is not None
    assert len(duckdb.from_parquet(list(table.files))) == 3
    assert run_schedule(held, rule, LATER) is None


def test_an_erasure_that_is_killed_goes_on_with_the_same_keys_alone(
    people_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = holdings(people_place, load(people_place))
    keys = Keys({"nhs_number": (ANNA,)})
    with monkeypatch.context() as patched:
        patched.setattr(delete, "destroy", killing(0, received.destroy))
        with pytest.raises(KilledError):
            erase.erase(held, keys, ORDER, reason="Request 12")
    with pytest.raises(GoverningError) as refused:
        erase.erase(held, Keys({"nhs_number": (BEN,)}), LATER, reason="Request 13")
    assert str(refused.value).startswith("a deletion was stopped before its end: erasure [G135]")
    certificate = erase.erase(held, keys, LATER, reason="Request 12")
    assert certificate.verified
    assert scanned(people_place / ".hereabouts", ANNA, "Plantedlongago") == []
    assert {one["rows"]["table"] for one in certificate.content["products"]} == {1, 2}


def test_a_run_that_is_killed_while_archiving_archives_again(
    people_place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = schedule(then="archive") + f"archive_to: {tmp_path / 'archive'}\n"
    declare(people_place, "policies/retention/visits.yml", text)
    held = holdings(people_place, load(people_place))
    rule = held.project.schedules["visits"]
    with monkeypatch.context() as patched:
        patched.setattr(run, "delete_rows", killing(0, delete.delete_rows))
        with pytest.raises(KilledError):
            run_schedule(held, rule, ORDER)
    certificate = run_schedule(held, rule, LATER)
    assert certificate is not None
    kept = certificate.content["products"][0]["archived"]
    assert len(duckdb.read_parquet(f"{kept['folder']}/rows.parquet")) == kept["rows"] == 1
