"""Tell subscribers of an open release. Whatever becomes of that, the release stands."""

import hashlib
import json
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from hereabouts.errors import HereaboutsError
from hereabouts.model.notices import Notices, Subscriber
from hereabouts.model.policy import Audience
from hereabouts.pipeline.notices.held_back import due_now
from hereabouts.pipeline.notices.release_notice import (
    ReleaseNotice,
    first_notice,
    kept_release_notice,
    release_notices,
)
from hereabouts.pipeline.notices.trying import send_each, tried
from hereabouts.pipeline.notices.waiting import write_json
from hereabouts.pipeline.notices.webhook import post
from hereabouts.pipeline.runs import RunRecord, record
from hereabouts.pipeline.workspace import Workspace
from hereabouts.release.changes.pair import Pair
from hereabouts.release.reader import open_release, released_numbers

NAME = "subscribers.json"
PAUSES = (1.0, 4.0, 16.0)  # seconds before each further try, in one run


@dataclass(frozen=True, slots=True)
class Unsent:
    """A notice that has not reached one subscriber, and in how many runs it was tried."""

    subscriber: str
    notice: ReleaseNotice
    runs: int


@dataclass(frozen=True, slots=True)
class SubscribersTold:
    """What became of the notices of one run."""

    sent: int
    waiting: int  # for the next release
    dropped: int
    problems: tuple[HereaboutsError, ...]

    @property
    def words(self) -> str:
        """`2 sent, 1 waiting`."""
        parts = ((self.sent, "sent"), (self.waiting, "waiting"), (self.dropped, "dropped"))
        return ", ".join(f"{number} {what}" for number, what in parts if number) or "none"


NOBODY = SubscribersTold(0, 0, 0, ())


def tell_subscribers(
    workspace: Workspace,
    number: int | None,
    *,
    sleep: Callable[[float], None] = time.sleep,
    now: Callable[[], float] = time.time,
) -> SubscribersTold:
    """Tell of an open release, and send what earlier runs could not.

    Of one under embargo they are told by the first run after its end. What was sent is kept in
    the run records. Nothing that goes wrong here is raised.

    Args:
        workspace: whose notices.yml names the subscribers.
        number: of the open release that was made; None where none was.
        sleep: waits so many seconds between tries.
        now: the time, in seconds since 1970.
    """
    notices = workspace.project.notices
    if notices is None or not notices.subscribers:
        return NOBODY
    begun = datetime.now(UTC)
    unsent = list(_kept(workspace.layout.home))
    numbers = due_now(workspace.layout, number)
    try:
        told_of = [one for due in numbers for one in _news(workspace, due, notices.site)]
    except HereaboutsError as error:
        return SubscribersTold(0, len(unsent), 0, (error,))
    unsent += _queued(notices, told_of)
    _keep(workspace.layout.home, unsent)  # a run that is killed loses none of it
    found = _send(notices, unsent, sleep, now)
    _keep(workspace.layout.home, found[0])
    told = found[1]
    if unsent:
        _record(workspace, told, begun)
    return told


def _news(workspace: Workspace, number: int, site: str) -> list[ReleaseNotice]:
    root, audience = workspace.layout.root, Audience.OPEN
    made = open_release(root, number=number, audience=audience)
    before = [one for one in released_numbers(root, audience=audience) if one < number]
    if not before:
        return [first_notice(made.manifest, site=site)]
    earlier = open_release(root, number=before[-1], audience=audience)
    return list(release_notices(Pair(earlier, made), site=site))


def _queued(notices: Notices, told_of: Sequence[ReleaseNotice]) -> list[Unsent]:
    return [
        Unsent(name, notice, 0)
        for notice in told_of
        for name, subscriber in _named(notices).items()
        if notice.event in subscriber.events
    ]


def _send(
    notices: Notices,
    unsent: Sequence[Unsent],
    sleep: Callable[[float], None],
    now: Callable[[], float],
) -> tuple[list[Unsent], SubscribersTold]:
    named = _named(notices)
    found = send_each(
        [one for one in unsent if one.subscriber in named],
        channel=lambda one: one.subscriber,
        deliver=lambda one: tried(
            lambda: post(named[one.subscriber], one.notice, now=now), pauses=PAUSES, sleep=sleep
        ),
    )
    left = [replace(one, runs=one.runs + 1) for one in found.left]
    return left, SubscribersTold(found.sent, len(left), found.dropped, found.problems)


def _named(notices: Notices) -> Mapping[str, Subscriber]:
    """Each by a name that stays when others come and go, and tells nothing of it."""
    return {
        hashlib.sha256((one.url or one.url_env).encode()).hexdigest()[:12]: one
        for one in notices.subscribers
    }


def _kept(home: Path) -> Sequence[Unsent]:
    try:
        said = json.loads((home / NAME).read_text("utf-8"))
        return tuple(
            Unsent(str(one["subscriber"]), kept_release_notice(one["notice"]), int(one["runs"]))
            for one in said["unsent"]
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()


def _keep(home: Path, unsent: Sequence[Unsent]) -> None:
    listed = [
        {"subscriber": one.subscriber, "notice": one.notice.kept, "runs": one.runs}
        for one in unsent
    ]
    write_json(home / NAME, {"unsent": listed})


def _record(workspace: Workspace, told: SubscribersTold, begun: datetime) -> None:
    seconds = (datetime.now(UTC) - begun).total_seconds()
    outcome = "failed" if told.waiting or told.dropped else "made"
    made = RunRecord(
        run=uuid.uuid4().hex,
        step="subscribers",
        kind="webhooks",
        started_at=begun.isoformat(timespec="microseconds"),
        seconds=seconds,
        outcome=outcome,
        reason=told.words,
        error="; ".join(str(one) for one in told.problems),
    )
    record(workspace.lake, [made])
