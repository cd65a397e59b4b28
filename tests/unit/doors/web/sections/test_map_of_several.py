"""A map section of several indicators: the reader chooses which is drawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hereabouts.doors.web.app import create_app
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.sections.conftest import MINUTES, NURSES, WITHIN, page, with_sections

PAGE = "/page/theme"
SEVERAL = {"kind": "map", "name": "map", "indicators": [WITHIN, MINUTES, "gone.away"]}


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder: Path = tmp_path_factory.mktemp("mapped") / "place"
    with_sections(folder, page(SEVERAL))
    with Client(create_app(folder)) as client:
        yield client


def test_the_first_is_drawn_until_the_reader_chooses(mapped: Client) -> None:
    first = mapped.get(PAGE).text
    other = mapped.get(f"{PAGE}?map.indicator={MINUTES}").text
    assert f"/classes/{WITHIN}/" in first
    assert f"/classes/{MINUTES}/" in other
    assert f"/classes/{WITHIN}/" not in other
    assert f'<option value="{MINUTES}" selected>' in other


def test_what_the_release_lacks_is_not_on_offer(mapped: Client) -> None:
    assert "gone.away" not in mapped.get(PAGE).text
    assert mapped.get(f"{PAGE}?map.indicator=gone.away").status_code == 400
    assert mapped.get(f"{PAGE}?map.indicator={NURSES}").status_code == 400


def test_a_period_and_kind_of_area_that_only_the_other_has_give_way(mapped: Client) -> None:
    asked = f"{PAGE}?map.indicator={MINUTES}&map.period=2019-01-01&map.area_type=icb22"
    assert mapped.get(asked).status_code == 200


def test_the_choice_is_kept_when_colours_change_and_classes_when_the_choice_does(
    mapped: Client,
) -> None:
    text = mapped.get(f"{PAGE}?map.indicator={MINUTES}&map.classes=jenks").text
    chosen = f'<input type="hidden" name="map.indicator" value="{MINUTES}">'
    classes = '<input type="hidden" name="map.classes" value="jenks">'
    of_indicator, of_colours = text.split("data-hb-in-place>")[1:3]
    assert classes in of_indicator.partition("</form>")[0]
    assert chosen in of_colours.partition("</form>")[0]


def test_its_picture_and_frame_are_of_what_is_chosen(mapped: Client) -> None:
    for address in ("/r/1/chart/page/theme/map.svg", "/r/1/embed/page/theme/map"):
        first, other = (mapped.get(f"{address}{a}") for a in ("", f"?indicator={MINUTES}"))
        assert first.status_code == other.status_code == 200
        assert "Average travel time" in other.text
        assert "Average travel time" not in first.text
