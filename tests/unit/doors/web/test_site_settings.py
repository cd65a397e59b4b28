"""Who may reach a site, and by which name."""

import socket
from pathlib import Path

import pytest

from hereabouts.doors.web.loopback import is_loopback
from hereabouts.doors.web.site_settings import (
    LOCAL_NAMES,
    SiteSettings,
    allowed_hosts,
    public_address,
    require_loopback,
    secret_key,
)
from hereabouts.errors import AccessError, HereaboutsError
from hereabouts.model.policy import Audience


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1", "[::1]"])
def test_an_internal_release_may_be_served_on_this_machine_alone(host: str) -> None:
    require_loopback(host, audience=Audience.INTERNAL)
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "10.0.0.1", "example.org", "localhost.example.org", "", "2130706433"],  # noqa: S104
)
def test_an_internal_release_is_never_served_to_the_network(host: str) -> None:
    with pytest.raises(AccessError, match="A102"):
        require_loopback(host, audience=Audience.INTERNAL)
    require_loopback(host, audience=Audience.OPEN)


def test_a_site_answers_to_the_name_it_is_bound_to_and_to_those_it_is_told() -> None:
    environ = {"HEREABOUTS_HOSTS": " Data.Example.org,, stats.example.org "}
    assert allowed_hosts("10.0.0.1", environ=environ) == LOCAL_NAMES | {
        *("10.0.0.1", "data.example.org", "stats.example.org")
    }
    assert "[fe80::1]" in allowed_hosts("fe80::1", environ={})


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104
def test_bound_to_every_address_it_answers_to_the_machines_name_and_not_to_any(host: str) -> None:
    assert allowed_hosts(host, environ={}) == LOCAL_NAMES | {socket.gethostname().lower()}


def test_the_secret_is_the_environments_or_a_new_one_and_is_never_printed() -> None:
    assert secret_key({"HEREABOUTS_SECRET_KEY": "given"}) == "given"
    assert secret_key({}) != secret_key({"HEREABOUTS_SECRET_KEY": ""})
    settings = SiteSettings(root=Path(), secret_key=secret_key({"HEREABOUTS_SECRET_KEY": "unseen"}))
    assert "unseen" not in repr(settings)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("https://place.example.org/", "https://place.example.org"),
        ("http://10.0.0.1:8000", "http://10.0.0.1:8000"),
        ("https://[::1]:8000", "https://[::1]:8000"),
        ("", ""),
    ],
)
def test_the_public_address_is_as_it_is_said(said: str, address: str) -> None:
    assert public_address({"HEREABOUTS_ADDRESS": said}) == address


@pytest.mark.parametrize(
    "said",
    ["place.example.org", "ftp://a.org", "https://a.org/path", "https://a.org?q", "https://"],
)
def test_half_an_address_is_refused(said: str) -> None:
    with pytest.raises(HereaboutsError, match="W269"):
        public_address({"HEREABOUTS_ADDRESS": said})
