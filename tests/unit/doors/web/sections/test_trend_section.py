"""A section over time: lines, or a control chart where the indicator asks for one."""

import json
from pathlib import Path

import pytest

from hereabouts.doors.web.app import create_app
from tests.unit.doors.changed_place import SEEN, Figure, build
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.sections.conftest import page

TREND = {"kind": "trend", "name": "trend", "indicators": [SEEN]}


def section(root: Path, *, months: int, spc: bool = True) -> str:
    """The trend of the first district, which has one month unlike the others."""
    told: dict[tuple[int, int], Figure | None] = {(1, months - 1): Figure(90.0)}
    folder = build(root, 1, months=months, told=told, said={} if spc else {"spc": None})
    file = folder / "release.json"
    said = json.loads(file.read_text("utf-8"))
    for kind in said["area_types"]:
        kind["count"] = min(kind["count"], 3)  # few enough for one to stand for the place
    file.write_text(json.dumps(said | {"pages": [page(TREND)]}), "utf-8")
    with Client(create_app(root)) as client:
        text = client.get("/page/theme").text
    return text[text.index('<section id="trend"') :].partition("</section>")[0]


def test_an_indicator_that_asks_for_one_has_a_control_chart_of_the_area_that_leads(
    tmp_path: Path,
) -> None:
    found = section(tmp_path, months=14)
    assert "control chart</figcaption>" in found
    assert '<p class="hb-figure__about">District 1</p>' in found
    assert "Special cause, improving" in found


@pytest.mark.parametrize(("months", "spc"), [(5, True), (14, False)])
def test_too_few_values_or_no_wish_for_one_make_lines(
    tmp_path: Path, months: int, spc: bool
) -> None:
    found = section(tmp_path, months=months, spc=spc)
    assert "over time</figcaption>" in found
    assert "Special cause" not in found
