"""What a release answers of hot spots and of areas like one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hereabouts.release.manifest_model import ReleaseManifest

_HOT_SPOTS = """
    select h.area_code, a.area_name, o.value, h.z, h.q, h.class, h.moran, h.smoothed
    from hot_spots as h join areas as a using (area_type, area_code)
    join observations as o using (indicator, area_type, area_code, period_start, category)
    where h.indicator = ? and h.area_type = ? and h.period_start = ? and h.category = ?
    order by h.q nulls last, abs(h.z) desc, h.area_code
"""
_SIMILAR = """
    select s.similar_code, a.area_name, s.distance from similar_areas as s
    join areas as a on a.area_type = s.area_type and a.area_code = s.similar_code
    where s.area_type = ? and s.area_code = ? order by s.place
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterAt:
    """What one area is on the map of hot spots. Only areas whose value is shown have one."""

    area_code: str
    area_name: str
    value: float
    z: float | None  # Gi*; None for an island
    q: float | None  # the least false discovery rate at which it is a finding
    kind: str  # hot_1, hot_5, cold_1, cold_5, neither, island
    moran: str | None  # high_high, low_low, high_low, low_high, where a finding at 5%
    smoothed: float | None  # the rate drawn towards the mean of all areas

    @property
    def stands_out(self) -> bool:
        """Whether it is hot or cold at a false discovery rate of 5%."""
        return self.kind.startswith(("hot", "cold"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarArea:
    """An area like another, and how far from it, in standard deviations."""

    area_code: str
    area_name: str
    distance: float


class ClusterAnswers:
    """Answers of a release about clusters and likeness; a part of `ReleaseReader`."""

    manifest: ReleaseManifest

    def hot_spots(
        self, indicator: str, *, area_type: str, period_start: date, category: str = "all"
    ) -> tuple[ClusterAt, ...]:
        """Every area with a shown value, what is surest first.

        Empty where the indicator asks for no hot spots, the area type has no borders, or fewer
        than 30 areas have a value.
        """
        found = self.manifest.indicator_of(indicator)
        if found is None or not found.hot_spots:
            return ()
        names = ClusterAt.__slots__
        slice_ = [indicator, area_type, period_start, category]
        rows = self._rows(_HOT_SPOTS, slice_)
        return tuple(ClusterAt(**dict(zip(names, row, strict=True))) for row in rows)

    def similar(self, area_type: str, *, code: str) -> tuple[SimilarArea, ...]:
        """The areas most like one area, the most like first; empty where none are declared."""
        declared = self.manifest.similar_areas
        if declared is None or declared.area_type != area_type:
            return ()
        return tuple(
            SimilarArea(area_code=other, area_name=name, distance=distance)
            for other, name, distance in self._rows(_SIMILAR, [area_type, code])
        )

    def _rows(self, sql: str, sought: Sequence[Any] | dict[str, Any]) -> list[tuple[Any, ...]]:
        raise NotImplementedError
