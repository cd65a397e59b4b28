"""One run: what is asked, what is remembered, and what is told."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from hereabouts.errors import ProjectError
from hereabouts.pipeline.keep_fresh.loop import Schedule, keep_fresh
from hereabouts.pipeline.keep_fresh.run_once import Report, run_once
from hereabouts.pipeline.progress import Silent
from tests.unit.pipeline.notices.receivers import Receiver, receiving

START = datetime.now(UTC)
YEAR = timedelta(days=366)


@pytest.fixture
def receiver(built: Path) -> Iterator[Receiver]:
    """A receiver of the built place's notices."""
    with receiving() as one:
        text = f"webhooks: [{{url: '{one.url}', allow_private_addresses: true}}]\n"
        (built / "notices.yml").write_text(text, encoding="utf-8")
        yield one


def run(place: Path, *, after: timedelta = timedelta(), stop: bool = False) -> Report:
    moment = START + after
    return keep_fresh(
        place,
        Schedule(every=None),
        stop=_set(stop),
        progress=Silent,
        said=lambda *_: None,
        clock=lambda: moment,
    )


def _set(stop: bool) -> Event:
    event = Event()
    if stop:
        event.set()
    return event


def told(receiver: Receiver) -> list[tuple[str, str]]:
    """Events and products since the last look."""
    said = [json.loads(body) for _, body in receiver.got]
    receiver.got.clear()
    return [(one["event"], one["product"]) for one in said]


def kept(place: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((place / ".hereabouts/run.json").read_text("utf-8"))
    return found


def test_an_unchanged_folder_is_fresh_and_says_nothing(built: Path, receiver: Receiver) -> None:
    report = run(built)
    assert (report.outcome, report.errors, told(receiver)) == ("fresh", (), [])
    assert kept(built)["last_run"]["asked"] == ["geography.area", "library.membership"]


def test_a_product_that_does_not_come_is_told_once_until_it_comes(
    built: Path, receiver: Receiver
) -> None:
    run(built)
    assert run(built, after=YEAR).rows["overdue"] == ["library.membership"]
    assert told(receiver) == [("overdue", "library.membership")]
    run(built, after=YEAR + timedelta(days=1))
    assert told(receiver) == []
    with (built / "inbox/membership.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert run(built).rows["overdue"] == []
    assert told(receiver) == [("recovered", "library.membership")]


def test_a_source_that_is_gone_fails_once_and_recovers_once(
    built: Path, receiver: Receiver
) -> None:
    path = built / "inbox/membership.csv"
    path.rename(path.with_suffix(".away"))
    assert [error.code for error in run(built).errors] == ["S101"]
    assert told(receiver) == [("failed", "library.membership")]
    run(built, after=timedelta(minutes=5))
    assert told(receiver) == []
    asked = kept(built)["asked"]["library.membership"]
    assert (asked["failures"], asked["code"]) == (2, "S101")
    path.with_suffix(".away").rename(path)
    run(built, after=timedelta(minutes=9))
    assert told(receiver) == [("recovered", "library.membership")]
    assert kept(built)["asked"]["library.membership"]["failures"] == 0


def test_what_breaks_its_contract_fails_and_is_not_asked_for_sooner(
    built: Path, receiver: Receiver
) -> None:
    path = built / "inbox/membership.csv"
    good = path.read_text("utf-8")
    path.write_text(good.replace("\n", "\nE99999999,1,1\n", 1), encoding="utf-8")
    assert run(built).outcome == "failed"
    assert told(receiver) == [("failed", "library.membership")]
    assert kept(built)["asked"]["library.membership"]["failures"] == 0
    path.write_text(good, encoding="utf-8")
    run(built)
    assert told(receiver) == [("recovered", "library.membership")]


def test_a_source_that_is_not_due_is_left_alone(built: Path) -> None:
    source = built / "products/library/membership/source.yml"
    source.write_text(source.read_text("utf-8") + "schedule: 1 d\n", encoding="utf-8")
    run(built)
    (built / "inbox/membership.csv").unlink()
    early = run(built, after=timedelta(hours=23))
    assert (early.outcome, early.rows["asked"]) == ("fresh", ["geography.area"])
    late = run(built, after=timedelta(hours=24))
    assert (late.outcome, late.rows["failed"]) == ("failed", ["library.membership"])


def test_a_run_that_is_stopped_makes_no_step_and_tells_nothing_new(
    new: Path,
) -> None:
    report = run(new, stop=True)
    assert (report.outcome, report.rows["made"]) == ("stopped", [])


def test_a_folder_that_cannot_be_read_is_tried_again_later(built: Path) -> None:
    (built / "place.yml").rename(built / "place.away")
    report = run(built)
    assert (report.outcome, report.kept.failures) == ("refused", 1)
    assert run(built).kept.failures == 2
    (built / "place.away").rename(built / "place.yml")
    assert run(built).kept.failures == 0


def test_what_cannot_be_sent_waits_for_the_next_run(
    built: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver.statuses = [404]
    report = run(built, after=YEAR)
    assert [error.code for error in report.errors] == ["P381"]
    assert report.rows["notices_waiting"] == 1
    told(receiver)
    receiver.statuses = [204]
    assert run(built, after=YEAR).rows["notices_sent"] == 1
    assert told(receiver) == [("overdue", "library.membership")]


def test_one_run_keeps_a_folder_fresh_at_a_time(built: Path) -> None:
    refused: list[str] = []

    def again(_report: Report, _following: object) -> None:
        with pytest.raises(ProjectError) as found:
            run(built)
        refused.append(found.value.code)

    keep_fresh(built, Schedule(every=None), stop=Event(), progress=Silent, said=again)
    assert refused == ["P383"]


def test_it_runs_again_and_again_until_it_is_stopped(built: Path) -> None:
    stop, outcomes = Event(), []

    def said(report: Report, following: datetime | None) -> None:
        outcomes.append(report.outcome)
        assert following
        assert kept(built)["next_run"] == following.isoformat(timespec="seconds")
        if len(outcomes) == 3:
            stop.set()

    every = Schedule(every=timedelta(milliseconds=20))
    keep_fresh(built, every, stop=stop, progress=Silent, said=said)
    assert outcomes == ["fresh"] * 3


def test_what_it_remembers_may_be_lost(built: Path) -> None:
    for text in ("", "[]", '{"asked": {"a": 1}}'):
        (built / ".hereabouts/run.json").write_text(text)
        report = run_once(built, progress=Silent(), stop=lambda: False, clock=lambda: START)
        assert report.outcome == "fresh"
