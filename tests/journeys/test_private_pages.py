"""The same addresses say more to whom more is opened, and nothing of it to anybody else.

Every address of the site is asked by every role in turn, by those who may see most first, of one
site that keeps what it made: whatever is kept for one and told to another is found.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from httpx import Response
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Scope

from hereabouts.doors.web.app import FrontDoor
from hereabouts.doors.web.people import SESSION_COOKIE, session_key
from hereabouts.doors.web.private.purpose_said import PURPOSE_COOKIE
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.govern.audit import AuditLog
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person, Role
from tests.journeys.kept_secrets import Secrets, forms_of
from tests.journeys.open_doors import addresses
from tests.journeys.secret_place import make_secret_place, write_yaml
from tests.journeys.walk_doors import Answer, read
from tests.unit.doors.web.client import Client

pytestmark = pytest.mark.journey
#: Slow to make, and made of the same answers as pages.
LEFT_TO_OTHERS = ("/pack/", "/static/", "/artefacts/", "/send/")
MOST_OF_A_DOOR = 25  # addresses
DISTRICT = "E07999001"
TRAINED = date(2099, 1, 1)
PEOPLE = {
    "staff": Person(
        id="staff",
        organisation="council",
        roles={"*": frozenset({Role.READER})},
        training_valid_to=TRAINED,
    ),
    "board": Person(
        id="board",
        organisation="board",
        roles={"care": frozenset({Role.READER})},
        training_valid_to=TRAINED,
    ),
    "visitor": Person(id="visitor", organisation="library"),
}
AGREEMENT = {
    "title": "Tallies of one district",
    "providers": ["council"],
    "recipients": ["board"],
    "purposes": ["planning"],
    "objective": "To plan.",
    "lawful_basis": "6(1)(e)",
    "products": [{"product": "care.tallies", "areas": [DISTRICT], "area_column": "area_code"}],
    "starts_on": "2026-01-01",
    "ends_on": "2098-12-31",
    "review_on": "2027-01-01",
    "retention": "1 y",
    "approved_by": "Somebody",
    "approved_on": "2025-12-01",
}


class Reception:
    """Knows people by their cookie alone: sessions are the subject of other tests."""

    pages: ASGIApp = PlainTextResponse("")

    async def signed_in(self, scope: Scope) -> Person | None:
        return PEOPLE.get(session_key(scope))

    def grants(self, _person: Person) -> tuple[Grant, ...]:
        return ()


ORGANISATIONS = {
    "council": {"title": "Council", "kind": "council", "domains": ["care", "geography"]},
    "board": {"title": "Board", "kind": "icb"},
    "library": {"title": "Library", "kind": "other"},
}
#: Rows of the board: of what is made of tallies, in the district and what lies in it.
OF_BOARD = f"""indicator in ('care.members', 'care.loans', 'care.waits')
    and (area_code = '{DISTRICT}' or area_code in
        (select area_code from parents where parent_code = '{DISTRICT}'))"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_secret_place(tmp_path_factory.mktemp("secret") / "place")
    write_yaml(root / "organisations.yml", ORGANISATIONS)
    write_yaml(root / "purposes.yml", {"planning": "To plan services."})
    write_yaml(root / "agreements/tallies.yml", AGREEMENT)
    return root


@pytest.fixture(scope="module")
def secrets(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Secrets:
    copy = tmp_path_factory.mktemp("copy") / "releases"
    return Secrets(shutil.copytree(place / ".hereabouts" / "releases", copy))


@pytest.fixture(scope="module")
def asked(place: Path) -> Iterator[Callable[[str, str], Response]]:
    """Ask for an address as somebody: `asked("board", "/")`; nobody has no cookie."""
    with Client(FrontDoor(SiteSettings(root=place), people=Reception())) as client:

        def ask(role: str, address: str) -> Response:
            cookie = f"{SESSION_COOKIE}={role}; {PURPOSE_COOKIE}=planning"
            return client.get(address, **({"cookie": cookie} if role else {}))

        yield ask


def some_of_each_door(secrets: Secrets) -> Iterator[str]:
    """Up to so many addresses of each kind, from its first to its last."""
    doors: dict[tuple[str, str], list[str]] = {}
    for bundle in (secrets.internal[-1], secrets.open[-1]):
        for address in addresses(bundle, None):
            if not address.startswith(LEFT_TO_OTHERS):
                path = address.partition("?")[0]
                door = (path.split("/")[1], path.rpartition(".")[2] if "." in path else "")
                doors.setdefault(door, []).append(address)
    for found in doors.values():
        each_once = list(dict.fromkeys(found))
        yield from each_once[:: -(-len(each_once) // MOST_OF_A_DOOR)]


@pytest.fixture(scope="module")
def walked(
    asked: Callable[[str, str], Response], secrets: Secrets
) -> dict[str, list[tuple[Answer, Response]]]:
    """Every address as every role, those who may see most first."""
    found: dict[str, list[tuple[Answer, Response]]] = {"staff": [], "board": [], "visitor": []}
    found[""] = []
    for address in some_of_each_door(secrets):
        for role, answers in found.items():
            response = asked(role, address)
            answers.append((read(address, response), response))
    return found


def test_staff_see_what_the_open_release_hides(
    walked: dict[str, list[tuple[Answer, Response]]], secrets: Secrets
) -> None:
    leaked = {one.said for one in secrets.leaks(answer for answer, _ in walked["staff"])}
    assert len(leaked & secrets.numbers) > 200
    statuses = [answer.status for answer, _ in walked["staff"]]
    assert statuses.count(200) > 120


def test_nobody_and_whom_nothing_is_opened_see_what_is_open(
    walked: dict[str, list[tuple[Answer, Response]]], secrets: Secrets
) -> None:
    for role in ("", "visitor"):
        assert list(secrets.leaks(answer for answer, _ in walked[role])) == []
    pairs = zip(walked[""], walked["visitor"], strict=True)
    assert [a.address for (a, _), (b, _) in pairs if a.body != b.body] == []


def test_the_board_sees_its_district_of_what_was_agreed_and_nothing_else(
    walked: dict[str, list[tuple[Answer, Response]]], secrets: Secrets
) -> None:
    agreed = forms_of(secrets.internal, OF_BOARD)
    kept_back = secrets.numbers - agreed
    assert len(kept_back) > 200
    said = list(secrets.leaks(answer for answer, _ in walked["board"]))
    assert [one for one in said if one.said in kept_back] == []
    assert len({one.said for one in said} & agreed) > 30


def test_what_is_for_one_is_kept_by_no_browser_and_read_by_no_other_site(
    walked: dict[str, list[tuple[Answer, Response]]],
) -> None:
    for role in ("staff", "board", "visitor"):
        for answer, response in walked[role]:
            assert response.headers["cache-control"] == "private, no-store", answer.address
            assert "access-control-allow-origin" not in response.headers, answer.address
    for answer, response in walked[""]:
        assert "no-store" not in response.headers["cache-control"], answer.address
        assert "cookie" in response.headers["vary"].lower(), answer.address


def test_pages_say_that_they_are_internal(
    walked: dict[str, list[tuple[Answer, Response]]],
) -> None:
    for role, says in {"staff": True, "board": True, "visitor": False, "": False}.items():
        pages = [a for a, _ in walked[role] if a.kind == "text/html" and a.status == 200]
        pages = [one for one in pages if not one.address.startswith("/embed/")]
        assert {"Internal: not for publication" in one.text for one in pages} == {says}


def test_internal_releases_have_addresses_for_those_alone_who_see_them(
    asked: Callable[[str, str], Response], secrets: Secrets
) -> None:
    number = secrets.internal[-1].said["number"]
    assert asked("staff", f"/r/{number}/").status_code == 200
    for role in ("visitor", ""):
        assert asked(role, f"/r/{number}/").status_code == 404
    hidden = asked("staff", f"/r/{number}/indicator/care/spending")
    assert hidden.status_code == 200
    for role in ("board", "visitor", ""):
        assert asked(role, f"/r/{number}/indicator/care/spending").status_code == 404
    opened = secrets.open[-1].said["number"]
    same = {asked(role, f"/r/{opened}/about").content for role in ("staff", "board", "")}
    assert len(same) == 1, "an open release is what it is for everybody"


def test_access_ends_with_the_agreement_and_pages_that_were_kept_end_too(
    place: Path, asked: Callable[[str, str], Response], secrets: Secrets
) -> None:
    address = f"/area/district/{DISTRICT}"
    before = asked("board", address)
    assert "Internal: not for publication" in before.text
    file = place / "agreements/tallies.yml"
    text = file.read_text("utf-8")
    file.write_text(f"{text}revoked_on: '2026-01-02'\nrevoked_why: A test.\n", "utf-8")
    try:
        assert soon(lambda: asked("board", address).content, asked("", address).content)
    finally:
        file.write_text(text, "utf-8")
    assert soon(lambda: asked("board", address).content, before.content)


def soon(ask: Callable[[], bytes], expected: bytes) -> bool:
    """The folder is looked at once a second, and read beside what is asked."""
    deadline = time.monotonic() + 20
    while not (same := ask() == expected) and time.monotonic() < deadline:
        time.sleep(0.2)
    return same


def test_a_purpose_that_the_agreement_does_not_cover_opens_nothing(
    place: Path, secrets: Secrets
) -> None:
    with Client(FrontDoor(SiteSettings(root=place), people=Reception())) as client:
        for purpose in ("", "marketing", "planning; x=1"):
            cookie = f"{SESSION_COOKIE}=board; {PURPOSE_COOKIE}={purpose}"
            told = client.get("/", cookie=cookie)
            assert ("Internal:" in told.text) is purpose.startswith("planning")


def test_who_read_what_is_in_the_audit_log_without_what_was_asked(
    place: Path, asked: Callable[[str, str], Response]
) -> None:
    asked("board", "/search?q=Quornwick")
    log = AuditLog(place)
    reads = [one for one in log.records(action="page.read") if one.actor == "person:board"]
    assert reads[-1].object == "page:/search"
    assert reads[-1].detail["relied_on"] == ["agreement:tallies"]
    assert not any("Quornwick" in str(one.detail) + one.object for one in log.records())
    decided = [one for one in log.records(action="data.view") if one.actor == "person:board"]
    assert {one.object for one in decided if one.outcome == "allowed"} >= {"product:care.tallies"}
    assert "product:care.people" in {one.object for one in decided if one.outcome == "refused"}
