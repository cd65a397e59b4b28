"""Whatever is asked of a site wrongly: a plain page with what to do, the right status, no leak."""

import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from tests.journeys.conftest import Run
from tests.journeys.serving import served
from tests.unit.converting import add_received

pytestmark = pytest.mark.journey
HISTORY = "code_history: {product: carry.history, years: {2011: was, 2021: is}}\n"
MARK = "quornwick"  # in everything hostile: no answer may have it as it was sent
HOSTILE = (
    f"<script>{MARK}</script>",
    f'"><img src=x onerror={MARK}>',
    f"' or 1=1; drop table areas; -- {MARK}",
    f"../../../../etc/passwd?{MARK}",
    f"{{{{7*7}}}}${{7*7}}{MARK}",
    f"{MARK}\r\nset-cookie: a=b",
    f"{MARK}\x00",
)
#: What of it a browser or a template would have run.
RUNS = (f"<script>{MARK}", f"<img src=x onerror={MARK}", f"49{MARK}")
#: What only our insides would say.
INSIDES = ("Traceback", 'File "', ".py", "serve.duckdb", "Exception", "select distinct", "NoneType")
AREA, INDICATOR = "/area/area", "/indicator/library/members"
#: Address, status and some of what is said, of pages.
PAGES = (
    (f"{AREA}/E01888001", 410, "its area became"),
    (f"{AREA}/E01888001/changes", 410, "was out of use by 2021"),
    ("/compare?area=area/E01888001", 410, "its area became"),
    (f"{AREA}/E01777777", 404, "there is no area with that code here"),
    ("/area/parish/E04000001", 404, "there is no such kind of area"),
    ("/indicator/library/nowhere", 404, "there is no such indicator"),
    ("/about/library.nowhere", 404, "there is no such product"),
    ("/page/nowhere", 404, "there is no page at this address"),
    ("/nowhere/at/all", 404, "there is no page at this address"),
    ("/r/1/", 404, "there is no open release 1"),
    (f"/r/1{INDICATOR}", 404, "there is no open release 1"),
    ("/r/99/about", 404, "there is no open release 99"),
    ("/changes?since=1", 404, "there is no such earlier release"),
    (f"{INDICATOR}?area_type=parish", 400, "there is no such kind of area here"),
    (f"{INDICATOR}?period=yesterday", 400, "there is no such period here"),
    (f"{INDICATOR}?sort=colour", 400, "What you can do"),
    (f"{INDICATOR}?page=0", 400, "What you can do"),
    (f"{INDICATOR}?page=99999999999999999999", 400, "What you can do"),
    (f"{INDICATOR}?flavour=red", 400, "a part this page does not understand"),
    (f"{INDICATOR}?sort=area&sort=rank", 400, "a part this page does not understand"),
    (f"/search?q={'a' * 201}", 400, "a part this page does not understand"),
    ("/compare?area=nothing", 404, "not in this release"),
    ("/compare?" + "&".join(f"area=area/E{n}" for n in range(11)), 400, "too many to compare"),
)
#: The same of data, and the code that is told.
DATA = (
    ("/api/v1/areas/area/E01888001", 410, "W350"),
    ("/api/v1/areas/area/E01777777", 404, "W206"),
    ("/api/v1/indicators/library/nowhere", 404, "W204"),
    ("/api/v1/observations?indicator=library.nowhere&area_type=area", 400, "W263"),
    ("/api/v1/observations?indicator=library.members&area_type=area&limit=-1", 400, "W264"),
    ("/api/v1/releases/1/indicators", 404, "R102"),
    ("/api/v1/nowhere", 404, "W266"),
    ("/r/2/download/area/area/E01888001.csv", 410, "W350"),
    ("/r/2/download/library/nowhere.csv", 404, "W204"),
    ("/r/2/chart/page/home/nowhere.svg", 404, "W252"),
    ("/r/1/download/library/members.csv", 404, "R102"),
)


@pytest.fixture(scope="module")
def address(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of a place with a history, whose first release is no more."""
    place = tmp_path_factory.mktemp("asked") / "place"
    shutil.copytree(built_once, place)
    _do("release", place)
    (place / "products/carry").mkdir()
    add_received(place, "history", "was,is\nE01888001,E01999001\n")
    declared = place / "place.yml"
    declared.write_text(HISTORY + declared.read_text("utf-8"), "utf-8")
    _do("build", place)
    _do("release", place)
    shutil.rmtree(place / ".hereabouts/releases/0001-open")
    yield from served(place)


def _do(command: str, place: Path) -> None:
    done = CliRunner().invoke(main, [command, "--folder", str(place)])
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def ask(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client


def _tells_nothing(answer: httpx.Response) -> None:
    said = answer.text
    assert [inside for inside in INSIDES if inside in said] == []
    assert "/tmp" not in said  # noqa: S108  where the place is on this machine
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(("where", "status", "words"), PAGES)
def test_a_page_says_what_is_wrong_and_what_to_do(
    ask: httpx.Client, where: str, status: int, words: str
) -> None:
    answer = ask.get(where)
    assert answer.status_code == status
    said = unescape(answer.text)
    assert words.casefold() in said.casefold()
    assert "What you can do: " in said
    assert "<h1" in said
    assert 'href="/"' in said  # the way home
    assert answer.headers["cache-control"] == "no-cache"
    _tells_nothing(answer)


@pytest.mark.parametrize(("where", "status", "code"), DATA)
def test_data_says_so_with_a_code(ask: httpx.Client, where: str, status: int, code: str) -> None:
    answer = ask.get(where)
    assert answer.status_code == status
    said = answer.json()
    problem = said if where.startswith("/api/") else said["error"]
    assert problem["code"] == code
    assert problem["do"]
    _tells_nothing(answer)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize(
    "where",
    [
        f"{INDICATOR}?sort=",
        f"{INDICATOR}?",
        "/compare?area=",
        "/r/2/search?q=",
        "/search.json?q=",
        "/api/v1/observations?indicator=",
        "/api/v1/areas?q=",
        f"{AREA}/",
        "/explain/library.members/area/",
        "/page/",
    ],
)
def test_what_is_hostile_is_never_run_or_sent_back_as_it_came(
    ask: httpx.Client, where: str, hostile: str
) -> None:
    answer = ask.get(where + quote(hostile, safe=""))
    assert answer.status_code in {200, 400, 404}
    if answer.headers["content-type"].startswith("text/html"):
        assert [one for one in RUNS if one in answer.text] == []
    _tells_nothing(answer)
    assert ask.get("/health").status_code == 200


def test_what_is_no_question_is_refused(ask: httpx.Client) -> None:
    assert ask.post("/").status_code == 405
    assert ask.get("/", headers={"host": "elsewhere.example"}).status_code == 400
    assert ask.get("/search?q=" + "a" * 9_000).status_code == 414


def test_a_page_that_names_a_missing_indicator_is_found_before_it_is_shown(
    run: Run, place: Path
) -> None:
    page = place / "pages" / "extra.yml"
    page.write_text("title: Extra\nlede: More.\nindicators: [library.nowhere]\n", "utf-8")
    done = run("lint")
    assert done.exit_code != 0
    assert "pages/extra.yml" in done.output
    assert "[P306]" in done.output
    assert "library.nowhere" in done.output
