"""Nothing of the site's own is left in English on a page in another language.

Every page is made in a language that puts each marked message between brackets. What is left
outside them must be words of the data, or of the few that are the same in every language.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from hereabouts.doors.web import languages
from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.languages import Messages, read_messages
from hereabouts.doors.web.method_words import BYAR, WILSON
from hereabouts.model.policy import Audience
from hereabouts.release.reader import latest
from tests.unit.doors.web.client import Client
from tools.check_messages import faults, messages

KINDS = (
    *("/", "/indicators", "/about", "/about/stroke.access", "/search", "/search?q=a", "/compare"),
    *("/search?q=zzzz", "/changes", "/changes/log", "/accessibility"),
    *("/area/icb22/E54000037", "/area/icb22/E54000037/changes", "/area/lsoa11/E01000001"),
    *("/indicator/access/within_30", "/indicator/access/travel_minutes"),
    *("/indicator/workforce/nurses", "/compare?area=icb22/E54000037&area=icb22/E54000008"),
    *("/explain/access.within_30/icb22/E54000037?period=2017-01-01", "/nowhere", "/about?x=1"),
    *("/glossary", "/glossary/thrombolysis", "/dictionary", "/catalogue", "/catalogue?kind=page"),
    "/embed/indicator/access/within_30/map",
)
#: Names that no language translates, and references.
SAME = ("API", "CSV", "PNG", "SVG", "PDF", "PPTX", "DCAT", "Catalogue of data", "Cymraeg")
#: In the words of the chart of a compared area, which are cut short.
CUT = re.compile(r"^[^\n]*\u2026$", re.MULTILINE)
MONTH = re.compile(r"\b(Hydref|Tachwedd|Rhagfyr)\b")


class Bracketed(Messages):
    """Every message that is marked, between brackets; what is not marked has none."""

    def one(self, message: str) -> str:
        """The message in brackets."""
        return f"\u27e6{message}\u27e7"

    def several(self, singular: str, plural: str, count: int) -> str:
        """Either form in brackets."""
        return self.one(singular if count == 1 else plural)


@pytest.fixture(scope="module")
def bracketed(welsh_place: Path) -> Iterator[Client]:
    """The site in that language, which is asked for as if it were Welsh."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(languages, "read_messages", lambda _language: Bracketed({}, int))
        with Client(create_app(welsh_place)) as client:
            yield client


@pytest.fixture(scope="module")
def data(welsh_place: Path) -> tuple[str, ...]:
    """Every word of the data: of the release and its areas, the longest first."""
    (told,) = welsh_place.rglob("release.json")
    found = set(_texts(json.loads(told.read_text(encoding="utf-8"))))
    reader = latest(welsh_place, audience=Audience.OPEN)
    for kind in reader.manifest.area_types:
        found |= {text for one in reader.areas(kind.code) for text in (one.name, one.code)}
    for one in reader.manifest.observed:
        found |= set(reader.categories(one.id)) if one.breakdown else set()
    found |= {BYAR, WILSON, *SAME}
    return tuple(sorted((one.casefold() for one in found if len(one) > 1), key=len, reverse=True))


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        yield from (text for pair in said.items() for one in pair for text in _texts(one))
    elif isinstance(said, list):
        yield from (text for one in said for text in _texts(one))


def left_over(page: str, data: tuple[str, ...]) -> list[str]:
    """What a reader sees or hears that is neither marked, data, nor said to be English."""
    page = re.sub(r"<(script|style|code|pre)\b.*?</\1>", "", page, flags=re.DOTALL)
    page = re.sub(r'<(\w+)[^>]*\blang="en".*?</\1>', "", page, flags=re.DOTALL)
    named = r'<[^>]*\b(?:aria-label|alt|placeholder|title)="([^"]*)"[^>]*>'
    text = re.sub(named, r"\n\1\n", page)
    text = re.sub(r"</?(?:abbr|a|span|strong)\b[^>]*>", "", text)
    text = CUT.sub("", MONTH.sub("", html.unescape(re.sub(r"<[^>]*>", "\n", text))))
    before = ""
    while before != text:
        before, text = text, re.sub("\u27e6[^\u27e6\u27e7]*\u27e7", "", text)
    return [line.strip() for line in text.split("\n") if _is_words(line.casefold(), data)]


def _is_words(line: str, data: tuple[str, ...]) -> bool:
    line = re.sub(r"\d(?:af|il|ydd|ed|fed|eg|ain)\b|\[\w+\]", "", line)
    for one in data:
        line = line.replace(one, " ")
    return re.search(r"[^\W\d_]{2}", line) is not None


@pytest.mark.parametrize("path", KINDS)
def test_no_word_of_the_site_is_left_in_english(
    bracketed: Client, data: tuple[str, ...], path: str
) -> None:
    assert left_over(bracketed.get(f"/cy{path}").text, data) == []


def test_a_word_that_is_not_marked_is_seen(data: tuple[str, ...]) -> None:
    page = '<h1>\u27e6Ranking\u27e7 of wards</h1><p>Demo partnership</p><p lang="en">Fine</p>'
    assert left_over(page, data) == ["of wards"]


def test_the_page_of_the_api_is_in_english_and_says_so(bracketed: Client) -> None:
    assert '<div class="hb-words" lang="en">' in bracketed.get("/cy/api/v1/docs").text


def test_welsh_says_every_message_with_the_same_places_for_values() -> None:
    assert faults("cy") == []


def test_messages_are_found_in_templates_and_in_python() -> None:
    found = messages()
    assert found["Skip to main content",].startswith("templates/layout.html")
    assert found["Higher is better.",].startswith("method_words.py")
    assert ("%(num)s page", "%(num)s pages") in found
    assert len(read_messages("cy").said) == len({one[0] for one in found})
