"""From what a reader typed to what it finds, best first, whatever they meant to type."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.doors.web.finding.things import NOT_FOUND, Thing, match, things_of
from hereabouts.doors.web.finding.wordings import same_words, wordings
from hereabouts.release.answers import Area
from hereabouts.release.folding import SMALL, fold, words_of
from hereabouts.release.reader import ReleaseReader
from hereabouts.release.reader_retired import Retired

MOST_THINGS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found. `instead` is what was looked for where nothing is called what was typed."""

    areas: tuple[Area, ...] = ()
    things: tuple[Thing, ...] = ()
    instead: str = ""
    partly: bool = False  # whether some of the words were enough
    retired: Retired | None = None  # whose code was typed

    def __bool__(self) -> bool:
        return bool(self.areas or self.things)


def find(reader: ReleaseReader, text: str, *, limit: int) -> Found:
    """What `text` finds: as typed, then as nearly spelt, then by any of its words.

    Args:
        reader: the release.
        text: as typed, of any length.
        limit: how many areas at most.
    """
    folded = fold(text)
    if not folded:
        return Found()
    as_typed = _by_code(reader, text, limit) or _strictly(reader, folded, limit)
    if as_typed:
        return as_typed
    nearly = _nearly(reader, folded)
    if nearly != folded:
        found = _strictly(reader, nearly, limit)
        if found:
            return Found(areas=found.areas, things=found.things, instead=nearly)
    found = _by_any_word(reader, nearly, limit)
    instead = nearly if found and nearly != folded else ""
    return Found(areas=found.areas, things=found.things, instead=instead, partly=bool(found))


def _by_code(reader: ReleaseReader, text: str, limit: int) -> Found:
    """The areas of a postcode, or those that took the place of one that is no more."""
    if there := reader.areas_of_postcode(fold(text)):
        return Found(areas=there[:limit])
    retired = reader.retired(text)
    return Found(areas=retired.successors[:limit], retired=retired) if retired else Found()


def _strictly(reader: ReleaseReader, text: str, limit: int) -> Found:
    """Everything with all of the words, in any of its wordings."""
    said = wordings(text, same=same_words(reader))
    areas: dict[tuple[str, str], Area] = {}
    for one in said:
        if len(areas) < limit:
            for area in reader.find_areas(one, limit=limit):
                areas.setdefault((area.area_type, area.code), area)
    ranked = {
        thing: min(match(thing, one, words_of(one), least=len(words_of(one))) for one in said)
        for thing in things_of(reader)
    }
    return Found(areas=tuple(areas.values())[:limit], things=_best(ranked))


def _by_any_word(reader: ReleaseReader, text: str, limit: int) -> Found:
    told = tuple(word for word in words_of(text) if word not in SMALL)
    if len(told) < 2:
        return Found()
    text = " ".join(told)
    areas = reader.find_areas(text, limit=limit, least=1)
    ranked = {thing: match(thing, text, told, least=1) for thing in things_of(reader)}
    return Found(areas=areas, things=_best(ranked))


def _best(ranked: dict[Thing, int]) -> tuple[Thing, ...]:
    found = [thing for thing, rank in ranked.items() if rank < NOT_FOUND]
    return tuple(sorted(found, key=lambda thing: ranked[thing])[:MOST_THINGS])


def _nearly(reader: ReleaseReader, text: str) -> str:
    """With each word that nothing has as the nearest word that something has."""
    words = words_of(text)
    near = reader.near_words(words, more=tuple(dict.fromkeys(_words(reader))))
    return " ".join(near.get(word, word) for word in words)


def _words(reader: ReleaseReader) -> Iterator[str]:
    for thing in things_of(reader):
        for name in thing.names:
            yield from name.split()
        yield from thing.said.split()
