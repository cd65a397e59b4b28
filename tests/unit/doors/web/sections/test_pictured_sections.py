"""Every chart and map of a declared page leaves as a picture, and can be shown in a frame."""

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from hereabouts.doors.web.indicator_state import read_state
from hereabouts.doors.web.pictures.shown import svg_of
from hereabouts.doors.web.sections.pictured import Pictured, pictured
from hereabouts.doors.web.sections.pyramid import pyramid_figure
from hereabouts.doors.web.shown_figure import ShownFigure
from hereabouts.doors.web.visit import Visit
from hereabouts.model.page import SectionKind
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite, MakeVisit
from tests.unit.doors.web.observed import seen
from tests.unit.doors.web.pages.test_pages import text_of
from tests.unit.doors.web.sections.conftest import NURSES, page, with_sections
from tests.unit.doors.web.test_inequality_figure import figure as gap_of_groups

#: Section -> what its picture is called, of whom, and whether part of it is made up.
PICTURED = {
    "headline": ("Key figures", "Stroke maps", True),
    "map": ("Admissions within 30 minutes of a thrombolysis unit", "Stroke maps", False),
    "map-2": ("Average travel time and nurses in one map", "Stroke maps", True),
    "ranking": ("Admissions within 30 minutes of a thrombolysis unit", "Stroke maps", False),
    "triangulation": ("Nurses beside average travel time", "Stroke maps", True),
    "trend": ("Nurses in post over time", "Stroke maps", True),
}
UNPICTURED = ("text", "pyramid", "inequality", "table", "profile", "headline-2", "nowhere")


def words_of(svg: str) -> str:
    root = ET.fromstring(svg)  # noqa: S314  we wrote it
    return " ".join(" ".join(root.itertext()).split())


def links_of(html: str, section: str, ending: str) -> list[str]:
    return [
        unescape(one)
        for one in re.findall(r'href="([^"]+)" download', html)
        if f"/chart/page/theme/{section}.{ending}" in one
    ]


@pytest.mark.parametrize("section", PICTURED)
def test_a_picture_says_what_it_is_and_where_it_is_from(themed: Client, section: str) -> None:
    title, source, made_up = PICTURED[section]
    (link,) = links_of(themed.get("/page/theme").text, section, "svg")
    answer = themed.get(link)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    words = words_of(answer.text)
    assert title.casefold() in words.casefold()
    assert f"Source: {source}" in words
    assert "release 1, 24 November 2026" in words
    assert ("Made-up data" in words) is made_up


@pytest.mark.parametrize("section", ["headline", "map", "map-2", "triangulation"])
def test_the_same_is_there_in_dots(themed: Client, section: str) -> None:
    answer = themed.get(f"/r/1/chart/page/theme/{section}.png")
    assert answer.headers["content-type"] == "image/png"
    assert Image.open(BytesIO(answer.content)).size[0] >= 760


@pytest.mark.parametrize("section", PICTURED)
def test_a_frame_shows_the_section_alone(themed: Client, section: str) -> None:
    title, source, made_up = PICTURED[section]
    answer = themed.get(f"/embed/page/theme/{section}")
    assert answer.status_code == 200
    assert "x-frame-options" not in answer.headers
    words = text_of(answer.text)
    assert title.casefold() in words.casefold()
    assert f"Source: {source}" in words
    assert ("invented" in words) is made_up
    assert f'href="/page/theme#{section}"' in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize("section", UNPICTURED)
def test_what_is_no_picture_has_none(themed: Client, section: str) -> None:
    assert links_of(themed.get("/page/theme").text, section, "svg") == []
    for address in (f"/chart/page/theme/{section}.svg", f"/embed/page/theme/{section}"):
        assert themed.get(address).status_code == 404


def test_a_picture_is_of_what_the_reader_chose(themed: Client) -> None:
    asked = "map.area_type=icb22&ranking.indicator=access.travel_minutes&ranking.sort=area"
    html = themed.get(f"/page/theme?{asked}").text
    (link,) = links_of(html, "ranking", "svg")
    assert link == "/r/1/chart/page/theme/ranking.svg?indicator=access.travel_minutes"
    assert "minutes" in words_of(themed.get(link).text)
    (link,) = links_of(html, "map", "svg")
    assert link == "/r/1/chart/page/theme/map.svg?area_type=icb22"
    framed = themed.get("/embed/page/theme/ranking?indicator=access.travel_minutes").text
    assert 'href="/page/theme?ranking.indicator=access.travel_minutes#ranking"' in framed


@pytest.mark.parametrize(
    "asked", ["area_type=parish", "indicator=gone.away", "colour=red", "sort=area", "page=2"]
)
def test_what_a_section_does_not_have_is_refused(themed: Client, asked: str) -> None:
    assert themed.get(f"/chart/page/theme/ranking.svg?{asked}").status_code == 400


def test_names_are_written_safely(tmp_path: Path, make_site: MakeSite) -> None:
    """In addresses and in words, whatever a page calls its section."""
    section = {"kind": "trend", "name": "<b>odd", "indicators": [NURSES], "title": "<i>"}
    with_sections(tmp_path, page(section))
    site = make_site(tmp_path)
    (link,) = re.findall(r'href="(/r/1/chart/page/theme/[^"]+svg)"', site.get("/page/theme").text)
    assert site.get(unescape(link)).status_code == 200


def _drawn(found: Pictured | None, visit: Visit) -> str:
    assert found is not None
    shown = ShownFigure(
        kind=found.kind,
        figure=found.figure,
        title=found.title,
        about=found.about,
        indicator=found.indicators[0],
        page="/page/theme",
        state={},
        drawn_from=found.state,
    )
    return words_of(svg_of(visit, shown))


def test_people_by_age_and_sex_leave_as_a_picture(themed_visit: MakeVisit) -> None:
    visit = themed_visit()
    indicator = visit.manifest.indicator_of(NURSES)
    assert indicator is not None
    ages = {"Female, 0 to 64": 5.0, "Male, 0 to 64": 6.0, "Female, 65": 7.0, "Male, 65": 8.0}
    people = [replace(seen(value), category=said) for said, value in ages.items()]
    figure = pyramid_figure(people, indicator=indicator, title="Nurses by age", name="pyramid")
    content = {"figure": figure, "indicator": indicator}
    words = _drawn(pictured(visit, SectionKind.PYRAMID, content, title="By age and sex"), visit)
    assert "Nurses by age" in words
    assert "65 and over" in words


def test_the_gap_between_groups_leaves_as_a_picture(themed_visit: MakeVisit) -> None:
    visit = themed_visit()
    indicator = visit.manifest.indicator_of(NURSES)
    assert indicator is not None
    content = {"figure": gap_of_groups(), "state": read_state(visit, indicator)}
    words = _drawn(pictured(visit, SectionKind.INEQUALITY, content, title="Inequality"), visit)
    assert "Nurses in post" in words
    assert "Source: " in words
