"""The colours of the built style sheet, light and dark: every pair that meets can be told apart."""

import json
import re

import pytest

from hereabouts.doors.web.palette import (
    BY_CHOICE,
    BY_SYSTEM,
    DARK_GROUND,
    JUDGED,
    JUDGED_ON_DARK,
)
from hereabouts.doors.web.site_settings import BUNDLE
from hereabouts.model.contrast import contrast

MANIFEST = BUNDLE / ".vite" / "manifest.json"
GROUNDS = ("ground", "paper")
TEXT = (
    *("ink", "quiet", "colour-text", "accent-text", "visited", "error", "success"),
    *("better", "worse", "neither", "ordinary"),
)
#: Text that lies on something else.
WORDS_ON = (("on-strong", "colour-text"), ("on-strong", "ink"), ("ink", "pressed"))
WORDS_ON_TOO = (("ink", "notice"), ("on-colour", "colour"))
#: Lines and marks that say something.
GRAPHICS = ("quiet-line", "bar-edge", "colour-text", "better", "worse", "neither", "ordinary")

Colours = dict[str, str]


@pytest.fixture(scope="module")
def sheet() -> str:
    if not MANIFEST.is_file():
        pytest.skip("the front end is not built (make demo builds it)")
    name: str = json.loads(MANIFEST.read_text("utf-8"))["styles/style.scss"]["file"]
    return (BUNDLE / name).read_text("utf-8")


def properties(sheet: str, selector: str) -> Colours:
    """The place's custom properties that a rule sets, each as `#rrggbb` where it is a colour."""
    plain, wanted = _plain(sheet), _plain(selector) + "{"
    start = next(
        found.end() for found in re.finditer(re.escape(wanted), plain)
        if plain.startswith("color-scheme", found.end())
    )  # fmt: skip
    rule = plain[start : plain.index("}", start)]
    pairs = re.findall(r"--hb-([a-z-]+):(#[0-9a-fA-F]{3,6})\b", rule)
    return {name: _full(colour) for name, colour in pairs}


def _plain(text: str) -> str:
    """Without what Sass may write or leave out."""
    return re.sub(r"[\s\"]", "", text)


def _full(colour: str) -> str:
    short = len(colour) == 4
    return "#" + "".join(part * 2 for part in colour[1:]) if short else colour


@pytest.fixture(scope="module", params=["light", "by system", "by choice"])
def colours(request: pytest.FixtureRequest, sheet: str) -> Colours:
    light = properties(sheet, ":root")
    selectors = {"by system": BY_SYSTEM, "by choice": BY_CHOICE}
    if request.param == "light":
        return light
    return light | properties(sheet, selectors[request.param])


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize(("text", "on"), [*WORDS_ON, *WORDS_ON_TOO])
def test_words_on_buttons_and_banners_can_be_read(colours: Colours, text: str, on: str) -> None:
    assert contrast(colours[text], colours[on]) >= 4.5


@pytest.mark.parametrize("graphic", GRAPHICS)
def test_lines_and_marks_can_be_seen(colours: Colours, graphic: str) -> None:
    assert contrast(colours[graphic], colours["ground"]) >= 3.0


def test_the_palette_and_the_style_sheet_say_the_same(sheet: str) -> None:
    light, dark = properties(sheet, ":root"), properties(sheet, BY_SYSTEM)
    assert {name: light[name] for name in JUDGED} == JUDGED
    assert {name: dark[name] for name in JUDGED_ON_DARK} == JUDGED_ON_DARK
    assert dark["paper"] == DARK_GROUND
    assert dark == properties(sheet, BY_CHOICE)
