"""Releases that come and go while a site runs."""

import json
import shutil
from pathlib import Path
from time import sleep

import pytest

from hereabouts.doors.web import releases as module
from hereabouts.doors.web import renewing
from hereabouts.doors.web.releases import Releases
from hereabouts.errors import AccessError, ReleaseError
from hereabouts.govern.decide import decide
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.conftest import MakeSite


def opened(root: Path, **chosen: object) -> Releases:
    settings = {"audience": Audience.OPEN, "check_seconds": 0.0} | chosen
    return Releases(root, **settings)  # type: ignore[arg-type]


def test_a_new_release_is_shown_without_a_restart(tmp_path: Path, make_site: MakeSite) -> None:
    client = make_site(tmp_path)
    assert client.get("/").status_code == 503
    build_small_release(tmp_path, title="The first")
    assert "The first" in client.get("/").text
    build_small_release(tmp_path, number=2, title="The second")
    assert "The second" in client.get("/").text
    assert "The first" in client.get("/r/1/").text
    assert client.get("/health").json()["release"] == 2


def test_a_withdrawn_release_is_gone_even_from_memory(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path, title="Kept")
    folder = build_small_release(tmp_path, number=2, title="Withdrawn")
    client = make_site(tmp_path)
    for path in ("/", "/r/2/", "/r/2/theme.css"):
        assert client.get(path).status_code == 200
    shutil.rmtree(folder)
    assert client.get("/r/2/").status_code == 404
    assert client.get("/r/2/theme.css").status_code == 404
    assert client.get("/r/2/values/access.within_30/icb22/2017-01-01.f32").status_code == 404
    assert "Kept" in client.get("/").text


def test_the_folder_is_looked_at_no_more_often_than_asked(tmp_path: Path) -> None:
    now = [100.0]
    releases = opened(tmp_path, check_seconds=3.0, clock=lambda: now[0])
    assert releases.numbers() == ()
    build_small_release(tmp_path)
    now[0] += 2.9
    assert releases.numbers() == ()
    now[0] += 0.1
    assert releases.numbers() == (1,)


def test_a_release_is_opened_once(tmp_path: Path) -> None:
    build_small_release(tmp_path)
    releases = opened(tmp_path)
    assert releases.open(1) is releases.newest()


def test_only_a_few_releases_stay_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OPEN", 2)
    for number in (1, 2, 3):
        build_small_release(tmp_path, number=number)
    releases = opened(tmp_path)
    first = releases.open(1)
    releases.open(2)
    assert releases.open(1) is first
    releases.open(3)
    assert releases.open(1) is not first


def test_the_access_decision_is_asked_of_the_folder_and_of_what_the_release_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def deciding(**who: Audience) -> object:
        asked.append(who)
        return decide(**who)

    monkeypatch.setattr(module, "decide", deciding)
    build_small_release(tmp_path)
    opened(tmp_path).newest()
    same = {"audience_of_reader": Audience.OPEN, "audience_of_release": Audience.OPEN}
    assert asked == [same, same]


def test_a_release_that_calls_itself_internal_is_not_shown_to_everyone(
    tmp_path: Path, make_site: MakeSite
) -> None:
    folder = build_small_release(tmp_path)
    said = json.loads((folder / "release.json").read_text())
    (folder / "release.json").write_text(json.dumps(said | {"audience": "internal"}))
    with pytest.raises(AccessError, match="A101"):
        opened(tmp_path).newest()
    answer = make_site(tmp_path).get("/")
    assert answer.status_code == 403
    assert "You may not see this" in answer.text


def test_a_number_that_was_never_released_is_an_error(tmp_path: Path) -> None:
    build_small_release(tmp_path)
    with pytest.raises(ReleaseError, match="R102"):
        opened(tmp_path).open(2)


def test_the_release_before_stands_in_for_a_new_one_for_a_while(tmp_path: Path) -> None:
    now = [0.0]
    releases = opened(tmp_path, clock=lambda: now[0])
    build_small_release(tmp_path)
    assert (releases.numbers(), releases.earlier()) == ((1,), ())
    build_small_release(tmp_path, number=2)
    now[0] = 1.0
    assert (releases.numbers(), releases.earlier()) == ((1, 2), (1,))
    now[0] = 1.0 + module.STANDING_IN_SECONDS
    assert (releases.numbers(), releases.earlier()) == ((1, 2), ())


def test_nothing_stands_in_once_a_release_is_withdrawn(tmp_path: Path) -> None:
    build_small_release(tmp_path)
    folder = build_small_release(tmp_path, number=2)
    releases = opened(tmp_path)
    assert releases.numbers() == (1, 2)
    build_small_release(tmp_path, number=3)
    shutil.rmtree(folder)
    assert (releases.numbers(), releases.earlier()) == ((1, 3), ())


def test_a_page_that_takes_long_to_make_again_is_the_one_before_meanwhile(
    tmp_path: Path, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewing, "PATIENCE_SECONDS", 0.0)
    client = make_site(tmp_path)
    build_small_release(tmp_path, title="The first")
    assert "The first" in client.get("/").text
    build_small_release(tmp_path, number=2, title="The second")
    assert "The first" in client.get("/").text, "the new page is not made yet"
    assert "The second" in client.get("/r/2/").text, "a numbered release has none before it"
    for _ in range(200):
        if "The second" in client.get("/").text:
            return
        sleep(0.05)
    raise AssertionError("the new page is never shown")
