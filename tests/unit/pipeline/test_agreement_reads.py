"""Reads are counted by agreement and month, from the audit log, in months that are over."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hereabouts.govern.audit import AuditLog
from hereabouts.pipeline.agreement_reads import agreement_reads, months_before
from hereabouts.release.request import Reads

TODAY = date(2026, 11, 29)


def log(root: Path, day: str, times: int = 1, **said: str) -> None:
    moment = datetime.fromisoformat(f"{day} 12:00").replace(tzinfo=UTC)
    book = AuditLog(root, clock=lambda: moment)
    for _ in range(times):
        book.append(
            action=said.get("action", "data.read"),
            actor="person:1",
            object="product:a.b",
            outcome=said.get("outcome", "allowed"),
            detail={"relied_on": said.get("relied_on", "agreement:winter")},
            durable=False,
        )


def test_without_a_log_nothing_is_known(tmp_path: Path) -> None:
    assert agreement_reads(tmp_path, today=TODAY) == Reads()


def test_reads_and_views_that_an_agreement_allowed_are_counted_by_month(tmp_path: Path) -> None:
    log(tmp_path, "2026-09-30", 2)
    log(tmp_path, "2026-10-01", 3, action="data.view")
    log(tmp_path, "2026-10-31", 4)
    log(tmp_path, "2026-10-31", relied_on="agreement:other")
    log(tmp_path, "2026-10-31", relied_on="grant:7")
    log(tmp_path, "2026-10-31", outcome="refused")
    log(tmp_path, "2026-10-31", action="data.approve")
    log(tmp_path, "2026-11-01", 9)
    found = agreement_reads(tmp_path, today=TODAY)
    assert found.since == date(2026, 9, 30)
    assert found.counts == {
        "winter": {date(2026, 9, 1): 2, date(2026, 10, 1): 7},
        "other": {date(2026, 10, 1): 1},
    }


def test_the_month_that_runs_is_not_counted(tmp_path: Path) -> None:
    log(tmp_path, "2026-11-02", 6)
    assert agreement_reads(tmp_path, today=TODAY) == Reads(since=date(2026, 11, 2))


def test_a_year_is_looked_back_and_no_more(tmp_path: Path) -> None:
    log(tmp_path, "2025-10-31")
    log(tmp_path, "2025-11-01")
    found = agreement_reads(tmp_path, today=TODAY)
    assert found.counts == {"winter": {date(2025, 11, 1): 1}}
    assert found.since == date(2025, 10, 31)


@pytest.mark.parametrize(
    ("day", "count", "month"),
    [
        (date(2026, 11, 29), 0, date(2026, 11, 1)),
        (date(2026, 1, 31), 1, date(2025, 12, 1)),
        (date(2026, 3, 31), 12, date(2025, 3, 1)),
    ],
)
def test_months_are_counted_back_over_the_year(day: date, count: int, month: date) -> None:
    assert months_before(day, count) == month
