"""The map of an indicator, as the front end's README says its script reads it."""

import json
from html.parser import HTMLParser

import pytest

from hereabouts.doors.web.indicator_state import read_state
from hereabouts.doors.web.map_figure import MapFigure, map_figure
from tests.unit.doors.small_manifest import ARTEFACT
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeVisit

WITHIN = "/indicator/access/within_30"


class Figures(HTMLParser):
    """The attributes of every tag that a map's script looks for."""

    def __init__(self) -> None:
        super().__init__()
        self.maps: list[dict[str, str | None]] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "figure" and "data-hb-map" in found:
            self.maps.append(found)
        self.marked += [f"{tag} {name}" for name in found if name.startswith("data-hb-")]


def figures(page: str) -> Figures:
    parser = Figures()
    parser.feed(page)
    return parser


def drawn(visit_with: MakeVisit, query: str = "", *, name: str = "within_30") -> MapFigure:
    visit = visit_with(query)
    theme = "workforce" if name == "nurses" else "access"
    figure = map_figure(visit, read_state(visit, visit.indicator(theme, name=name)))
    assert figure is not None
    return figure


def test_the_figure_has_exactly_the_attributes_its_script_reads(site: Client) -> None:
    found = figures(site.get(WITHIN).text)
    (attributes,) = found.maps
    assert attributes == {
        "class": attributes["class"],
        "data-hb-map": None,
        "data-ids": f"/artefacts/{ARTEFACT}/ids.webp",
        "data-areas": f"/artefacts/{ARTEFACT}/areas.json",
        "data-tiles": f"/artefacts/{ARTEFACT}/areas.pmtiles",
        "data-values": "/r/1/values/access.within_30/icb22/2017-01-01.f32",
        "data-classes": "/r/1/classes/access.within_30/icb22/2017-01-01.u8",
        "data-fills": attributes["data-fills"],
        "data-unit": "percent",
        "data-decimals": "1",
        "data-area-url": "/r/1/area/icb22/{code}",
        "data-image": "/r/1/map/access.within_30/icb22/2017-01-01.png",
        "data-alt": attributes["data-alt"],
    }
    fills = json.loads(attributes["data-fills"] or "")
    assert [len(one) for one in fills] == [4] * len(fills)
    assert "form data-hb-in-place" in found.marked


def test_every_address_the_map_names_answers(site: Client) -> None:
    page = site.get(WITHIN).text
    (attributes,) = figures(page).maps
    for name in (
        "data-ids",
        "data-areas",
        "data-tiles",
        "data-classes",
        "data-values",
        "data-image",
    ):
        assert site.get(attributes[name] or "").status_code == 200
    pattern = attributes["data-area-url"] or ""
    assert site.get(pattern.replace("{code}", "E54000037")).status_code == 200


def test_the_picture_of_a_reader_without_script_says_what_it_shows(visit_with: MakeVisit) -> None:
    figure = drawn(visit_with)
    assert figure.image == "/r/1/map/access.within_30/icb22/2017-01-01.png"
    assert (figure.width, figure.height) == (60, 40)
    assert figure.alt.startswith("Map of 5 integrated care boards")
    assert figure.caption.endswith("integrated care boards, 2017 to 2019")


def test_the_legend_counts_every_area_once_and_names_what_is_missing(visit_with: MakeVisit) -> None:
    figure = drawn(visit_with)
    assert sum(row.count for row in figure.legend) == 5
    assert "[x]" in figure.legend[-1].label
    fills = json.loads(dict(figure.data)["data-fills"])
    assert len(figure.legend) == len(fills) + 1


@pytest.mark.parametrize("category", ["Female", "Male"])
def test_a_category_is_in_the_address_of_values_and_picture(
    visit_with: MakeVisit, category: str
) -> None:
    figure = drawn(visit_with, f"category={category}", name="nurses")
    assert dict(figure.data)["data-values"].endswith(f"2023-01-01.f32?category={category}")
    assert figure.image.endswith(f"2023-01-01.png?category={category}")
    hidden = [row for row in figure.legend if "[" in row.label]
    assert sum(row.count for row in hidden) == 1


def test_the_total_and_its_parts_are_cut_alike(visit_with: MakeVisit) -> None:
    total, part = (
        drawn(visit_with, name="nurses"),
        drawn(visit_with, "period=2019-01-01", name="nurses"),
    )
    labels = [[row.label for row in one.legend if "[" not in row.label] for one in (total, part)]
    assert labels[0] == labels[1]


def test_areas_without_outlines_have_no_map_and_the_page_says_it_in_a_table(site: Client) -> None:
    page = site.get(f"{WITHIN}?area_type=lsoa11")
    assert page.status_code == 200
    assert figures(page.text).maps == []
    assert "Lower layer super output areas" in page.text
