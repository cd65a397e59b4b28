"""What changed in the pack's area and theme since the release before."""

from collections.abc import Iterator

from hereabouts.doors.web import words
from hereabouts.doors.web.board_pack.about_one import One
from hereabouts.doors.web.board_pack.contents import Passage, Table
from hereabouts.doors.web.changes.pairs import pair_since
from hereabouts.doors.web.changes.said_changes import change_words, moved_words, speaker_of
from hereabouts.doors.web.changes.said_signals import say_signal
from hereabouts.doors.web.visit import Visit
from hereabouts.release.changes.changed import Changed
from hereabouts.release.changes.pair import Pair
from hereabouts.release.changes.signals import signals_of_area

TITLE = "What changed since the release before"
MOST = 20  # figures that are listed
MOST_READ = 200


def changed_passage(visit: Visit, found: tuple[One, ...]) -> Passage:
    """Newer figures, signals and revised figures, or that there is nothing to say."""
    pair = pair_since(visit, None)
    if pair is None:
        return Passage(title=TITLE, sentences=("No release before this one is still here.",))
    area = (found[0].area.area_type, found[0].area.code)
    figures = _figures(pair, found, area)
    said = [*_newer(pair, found), *_signals(visit, pair, found, area)]
    if len(figures) > MOST:
        said.append(f"{len(figures) - MOST} more figures differ than are listed here.")
    before = pair.earlier.manifest
    since = f"Since release {before.number}, {words.long_date(before.made_at)}:"
    if not said and not figures:
        return Passage(title=TITLE, sentences=(f"{since} nothing of this theme changed here.",))
    tables = (_table(figures, found),) if figures else ()
    return Passage(title=TITLE, sentences=(since, *said), tables=tables)


def _newer(pair: Pair, found: tuple[One, ...]) -> Iterator[str]:
    """Indicators whose newest figure is of another period than before."""
    for one in found:
        before = pair.earlier.manifest.indicator_of(one.indicator.id)
        if before is None or one.indicator.id not in pair.declared.comparable:
            yield f"{one.indicator.title}: new in this release, or worked out in a new way."
        elif one.newest is not None:
            yield from _moved(pair, one)


def _moved(pair: Pair, one: One) -> Iterator[str]:
    """The figure before is said as this release has it: it may be revised, or hidden by now."""
    area = one.area
    was = pair.earlier.trend(one.indicator.id, area_type=area.area_type, code=area.code)
    if not was or one.newest is None or was[-1].period_start == one.newest.period_start:
        return
    then = next((seen for seen in one.series if seen.period_start == was[-1].period_start), None)
    speaker = speaker_of(one.visit.manifest, one.indicator)
    said = moved_words(then, one.newest, speaker) if then else "New"
    yield f"{one.indicator.title}: {words.in_sentence(said)}."


def _signals(
    visit: Visit, pair: Pair, found: tuple[One, ...], area: tuple[str, str]
) -> Iterator[str]:
    mine = {one.indicator.id for one in found}
    for signal in signals_of_area(pair.earlier, pair.later, pair.declared, area=area):
        if signal.indicator.id in mine:
            said = say_signal(signal, visit.manifest)
            yield f"{said.title}. {said.sentence}"


def _figures(pair: Pair, found: tuple[One, ...], area: tuple[str, str]) -> list[Changed]:
    return [
        changed
        for one in found
        for changed in pair.changed(indicator=one.indicator.id, area=area, page=(MOST_READ, 0))
    ]


def _table(figures: list[Changed], found: tuple[One, ...]) -> Table:
    by_id = {one.indicator.id: one for one in found}
    return Table(
        caption="Figures of the same period that differ from the release before",
        headings=("Indicator", "Period", "What became of it"),
        rows=tuple(_row(by_id[changed.key.indicator], changed) for changed in figures[:MOST]),
    )


def _row(one: One, changed: Changed) -> tuple[str, ...]:
    speaker = speaker_of(one.visit.manifest, one.indicator)
    part = "" if changed.key.category == "all" else f", {changed.key.category}"
    period = words.sentence(speaker.period(changed.key))
    return one.indicator.short_title, f"{period}{part}", change_words(changed, speaker)
