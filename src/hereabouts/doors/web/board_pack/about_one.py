"""What a pack says of one indicator in words: its value, beside what, and where it is going."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.changes.said_changes import comparison_words, moved_words, speaker_of
from hereabouts.doors.web.pages.area import ProfileRow
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Area, Observation, Standing
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """One indicator in the area, as the area's own page has it."""

    visit: Visit
    area: Area
    kind: ReleasedAreaType
    larger: tuple[Area, ...]  # that it is shown beside
    indicator: ReleasedIndicator
    row: ProfileRow | None  # None where there is no total
    standing: Standing | None  # its rank; None where there is no total
    series: tuple[Observation, ...]  # oldest first

    @property
    def newest(self) -> Observation | None:
        """The value that everything else is said of."""
        return self.standing.observation if self.standing else None

    @property
    def compared_with(self) -> str:
        """The benchmark, or the largest area it lies in."""
        found = self.row.compared_with if self.row else None
        return found or (self.larger[-1].name if self.larger else "")

    def period(self, seen: Observation) -> str:
        """What its period is called, inside a sentence."""
        return words.in_sentence(speaker_of(self.visit.manifest, self.indicator).period(seen))


def summary_sentence(one: One) -> str | None:
    """One line of the summary, or None where the indicator has no total."""
    seen, row = one.newest, one.row
    if seen is None or row is None:
        return None
    parts = [f"{one.indicator.title}: {_value(one, seen)}"]
    if row.comparison and one.compared_with:
        parts.append(comparison_words(row.comparison, one.compared_with))
    if row.rank:
        parts.append(f"{row.rank} {words.in_sentence(one.kind.plural)}")
    return ", ".join(parts) + "."


def sentences_of(one: One) -> Iterator[str]:
    """Everything that is said on the indicator's own page."""
    seen, row = one.newest, one.row
    if seen is None or row is None:
        yield "It has no total: the table says what it is made up of."
        return
    yield f"{one.area.name}: {_value(one, seen)}."
    if row.comparison and one.compared_with:
        yield f"That is {comparison_words(row.comparison, one.compared_with)}."
    yield from _moving(one, seen, row)
    if row.rank:
        ranked = f"It is {row.rank} {words.in_sentence(one.kind.plural)} with a value"
        yield f"{ranked}: {words.first_rank_is(one.indicator)}."
    if row.range and row.range.first != row.range.last:
        yield f"At 95% confidence its place is {row.range.words}."


def _value(one: One, seen: Observation) -> str:
    said = words.say_value(seen, indicator=one.indicator)
    when = one.period(seen)
    if seen.value is None:
        return f"{said.meaning or said.text}, {when}"
    limits = words.interval(seen, decimals=one.indicator.decimals)
    confidence = words.confidence_words(one.indicator)
    sure = f" ({confidence} {limits})" if limits else ""
    special = f", {said.meaning}" if said.meaning else ""
    return f"{said.whole}{sure}{special}, {when}"


def _moving(one: One, seen: Observation, row: ProfileRow) -> Iterator[str]:
    speaker = speaker_of(one.visit.manifest, one.indicator)
    before = [past for past in one.series if past.period_start < seen.period_start]
    if before and seen.value is not None:
        yield f"{moved_words(before[-1], seen, speaker)}."
    if row.trend and row.trend.mark:
        yield f"Recent trend: {words.in_sentence(row.trend.words)}."
    yield from (icon.words for icon in row.icons)
