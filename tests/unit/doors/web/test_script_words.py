"""What scripts add to a page is in the language of the page."""

import json
import re
from pathlib import Path

from hereabouts.doors.web.languages import in_language
from hereabouts.doors.web.script_words import SCRIPT_WORDS, script_words
from tests.unit.doors.web.client import Client

SCRIPTS = Path(__file__).parents[4] / "frontend" / "src"
BLOCK = re.compile(r'<script type="application/json" id="hb-words">(.*?)</script>', re.DOTALL)


def written() -> str:
    return "\n".join(path.read_text("utf-8") for path in SCRIPTS.rglob("*.ts"))


def test_every_word_of_the_list_is_one_that_a_script_says() -> None:
    scripts = written()
    assert [one for one in SCRIPT_WORDS if json.dumps(one) not in scripts] == []


def test_every_word_that_a_script_says_is_in_the_list() -> None:
    said = re.findall(r'\bspoken\(\s*("[^"]*")', written())
    assert len(said) > 10
    assert {json.loads(one) for one in said} <= set(SCRIPT_WORDS)


def test_a_welsh_page_hands_its_words_to_the_scripts(welsh: Client) -> None:
    with in_language("cy"):
        block = str(script_words())
    assert json.loads(block)["Link copied"] == "Copïwyd y ddolen"
    assert "<" not in block
    page = welsh.get("/cy/about").text
    found = BLOCK.findall(page)
    assert found == ([block] if '<script type="module"' in page else [])


def test_an_english_page_hands_nothing_over(welsh: Client) -> None:
    assert BLOCK.findall(welsh.get("/about").text) == []
    assert script_words() == ""


def test_each_word_has_the_same_places_for_values() -> None:
    with in_language("cy"):
        said = json.loads(str(script_words()))
    places = re.compile(r"\{\w+\}")
    assert all(sorted(places.findall(e)) == sorted(places.findall(c)) for e, c in said.items())
