"""One area at a time, from blocks of neighbours: the same as a query for each would say."""

import gc
import weakref
from pathlib import Path

import pytest

from hereabouts.model.policy import Audience
from hereabouts.release import reader_areas
from hereabouts.release.answers import Observation
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.small_release import build_small_release

WITHIN = "access.within_30"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("place")
    build_small_release(folder)
    return folder


@pytest.fixture(params=[1, 3, 500])
def reader(
    root: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> ReleaseReader:
    """With blocks of one area, of a few, and of all."""
    monkeypatch.setattr(reader_areas, "ROWS_IN_A_BLOCK", request.param)
    return latest(root, audience=Audience.OPEN)


def test_a_reader_that_nobody_holds_is_gone_at_once(root: Path) -> None:
    reader = latest(root, audience=Audience.OPEN)
    assert reader.profile("icb22", code=reader.areas("icb22")[0].code)
    gone = weakref.ref(reader)
    gc.disable()
    try:
        del reader
        assert gone() is None, "its files stay open until circles are looked for"
    finally:
        gc.enable()


@pytest.mark.parametrize("kind", ["icb22", "country"])
def test_every_area_stands_where_the_ranking_of_its_newest_period_has_it(
    reader: ReleaseReader, kind: str
) -> None:
    for area in reader.areas(kind):
        for standing in reader.standings(kind, code=area.code):
            one = standing.observation
            start = max(seen.period_start for seen in _all_of(reader, one.indicator, kind))
            ranking = reader.ranking(one.indicator, area_type=kind, period_start=start)
            rank = {row.observation.area_code: row.rank for row in ranking.rows}[area.code]
            assert (one.period_start, standing.rank, standing.ranked) == (
                start,
                rank,
                ranking.ranked,
            )


def _all_of(reader: ReleaseReader, indicator: str, kind: str) -> list[Observation]:
    return list(reader.observations(indicator, area_type=kind, category="all"))


def test_every_observation_of_every_area_is_in_its_profile(
    reader: ReleaseReader,
) -> None:
    for kind in ("lsoa11", "icb22"):
        whole = [one for area in reader.areas(kind) for one in reader.profile(kind, code=area.code)]
        one_by_one = [
            one
            for indicator in reader.manifest.observed
            for one in reader.observations(indicator.id, area_type=kind)
        ]
        assert len(whole) == len(one_by_one)
        assert set(whole) == set(one_by_one)


def test_an_area_that_is_not_there_has_nothing(reader: ReleaseReader) -> None:
    for code in ("", "A", "E01000001x", "zzz"):
        assert reader.profile("lsoa11", code=code) == ()
        assert reader.standings("lsoa11", code=code) == ()
        assert list(reader.observations(WITHIN, area_type="lsoa11", code=code)) == []
    assert reader.profile("nowhere", code="E01000001") == ()
