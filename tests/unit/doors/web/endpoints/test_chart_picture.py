"""Charts as pictures: self-contained, titled, sourced, and the same each time."""

import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import duckdb
import pytest
from PIL import Image

from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

OF_WITHIN, OF_NURSES = "indicator/access/within_30", "indicator/workforce/nurses"
PICTURES = [
    f"{OF_WITHIN}/map",
    f"{OF_WITHIN}/ranking",
    f"{OF_NURSES}/trend",
    "area/icb22/E54000008/workforce/nurses",
]


def words(svg: str) -> str:
    root = ET.fromstring(svg)  # noqa: S314  # ours
    return " ".join(root.itertext())


@pytest.mark.parametrize("chart", PICTURES)
def test_a_picture_says_its_title_source_period_and_release(site: Client, chart: str) -> None:
    answer = site.get(f"/r/1/chart/{chart}.svg")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    said = words(answer.text)
    assert "Source: " in said
    assert ", release 1, " in said
    assert ("Admissions within 30 minutes" if "within_30" in chart else "nurses") in said


@pytest.mark.parametrize("chart", PICTURES)
def test_a_picture_needs_nothing_else(site: Client, chart: str) -> None:
    """No class without a style sheet, no variable, no script, no address but data."""
    root = ET.fromstring(site.get(f"/r/1/chart/{chart}.svg").text)  # noqa: S314
    for element in root.iter():
        tag = element.tag.split("}")[-1]
        assert tag not in ("script", "style", "foreignObject", "a")
        assert "class" not in element.attrib
        assert not any("var(" in value for value in element.attrib.values())
        for name, value in element.attrib.items():
            if name.endswith("href"):
                assert value.startswith("data:image/png;base64,")


@pytest.mark.parametrize("chart", PICTURES)
def test_only_made_up_figures_say_that_they_are_made_up(site: Client, chart: str) -> None:
    said = words(site.get(f"/r/1/chart/{chart}.svg").text)
    assert ("Made-up data" in said) == ("nurses" in chart)


@pytest.mark.parametrize("chart", PICTURES)
def test_a_png_is_drawn_in_colour_and_is_always_the_same(site: Client, chart: str) -> None:
    first, again = (site.get(f"/r/1/chart/{chart}.png") for _time in range(2))
    assert first.headers["content-type"] == "image/png"
    assert first.content == again.content
    assert "immutable" in first.headers["cache-control"]
    with Image.open(io.BytesIO(first.content)) as drawn:
        assert drawn.width == 1520
        assert len(drawn.convert("RGB").getcolors(100_000) or ()) > 5


def test_letters_are_drawn_without_a_font_of_the_machine(site: Client) -> None:
    """The title's line has ink in it: a missing font would leave it white."""
    with Image.open(io.BytesIO(site.get(f"/r/1/chart/{OF_NURSES}/trend.png").content)) as drawn:
        title = drawn.convert("L").crop((40, 50, 700, 100))
    assert min(title.tobytes()) < 60


def test_the_newest_release_has_pictures_at_an_address_that_stays(site: Client) -> None:
    answer = site.get(f"/chart/{OF_WITHIN}/map.png")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=60"


def test_a_picture_is_of_the_state_that_its_address_names(site: Client) -> None:
    address = f"/r/1/chart/{OF_NURSES}/ranking.svg"
    one, other = (words(site.get(f"{address}?period={year}-01-01").text) for year in (2022, 2023))
    assert one != other
    assert ", 2022" in one


@pytest.mark.parametrize(
    ("what", "status", "code"),
    [
        (f"{OF_WITHIN}/trend.png", 404, "W252"),
        (f"{OF_WITHIN}/nothing.svg", 404, "W252"),
        (f"{OF_WITHIN}/map.png?size=9999999", 400, "W201"),
        (f"{OF_WITHIN}/map.png?area_type=country&area_type=lsoa11", 400, "W201"),
        (f"{OF_WITHIN}/map.gif", 404, "W210"),
        ("indicator/access/none/map.png", 404, "W204"),
        ("area/icb22/E54999999/workforce/nurses.png", 404, "W206"),
        ("area/icb22/E54000008/access/within_30.png", 404, "W252"),
        ("area/icb22/E54000008/workforce/nurses.png?chart=pie", 400, "W202"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(
    site: Client, what: str, status: int, code: str
) -> None:
    answer = site.get(f"/r/1/chart/{what}")
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code


def test_hostile_names_are_drawn_as_words(tmp_path: Path, make_site: MakeSite) -> None:
    folder = build_small_release(tmp_path)
    said: dict[str, Any] = json.loads((folder / "release.json").read_text())
    hostile = '<script>alert(1)</script>&"\x01\ufffe ' + "W" * 300
    for one in said["indicators"]:
        one["title"] = one["short_title"] = hostile
    said["products"][0]["attribution"] = "]]><image href='http://evil.example/x.png'/>"
    (folder / "release.json").write_text(json.dumps(said))
    with duckdb.connect(str(folder / "serve.duckdb")) as con:
        con.execute("update areas set area_name = ? where area_type = 'icb22'", [hostile])
    site = make_site(tmp_path)
    for chart in PICTURES:
        svg = site.get(f"/r/1/chart/{chart}.svg").text
        elements = list(ET.fromstring(svg).iter())  # noqa: S314
        assert "script" not in {element.tag.split("}")[-1] for element in elements}
        values = [value for element in elements for value in element.attrib.values()]
        assert "http://evil.example/x.png" not in values
        assert site.get(f"/r/1/chart/{chart}.png").status_code == 200
