"""Nothing comes out of an open door that the open release does not hold.

A place is made whose internal releases hold what its open ones hide. Its open site is served as
people serve it, every door is walked, and all that comes out is read: words, numbers, arrays,
pictures, tiles, headers and the log.
"""

import csv
import re
import shutil
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

import httpx
import numpy as np
import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.doors.web import urls
from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.app_paths import DATA as DATA_BRANCH
from hereabouts.doors.web.data_app import data_app
from tests.journeys.audience_tricks import ASKED, HEADERS, LEAKS, PATHS, SOME
from tests.journeys.kept_secrets import FIGURES, Secrets
from tests.journeys.open_doors import DATA, PAGES, Bundle, addresses, chosen_pages
from tests.journeys.secret_place import make_secret_place
from tests.journeys.serving_logged import serving_logged
from tests.journeys.walk_doors import Answer, Get, links, read, walk
from tests.unit.doors.web.client import Client

pytestmark = pytest.mark.journey
OPEN, INTERNAL = (1, 3), (2, 4)
NO_VALUE = 253  # and above: hidden, not available, neither
DOTS = ("image/png", "image/webp")
PACKED = ("spreadsheet", "parquet", "pdf", "presentation")
PATIENCE = 60.0  # seconds for an answer of a machine that does other things too
Walked = dict[str, Answer]


class Served(NamedTuple):
    """The site of the place, what came out of it, and what it must not say."""

    address: str
    get: Get
    newest: Walked
    named: dict[int, Walked]  # by the number of the release
    secrets: Secrets
    log: Path


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_secret_place(tmp_path_factory.mktemp("secret") / "place")


@pytest.fixture(scope="module")
def secrets(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Secrets:
    """Read from a copy, since a file is opened in one way in one process."""
    copy = tmp_path_factory.mktemp("copy") / "releases"
    return Secrets(shutil.copytree(place / ".hereabouts" / "releases", copy))


@pytest.fixture(scope="module")
def served(
    place: Path, secrets: Secrets, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    log = tmp_path_factory.mktemp("log") / "serve.log"
    arguments = ["invite", "care.tallies", "--file", "one", "--folder", str(place)]
    token = urlsplit(CliRunner().invoke(main, arguments).stdout.strip()).path
    with (
        serving_logged(place, log, "--accept-deliveries") as listening,
        # What the site calls itself is not to be taken for where a secret file came from.
        httpx.Client(
            base_url=(address := listening.replace("127.0.0.1", "localhost")), timeout=PATIENCE
        ) as client,
    ):
        newest = secrets.open[-1]
        sent = [token, f"{token}/accept", f"{token}/sent/1", f"{token}/template.xlsx"]
        listed = [*addresses(newest, None), *chosen_pages(newest), *sent]
        walked = walk(client.get, listed, follow=True)
        named = {number: walk(client.get, addresses(newest, number)) for number in OPEN}
        yield Served(address, client.get, walked, named, secrets, log)


def every(served: Served) -> list[Answer]:
    named = [one for walked in served.named.values() for one in walked.values()]
    return [*served.newest.values(), *named]


def test_every_door_is_walked() -> None:
    """A page or data address that nobody listed is a door that nobody watches."""
    assert {str(one.pattern) for one in urls.urlpatterns} == set(PAGES)
    routes = {
        re.sub(r":int\}", "}", getattr(route, "path", "")).removeprefix("/r/{number}")
        for route in data_app(None).routes  # type: ignore[arg-type]  # nothing is asked of it
    }
    assert routes == set(DATA)
    assert {one.split("/")[1] for one in DATA} == DATA_BRANCH


def test_there_is_something_to_hide_and_something_to_see(served: Served) -> None:
    assert {"73519", "73522"} <= served.secrets.numbers
    assert len(served.secrets.numbers) > 500
    statuses = [one.status for one in every(served)]
    assert statuses.count(200) > 500
    assert set(statuses) == {200, 302, 400, 404}
    kinds = {one.kind for one in every(served) if one.status == 200}
    assert kinds >= {"text/html", "text/csv", "application/geo+json", "image/png", "image/webp"}
    assert kinds >= {"application/octet-stream", "application/vnd.pmtiles"}


def test_no_door_says_what_is_kept_back(served: Served) -> None:
    assert list(served.secrets.leaks(every(served))) == []


def test_the_log_says_nothing_of_it_either(served: Served) -> None:
    listening = served.address.replace("localhost", "127.0.0.1")
    log = served.log.read_text("utf-8").replace(listening, "")
    said = Answer("the log", 0, {}, b"", "text/plain", log)
    assert list(served.secrets.leaks([said])) == []


def test_what_is_hidden_changes_and_nothing_else_does(served: Served) -> None:
    """The two open releases differ in what they hide, so whatever differs is a way to it."""

    def told(number: int) -> dict[str, bytes]:
        moment = rb"20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^\s<\"]*"
        alike: list[tuple[bytes, bytes]] = [
            (moment, b"then"),
            (rb", together with the \d+ before it", b""),
            (rb"<div class=\"[^\"]*hb-as-at\".*?</div>", b""),
            # How often a product was made is no secret; what came of it would be another row.
            (rb"(<tr(?:(?!</tr>).)*>Made</td>(?:(?!</tr>).)*</tr>)(?:\s*\1)+", rb"\1"),
            (rb"(?<=>release )1(?=, \d+ \w+ 20)", b"N"),  # the first with this version
            (rb"/r/%d(?=[/\" ])" % number, b"/r/N"),
            (rb"(?<=>)%d(?= \(open\))" % number, b"N"),
            (rb"(?<=/api/v1/releases/)%d(?=[/\"?<])" % number, b"N"),
            (rb"(?<=releases/<wbr>)%d(?=<wbr>)" % number, b"N"),
            (
                rb"([Rr]elease[ :-]|release: |\"(?:release|number|version)\":\"?)%d" % number,
                rb"\1N",
            ),
        ]
        compiled = [(re.compile(expression, re.DOTALL), word) for expression, word in alike]
        found = {}
        for address, answer in served.named[number].items():
            if "/chart/" in address and answer.kind in DOTS:
                continue  # it says its release in dots; the same drawing in lines is compared
            # What is packed says its words in other bytes as soon as one of them is other.
            packed = any(kind in answer.kind for kind in PACKED)
            body = answer.text.encode() if packed else answer.body
            for expression, word in compiled:
                body = body if answer.kind in DOTS else expression.sub(word, body)
            found[address.replace(f"/releases/{number}", "").removeprefix(f"/r/{number}")] = body
        return found

    first, second = (told(number) for number in OPEN)
    assert first.keys() == second.keys()
    assert [address for address in first if first[address] != second[address]] == []


def test_every_figure_of_a_csv_file_is_the_open_releases_own(served: Served) -> None:
    for number, bundle in zip(OPEN, served.secrets.open, strict=True):
        key = "indicator, area_type, area_code, period_start::varchar, category"
        held = {
            row[:5]: row[5:]
            for row in bundle.rows(f"select {key}, {', '.join(FIGURES)} from observations")
        }
        shown = [one for one in served.named[number].values() if one.kind == "text/csv"]
        count = 0
        for answer in shown:
            lines = answer.body.decode("utf-8").splitlines()
            for row in csv.DictReader(line for line in lines if not line.startswith("# ")):
                said = tuple(float(row[name]) if row[name] else None for name in FIGURES)
                at = (row["indicator"], row["area_type"], row["area_code"])
                assert said == held[(*at, row["period_start"], row["category"])]
                count += 1
        assert count > 500


def test_every_figure_of_a_map_is_the_open_releases_own(served: Served) -> None:
    for number, bundle in zip(OPEN, served.secrets.open, strict=True):
        answers = served.named[number]
        numbers = {
            (kind, code): at
            for kind, code, at in bundle.rows("select area_type, area_code, number from areas")
        }
        for indicator, kind, start, category in bundle.slices:
            where = f"{indicator}/{kind}/{start}"
            array = answers[f"/r/{number}/values/{where}.f32?category={category}"].body
            expected = np.full(len(array) // 4, np.nan, "<f4")
            for code, value in slice_of(bundle, indicator, kind, start, category):
                expected[numbers[kind, code] - 1] = np.nan if value is None else value
            np.testing.assert_array_equal(np.frombuffer(array, "<f4"), expected)
            colours = answers[f"/r/{number}/classes/{where}.u8?category={category}"].body
            coloured = np.frombuffer(colours, "u1") < NO_VALUE
            np.testing.assert_array_equal(coloured, np.isfinite(expected))


def slice_of(bundle: Bundle, *at: str) -> list[tuple[Any, ...]]:
    wanted = " and ".join(
        f"{name} = '{value}'"
        for name, value in zip(
            ("indicator", "area_type", "period_start", "category"), at, strict=True
        )
    )
    return bundle.rows(f"select area_code, value from observations where {wanted}")


@pytest.mark.parametrize("number", INTERNAL)
def test_internal_releases_are_not_there(served: Served, number: int) -> None:
    bundle = served.secrets.internal[INTERNAL.index(number)]
    some = [one for one in addresses(bundle, number) if "E01999007" in one or "2025-01-01" in one]
    walked = walk(served.get, [f"/r/{number}", f"/r/{number}/", f"/r/{number}/about", *some[::4]])
    assert {one.status for one in walked.values()} == {404}
    assert list(served.secrets.leaks(walked.values())) == []


@pytest.mark.parametrize("number", OPEN)
def test_an_older_release_leads_nowhere_but_to_itself_and_the_newest(
    served: Served, number: int
) -> None:
    pages = [one for one in served.named[number].values() if one.kind == "text/html"]
    led = {found.split("/")[2] for one in pages for found in links(one) if found.startswith("/r/")}
    assert led <= {str(one) for one in OPEN}


@pytest.mark.parametrize("asked", ASKED)
def test_no_parameter_asks_for_the_internal_release(served: Served, asked: str) -> None:
    for address in SOME:
        plain = read(address, served.get(address))
        answer = read(address, served.get(f"{address}{'&' if '?' in address else '?'}{asked}"))
        assert answer.status == 400 or answer.body == plain.body, address
        assert list(served.secrets.leaks([answer])) == []


@pytest.mark.parametrize("headers", HEADERS, ids=lambda one: next(iter(one)))
def test_no_header_asks_for_it(served: Served, headers: dict[str, str]) -> None:
    for address in SOME:
        answer = httpx.get(served.address + address, headers=headers)
        assert answer.status_code == 200
        assert answer.content == served.get(address).content


@pytest.mark.parametrize("path", PATHS)
def test_no_way_of_writing_a_path_leads_to_it(served: Served, path: str) -> None:
    """Sent as it is written: a client would put it straight."""
    at = urlsplit(served.address)
    connection = HTTPConnection(at.hostname or "", at.port or 80, timeout=20)
    connection.putrequest("GET", path)
    connection.endheaders()
    response = connection.getresponse()
    body, kind = response.read(), (response.getheader("content-type") or "").partition(";")[0]
    connection.close()
    assert response.status in (400, 404)
    said = Answer(path, response.status, {}, body, kind, body.decode("utf-8"))
    known = [one for one in served.secrets.leaks([said]) if one.said not in unquote(path)]
    assert known == []


def test_a_fault_of_ours_says_nothing_of_what_it_met(
    place: Path, secrets: Secrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("Quornwick 73519")

    monkeypatch.setattr("hereabouts.release.reader.ReleaseReader.standings", fails)
    with Client(create_app(place)) as client:
        answer = read("broken", client.get("/area/area/E01999007"))
    assert answer.status == 500
    assert list(secrets.leaks([answer])) == []


@pytest.mark.parametrize(("door", "address", "found"), LEAKS, ids=[one[1] for one in LEAKS])
def test_a_leak_that_is_made_on_purpose_is_found(
    place: Path,
    secrets: Secrets,
    monkeypatch: pytest.MonkeyPatch,
    door: Callable[[Path, pytest.MonkeyPatch], None],
    address: str,
    found: str,
) -> None:
    door(place, monkeypatch)
    with Client(create_app(place)) as client:
        leaks = list(secrets.leaks(walk(client.get, [address]).values()))
    assert found in {one.said for one in leaks}
