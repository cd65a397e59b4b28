"""What a release answers of benchmarks, groups, gaps and several areas over time."""

from datetime import date
from pathlib import Path

import pytest

from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.judged_release import SEEN, SMOKING, build_judged_release

NEWEST = date(2025, 1, 1)
CODES = ("E07000002", "E07000001")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> ReleaseReader:
    folder: Path = tmp_path_factory.mktemp("judged")
    build_judged_release(folder)
    return latest(folder, audience=Audience.OPEN)


def test_a_benchmark_is_an_observation_of_its_period(judged: ReleaseReader) -> None:
    found = judged.benchmark(SMOKING, period_start=NEWEST)
    assert found is not None
    assert (found.area_type, found.value) == ("england", 13.5)
    assert judged.benchmark(SMOKING, period_start=date(1999, 1, 1)) is None
    assert judged.benchmark(SEEN, period_start=NEWEST) is None


def test_groups_come_in_the_order_of_their_numbers(judged: ReleaseReader) -> None:
    found = judged.grouped(SMOKING, period_start=NEWEST)
    assert [one.area_code for one in found] == [str(n) for n in range(1, 11)]
    assert judged.grouped(SEEN, period_start=NEWEST) == ()


def test_gaps_are_oldest_first(judged: ReleaseReader) -> None:
    found = judged.inequality(SMOKING)
    assert [gap.period_start.year for gap in found] == list(range(2016, 2026))
    assert judged.inequality(SEEN) == ()


def test_several_trends_together_are_what_each_is_alone(judged: ReleaseReader) -> None:
    together = judged.trends(SMOKING, area_type="district", codes=CODES)
    for code in CODES:
        alone = judged.trend(SMOKING, area_type="district", code=code)
        assert tuple(one for one in together if one.area_code == code) == alone
    assert len(together) == 20
    assert judged.trends(SMOKING, area_type="district", codes=()) == ()


def test_a_comparison_is_beside_its_value_and_hidden_with_it(judged: ReleaseReader) -> None:
    found = {
        one.area_code: one
        for one in judged.observations(SMOKING, area_type="district", period_start=NEWEST)
    }
    assert found["E07000001"].compared == "better_998"
    assert found["E07000042"].compared is None
