"""People on a pre-release list see an embargoed release in its last hours, and nobody else does."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from httpx import Response
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Scope

from hereabouts.doors.web.app import FrontDoor
from hereabouts.doors.web.people import SESSION_COOKIE, session_key
from hereabouts.doors.web.private.pre_release import PreRelease
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.govern.access.standing import Access
from hereabouts.govern.audit import AuditLog
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person, Role
from tests.unit.doors.held_back import KNOWN, copy_with_embargo
from tests.unit.doors.small_manifest import NURSES, WITHIN
from tests.unit.doors.web.client import Client

Ask = Callable[[str, str], Response]
SOON = datetime.now(UTC) + timedelta(hours=5)
PEOPLE = {
    "director": Person(id="director", organisation="council", roles={"*": frozenset({Role.OWNER})}),
    "press": Person(id="press", organisation="council"),
    "analyst": Person(id="analyst", organisation="council", roles={"*": frozenset({Role.ANALYST})}),
    "other": Person(id="other", organisation="board", roles={"*": frozenset({Role.OWNER})}),
}
ORGANISATIONS = """
council: {title: Council, kind: council}
board: {title: Board, kind: icb}
"""
LIST = """title: Quarterly figures
statistics: ["*"]
hours: 24
people:
  - {post: Director of public health, organisation: council, roles: ["*:owner"]}
  - {post: Press officer, organisation: council, person: press}
why: To be ready to answer.
approved_by: Head of statistics
approved_on: 2026-11-01
"""


class Reception:
    """Knows people by their cookie alone: sessions are the subject of other tests."""

    pages: ASGIApp = PlainTextResponse("")

    async def signed_in(self, scope: Scope) -> Person | None:
        return PEOPLE.get(session_key(scope))

    def grants(self, _person: Person) -> Sequence[Grant]:
        return ()


def write_list(root: Path, *pairs: tuple[str, str]) -> None:
    text = LIST
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path = root / "policies/pre_release/quarterly.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def made(small_place: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with an open release, and one that is under embargo for five hours more."""
    root = copy_with_embargo(small_place, tmp_path_factory.mktemp("embargo"), until=SOON)
    (root / "organisations.yml").write_text(ORGANISATIONS, "utf-8")
    return root


@pytest.fixture
def place(made: Path) -> Path:
    write_list(made)
    return made


@pytest.fixture
def asked(place: Path) -> Iterator[Ask]:
    """Ask for an address as somebody; nobody has no cookie."""
    with Client(FrontDoor(SiteSettings(root=place), people=Reception())) as client:

        def ask(who: str, address: str) -> Response:
            cookie: Mapping[str, str] = {"cookie": f"{SESSION_COOKIE}={who}"} if who else {}
            return client.get(address, **cookie)

        yield ask


ADDRESSES = ("/r/2/", "/r/2/about", "/r/2/indicator/access/within_30", "/r/2/search.json?q=a")


def test_who_is_on_the_list_sees_it_and_everybody_else_nothing(asked: Ask) -> None:
    for address in ADDRESSES:
        for who in ("director", "press"):
            assert asked(who, address).status_code == 200, (who, address)
        nowhere = asked("", address.replace("/r/2/", "/r/3/")).text.replace(
            "release 3", "release 2"
        )
        for who in ("analyst", "other", ""):
            refused = asked(who, address)
            assert (refused.status_code, refused.text) == (404, nowhere), (who, address)


def test_pages_say_until_when_and_are_kept_by_nobody(asked: Ask) -> None:
    page = asked("director", "/r/2/")
    assert "Under embargo until" in page.text
    assert "do not pass on" in page.text
    assert page.headers["cache-control"] == "private, no-store"
    assert "noindex" in page.headers["x-robots-tag"]
    for address in ("/r/1/", "/"):
        assert KNOWN in asked("director", address).text
        assert "Under embargo" not in asked("director", address).text


def test_the_newest_release_is_the_same_for_everybody_until_then(asked: Ask) -> None:
    for address in ("/", "/indicators", "/changes", "/feeds/releases.atom"):
        assert asked("director", address).content == asked("", address).content, address


def test_each_read_is_in_the_audit_log_with_the_list_it_rested_on(place: Path, asked: Ask) -> None:
    before = len(list(AuditLog(place).records()))
    for _ in range(2):
        asked("press", "/r/2/about")
    asked("analyst", "/r/2/about")
    since = list(AuditLog(place).records())[before:]
    records = [one for one in since if one.action == "page.read"]
    reads = [one for one in records if one.actor == "person:press" and one.object == "page:/about"]
    assert len(reads) == 2, "the second was answered from memory, and is a read too"
    assert reads[-1].detail["relied_on"] == ["pre_release:quarterly"]
    assert reads[-1].detail["release"] == 2
    assert datetime.fromisoformat(reads[-1].detail["embargo_until"]) == SOON
    assert not [one for one in records if one.actor == "person:analyst"]


def seen(place: Path, who: str, now: datetime) -> frozenset[str] | None:
    """The indicators that somebody sees of release 2 at a moment; None where it is not there."""
    access = Access(place, check_seconds=0, clock=lambda: now)
    found = PreRelease(open_site(SiteSettings(root=place)), access).find(PEOPLE[who], number=2)
    return found.sight.scope.indicators if found else None


def test_hours_begin_and_end_to_the_second(place: Path, tmp_path: Path) -> None:
    second, begun = timedelta(seconds=1), SOON - timedelta(hours=24)
    log = place / ".hereabouts" / "audit"
    if log.exists():
        log.rename(tmp_path / "audit")  # it remembers how late it is
    for moment, there in (
        (begun - second, False),
        (begun, True),
        (SOON - second, True),
        (SOON, False),
    ):
        assert (seen(place, "director", moment) is not None) is there, moment


def test_a_list_of_statistics_shows_those_alone(place: Path, asked: Ask) -> None:
    write_list(place, ('["*"]', f"[{NURSES}, stroke.not_in_it]"), ("hours: 24", "hours: 6"))
    now = datetime.now(UTC)
    assert seen(place, "director", now) == frozenset({NURSES})
    other = place / "policies/pre_release/other.yml"
    other.write_text(LIST.replace('["*"]', f"[{WITHIN}]").replace("hours: 24", "hours: 1"), "utf-8")
    assert seen(place, "director", now) == frozenset({NURSES}), (
        "the hours of the other have not begun"
    )
    assert seen(place, "director", SOON - timedelta(minutes=59)) == frozenset({NURSES, WITHIN})
    other.unlink()


@pytest.mark.parametrize(
    "pair",
    [
        ("hours: 24", "hours: 25"),
        ("hours: 24", "hours: soon"),
        ("title: Quarterly figures", "title: [Quarterly"),
        ("organisation: council, person: press", "organisation: county, person: press"),
        ("organisation: council, person: press", "organisation: council"),
    ],
)
def test_a_list_with_a_fault_opens_nothing(place: Path, pair: tuple[str, str]) -> None:
    now = datetime.now(UTC)
    assert seen(place, "director", now)
    write_list(place, pair)
    assert seen(place, "director", now) is None


def test_a_list_that_is_taken_away_opens_nothing_from_then_on(place: Path, asked: Ask) -> None:
    now = datetime.now(UTC)
    assert seen(place, "director", now)
    (place / "policies/pre_release/quarterly.yml").unlink()
    assert seen(place, "director", now) is None


def test_no_list_opens_a_release_that_has_no_embargo_or_is_not_there(place: Path) -> None:
    access = Access(place, check_seconds=0)
    found = PreRelease(open_site(SiteSettings(root=place)), access)
    assert [found.find(PEOPLE["director"], number=number) for number in (1, 3)] == [None, None]
