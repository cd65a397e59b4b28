"""The demo's pages as a reader meets them: complete, true to its files, and said to be made up."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.doors.web.app import create_app
from tests.unit.doors.web.client import Client

pytestmark = pytest.mark.journey
MADE_UP = ("supply", "prevention", "economic_inactivity")
PAGES = ("access", "nurses_and_need", "rankings", *MADE_UP)
HTML = re.compile(r"<(?:style|script).*?</(?:style|script)>|<[^>]+>", re.DOTALL)


@pytest.fixture(scope="module")
def demo(demo_place: Path) -> Iterator[Client]:
    with Client(create_app(demo_place)) as client:
        yield client


def section(client: Client, page: str, name: str) -> str:
    """The words of one section."""
    text = client.get(f"/page/{page}").text
    part = text[text.index(f'<section id="{name}"') :].partition("</section>")[0]
    return " ".join(HTML.sub(" ", part).split())


def rows(demo_place: Path, name: str) -> list[dict[str, str]]:
    lines = (demo_place / "inbox" / name).read_text(encoding="utf-8").splitlines()[1:]
    return list(csv.DictReader(lines))


def test_the_home_page_leads_to_every_theme(demo: Client) -> None:
    text = demo.get("/").text
    assert [page for page in PAGES if f'href="/page/{page}"' not in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_section_of_every_page_has_something_to_show(demo: Client, page: str) -> None:
    found = demo.get(f"/page/{page}")
    assert found.status_code == 200
    assert "nothing to show here yet" not in found.text


def test_together_the_pages_have_a_section_of_every_kind(demo: Client) -> None:
    names = [
        name
        for page in ("", *(f"page/{page}" for page in PAGES))
        for name in re.findall(r'<section id="([a-z]+)', demo.get(f"/{page}").text)
    ]
    assert set(names) == {
        *("headline", "map", "ranking", "triangulation", "trend", "inequality", "pyramid"),
        *("table", "profile", "text"),
    }


@pytest.mark.parametrize("page", MADE_UP)
def test_a_page_of_made_up_figures_says_so_at_its_top_and_at_every_section(
    demo: Client, page: str
) -> None:
    text = demo.get(f"/page/{page}").text
    assert "Made-up data." in text
    headings = re.findall(r'<section id="[^"]+".*?</h2>', text, re.DOTALL)
    assert headings
    assert all("Synthetic" in heading for heading in headings)


def test_the_control_chart_finds_the_change_that_was_planted(demo: Client) -> None:
    said = section(demo, "supply", "trend")
    assert "Special cause, improving: lower than chance explains, and better." in said


def test_the_pyramid_has_every_age_of_the_file(demo: Client, demo_place: Path) -> None:
    said = section(demo, "supply", "pyramid")
    people: dict[tuple[int, str], int] = defaultdict(int)
    for row in rows(demo_place, "stroke_staff_ages.csv"):
        people[int(row["Age from"]), row["Sex"]] += int(row["Staff"])
    for age in range(20, 65, 5):
        # Rounded to the nearest 5, a half upwards, as the demo's policy says.
        women, men = (5 * ((people[age, sex] + 2) // 5) for sex in ("Female", "Male"))
        assert f"{age} to {age + 4} {women:,} {men:,}" in said


def test_the_ends_of_the_gap_are_those_of_the_files(demo: Client, demo_place: Path) -> None:
    fifth = {r["LSOA (2011)"]: r["Invented fifth"] for r in rows(demo_place, "invented_fifths.csv")}
    people, inactive = dict.fromkeys("12345", 0), dict.fromkeys("12345", 0)
    for row in rows(demo_place, "economic_inactivity.csv"):
        if row["Year"] == "2025":
            people[fifth[row["LSOA (2011)"]]] += int(row["Aged 16 to 64"])
            inactive[fifth[row["LSOA (2011)"]]] += int(row["Economically inactive"])
    worst, best = (100 * inactive[end] / people[end] for end in "15")
    said = section(demo, "economic_inactivity", "inequality")
    assert f"in the worst-off fifth {worst:.1f}%, in the best-off fifth {best:.1f}%" in said
    assert "not the Index of Multiple Deprivation" in said


def test_counts_too_small_to_be_shown_are_hidden(demo: Client) -> None:
    query = "ranking.indicator=prevention.stopped_smoking&ranking.area_type=sicbl22&ranking.page=2"
    assert "hidden to protect people" in demo.get(f"/page/prevention?{query}").text
