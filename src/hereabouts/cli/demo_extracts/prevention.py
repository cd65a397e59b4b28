"""Made-up figures of what keeps strokes from happening, quarter by quarter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from hereabouts.cli.demo_extracts.tables import Row, write_table

#: Eight quarters, each by the month it begins in.
QUARTERS = tuple(f"{2024 + (1 + at) // 4}-{(3 + 3 * at) % 12 + 1:02d}" for at in range(8))
_BEGINNING = 0.12  # one place in so many has a stop-smoking service that is only beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """How many people of an LSOA it is about, what share is reached, and how that grows."""

    name: str
    people: float
    share: float
    varies: float
    grows: float  # a quarter


_MEASURES = (
    _Measure(name="Blood pressure", people=220, share=0.66, varies=0.035, grows=0.006),
    _Measure(name="Atrial fibrillation", people=32, share=0.89, varies=0.018, grows=0.002),
    _Measure(name="Smoking", people=0.9, share=0.52, varies=0.05, grows=0.0),
)


def write_prevention(path: Path, random: Random, *, sub_icbs: Mapping[str, int]) -> None:
    """Who could be reached and who was, by sub-ICB location and local health board.

    Where a stop-smoking service is only beginning a handful of people come, so that some counts
    are too small to be shown.
    """
    rows = [
        row
        for code, size in sub_icbs.items()
        for measure in _MEASURES
        for row in _of_place(random, code, size, measure)
    ]
    write_table(path, ("Area code", "Quarter from", "Measure", "People", "Reached"), rows)


def _of_place(random: Random, code: str, size: int, measure: _Measure) -> Iterator[Row]:
    share = random.gauss(measure.share, measure.varies)
    small = measure.name == "Smoking" and random.random() < _BEGINNING
    usual = size * measure.people * (0.08 if small else 1) * random.gauss(1, 0.06)
    for at, quarter in enumerate(QUARTERS):
        people = max(2, round(usual * random.gauss(1, 0.01 if measure.people > 1 else 0.1)))
        reached = share + measure.grows * at + random.gauss(0, 0.006)
        yield code, quarter, measure.name, people, round(people * min(reached, 1))
