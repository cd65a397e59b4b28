"""Which observations a file holds: of one indicator, whole or in part."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.doors.web import words
from hereabouts.doors.web.visit import Visit
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator, ReleasedPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One indicator for one or every kind of area; None is every period or category."""

    visit: Visit
    indicator: ReleasedIndicator
    kinds: tuple[ReleasedAreaType, ...]  # smallest first
    period: ReleasedPeriod | None
    category: str | None

    def observations(self, kind: ReleasedAreaType) -> Iterator[Observation]:
        """Those of one kind of area, by period, category and area code."""
        return self.visit.reader.observations(
            self.indicator.id,
            area_type=kind.code,
            period_start=self.period.start if self.period else None,
            category=self.category,
        )

    @property
    def every(self) -> Iterator[Observation]:
        """Those of every kind of area in turn."""
        for kind in self.kinds:
            yield from self.observations(kind)

    @property
    def areas(self) -> str:
        """`Integrated care boards`, or every kind."""
        first, *others = (kind.plural for kind in self.kinds)
        return ", ".join((first, *map(words.in_sentence, others)))

    @property
    def periods(self) -> str:
        """The period, or from the first to the last."""
        if self.period:
            return self.period.label
        ordered = sorted(self.indicator.periods, key=lambda period: period.start)
        ends = dict.fromkeys((ordered[0].label, ordered[-1].label))
        return " to ".join(ends)

    @property
    def named(self) -> tuple[str, ...]:
        """What a file name says it is."""
        indicator = self.indicator
        kind = self.kinds[0].code if len(self.kinds) == 1 else "every-area"
        period = (self.period.start.isoformat(),) if self.period else ()
        category = (self.category,) if self.category else ()
        return (indicator.theme, indicator.name, kind, *period, *category)
