"""What a site with accounts is told, and what it refuses to begin with."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hereabouts.doors.web.account_settings import (
    Accounts,
    database_url,
    lasting_key,
    mail_server,
    read_accounts,
    read_providers,
)
from hereabouts.errors import AccessError, HereaboutsError

KEY = "k" * 40
PROVIDER = {
    "id": "nhs",
    "name": "NHS",
    "server_url": "https://login.example.org/v2",
    "client_id": "place",
    "secret": "a secret",
    "organisation": "icb",
    "domains": ["@NHS.example.org", "icb.example.org"],
}


def read(tmp_path: Path, host: str = "127.0.0.1", address: str = "", **environ: str) -> Accounts:
    said = {"HEREABOUTS_SECRET_KEY": KEY, **environ}
    return read_accounts(tmp_path, environ=said, address=address, host=host)


def providers_file(tmp_path: Path, said: object) -> Mapping[str, str]:
    path = tmp_path / "providers.json"
    path.write_text(json.dumps(said), "utf-8")
    return {"HEREABOUTS_OIDC_FILE": str(path)}


def test_a_key_is_all_that_must_be_said(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert found == Accounts(root=tmp_path, key=KEY)


def test_a_key_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n", "utf-8")
    assert lasting_key({"HEREABOUTS_SECRET_KEY_FILE": str(tmp_path / "key")}) == KEY


@pytest.mark.parametrize("environ", [{}, {"HEREABOUTS_SECRET_KEY": "short"}])
def test_no_accounts_without_a_key_that_lasts(environ: dict[str, str]) -> None:
    with pytest.raises(HereaboutsError) as caught:
        lasting_key(environ)
    assert caught.value.code == "A110"


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    more = providers_file(tmp_path, [PROVIDER])
    url, smtp = "postgresql://a:hush@db/place", "smtp://a:hush@mail.example.org"
    found = read(
        tmp_path,
        **more,
        HEREABOUTS_DATABASE_URL=url,
        HEREABOUTS_SMTP=smtp,
        HEREABOUTS_MAIL_FROM="data@example.org",
    )
    assert not any(secret in repr(found) for secret in (KEY, "hush", "a secret"))


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.1", "place.example.org"])  # noqa: S104
def test_passwords_never_cross_a_network_in_the_open(tmp_path: Path, host: str) -> None:
    with pytest.raises(AccessError) as caught:
        read(tmp_path, host=host, address="http://place.example.org")
    assert caught.value.code == "A115"
    assert read(tmp_path, host=host, address="https://place.example.org").address


@pytest.mark.parametrize("url", ["mysql://a@b/c", "postgresql://host", "place.db", "sqlite:///x"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(HereaboutsError) as caught:
        database_url({"HEREABOUTS_DATABASE_URL": url})
    assert caught.value.code == "A111"


def test_a_mail_server_is_taken_apart() -> None:
    said = {
        "HEREABOUTS_SMTP": "smtps://me%40x:p%20w@mail.example.org",
        "HEREABOUTS_MAIL_FROM": "data@example.org",
    }
    found = mail_server(said)
    assert found is not None
    assert (found.user, found.password, found.port) == ("me@x", "p w", 465)
    assert found.is_encrypted_at_once
    plain = mail_server({**said, "HEREABOUTS_SMTP": "smtp://mail.example.org"})
    assert plain is not None
    assert (plain.port, plain.is_encrypted_at_once) == (587, False)


@pytest.mark.parametrize(
    ("smtp", "sender"),
    [("mail.example.org", "a@b.c"), ("http://m", "a@b.c"), ("smtp://m", ""), ("smtp://", "a@b.c")],
)
def test_mail_that_would_not_leave_is_refused_before_anybody_waits_for_it(
    smtp: str, sender: str
) -> None:
    with pytest.raises(HereaboutsError) as caught:
        mail_server({"HEREABOUTS_SMTP": smtp, "HEREABOUTS_MAIL_FROM": sender})
    assert caught.value.code == "A112"


def test_a_provider_is_trusted_for_its_domains(tmp_path: Path) -> None:
    (found,) = read_providers(providers_file(tmp_path, [PROVIDER]))
    assert found.domains == {"nhs.example.org", "icb.example.org"}
    assert found.origin == "https://login.example.org"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"not": "a list"}, "A113"),
        (["words"], "A113"),
        ([{**PROVIDER, "domains": []}], "A114"),
        ([{**PROVIDER, "domains": "example.org"}], "A114"),
        ([{**PROVIDER, "server_url": "http://login.example.org"}], "A114"),
        ([{**PROVIDER, "id": "N H S"}], "A114"),
        ([{**PROVIDER, "color": "red"}], "A114"),
        ([PROVIDER, PROVIDER], "A114"),
        ([{key: said for key, said in PROVIDER.items() if key != "secret"}], "A114"),
    ],
)
def test_a_provider_at_fault_is_refused(tmp_path: Path, said: Any, code: str) -> None:
    with pytest.raises(HereaboutsError) as caught:
        read_providers(providers_file(tmp_path, said))
    assert caught.value.code == code
    assert "a secret" not in str(caught.value)


def test_a_file_that_is_not_there_or_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad").write_text("{", "utf-8")
    for name in ("none", "bad"):
        with pytest.raises(HereaboutsError) as caught:
            read_providers({"HEREABOUTS_OIDC_FILE": str(tmp_path / name)})
        assert caught.value.code == "A113"
