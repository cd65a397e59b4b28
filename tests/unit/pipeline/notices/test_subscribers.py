"""Subscribers are told of open releases, and nothing they do touches one."""

import hashlib
import hmac
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from hereabouts.lake.layout import Layout
from hereabouts.lake.tables import Lake
from hereabouts.model.notices import Notices, Subscriber, Telling
from hereabouts.pipeline.notices.subscribers import (
    NOBODY,
    PAUSES,
    SubscribersTold,
    tell_subscribers,
)
from hereabouts.pipeline.notices.trying import MOST_RUNS
from hereabouts.pipeline.runs import RUNS
from hereabouts.pipeline.workspace import Workspace
from hereabouts.project import load
from tests.unit.doors.changed_place import build_changed_place
from tests.unit.pipeline.notices.receivers import AT, Receiver, receiving

SITE = "https://data.example.org"
BOTH = tuple(Telling)


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    monkeypatch.setenv("SUBSCRIBER_SECRET", "a long secret")
    with receiving() as one:
        yield one


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Releases 1, 2 and 4; to be copied, never changed."""
    return build_changed_place(tmp_path_factory.mktemp("changed"))


@pytest.fixture
def workspace(new: Path, changed: Path) -> Workspace:
    """A project with releases 1, 2 and 4 and nobody to tell."""
    shutil.copytree(changed, new, dirs_exist_ok=True)
    return Workspace(load(new), Layout(new), Lake(Layout(new).lake))


def subscriber(url: str, **said: object) -> Subscriber:
    plain = Subscriber(
        url=url,
        url_env="",
        secret_env="SUBSCRIBER_SECRET",  # noqa: S106  a variable's name
        allow_private=True,
        events=BOTH,
        at=AT,
    )
    return replace(plain, **said)  # type: ignore[arg-type]


def with_(workspace: Workspace, *subscribers: Subscriber) -> Workspace:
    notices = Notices(webhooks=(), mail=None, at=AT, subscribers=subscribers, site=SITE)
    return replace(workspace, project=replace(workspace.project, notices=notices))


def told(workspace: Workspace, number: int | None) -> tuple[SubscribersTold, list[float]]:
    paused: list[float] = []
    found = tell_subscribers(workspace, number, sleep=paused.append, now=lambda: 1_772_443_800.0)
    return found, paused


def bodies(receiver: Receiver) -> list[dict[str, object]]:
    return [json.loads(body) for _headers, body in receiver.got]


def test_a_release_and_its_signals_are_told_with_addresses_and_without_values(
    workspace: Workspace, receiver: Receiver
) -> None:
    found, _ = told(with_(workspace, subscriber(receiver.url)), 2)
    assert (found.sent, found.waiting, found.problems) == (2, 0, ())
    release, signals = bodies(receiver)
    assert (release["event"], release["release"], release["since"]) == ("release", 2, 1)
    assert release["page"] == f"{SITE}/r/2/changes?since=1"
    assert signals["event"] == "signals"
    assert signals["signals_in_all"] == 4
    assert signals["signals"][0] == {  # type: ignore[index]
        "rule": "spc",
        "indicator": "waits.seen",
        "area_type": "district",
        "area_code": "E07000001",
        "period_start": "2025-03-01",
        "page": f"{SITE}/r/2/area/district/E07000001/changes?since=1",
    }
    assert b"80.0" not in receiver.got[1][1]


def test_what_is_sent_is_signed(workspace: Workspace, receiver: Receiver) -> None:
    told(with_(workspace, subscriber(receiver.url)), 2)
    headers, body = receiver.got[0]
    expected = hmac.new(b"a long secret", b"1772443800." + body, hashlib.sha256).hexdigest()
    assert headers["Hereabouts-Signature"] == f"v1={expected}"
    assert headers["Hereabouts-Event"] == "release"
    assert headers["Hereabouts-Delivery"] == "2-release-20261102T100000"


@pytest.mark.parametrize(
    ("number", "events", "sent"),
    [
        (1, BOTH, ["release"]),  # nothing before it to signal beside
        (4, BOTH, ["release"]),  # it signals nothing
        (2, (Telling.SIGNALS,), ["signals"]),
        (4, (Telling.SIGNALS,), []),
        (None, BOTH, []),  # no new release
    ],
)
def test_each_is_told_what_it_asked_for_and_no_more(
    workspace: Workspace,
    receiver: Receiver,
    number: int | None,
    events: tuple[Telling, ...],
    sent: list[str],
) -> None:
    told(with_(workspace, subscriber(receiver.url, events=events)), number)
    assert [body["event"] for body in bodies(receiver)] == sent


def test_one_that_does_not_answer_is_tried_again_with_longer_pauses_and_then_waits(
    workspace: Workspace, receiver: Receiver
) -> None:
    receiver.statuses = [503]
    place = with_(workspace, subscriber(receiver.url))
    found, paused = told(place, 2)
    assert (found.sent, found.waiting) == (0, 2)
    assert paused == list(PAUSES)
    assert len(receiver.got) == 1 + len(PAUSES)
    receiver.statuses = [204]
    again, _ = told(place, None)
    assert (again.sent, again.waiting) == (2, 0)
    deliveries = {headers["Hereabouts-Delivery"] for headers, _body in receiver.got}
    assert deliveries == {"2-release-20261102T100000", "2-signals-20261102T100000"}


def test_one_that_never_answers_is_let_go(workspace: Workspace, receiver: Receiver) -> None:
    receiver.statuses = [500]
    place = with_(workspace, subscriber(receiver.url, events=(Telling.RELEASE,)))
    told(place, 2)
    outcomes = [told(place, None)[0] for _run in range(MOST_RUNS - 1)]
    assert [one.dropped for one in outcomes[-2:]] == [0, 1]
    assert told(place, None)[0] == SubscribersTold(0, 0, 0, ())


def test_one_that_fails_keeps_nothing_from_the_others(
    workspace: Workspace, receiver: Receiver
) -> None:
    with receiving() as broken:
        broken.statuses = [404]
        place = with_(workspace, subscriber(broken.url), subscriber(receiver.url))
        found, _ = told(place, 2)
    assert (found.sent, found.waiting) == (2, 2)
    assert [problem.code for problem in found.problems] == ["P381"]
    assert len(receiver.got) == 2


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"allow_private": False}, "it is not an https address"),
        ({"url": "https://127.0.0.1:9/", "allow_private": False}, "it is at a private address"),
        ({"url": "ftp://example.org/"}, "it is not an http or https address"),
    ],
)
def test_nothing_is_sent_in_the_clear_or_to_a_private_address_unless_declared(
    workspace: Workspace, receiver: Receiver, said: dict[str, object], why: str
) -> None:
    found, _ = told(with_(workspace, replace(subscriber(receiver.url), **said)), 2)  # type: ignore[arg-type]
    assert why in str(found.problems[0])
    assert receiver.got == []


def test_a_redirect_is_not_followed(workspace: Workspace, receiver: Receiver) -> None:
    receiver.statuses = [302]
    found, _ = told(with_(workspace, subscriber(receiver.url)), 2)
    assert "it answered 302" in str(found.problems[0])
    assert len(receiver.got) == 1


def test_nothing_is_sent_unsigned(
    workspace: Workspace, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUBSCRIBER_SECRET")
    found, _ = told(with_(workspace, subscriber(receiver.url)), 2)
    assert [problem.code for problem in found.problems] == ["P380"]
    assert receiver.got == []


def test_a_release_that_cannot_be_read_is_a_problem_and_no_failure(
    workspace: Workspace, receiver: Receiver
) -> None:
    (workspace.layout.releases / "0001-open" / "serve.duckdb").unlink()
    found, _ = told(with_(workspace, subscriber(receiver.url)), 2)
    assert [problem.code for problem in found.problems] == ["R104"]


def test_what_became_of_it_is_in_the_run_records(workspace: Workspace, receiver: Receiver) -> None:
    receiver.statuses = [204, 410]
    told(with_(workspace, subscriber(receiver.url)), 2)
    runs = workspace.lake.latest(RUNS)
    assert runs is not None
    (row,) = duckdb.execute(
        "select step, outcome, reason from read_parquet($1)", [list(runs.files)]
    ).fetchall()
    assert row == ("subscribers", "failed", "1 sent, 1 waiting")


def test_with_nobody_to_tell_nothing_is_done(workspace: Workspace) -> None:
    assert told(workspace, 2)[0] is NOBODY
    assert workspace.lake.latest(RUNS) is None
