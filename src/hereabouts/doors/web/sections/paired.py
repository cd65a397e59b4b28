"""Need and supply of the same areas, each in its newest period."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hereabouts.doors.web.headline import leading_category, newest_period
from hereabouts.doors.web.one_slice import slice_of
from hereabouts.model.indicator import Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator
from hereabouts.release.reader import ReleaseReader
from hereabouts.statistics.intervals import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Areas that both indicators speak of, by code; either value may be missing."""

    need: ReleasedIndicator
    supply: ReleasedIndicator
    kind: ReleasedAreaType
    areas: tuple[tuple[Observation, Observation], ...]  # need, supply

    def column(self, side: int, read: Callable[[Observation], float | None]) -> Numbers:
        """One number for each area; NaN where there is none. Side 0 is need, 1 supply."""
        found = (read(pair[side]) for pair in self.areas)
        return np.array([np.nan if one is None else one for one in found], dtype=np.float64)

    @property
    def needs(self) -> Numbers:
        """Values of need as they are shown."""
        return self.column(0, lambda one: one.value)

    @property
    def supplies(self) -> Numbers:
        """Values of supply as they are shown."""
        return self.column(1, lambda one: one.value)


@lru_cache(maxsize=32)
def paired(
    reader: ReleaseReader,
    need: ReleasedIndicator,
    supply: ReleasedIndicator,
    kind: ReleasedAreaType,
) -> Paired:
    """The areas of one kind with a row of both."""
    needs, supplies = (_newest(reader, one, kind) for one in (need, supply))
    codes = [code for code in needs if code in supplies]
    return Paired(
        need=need,
        supply=supply,
        kind=kind,
        areas=tuple((needs[code], supplies[code]) for code in codes),
    )


def more_need(indicator: ReleasedIndicator) -> int:
    """1 where a higher value is more need, -1 where a higher value is better."""
    return -1 if indicator.better is Polarity.HIGHER else 1


def more_supply(indicator: ReleasedIndicator) -> int:
    """1 where a higher value is more supply, -1 where a lower value is better."""
    return -1 if indicator.better is Polarity.LOWER else 1


def _newest(
    reader: ReleaseReader, indicator: ReleasedIndicator, kind: ReleasedAreaType
) -> dict[str, Observation]:
    start = newest_period(indicator).start
    category = leading_category(reader, indicator=indicator)
    found = slice_of(reader, indicator.id, kind.code, start, category)
    return {one.area_code: one for one in found}
