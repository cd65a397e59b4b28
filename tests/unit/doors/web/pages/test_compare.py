"""Areas side by side."""

import csv
import io
import re

import pytest

from tests.unit.doors.web.client import Client
from tests.unit.doors.web.pages.test_pages import text_of

DEVON, CORNWALL = "icb22/E54000037", "icb22/E54000036"


def of(*areas: str, **more: str) -> str:
    pairs = [f"area={area}" for area in areas] + [f"{k}={v}" for k, v in more.items()]
    return "/compare?" + "&".join(pairs)


def test_each_area_has_its_value_limits_and_comparison(site: Client) -> None:
    text = text_of(site.get(of(DEVON, CORNWALL)).text)
    assert "Devon 80.0%" in text
    assert "76.0 to 84.0" in text
    assert "Compared with England" in text
    assert "Higher (better)" in text


def test_there_is_a_chart_whose_table_says_the_same(site: Client) -> None:
    page = site.get(of(DEVON, CORNWALL)).text
    described = re.search(r'<desc id="dots-access-within_30-description">([^<]*)', page)
    assert described is not None
    assert "Devon: 80.0%, interval 76.0 to 84.0." in described.group(1)


def test_a_hidden_value_is_a_marker_and_no_dot(site: Client) -> None:
    page = site.get(of(DEVON, CORNWALL, theme="workforce")).text
    assert "[c]" in page
    assert page.count("<circle") == 1


def test_the_order_of_the_address_changes_nothing(site: Client) -> None:
    """The page is kept by its parameters, whatever their order."""
    main = re.compile(r"<main.*</main>", re.DOTALL)
    found = [
        main.search(site.get(of(*pair)).text) for pair in ((DEVON, CORNWALL), (CORNWALL, DEVON))
    ]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].group() == found[1].group()


def test_a_larger_area_may_stand_beside_its_own_parts(site: Client) -> None:
    text = text_of(site.get(of("country/E92000001", DEVON, CORNWALL)).text)
    assert text.index("England") < text.index("Cornwall") < text.index("Devon")
    assert "Compared with England" in text


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        (of(*(f"lsoa11/E01{i:06d}" for i in range(5, 16))), 400, "W320"),
        (of("icb22/nowhere"), 404, "W321"),
        (of("nowhere/E54000037"), 404, "W321"),
        (of("E54000037"), 404, "W321"),
        (of("icb22/"), 404, "W321"),
        (of(DEVON, "country/W92000004"), 400, "W322"),  # a country it is not in
        (of("country/E92000001", "country/W92000004", DEVON), 400, "W322"),
        (of(DEVON, "lsoa11/E01000000"), 400, "W322"),
        (of(DEVON, theme="nowhere"), 400, "W202"),
        (of(DEVON, sort="rank"), 400, "W201"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_words(
    site: Client, address: str, status: int, code: str
) -> None:
    for asked in (address, "/r/1/download" + address.replace("/compare", "/compare.csv")):
        answer = site.get(asked)
        assert answer.status_code == status
        assert code in answer.text


def test_ten_areas_are_compared_and_no_more_offered(site: Client) -> None:
    codes = [f"lsoa11/E01{i:06d}" for i in range(60) if i % 5 != 4][:10]
    page = site.get(of(*codes))
    assert page.status_code == 200
    assert "as many areas as can be compared" in page.text
    assert 'id="add"' not in page.text


def test_nothing_chosen_says_what_may_be(site: Client) -> None:
    assert "Choose up to 10 areas" in site.get("/compare").text


def test_an_area_can_be_left_out(site: Client) -> None:
    page = site.get(of(DEVON, CORNWALL, theme="access")).text
    assert f'href="/compare?area={CORNWALL}&amp;theme=access"' in page


def test_an_area_is_added_from_its_own_page(site: Client) -> None:
    page = site.get("/area/icb22/E54000037").text
    assert f'href="/compare?area={DEVON}"' in page
    assert f'name="area" value="{DEVON}"' in site.get(of(DEVON)).text


def test_the_file_has_the_figures_of_the_page(site: Client) -> None:
    page = site.get(of(DEVON, CORNWALL, theme="access")).text
    found = re.search(r'href="([^"]*compare\.csv[^"]*)"', page)
    assert found is not None
    text = site.get(found.group(1).replace("&amp;", "&")).text
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert {row["area_name"] for row in rows} == {"Devon", "Cornwall and the Isles of Scilly"}
    assert {row["indicator"] for row in rows} == {"access.within_30", "access.travel_minutes"}
    devon = next(r for r in rows if r["area_code"] == "E54000037" and r["lower"])
    assert (float(devon["value"]), float(devon["lower"])) == (80.0, 76.0)
