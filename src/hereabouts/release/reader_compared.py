"""What a release answers of benchmarks, groups, gaps and several areas over time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hereabouts.model.keeping import keeping
from hereabouts.release import reader_sql
from hereabouts.release.answers import Inequality, Observation
from hereabouts.release.manifest_model import ReleaseManifest

TRENDS_KEPT = 4  # of the areas of a page, which has them in every period


class ComparedAnswers:
    """Answers of a release about what areas are compared with; a part of `ReleaseReader`."""

    manifest: ReleaseManifest

    def __init__(self) -> None:
        super().__init__()
        self._trends = keeping(self._read_trends, most=TRENDS_KEPT)

    def trends(
        self, indicator: str, *, area_type: str, codes: Sequence[str], category: str = "all"
    ) -> tuple[Observation, ...]:
        """What `trend` answers of each of several areas of one type, together, oldest first."""
        return self._trends(indicator, area_type, tuple(sorted(codes)), category)

    def benchmark(
        self, indicator: str, *, period_start: date, category: str = "all"
    ) -> Observation | None:
        """What an indicator's areas are compared to, or None where they are not."""
        found = self.manifest.indicator_of(indicator)
        if found is None or found.compare_to is None:
            return None
        rows = self._observations(
            reader_sql.BEYOND, [indicator, found.compare_to, period_start, category]
        )
        return rows[0] if rows else None

    def grouped(
        self, indicator: str, *, period_start: date, category: str = "all"
    ) -> tuple[Observation, ...]:
        """The observations of an indicator's groups, in the groups' order."""
        found = self.manifest.indicator_of(indicator)
        if found is None or found.inequality is None:
            return ()
        slice_ = [indicator, found.inequality, period_start, category]
        return self._observations(reader_sql.BEYOND, slice_)

    def inequality(self, indicator: str, *, category: str = "all") -> tuple[Inequality, ...]:
        """The gap over an indicator's groups in each period, oldest first."""
        found = self.manifest.indicator_of(indicator)
        if found is None or found.inequality is None:
            return ()
        names = Inequality.__slots__
        return tuple(
            Inequality(**dict(zip(names, row, strict=True)))
            for row in self._rows(reader_sql.INEQUALITY, [indicator, category])
        )

    def _read_trends(
        self, indicator: str, area_type: str, codes: tuple[str, ...], category: str
    ) -> tuple[Observation, ...]:
        rows = self._rows(reader_sql.TRENDS, [indicator, area_type, category, list(codes)])
        return self._named(area_type, rows)

    def _named(self, area_type: str, rows: Sequence[Sequence[Any]]) -> tuple[Observation, ...]:
        raise NotImplementedError

    def _rows(self, sql: str, sought: Sequence[Any] | dict[str, Any]) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def _observations(self, sql: str, sought: Sequence[Any]) -> tuple[Observation, ...]:
        raise NotImplementedError
