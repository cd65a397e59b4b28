"""What a pack says, and that every number in it is the release's."""

import re
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hereabouts.doors.web.address import AddressError
from hereabouts.doors.web.board_pack.contents import Pack, Passage, Table
from tests.unit.doors.web.board_pack.conftest import PackOf

DEVON = ("icb22", "E54000037")
FIRST = ("district", "E07000001")
THIRD = ("district", "E07000003")
NUMBER = re.compile(r"(?<![\w.,])−?\d[\d,]*(?:\.\d+)?(?!\w)")
DECIMALS = {"access.within_30": 1, "access.travel_minutes": 1, "workforce.nurses": 0}
DECIMALS |= {"health.smoking": 1, "waits.seen": 1}


def passage(pack: Pack, title: str) -> Passage:
    return next(one for one in pack.after if one.title == title)


def numeric_cells(table: Table) -> set[str]:
    return {found for row in table.rows for cell in row[1:] for found in NUMBER.findall(cell)}


def released(place: Path, area: tuple[str, str], copy: Path) -> set[str]:
    """Every number of the area, of larger areas and of benchmarks, as it is printed."""
    folder = next((place / ".hereabouts" / "releases").iterdir())
    shutil.copy(folder / "serve.duckdb", copy)
    with duckdb.connect(str(copy), read_only=True) as con:
        rows: list[tuple[Any, ...]] = con.execute(
            "select indicator, unnest([value, lower, upper]) from observations "
            "where (area_type, area_code) = (?, ?) or area_type in ('country', 'england')",
            list(area),
        ).fetchall()
    return {f"{value:,.{DECIMALS[name]}f}" for name, value in rows if value is not None}


@pytest.mark.parametrize(
    ("place", "theme", "area"),
    [
        ("small_place", "home", DEVON),
        ("judged_place", "health", THIRD),
        ("judged_place", "waits", THIRD),
    ],
)
def test_every_number_in_its_tables_is_the_releases(
    request: pytest.FixtureRequest, tmp_path: Path, place: str, theme: str, area: tuple[str, str]
) -> None:
    pack = request.getfixturevalue(place.removesuffix("_place"))(theme, *area)
    found = [cell for page in pack.pages for table in page.tables for cell in numeric_cells(table)]
    assert len(found) >= 8
    assert set(found) <= released(request.getfixturevalue(place), area, tmp_path / "copy.duckdb")


def test_a_declared_page_is_a_theme_in_its_own_order(small: PackOf) -> None:
    pack = small("home", *DEVON)
    assert [page.title for page in pack.pages] == [
        "Admissions within 30 minutes of a thrombolysis unit",
        "Average travel time to the nearest unit",
        "Nurses in post",
    ]
    assert pack.title == "Stroke care in two lands: Devon"


def test_a_theme_of_indicators_is_one_too(small: PackOf) -> None:
    pack = small("workforce", *DEVON)
    assert [page.title for page in pack.pages] == ["Nurses in post"]
    assert pack.theme == "Workforce"


def test_its_summary_says_each_value_its_limits_its_comparison_and_its_place(
    small: PackOf,
) -> None:
    assert small("home", *DEVON).summary.sentences[0] == (
        "Admissions within 30 minutes of a thrombolysis unit: 80.0% (95% confidence interval 76.0 "
        "to 84.0), 2017 to 2019, higher than England (better), 1st of 4 integrated care boards."
    )


def test_it_counts_how_the_area_stands_beside_the_benchmark(judged: PackOf) -> None:
    said = judged("health", *THIRD).summary.sentences
    assert said[0] == "Of 1 indicator compared with a benchmark: 1 similar."


def test_a_page_says_where_the_indicator_is_going_and_how_sure_its_place_is(
    judged: PackOf,
) -> None:
    page = judged("health", *THIRD).pages[0]
    assert "Fell from 14.3% in 2024 to 13.7% in 2025." in page.sentences
    assert "At 95% confidence its place is between 7th and 39th of 41." in page.sentences


def test_a_process_has_its_control_chart_and_what_that_finds(judged: PackOf) -> None:
    page = judged("waits", *THIRD).pages[0]
    first = page.drawings[0]
    assert first.caption == "Control chart: People seen within four hours, District 03"
    assert "Special cause, concern" in first.alt
    assert any(said.startswith("Special cause, concern") for said in page.sentences)


def test_the_area_is_drawn_among_those_nearest_to_it(judged: PackOf) -> None:
    among = judged("health", *THIRD).pages[0].drawings[1]
    assert "the 15 nearest of 41" in among.caption
    assert "The darker bar is District 03." in among.svg
    assert among.svg.count("<rect") >= 15


def test_what_is_hidden_has_its_marker_and_no_number(judged: PackOf) -> None:
    pack = judged("health", "district", "E07000042")
    page = pack.pages[0]
    assert page.value == "[c] hidden to protect people's confidentiality"
    assert "hidden to protect people's confidentiality" in pack.summary.sentences[-1]
    mine = [row for table in page.tables for row in table.rows if row[0] == "District 42"]
    assert mine == [("District 42", "[c]", "none")]
    assert page.drawings == ()


def test_made_up_figures_are_said_to_be_on_the_cover_and_on_their_page(small: PackOf) -> None:
    partly, wholly = small("home", *DEVON), small("workforce", *DEVON)
    assert partly.warnings[0].startswith("Some of this is made-up data")
    assert wholly.warnings[0].startswith("Made-up data.")
    assert [page.made_up for page in partly.pages] == [False, False, True]


def test_what_changed_is_said_since_the_release_before(changed: PackOf) -> None:
    title = "What changed since the release before"
    said = passage(changed("waits", *FIRST, number=2), title).sentences
    assert said[:2] == (
        "Since release 1, 1 November 2026:",
        "waits.seen in time: rose from 60.0% in Feb 2025 to 80.0% in Mar 2025.",
    )
    assert "On its control chart the newest value, 80.0%, is above the upper limit" in said[-1]


def test_revised_figures_are_in_a_table(changed: PackOf) -> None:
    pack = changed("waits", "district", "E07000003", number=2)
    found = passage(pack, "What changed since the release before").tables[0]
    assert found.rows == (("waits.seen", "Nov 2024", "Rose from 61.0% to 62.5%"),)


def test_the_first_release_has_nothing_before_it(changed: PackOf) -> None:
    pack = changed("waits", *FIRST, number=1)
    said = passage(pack, "What changed since the release before").sentences
    assert said == ("No release before this one is still here.",)


def test_it_ends_with_methods_sources_shorthand_and_how_to_cite(small: PackOf) -> None:
    pack = small("home", *DEVON)
    assert (
        "The 95% confidence interval is Wilson's." in passage(pack, "Methods").tables[0].rows[0][1]
    )
    assert "Stroke maps, MIT licence" in " ".join(passage(pack, "Sources").sentences)
    assert ("[c]", "hidden to protect people's confidentiality") in passage(
        pack, "Shorthand in the tables"
    ).tables[0].rows
    assert "Release 1, 24 November 2026" in passage(pack, "How to cite this").sentences[0]


@pytest.mark.parametrize(
    ("theme", "area_type", "code", "error"),
    [
        ("nothing", "icb22", "E54000037", "W310"),
        ("home", "ward", "E54000037", "W205"),
        ("home", "icb22", "E54", "W206"),
        ("workforce", "lsoa11", "E01000000", "W311"),
    ],
)
def test_what_it_cannot_be_of_is_said(
    small: PackOf, theme: str, area_type: str, code: str, error: str
) -> None:
    with pytest.raises(AddressError) as refused:
        small(theme, area_type, code)
    assert refused.value.code == error
    assert refused.value.status == 404
