"""What pages say in sentences made from data can be read by most people."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from hereabouts.doors.web.app import create_app
from tests.unit.doors.judged_release import build_judged_release
from tests.unit.doors.small_manifest import COUNTRIES, ICBS
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.reading_age import grade, syllables_of, without

HARDEST = 9.0  # a reader of about 14
SMALL = (
    *("/", "/indicator/access/within_30", "/indicator/workforce/nurses", "/about", "/changes"),
    *("/area/icb22/E54000008", "/explain/access.within_30/icb22/E54000008", "/nothing"),
)
JUDGED = ("/indicator/health/smoking", "/indicator/waits/seen", "/area/district/E07000003")
#: Words of the place and not of ours.
TITLES = (
    *("integrated care boards", "Integrated care boards", "integrated care board"),
    *("Admissions within 30 minutes", "Integrated Care Board"),
    *("thrombolysis", "admissions", "Admissions"),
)
_PARAGRAPH = re.compile(r"<(p|dd)\b[^>]*>(.*?)</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder: Path = tmp_path_factory.mktemp("read")
    build_judged_release(folder)
    with Client(create_app(folder)) as client:
        yield client


def sentences(site: Client, path: str) -> list[str]:
    """What a page says in paragraphs; a paragraph without a full stop is a label."""
    main = site.get(path).text.split("<main", 1)[1].split("</main>", 1)[0]
    plain = (re.sub(r"<[^>]+>", "", inside) for _tag, inside in _PARAGRAPH.findall(main))
    said = (re.sub(r"\s+", " ", unescape(one)).strip() for one in plain)
    return [
        without(one, [*ICBS.values(), *COUNTRIES.values(), *TITLES]) for one in said if "." in one
    ]


@pytest.mark.parametrize("path", SMALL)
def test_a_page_reads_easily(site: Client, path: str) -> None:
    hold(sentences(site, path))


@pytest.mark.parametrize("path", JUDGED)
def test_a_page_of_judged_figures_reads_easily(judged: Client, path: str) -> None:
    hold(sentences(judged, path))


def hold(said: list[str]) -> None:
    """Fail above the limit, with the hardest paragraphs first."""
    assert said
    worst = sorted(said, key=grade, reverse=True)[:5]
    found = grade(" ".join(said))
    assert found <= HARDEST, "\n".join(f"{grade(one):.1f}  {one}" for one in worst)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("cat", 1), ("table", 2), ("rate", 1), ("hidden", 2), ("places", 2), ("area", 2)),
        *(("42%", 1), ("marked", 1), ("counted", 2), ("whole", 1), ("people", 2)),
    ],
)
def test_syllables_are_counted_by_groups_of_vowels(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("") == 0.0
