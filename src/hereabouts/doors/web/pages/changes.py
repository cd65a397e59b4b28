"""What changed between a release and an earlier one, and the log of all revisions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from hereabouts.doors.web import words
from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.changes.pairs import counts_of, numbers_before, pair_since, pairs_back
from hereabouts.doors.web.changes.said_changes import change_words, speaker_of
from hereabouts.doors.web.changes.said_declared import indicators_changed, release_sentences
from hereabouts.doors.web.changes.said_signals import SaidSignal, say_signal
from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.changes.changed import Changed, Kind
from hereabouts.release.changes.pair import Pair
from hereabouts.release.changes.signals import signals_between
from hereabouts.release.manifest_model import ReleasedIndicator

ROWS_A_PAGE = 200
MOST_SIGNALS = 100
MOST_LOGGED = 20  # releases on one page
MOST_PAGES = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One figure that differs."""

    area: str
    href: str | None  # None where this release no longer has the figure
    what: str  # its period, and its part where it is one
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedRelease:
    """One release of the log."""

    number: int
    made_at: datetime
    href: str
    sentences: tuple[str, ...]


def changes_page(visit: Visit) -> PageAnswer:
    """This release beside the one before, or any earlier one.

    Raises:
        AddressError: W280 or W281, `since` is no earlier release; W282, no such indicator.
    """
    asked = visit.asked("since", "indicator", "page")
    pair = pair_since(visit, asked.get("since"))
    if pair is None:
        content = {
            "pair": None,
            "sentences": (gettext("This is the first release that is still here."),),
        }
        return PageAnswer("changes.html", {**_frame(visit, None), **content})
    indicator = _indicator(visit, asked.get("indicator"))
    counts = counts_of(pair)
    frame = _frame(visit, pair)
    if indicator is not None:
        return PageAnswer("changed_figures.html", frame | _figures(visit, pair, indicator, asked))
    signals, more = _signals(visit, pair)
    observed = visit.manifest.observed
    return PageAnswer(
        "changes.html",
        frame
        | {
            "pair": pair,
            "sentences": release_sentences(pair.declared, counts, indicators=len(observed)),
            "changed": indicators_changed(pair.declared, counts, listed=observed),
            "signals": signals,
            "more_signals": more,
        },
    )


def changes_log(visit: Visit) -> PageAnswer:
    """Every release that is still here and what it changed, newest first."""
    visit.asked()
    logged = [_logged(pair) for pair in pairs_back(visit, most=MOST_LOGGED)]
    before = numbers_before(visit)
    first = None
    if len(before) <= MOST_LOGGED:
        reader = visit.releases.open(before[-1]) if before else visit.reader
        made_at, number = reader.manifest.made_at, reader.manifest.number
        first = LoggedRelease(
            number=number,
            made_at=made_at,
            href=f"/r/{number}/about",
            sentences=(gettext("The first release that is still here."),),
        )
    return PageAnswer(
        "changes_log.html",
        {
            "title": gettext("Revisions log"),
            "logged": [*logged, *([first] if first else [])],
            "more": max(0, len(before) - MOST_LOGGED),
            "current": "about",
        },
    )


def _frame(visit: Visit, pair: Pair | None) -> dict[str, object]:
    since = pair.earlier.manifest if pair else None
    title = (
        gettext("What changed since release %(number)s", number=since.number)
        if since
        else gettext("What changed")
    )
    return {
        "title": title,
        "since": since,
        "earlier": [(one, visit.links.changes(since=one)) for one in numbers_before(visit)[:20]],
        "log": visit.links.changes_log(),
        "current": "about",
    }


def _indicator(visit: Visit, wanted: str | None) -> ReleasedIndicator | None:
    if wanted is None:
        return None
    found = visit.manifest.indicator_of(wanted)
    if found is None or not found.periods:
        raise AddressError(
            "there is no such indicator in this release",
            code="W282",
            do="choose one from the page without `indicator`",
            status=404,
        )
    return found


def _page(asked: str | None) -> int:
    if asked is None:
        return 1
    if asked.isascii() and asked.isdigit() and 1 <= int(asked) <= MOST_PAGES:
        return int(asked)
    raise AddressError("there is no such page here", code="W202", do="use page=1", status=400)


def _figures(
    visit: Visit, pair: Pair, indicator: ReleasedIndicator, asked: Mapping[str, str]
) -> dict[str, object]:
    page = _page(asked.get("page"))
    found = pair.changed(indicator=indicator.id, page=(ROWS_A_PAGE + 1, (page - 1) * ROWS_A_PAGE))
    since = pair.earlier.manifest.number

    def at(number: int) -> str:
        return visit.links.changes(since=since, indicator=indicator.id, page=number)

    return {
        "indicator": indicator,
        "href": visit.links.indicator(indicator),
        "rows": [row_of(visit, one, indicator) for one in found[:ROWS_A_PAGE]],
        "back": visit.links.changes(since=since),
        "previous": at(page - 1) if page > 1 else None,
        "next": at(page + 1) if len(found) > ROWS_A_PAGE else None,
        "page": page,
    }


def row_of(visit: Visit, changed: Changed, indicator: ReleasedIndicator) -> ChangeRow:
    """One figure that differs, of an indicator of the visit's release."""
    key = changed.key
    speaker = speaker_of(visit.manifest, indicator)
    part = "" if key.category == "all" else f", {key.category}"
    return ChangeRow(
        area=key.area_name,
        href=None
        if changed.kind is Kind.GONE
        else visit.links.area(key.area_type, code=key.area_code),
        what=f"{words.sentence(speaker.period(key))}{part}",
        words=change_words(changed, speaker),
    )


def _signals(visit: Visit, pair: Pair) -> tuple[list[tuple[SaidSignal, str]], int]:
    found = list(signals_between(pair.earlier, pair.later, pair.declared))
    told = [
        (
            say_signal(one, visit.manifest),
            visit.links.area(one.now.newest.area_type, code=one.now.newest.area_code),
        )
        for one in found[:MOST_SIGNALS]
    ]
    return told, len(found) - len(told)


def _logged(pair: Pair) -> LoggedRelease:
    later = pair.later.manifest
    return LoggedRelease(
        number=later.number,
        made_at=later.made_at,
        href=f"/r/{later.number}/changes?since={pair.earlier.manifest.number}",
        sentences=release_sentences(pair.declared, counts_of(pair), indicators=len(later.observed)),
    )
