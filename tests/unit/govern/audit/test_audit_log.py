"""The audit log is only added to, and whoever alters it is found."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import GoverningError
from hereabouts.govern.audit import AuditLog, verify
from hereabouts.govern.audit.export import HEAD, copied, export
from hereabouts.govern.audit.files import day_files
from hereabouts.govern.audit.verify import covers

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
PRODUCT = "product:workforce.absence"


def write(root: Path, count: int, *, clock: Callable[[], datetime] = lambda: NOON) -> AuditLog:
    log = AuditLog(root, clock=clock)
    for number in range(count):
        log.append(
            action="data.read",
            actor="person:7",
            object=PRODUCT,
            outcome="allowed",
            detail={"nth": number},
        )
    return log


def lines(root: Path) -> list[bytes]:
    (path,) = day_files(root)
    return path.read_bytes().splitlines(keepends=True)


def rewrite(root: Path, changed: list[bytes]) -> None:
    (path,) = day_files(root)
    path.write_bytes(b"".join(changed))


def test_what_is_appended_is_read_back_in_order(tmp_path: Path) -> None:
    log = write(tmp_path, 3)
    assert [(one.number, one.detail["nth"]) for one in log.records()] == [(1, 0), (2, 1), (3, 2)]
    assert [one.object for one in log.records(action="data.")] == [PRODUCT] * 3
    assert not list(log.records(action="account."))
    assert not list(log.records(until=NOON.date() - timedelta(days=1)))


def test_only_its_keeper_may_read_the_file(tmp_path: Path) -> None:
    write(tmp_path, 1)
    assert day_files(tmp_path)[0].stat().st_mode & 0o077 == 0


def test_a_day_is_a_file_and_the_chain_goes_through_them(tmp_path: Path) -> None:
    write(tmp_path, 2)
    write(tmp_path, 2, clock=lambda: NOON + timedelta(days=1))
    assert [path.stem for path in day_files(tmp_path)] == ["2026-11-29", "2026-11-30"]
    assert verify(day_files(tmp_path)).records == 4
    assert verify(day_files(tmp_path)).holds


def test_a_clock_that_is_set_back_is_said_and_sets_nothing_back(tmp_path: Path) -> None:
    write(tmp_path, 1)
    write(tmp_path, 1, clock=lambda: NOON - timedelta(days=3))
    assert verify(day_files(tmp_path)).holds
    first, second = AuditLog(tmp_path).records()
    assert second.at == first.at
    assert second.detail["clock_set_back"] is True


def test_what_a_crash_left_unfinished_is_no_record(tmp_path: Path) -> None:
    write(tmp_path, 2)
    whole = lines(tmp_path)
    rewrite(tmp_path, [*whole, whole[1][:40]])
    write(tmp_path, 1)
    assert verify(day_files(tmp_path)).holds
    assert verify(day_files(tmp_path)).records == 3


def test_two_writers_make_one_chain(tmp_path: Path) -> None:
    threads = [threading.Thread(target=write, args=(tmp_path, 20)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verify(day_files(tmp_path)).records == 80
    assert verify(day_files(tmp_path)).holds


def test_a_record_edited_in_the_middle_is_found(tmp_path: Path) -> None:
    write(tmp_path, 5)
    kept = lines(tmp_path)
    rewrite(tmp_path, [*kept[:2], kept[2].replace(b"allowed", b"refused"), *kept[3:]])
    (fault,) = verify(day_files(tmp_path)).faults
    assert (fault.line, fault.problem) == (3, "the record was altered after it was written")


def test_a_record_edited_and_hashed_again_is_found_by_the_next(tmp_path: Path) -> None:
    write(tmp_path, 5)
    kept = lines(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    write(elsewhere, 2)
    forged = AuditLog(elsewhere, clock=lambda: NOON)
    forged.append(action="data.read", actor="person:8", object=PRODUCT)
    rewrite(tmp_path, [*kept[:2], lines(elsewhere)[2], *kept[3:]])
    (fault,) = verify(day_files(tmp_path)).faults
    assert (fault.line, fault.problem) == (4, "the record does not follow the one before")


@given(data=st.data(), count=st.integers(2, 6))
def test_any_change_to_the_file_but_its_end_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, count: int
) -> None:
    root = tmp_path_factory.mktemp("log")
    write(root, count)
    kept = lines(root)
    which = data.draw(st.integers(0, count - 2))
    place = data.draw(st.integers(0, len(kept[which]) - 2))
    byte = data.draw(st.integers(32, 126))
    changed = bytearray(kept[which])
    if changed[place] == byte:
        return
    changed[place] = byte
    rewrite(root, [*kept[:which], bytes(changed), *kept[which + 1 :]])
    assert not verify(day_files(root)).holds
    rewrite(root, [*kept[:which], *kept[which + 1 :]])
    assert not verify(day_files(root)).holds


def test_a_cut_end_is_found_by_a_copy_kept_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, 5)
    copy = tmp_path / "copy"
    exported = export(tmp_path, copy)
    assert (copy / HEAD).read_text("utf-8").split() == ["5", exported.log.head]
    rewrite(tmp_path, lines(tmp_path)[:3])
    assert verify(day_files(tmp_path)).holds
    fault = covers(day_files(tmp_path), copy=copied(copy))
    assert fault
    assert fault.line == 4
    with pytest.raises(GoverningError, match="does not hold this record") as refused:
        export(tmp_path, copy)
    assert refused.value.code == "G104"


def test_a_copy_is_brought_up_to_date_and_stands_alone(tmp_path: Path) -> None:
    write(tmp_path, 2)
    copy = tmp_path / "copy"
    export(tmp_path, copy)
    write(tmp_path, 1)
    assert [path.name for path in export(tmp_path, copy).written] == ["2026-11-29.jsonl"]
    assert not export(tmp_path, copy).written
    assert verify(copied(copy)).records == 3


def test_a_broken_log_is_not_exported(tmp_path: Path) -> None:
    write(tmp_path, 3)
    rewrite(tmp_path, lines(tmp_path)[1:])
    with pytest.raises(GoverningError, match="not in its place") as refused:
        export(tmp_path, tmp_path / "copy")
    assert refused.value.code == "G101"
    assert not (tmp_path / "copy").exists()


def test_a_record_too_long_to_find_again_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="too long"):
        AuditLog(tmp_path).append(action="a", actor="b", object="c", detail={"d": "x" * 20_000})
    assert not list(AuditLog(tmp_path).records())
