"""What changed in one area since an earlier release."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from hereabouts.doors.web.changes.pairs import numbers_before, pair_since
from hereabouts.doors.web.changes.said_changes import moved_words, speaker_of
from hereabouts.doors.web.changes.said_signals import say_signal
from hereabouts.doors.web.known_area import known_area
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.over_time import trend_of
from hereabouts.doors.web.pages.changes import ChangeRow, row_of
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.changes.pair import Pair
from hereabouts.release.changes.signals import signals_of_area
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader import ReleaseReader

MOST_FIGURES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The newest figure of one indicator beside what was newest before."""

    indicator: ReleasedIndicator
    href: str
    words: str
    trend: str | None  # where the recent trend is another one


def area_changes(visit: Visit, *, area_type: str, code: str) -> PageAnswer:
    """The page of what changed in the area with `code`, since the release before or `since`.

    Raises:
        AddressError: W206 or W350, there is no such area; W280 or W281, no such earlier release.
    """
    asked = visit.asked("since")
    area = known_area(visit, area_type, code)
    kind = visit.area_type(area_type)
    pair = pair_since(visit, asked.get("since"))
    to = partial(visit.links.area_changes, kind.code, code=code)
    return PageAnswer(
        "area_changes.html",
        {
            "title": gettext("What changed in %(area_name)s", area_name=area.name),
            "area": area,
            "kind": kind,
            "href": visit.links.area(kind.code, code=code),
            "since": pair.earlier.manifest if pair else None,
            "earlier": [(one, to(since=one)) for one in numbers_before(visit)[:20]],
            "feed_href": visit.links.feed("area", kind.code, code),
            "current": "areas",
            **(_told(visit, pair, (kind.code, code)) if pair else {}),
        },
    )


def _told(visit: Visit, pair: Pair, area: tuple[str, str]) -> dict[str, object]:
    signals = signals_of_area(pair.earlier, pair.later, pair.declared, area=area)
    figures, more = _figures(visit, pair, area)
    return {
        "moved": list(_moved(visit, pair, area)),
        "signals": [say_signal(one, visit.manifest) for one in signals],
        "figures": figures,
        "more": more,
        "is_new": pair.earlier.area(area[0], code=area[1]) is None,
    }


def _moved(visit: Visit, pair: Pair, area: tuple[str, str]) -> Iterator[Moved]:
    """Indicators whose newest figure is of another period."""
    for indicator in visit.manifest.observed:
        if indicator.id in pair.declared.comparable and area[0] in indicator.area_types:
            before = pair.earlier.manifest.indicator_of(indicator.id)
            if before is not None:
                yield from _newer_figure(visit, pair, (before, indicator), area)


def _newer_figure(
    visit: Visit,
    pair: Pair,
    indicator: tuple[ReleasedIndicator, ReleasedIndicator],
    area: tuple[str, str],
) -> Iterator[Moved]:
    """The figure before is said as this release has it: it may be revised, or hidden by now."""
    before, said = indicator
    was = pair.earlier.trend(before.id, area_type=area[0], code=area[1])
    now = pair.later.trend(said.id, area_type=area[0], code=area[1])
    if not was or not now or was[-1].period_start == now[-1].period_start:
        return
    then = next((one for one in now if one.period_start == was[-1].period_start), None)
    speaker = speaker_of(visit.manifest, said)
    yield Moved(
        indicator=said,
        href=visit.links.indicator(said, area_type=area[0]),
        words=moved_words(then, now[-1], speaker) if then else gettext("New"),
        trend=_turned(pair, said, area),
    )


def _turned(pair: Pair, indicator: ReleasedIndicator, area: tuple[str, str]) -> str | None:
    """The recent trend, where it is another than before."""
    before = pair.earlier.manifest.indicator_of(indicator.id)
    if before is None:
        return None

    def trend(reader: ReleaseReader, said: ReleasedIndicator) -> str | None:
        series = reader.trend(said.id, area_type=area[0], code=area[1])
        found = trend_of(series, indicator=said)
        return found.words if found else None

    was, now = trend(pair.earlier, before), trend(pair.later, indicator)
    return now if was is not None and now != was else None


def _figures(
    visit: Visit, pair: Pair, area: tuple[str, str]
) -> tuple[list[tuple[ReleasedIndicator, ChangeRow]], int]:
    """Figures of periods in both releases that differ, and how many are not listed."""
    found = pair.changed(area=area, page=(MOST_FIGURES, 0))
    more = 0
    if len(found) == MOST_FIGURES:
        counted = pair.counts(area_type=area[0], code=area[1])
        more = sum(one.figures for one in counted) - len(found)
    named = {one.id: one for one in visit.manifest.observed}
    rows = [(named[one.key.indicator], one) for one in found if one.key.indicator in named]
    return [(indicator, row_of(visit, one, indicator)) for indicator, one in rows], more
