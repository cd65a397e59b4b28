"""News is told once to each who wants it, and what could not be sent waits."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hereabouts.model.notices import Event, Notices
from hereabouts.model.project import Project
from hereabouts.pipeline.notices.standing import Seen, news
from hereabouts.pipeline.notices.tell import Told, queued, tell
from hereabouts.pipeline.notices.trying import MOST_RUNS
from hereabouts.pipeline.notices.waiting import Memory, Waiting, read_memory, write_memory
from hereabouts.project import load
from tests.unit.pipeline.notices.receivers import AT, NOTICE, Receiver, receiving, webhook

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


@pytest.fixture
def project(new: Path, receiver: Receiver) -> Project:
    hook = webhook(receiver.url, events=(Event.OVERDUE, Event.RECOVERED))
    notices = Notices(webhooks=(hook,), mail=None, at=AT)
    return replace(load(new), notices=notices)


def told(project: Project, waiting: tuple[Waiting, ...]) -> tuple[Told, list[float]]:
    paused: list[float] = []
    return tell(project, waiting, sleep=paused.append, now=lambda: 0.0), paused


def seen(project: Project, *wrong: Event, code: str = "") -> list[Seen]:
    product = project.products["library.membership"]
    return [Seen(product=product, wrong=frozenset(wrong), due=NOW, code=code)]


def events(project: Project, before: set[Event], *wrong: Event) -> list[Event]:
    was = {"library.membership": frozenset(before)}
    return [n.event for n in news(seen(project, *wrong), before=was, place="A place", now=NOW)]


def test_a_fault_is_news_once_and_so_is_its_end(project: Project) -> None:
    overdue, failed, red = Event.OVERDUE, Event.FAILED, Event.RED
    assert events(project, set(), overdue) == [overdue]
    assert events(project, {overdue}, overdue) == []
    assert events(project, {overdue}, overdue, failed, red) == [failed, red]
    assert events(project, {overdue, failed}, overdue) == []
    assert events(project, {overdue}) == [Event.RECOVERED]
    assert events(project, set()) == []


def test_a_notice_says_what_to_do_and_names_no_value(project: Project) -> None:
    (notice,) = news(
        seen(project, Event.FAILED, code="S107"), before={}, place="Doggerland", now=NOW
    )
    assert notice.subject == "library.membership could not be made"
    assert notice.words == (
        "Library membership in Doggerland (library.membership) could not be made.\n"
        "What to do: run `hereabouts build` and mend what it reports; the last good version"
        " stands. `hereabouts explain S107` says more.\n"
        "\n"
        "Owner: libraries@example.org\n"
        "Place: Doggerland\n"
        "Seen: 2 March 2026, 09:30 UTC\n"
    )


def test_only_those_who_want_an_event_are_told(project: Project, receiver: Receiver) -> None:
    notices = [NOTICE, replace(NOTICE, event=Event.RED)]
    done, paused = told(project, queued(project, notices))
    assert (done.sent, done.waiting, paused) == (1, (), [])
    assert len(receiver.got) == 1


def test_a_silent_receiver_is_tried_thrice_and_then_waited_for(
    project: Project, receiver: Receiver
) -> None:
    receiver.statuses = [503]
    done, paused = told(project, queued(project, [NOTICE, replace(NOTICE, id="6")]))
    assert (len(receiver.got), paused) == (3, [1.0, 4.0])  # the second is not tried in vain
    assert [(one.notice.id, one.runs) for one in done.waiting] == [("5f1c", 1), ("6", 1)]
    receiver.statuses = [204]
    again, _ = told(project, done.waiting)
    assert (again.sent, again.waiting) == (2, ())
    assert [headers["Hereabouts-Delivery"] for headers, _ in receiver.got[3:]] == ["5f1c", "6"]


def test_what_was_refused_is_said_and_not_tried_again_in_this_run(
    project: Project, receiver: Receiver
) -> None:
    receiver.statuses = [404]
    done, paused = told(project, queued(project, [NOTICE]))
    assert ([problem.code for problem in done.problems], paused) == (["P381"], [])
    assert len(done.waiting) == 1


def test_nobody_is_waited_for_without_end(project: Project, receiver: Receiver) -> None:
    receiver.statuses = [503]
    (one,) = queued(project, [NOTICE])
    done, _ = told(project, (replace(one, runs=MOST_RUNS - 1),))
    assert (done.waiting, done.dropped) == ((), 1)


def test_who_is_no_longer_named_is_no_longer_told(project: Project, receiver: Receiver) -> None:
    waiting = queued(project, [NOTICE])
    nobody = replace(project, notices=None)
    assert told(nobody, waiting)[0] == Told(0, (), 0, ())
    assert receiver.got == []


def test_memory_lasts_between_runs_and_what_is_broken_is_forgotten(
    project: Project, tmp_path: Path
) -> None:
    memory = Memory({"a.b": frozenset({Event.RED})}, queued(project, [NOTICE]))
    write_memory(tmp_path, memory)
    assert read_memory(tmp_path) == memory
    for text in ("", "[]", '{"standing": {"a": ["late"]}, "waiting": []}', '{"standing": 1}'):
        (tmp_path / "notices.json").write_text(text)
        assert read_memory(tmp_path) == Memory({}, ())
