"""What each feed tells: releases, and the signals of what it is about."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.changes.feed import Entry, Feed
from hereabouts.doors.web.changes.pairs import counts_of, numbers_before, pairs_back
from hereabouts.doors.web.changes.said_declared import release_sentences
from hereabouts.doors.web.changes.said_signals import say_signal
from hereabouts.doors.web.known_area import known_area
from hereabouts.doors.web.links import Links
from hereabouts.doors.web.visit import Visit
from hereabouts.release.changes.pair import Pair
from hereabouts.release.changes.signals import Signal, signals_between, signals_of_area
from hereabouts.release.manifest_model import ReleasedIndicator

MOST_RELEASES = 8  # before the newest: as many as are kept open
MOST_ENTRIES = 200

SignalsOf = Callable[[Pair], Iterator[Signal]]


def releases_feed(visit: Visit) -> Feed:
    """Every release, and no signal: those are told by the feeds of areas, indicators, themes."""
    return _feed(
        visit,
        ("releases",),
        title="releases",
        subtitle="Each release, and what it changed.",
        href=visit.links.changes_log(),
        told=lambda _pair: iter(()),
    )


def area_feed(visit: Visit, *, area_type: str, code: str) -> Feed:
    """Releases, and the signals of one area.

    Raises:
        AddressError: W205, W206 or W350, there is no such area.
    """
    area = known_area(visit, area_type, code)
    kind = visit.area_type(area_type)

    def told(pair: Pair) -> Iterator[Signal]:
        found = signals_of_area(pair.earlier, pair.later, pair.declared, area=(kind.code, code))
        return iter(found)

    return _feed(
        visit,
        ("area", kind.code, code),
        title=area.name,
        subtitle=f"Releases, and what they signal of {area.name}.",
        href=visit.links.area(kind.code, code=code),
        told=told,
    )


def indicator_feed(visit: Visit, *, theme: str, name: str) -> Feed:
    """Releases, and the signals of one indicator.

    Raises:
        AddressError: W204, there is no such indicator.
    """
    found = visit.indicator(theme, name=name)
    return _feed(
        visit,
        ("indicator", theme, name),
        title=found.title,
        subtitle=f"Releases, and the areas they signal. {found.why}",
        href=visit.links.indicator(found),
        told=_of([found]),
    )


def theme_feed(visit: Visit, *, theme: str) -> Feed:
    """Releases, and the signals of every indicator of a theme.

    Raises:
        AddressError: W285, there is no such theme.
    """
    found = [one for one in visit.manifest.observed if one.theme == theme]
    if not found:
        raise not_found(
            "there is no such theme in this release",
            code="W285",
            do="see the page of all indicators",
        )
    return _feed(
        visit,
        ("theme", theme),
        title=theme.replace("_", " "),
        subtitle="Releases, and the areas they signal by the indicators of this theme.",
        href=visit.links.page("/indicators"),
        told=_of(found),
    )


def _of(indicators: Sequence[ReleasedIndicator]) -> SignalsOf:
    names = frozenset(one.id for one in indicators)

    def told(pair: Pair) -> Iterator[Signal]:
        return signals_between(pair.earlier, pair.later, pair.declared, indicators=names)

    return told


def _feed(
    visit: Visit, parts: tuple[str, ...], *, title: str, subtitle: str, href: str, told: SignalsOf
) -> Feed:
    place = visit.manifest.place
    return Feed(
        id_parts=("feed", *parts),
        title=f"{place.title}: {title}",
        subtitle=subtitle,
        author=place.organisation or place.title,
        at=visit.manifest.made_at,
        href=href,
        own=visit.links.feed(*parts),
        entries=tuple(islice(_entries(visit, told), MOST_ENTRIES)),
    )


def _entries(visit: Visit, told: SignalsOf) -> Iterator[Entry]:
    for pair in pairs_back(visit, most=MOST_RELEASES):
        yield _release(pair)
        for signal in told(pair):
            yield _signal(signal, pair)
    if len(numbers_before(visit)) <= MOST_RELEASES:
        yield _first(visit)


def _release(pair: Pair) -> Entry:
    later, before = pair.later.manifest, pair.earlier.manifest.number
    sentences = release_sentences(pair.declared, counts_of(pair), indicators=len(later.observed))
    return Entry(
        id_parts=("release", str(later.number)),
        title=f"Release {later.number}",
        words=" ".join(sentences),
        at=later.made_at,
        href=Links(later.number, versioned=True).changes(since=before),
        kind="release",
    )


def _first(visit: Visit) -> Entry:
    before = numbers_before(visit)
    first = visit.releases.open(before[-1]).manifest if before else visit.manifest
    return Entry(
        id_parts=("release", str(first.number)),
        title=f"Release {first.number}",
        words="The first release that is still here.",
        at=first.made_at,
        href=Links(first.number, versioned=True).page("/about"),
        kind="release",
    )


def _signal(signal: Signal, pair: Pair) -> Entry:
    later, newest = pair.later.manifest, signal.now.newest
    said = say_signal(signal, later)
    area = newest.area_type, newest.area_code
    return Entry(
        id_parts=("signal", str(later.number), signal.rule.value, signal.indicator.id, *area),
        title=said.title,
        words=said.sentence,
        at=later.made_at,
        href=Links(later.number, versioned=True).area_changes(
            area[0], code=area[1], since=pair.earlier.manifest.number
        ),
        kind=signal.rule.value,
    )
