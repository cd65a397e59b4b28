"""A picture looks as the page does, without its style sheet."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from hereabouts.doors.web.pictures.letters import length, wrapped
from hereabouts.doors.web.pictures.looks import dress, looks_of
from hereabouts.release.reader import ReleaseReader

ROOT = Path(__file__).parents[5]
CHARTS = ROOT / "src/hereabouts/doors/web/charts"
SHEET = ROOT / "frontend/styles/_charts.scss"
#: Groups, which look like nothing by themselves, and drawings that stay in tables and cards.
PLAIN = {"hb-chart__series", "hb-chart--roomy", "hb-icon", "hb-bar", "hb-strip", "hb-scatter"}


def test_every_class_of_a_chart_has_a_look(reader: ReleaseReader) -> None:
    looks = looks_of(reader.manifest.place)
    used = {
        name
        for module in ("line", "control", "funnel", "groups", "icons", "ranked", "frame", "shapes")
        for name in re.findall(r"hb-[a-z_-]+[a-z]", (CHARTS / f"{module}.py").read_text("utf-8"))
    }
    known = {*looks, *PLAIN}
    unknown = {name for name in used if not any(name == k or k.startswith(name) for k in known)}
    assert unknown - {"hb-chart__series--quiet"} == set()


def test_dashes_and_widths_are_those_of_the_style_sheet(reader: ReleaseReader) -> None:
    sheet = SHEET.read_text("utf-8")
    for name, look in looks_of(reader.manifest.place).items():
        for attribute in ("stroke-dasharray", "stroke-width"):
            if attribute in look and look[attribute] != "1":
                value = look[attribute]
                assert f"{attribute}: {value};" in sheet, f"{name} has {attribute} {value}"


def test_what_an_element_says_itself_comes_first() -> None:
    root = ET.fromstring('<g class="a b"><x class="c" fill="red"/></g>')  # noqa: S314
    dress(root, {"a": {"fill": "blue"}, "b": {"fill": "green"}, "c": {"fill": "pink"}})
    assert root.attrib == {"fill": "green"}
    assert root[0].attrib == {"fill": "red"}


def test_a_quiet_line_is_quieter_than_another(reader: ReleaseReader) -> None:
    text = '<g><g class="hb-chart__series--quiet"><p class="hb-chart__line"/></g></g>'
    root = ET.fromstring(text)  # noqa: S314
    dress(root, looks_of(reader.manifest.place))
    assert root[0][0].attrib["stroke-width"] == "2"


def test_words_are_broken_into_lines_that_fit() -> None:
    text = "Admissions within thirty minutes of a unit that gives thrombolysis, by area"
    lines = wrapped(text, width=200, size=14)
    assert " ".join(lines) == text
    assert len(lines) > 1
    assert all(length(line, size=14) <= 200 for line in lines)
    assert wrapped("W" * 90, width=100, size=14) == ["W" * 90]
