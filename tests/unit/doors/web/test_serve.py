"""What stops a site from starting."""

import socket
from pathlib import Path

import pytest

from hereabouts.doors.web import serve as module
from hereabouts.doors.web.serve import serve
from hereabouts.errors import AccessError, HereaboutsError
from hereabouts.model.policy import Audience


def never(_address: str) -> None:
    pytest.fail("the site started")


def test_a_site_without_its_front_end_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUNDLE", tmp_path / "none")
    with pytest.raises(HereaboutsError, match="W101"):
        serve(tmp_path, host="127.0.0.1", port=0, audience=Audience.OPEN, on_ready=never)


def test_an_internal_site_does_not_start_where_others_could_reach_it(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="A102"):
        serve(tmp_path, host="0.0.0.0", port=0, audience=Audience.INTERNAL, on_ready=never)  # noqa: S104


def test_a_port_that_is_taken_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "require_bundle", lambda _bundle: None)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(HereaboutsError, match="W102") as caught:
            serve(tmp_path, host="127.0.0.1", port=port, audience=Audience.OPEN, on_ready=never)
    assert str(port) in caught.value.problem
