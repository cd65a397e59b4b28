"""Tell everybody who is to be told, and keep what could not be sent for the next run."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from hereabouts.errors import HereaboutsError
from hereabouts.model.notices import Mail, Notices, Webhook
from hereabouts.model.project import Project
from hereabouts.pipeline.notices.mail import send
from hereabouts.pipeline.notices.notice import Notice
from hereabouts.pipeline.notices.trying import send_each, tried
from hereabouts.pipeline.notices.waiting import Waiting
from hereabouts.pipeline.notices.webhook import post

PAUSES = (1.0, 4.0)  # seconds before the second try and the third, in one run


@dataclass(frozen=True, slots=True)
class Told:
    """What became of the notices of one run."""

    sent: int
    waiting: tuple[Waiting, ...]  # for the next run
    dropped: int  # tried so often that nobody waits for them any more
    problems: tuple[HereaboutsError, ...]


@dataclass(frozen=True, slots=True)
class _Tools:
    sleep: Callable[[float], None]
    now: Callable[[], float]


def queued(project: Project, notices: Sequence[Notice]) -> tuple[Waiting, ...]:
    """Each of `notices` for each channel that wants its event, yet to be sent."""
    channels = _channels(project)
    return tuple(
        Waiting(notice, name, 0)
        for notice in notices
        for name, channel in channels.items()
        if notice.event in channel.events
    )


def tell(
    project: Project,
    waiting: Sequence[Waiting],
    *,
    sleep: Callable[[float], None] = time.sleep,
    now: Callable[[], float] = time.time,
) -> Told:
    """Send what is waiting.

    A channel that does not answer is not tried again in this run for the notices after it.

    Args:
        project: whose notices.yml says whom to tell.
        waiting: what is news, and what earlier runs could not send.
        sleep: waits so many seconds between tries.
        now: the time, in seconds since 1970.
    """
    channels, tools = _channels(project), _Tools(sleep, now)
    found = send_each(
        [one for one in waiting if one.channel in channels],  # those notices.yml still names
        channel=lambda one: one.channel,
        deliver=lambda one: tried(
            lambda: _once(project, channels[one.channel], one.notice, tools),
            pauses=PAUSES,
            sleep=sleep,
        ),
    )
    left = tuple(replace(one, runs=one.runs + 1) for one in found.left)
    return Told(found.sent, left, found.dropped, found.problems)


def _once(project: Project, channel: Webhook | Mail, notice: Notice, tools: _Tools) -> bool:
    if isinstance(channel, Webhook):
        return post(channel, notice, now=tools.now)
    to = channel.to
    if not to:
        product = project.products.get(notice.product)
        to = product.contract.contacts if product else ()
    return send(channel, notice, to=to) if to else True


def _channels(project: Project) -> dict[str, Webhook | Mail]:
    return dict(_named(project.notices)) if project.notices else {}


def _named(notices: Notices) -> Iterator[tuple[str, Webhook | Mail]]:
    """Each channel by a name that stays when others come and go, and tells nothing of it."""
    for webhook in notices.webhooks:
        said = webhook.url or webhook.url_env
        yield f"webhook {hashlib.sha256(said.encode()).hexdigest()[:12]}", webhook
    if notices.mail:
        yield "email", notices.mail
