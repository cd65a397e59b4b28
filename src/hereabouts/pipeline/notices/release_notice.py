"""What subscribers are told of an open release: names, codes and addresses, never a value."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any
from urllib.parse import quote

from hereabouts.model.notices import Telling
from hereabouts.release.changes.pair import Pair
from hereabouts.release.changes.signals import Signal, signals_between
from hereabouts.release.manifest_model import ReleaseManifest

MOST_SIGNALS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseNotice:
    """Everything that one says. Times are in UTC."""

    id: str  # the same each time that it is sent, and for everybody
    event: Telling
    place: str
    release: int
    since: int | None  # the release before it; None for the first
    made_at: str
    page: str  # where to see what changed
    signals: tuple[Mapping[str, str], ...] = ()  # rule, indicator, area and page of each
    signals_in_all: int = 0  # of which the first 1,000 are listed

    @property
    def body(self) -> bytes:
        """As JSON."""
        return json.dumps(self.kept, ensure_ascii=False, separators=(",", ":")).encode()

    @property
    def kept(self) -> dict[str, Any]:
        """Plain data, to keep until it has been sent."""
        return {
            **asdict(self),
            "event": self.event.value,
            "signals": [dict(one) for one in self.signals],
        }


def kept_release_notice(kept: dict[str, Any]) -> ReleaseNotice:
    """The notice that was kept.

    Raises:
        TypeError, ValueError: it is not one.
    """
    said = kept | {"event": Telling(kept.get("event", "")), "signals": tuple(kept["signals"])}
    return ReleaseNotice(**said)


def first_notice(manifest: ReleaseManifest, *, site: str) -> ReleaseNotice:
    """Of a release with none before it."""
    return _notice(manifest, Telling.RELEASE, None, f"{site}/r/{manifest.number}/about")


def release_notices(pair: Pair, *, site: str) -> Iterator[ReleaseNotice]:
    """One of the release, and one of its signals where it has some.

    Args:
        pair: the release and the one before it.
        site: its address, without a slash at its end; empty for paths alone.
    """
    later, before = pair.later.manifest, pair.earlier.manifest.number
    page = f"{site}/r/{later.number}/changes?since={before}"
    yield _notice(later, Telling.RELEASE, before, page)
    found = signals_between(pair.earlier, pair.later, pair.declared)
    listed = tuple(_signal(one, later.number, before, site) for one in islice(found, MOST_SIGNALS))
    if listed:
        in_all = len(listed) + sum(1 for _one in found)
        yield _notice(later, Telling.SIGNALS, before, page, signals=listed, signals_in_all=in_all)


def _notice(
    manifest: ReleaseManifest, event: Telling, since: int | None, page: str, **more: Any
) -> ReleaseNotice:
    return ReleaseNotice(
        id=f"{manifest.number}-{event.value}-{manifest.made_at:%Y%m%dT%H%M%S}",
        event=event,
        place=manifest.place.title,
        release=manifest.number,
        since=since,
        made_at=manifest.made_at.isoformat(timespec="seconds"),
        page=page,
        **more,
    )


def _signal(signal: Signal, number: int, since: int, site: str) -> Mapping[str, str]:
    newest = signal.now.newest
    where = f"{quote(newest.area_type)}/{quote(newest.area_code)}"
    return {
        "rule": signal.rule.value,
        "indicator": signal.indicator.id,
        "area_type": newest.area_type,
        "area_code": newest.area_code,
        "period_start": newest.period_start.isoformat(),
        "page": f"{site}/r/{number}/area/{where}/changes?since={since}",
    }
