"""Observations as the table of a worksheet: words in every cell that has no number."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from hereabouts.doors.web import words
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.files.book import Cell, Column
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator, ReleaseManifest

SHOWN, MADE_UP, REAL = "shown", "made up", "not made up"
NOT_COMPARED = "not compared"
LEVELS = {"_95": " at 95%", "_998": " at 99.8%"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservedTable:
    """The columns and rows of one indicator's observations."""

    indicator: ReleasedIndicator
    manifest: ReleaseManifest

    @property
    def columns(self) -> tuple[Column, ...]:
        """Headings, which name the unit and the note that explains them."""
        one = self.indicator
        places = one.decimals
        return (
            Column(title="Area code", width=14),
            Column(title="Area name", width=34),
            Column(title="Period", width=18),
            Column(title="First day of period", width=20),
            *self._category,
            Column(title="Number [note 1]", width=18),
            Column(title="Out of [note 1]", width=18),
            Column(title=f"Value in {one.unit} [note 1]", width=24, decimals=places),
            Column(title="Lower limit [note 2]", width=20, decimals=places),
            Column(title="Upper limit [note 2]", width=20, decimals=places),
            Column(title="Status [note 3]", width=34),
            *self._compared,
            Column(title="Made up or not", width=16),
        )

    @property
    def _category(self) -> tuple[Column, ...]:
        by = (self.indicator.breakdown or "").replace("_", " ")
        return (Column(title=words.sentence(by), width=22),) if by else ()

    @property
    def _compared(self) -> tuple[Column, ...]:
        if not self.indicator.compare_to:
            return ()
        title = benchmark_title(self.manifest, self.indicator.compare_to)
        return (Column(title=f"Compared with {title} [note 4]", width=30),)

    def rows(self, seen: Iterable[Observation]) -> Iterator[tuple[Cell, ...]]:
        """One row for each observation."""
        labels = {period.start: period.label for period in self.indicator.periods}
        for one in seen:
            yield self._row(one, labels)

    def _row(self, seen: Observation, labels: Mapping[date, str]) -> tuple[Cell, ...]:
        return (
            *(seen.area_code, seen.area_name),
            *(labels.get(seen.period_start, "not named"), seen.period_start.isoformat()),
            *((_category(seen.category),) if self.indicator.breakdown else ()),
            *numbers_of(seen),
            status_of(seen),
            *((compared_words(seen),) if self.indicator.compare_to else ()),
            MADE_UP if self.indicator.synthetic else REAL,
        )


def _category(category: str) -> str:
    return "All" if category == "all" else category


def numbers_of(seen: Observation) -> tuple[Cell, ...]:
    """Numerator, denominator, value and limits: each a number, or the marker that stands for it."""
    hidden = seen.marker.value if seen.marker and seen.value is None else None
    absent = hidden or Marker.NOT_AVAILABLE.value
    found = (seen.numerator, seen.denominator, seen.value, seen.lower, seen.upper)
    return tuple(absent if number is None else number for number in found)


def status_of(seen: Observation) -> str:
    """What the marker means, or that there is none."""
    return seen.marker.words if seen.marker else SHOWN


def compared_words(seen: Observation) -> str:
    """`better_95` as `better at 95%`."""
    said = seen.compared or NOT_COMPARED
    for ending, spoken in LEVELS.items():
        if said.endswith(ending):
            return said.removesuffix(ending) + spoken
    return said
