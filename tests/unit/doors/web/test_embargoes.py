"""A release under embargo is nowhere until a moment, and everywhere from then on."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hereabouts.doors.web import releases as module
from hereabouts.doors.web.embargo_words import embargo_words
from hereabouts.doors.web.embargoes import Embargoes
from hereabouts.doors.web.languages import in_language
from hereabouts.doors.web.releases import Releases
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.errors import ReleaseError
from hereabouts.model.policy import Audience
from tests.unit.doors.held_back import COMING, KNOWN, copy_with_embargo, hold_back
from tests.unit.doors.web.conftest import MakeSite

MOMENT = datetime(2026, 12, 10, 9, 30, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
FAR = "2999-12-10T09:30:00+00:00"


@pytest.fixture
def place(small_place: Path, tmp_path: Path) -> Path:
    """A folder with a release that is shown and one that is not yet."""
    return copy_with_embargo(small_place, tmp_path, until=MOMENT)


def at(place: Path, now: list[datetime], *, check_seconds: float = 3_600.0) -> Releases:
    """Releases as they are when `now[0]` is the time."""
    embargoes = Embargoes(place, audience=Audience.OPEN, clock=lambda: now[0])
    return Releases(place, audience=Audience.OPEN, check_seconds=check_seconds, embargoes=embargoes)


def test_it_is_not_there_until_the_moment_and_is_there_from_then_on(place: Path) -> None:
    now = [MOMENT - A_SECOND]
    releases = at(place, now)
    assert releases.numbers() == (1,)
    assert releases.newest().manifest.number == 1
    with pytest.raises(ReleaseError, match="R102"):
        releases.open(2)
    now[0] = MOMENT
    assert releases.numbers() == (1, 2), "the folder is not due to be looked at for an hour"
    assert releases.newest().manifest.number == 2


def test_a_clock_that_is_set_back_hides_nothing_again(place: Path) -> None:
    now = [MOMENT]
    releases = at(place, now, check_seconds=0.0)
    assert releases.numbers() == (1, 2)
    now[0] = MOMENT - timedelta(days=30)
    assert releases.numbers() == (1, 2)


def test_the_folder_is_read_again_only_when_an_embargo_ends(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, read = [MOMENT - A_SECOND], list[Embargoes]()
    releases = at(place, now)
    looking = Embargoes.numbers

    def counted(self: Embargoes) -> tuple[int, ...]:
        read.append(self)
        return looking(self)

    monkeypatch.setattr(Embargoes, "numbers", counted)
    for _ in range(10):
        releases.numbers()
    now[0] = MOMENT
    for _ in range(10):
        releases.numbers()
    assert len(read) == 2, "once at first, and once at the moment"


@pytest.mark.parametrize("until", ["soon", None, 17, "2026-12-10T09:30:00"])
def test_an_end_that_cannot_be_understood_never_comes(place: Path, until: object) -> None:
    hold_back(place, until)
    assert at(place, [datetime(2200, 1, 1, tzinfo=UTC)]).numbers() == (1,)


def test_no_address_says_that_there_is_one(place: Path, make_site: MakeSite) -> None:
    hold_back(place, FAR)
    client = make_site(place)
    assert KNOWN in client.get("/").text
    assert client.get("/health").json()["release"] == 1
    for path in ("/r/2/", "/r/2/about", "/r/2/theme.css", "/r/2/search.json?q=a"):
        held_back, nowhere = client.get(path), client.get(path.replace("/r/2/", "/r/3/"))
        assert held_back.status_code == nowhere.status_code == 404, path
        assert held_back.text.replace("release 2", "release 3") == nowhere.text, path
    for path in ("/changes", "/feeds/releases.atom", "/catalog.jsonld", "/api/v1/releases"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert COMING not in answer.text, path
        assert "/r/2/" not in answer.text, path


def test_it_is_shown_without_a_restart_though_its_absence_was_kept(
    place: Path, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [MOMENT - A_SECOND]

    def opened(root: Path, *, audience: Audience) -> Embargoes:
        return Embargoes(root, audience=audience, clock=lambda: now[0])

    monkeypatch.setattr(module, "Embargoes", opened)
    client = make_site(place)
    assert KNOWN in client.get("/").text
    assert client.get("/r/2/").status_code == 404
    now[0] = MOMENT
    assert client.get("/r/2/").status_code == 200
    assert COMING in client.get("/").text


def test_packs_and_published_files_are_made_from_what_is_shown(place: Path) -> None:
    hold_back(place, FAR)
    site = open_site(SiteSettings(root=place))  # what both of them open
    assert site.visit(None, query="").manifest.number == 1
    with pytest.raises(ReleaseError, match="R102"):
        site.visit(2, query="")


def test_the_banner_says_the_moment_in_the_time_of_london_and_in_welsh() -> None:
    summer = datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert embargo_words(summer) == "Under embargo until 9:30am on 1 July 2026: do not pass on"
    with in_language("cy"):
        assert embargo_words(MOMENT) == (
            "Dan embargo tan 9:30am ar 10 Rhagfyr 2026: peidiwch â'i rannu"
        )
    assert embargo_words(None) == ""
