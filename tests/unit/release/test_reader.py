"""Reading a real, small release."""

import json
import threading
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from hereabouts.errors import ReleaseError
from hereabouts.model.observation import Marker
from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest, open_release, released_numbers
from tests.unit.doors.small_release import build_small_release, take_totals_away

START = date(2017, 1, 1)
WITHIN, MINUTES, NURSES = "access.within_30", "access.travel_minutes", "workforce.nurses"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("place")
    build_small_release(folder)
    return folder


@pytest.fixture(scope="module")
def reader(root: Path) -> ReleaseReader:
    return latest(root, audience=Audience.OPEN)


def test_the_manifest_is_read_with_its_types(reader: ReleaseReader) -> None:
    manifest = reader.manifest
    assert manifest.number == 1
    assert manifest.audience is Audience.OPEN
    assert manifest.made_at.year == 2026
    within = manifest.indicator("access", name="within_30")
    assert within is not None
    assert within.periods[0].start == START
    assert manifest.disclosure.by_indicator[0].hidden == 13
    assert manifest.home is not None


def test_equal_values_share_the_smallest_rank_and_the_next_rank_is_skipped(
    reader: ReleaseReader,
) -> None:
    ranking = reader.ranking(WITHIN, area_type="icb22", period_start=START)
    ranked = [(r.rank, r.observation.value, r.observation.area_code) for r in ranking.rows]
    assert ranked == [
        (1, 80.0, "E54000037"),
        (2, 60.0, "E54000036"),
        (3, 40.0, "E54000008"),
        (3, 40.0, "E54000050"),
        (None, None, "W11000023"),
    ]
    assert (ranking.total, ranking.ranked) == (5, 4)


def test_the_lowest_value_ranks_first_where_lower_is_better(reader: ReleaseReader) -> None:
    ranking = reader.ranking(MINUTES, area_type="icb22", period_start=START)
    assert [r.rank for r in ranking.rows] == [1, 2, 3, 4, None]
    assert ranking.rows[0].observation.value == 20.25
    assert ranking.rows[-1].observation.marker is Marker.NOT_APPLICABLE


def test_a_ranking_can_be_read_a_page_at_a_time(reader: ReleaseReader) -> None:
    first = reader.ranking(WITHIN, area_type="lsoa11", period_start=START, page=(100, 0))
    second = reader.ranking(WITHIN, area_type="lsoa11", period_start=START, page=(100, 100))
    assert (len(first.rows), len(second.rows), first.total) == (100, 30, 130)
    codes = {r.observation.area_code for r in (*first.rows, *second.rows)}
    assert len(codes) == 130


def test_a_ranking_can_be_ordered_by_name(reader: ReleaseReader) -> None:
    ranking = reader.ranking(WITHIN, area_type="icb22", period_start=START, order="-area")
    names = [r.observation.area_name for r in ranking.rows]
    assert names == sorted(names, reverse=True)


def test_an_indicator_nobody_measured_has_an_empty_ranking(reader: ReleaseReader) -> None:
    ranking = reader.ranking("no.such", area_type="icb22", period_start=START)
    assert (ranking.rows, ranking.total) == ((), 0)


def test_a_missing_value_says_in_its_bits_why_it_is_missing(reader: ReleaseReader) -> None:
    values = reader.values_array(WITHIN, area_type="lsoa11", period_start=START)
    bits = values.view("<u4")
    assert values.dtype == np.dtype("<f4")
    assert values.shape == (130,)
    areas = reader.areas("lsoa11")
    by_code = {area.code: bits[area.number - 1] for area in areas}
    assert by_code["E01000001"] == 0x7FC00001
    assert by_code["W01000004"] == 0x7FC00002
    assert float(values[areas[0].number - 1]) == 12.5
    minutes = reader.values_array(MINUTES, area_type="icb22", period_start=START)
    assert minutes.view("<u4")[-1] == 0x7FC00003


def test_values_are_in_number_order_even_for_areas_nobody_observed(reader: ReleaseReader) -> None:
    values = reader.values_array(NURSES, area_type="country", period_start=date(2019, 1, 1))
    assert values[0] == 9000.0
    assert values.view("<u4")[1] == 0x7FC00002


def test_a_spread_gives_the_ends_and_counts_what_is_missing(reader: ReleaseReader) -> None:
    spread = reader.spread(WITHIN, area_type="icb22", period_start=START)
    assert spread.values == (40.0, 40.0, 60.0, 80.0)
    assert spread.lowest is not None
    assert spread.highest is not None
    assert (spread.lowest.area_code, spread.highest.area_code) == ("E54000008", "E54000037")
    assert spread.by_marker == {"[x]": 1}


def test_shown_values_cover_every_period(reader: ReleaseReader) -> None:
    values = reader.shown_values(NURSES, area_type="icb22")
    assert len(values) == 4 * 5
    assert list(values) == sorted(values)


def test_an_area_stands_by_its_newest_value(reader: ReleaseReader) -> None:
    standings = {s.observation.indicator: s for s in reader.standings("icb22", code="E54000008")}
    assert (standings[WITHIN].rank, standings[WITHIN].ranked) == (3, 4)
    assert (standings[MINUTES].rank, standings[MINUTES].ranked) == (1, 4)
    assert standings[NURSES].observation.period_start == date(2023, 1, 1)
    hidden = {s.observation.indicator: s for s in reader.standings("icb22", code="E54000036")}
    assert hidden[NURSES].rank is None
    assert hidden[NURSES].observation.marker is Marker.CONFIDENTIAL


def test_a_profile_holds_every_period_and_category(reader: ReleaseReader) -> None:
    rows = reader.profile("icb22", code="E54000008")
    assert len(rows) == 1 + 1 + 5 * 3


def test_a_trend_is_oldest_first(reader: ReleaseReader) -> None:
    rows = reader.trend(NURSES, area_type="country", code="E92000001")
    assert [row.value for row in rows] == [9000.0, 9150.0, 9300.0, 9450.0, 9600.0]


def test_observations_can_be_narrowed(reader: ReleaseReader) -> None:
    everything = list(reader.observations(NURSES, area_type="icb22"))
    women = list(reader.observations(NURSES, area_type="icb22", category="Female"))
    assert len(everything) == 4 * 5 * 3 + 5
    assert {row.category for row in women} == {"Female"}


def test_categories_begin_with_the_total_then_the_one_with_most(reader: ReleaseReader) -> None:
    assert reader.categories(NURSES) == ("all", "Female", "Male")
    assert reader.categories(WITHIN) == ("all",)


def test_parents_come_smallest_first_and_children_by_name(reader: ReleaseReader) -> None:
    parents = reader.parents("lsoa11", code="E01000002")
    assert [area.area_type for area in parents] == ["icb22", "country"]
    children = reader.children("country", code="E92000001", of_type="icb22")
    assert [area.code for area in children] == [
        "E54000008",
        "E54000036",
        "E54000037",
        "E54000050",
    ]
    assert reader.area("icb22", code="E54000037") is not None
    assert reader.area("icb22", code="nowhere") is None


@pytest.mark.parametrize(
    ("text", "first"),
    [("devon", "E54000037"), ("E54000008", "E54000008"), ("ynys mon", "E01000000")],
)
def test_an_area_is_found_by_name_code_or_without_accents(
    reader: ReleaseReader, text: str, first: str
) -> None:
    assert reader.find_areas(text, limit=5)[0].code == first


def test_a_search_keeps_to_its_limit_and_finds_nothing_for_nothing(reader: ReleaseReader) -> None:
    assert len(reader.find_areas("exeter", limit=7)) == 7
    assert reader.find_areas("   ", limit=7) == ()
    assert reader.find_areas("100% '; drop table areas", limit=7) == ()


def test_two_threads_may_read_at_once(reader: ReleaseReader) -> None:
    seen: list[int] = []

    def read() -> None:
        for _ in range(10):
            ranking = reader.ranking(WITHIN, area_type="lsoa11", period_start=START)
            seen.append(ranking.total)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [130] * 20


def test_the_newest_release_of_the_audience_is_the_latest(tmp_path: Path) -> None:
    build_small_release(tmp_path, number=1)
    build_small_release(tmp_path, number=12)
    build_small_release(tmp_path, number=13, audience="internal")
    (tmp_path / ".hereabouts" / "releases" / "0014-open").mkdir()
    assert latest(tmp_path, audience=Audience.OPEN).manifest.number == 12
    assert released_numbers(tmp_path, audience=Audience.INTERNAL) == (13,)
    assert open_release(tmp_path, number=1, audience=Audience.OPEN).manifest.number == 1


def test_before_any_release_the_error_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError) as caught:
        latest(tmp_path, audience=Audience.OPEN)
    assert str(caught.value) == (
        "there is no open release yet [R101]\n"
        "  do: make one: hereabouts build, then hereabouts release"
    )


def test_an_internal_release_is_not_an_open_one(tmp_path: Path) -> None:
    build_small_release(tmp_path, number=2, audience="internal")
    with pytest.raises(ReleaseError, match="R102"):
        open_release(tmp_path, number=2, audience=Audience.OPEN)


@pytest.mark.parametrize("text", ["{", "[]", '{"number": 1}'])
def test_a_broken_release_json_is_named(tmp_path: Path, text: str) -> None:
    folder = build_small_release(tmp_path)
    (folder / "release.json").write_text(text)
    with pytest.raises(ReleaseError, match="R103"):
        latest(tmp_path, audience=Audience.OPEN)


def test_a_broken_database_is_named(tmp_path: Path) -> None:
    folder = build_small_release(tmp_path)
    (folder / "serve.duckdb").write_bytes(b"not a database")
    with pytest.raises(ReleaseError, match="R104"):
        latest(tmp_path, audience=Audience.OPEN)


def test_keys_of_a_later_version_are_passed_over(tmp_path: Path) -> None:
    folder = build_small_release(tmp_path)
    said = json.loads((folder / "release.json").read_text())
    said["a_new_key"] = said["place"]["another"] = 1
    (folder / "release.json").write_text(json.dumps(said))
    assert latest(tmp_path, audience=Audience.OPEN).manifest.number == 1


def test_a_release_cannot_be_written_to(reader: ReleaseReader) -> None:
    with pytest.raises(Exception, match="read-only"):
        reader._connection.execute("delete from areas")  # noqa: SLF001  # the promise itself


def test_where_there_is_no_total_every_category_is_shown_and_the_largest_leads(
    tmp_path: Path,
) -> None:
    take_totals_away(build_small_release(tmp_path), NURSES)
    reader = latest(tmp_path, audience=Audience.OPEN)
    assert reader.categories(NURSES) == ("Female", "Male")
    assert len(reader.shown_values(NURSES, area_type="icb22")) == 4 * 5 * 2
