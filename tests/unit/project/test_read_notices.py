"""Whom to tell is read from notices.yml, where no secret may stand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.model.notices import Event, Telling
from hereabouts.project import load

Say = Callable[[], list[str]]
WEBHOOK = "webhooks: [{url_env: HOOK, secret_env: HOOK_SECRET, events: [overdue, recovered]}]\n"
MAIL = "email: {smtp_host: mail.example.org, from: data@example.org, to: owners}\n"


def write(place: Path, text: str) -> None:
    (place / "notices.yml").write_text(text, encoding="utf-8")


def test_webhooks_and_mail_are_read_with_what_is_not_said(place: Path, said: Say) -> None:
    write(place, WEBHOOK + MAIL)
    assert said() == []
    notices = load(place).notices
    assert notices
    assert notices.mail
    (webhook,) = notices.webhooks
    assert (webhook.url_env, webhook.secret_env, webhook.allow_private) == (
        "HOOK",
        "HOOK_SECRET",
        False,
    )
    assert webhook.events == (Event.OVERDUE, Event.RECOVERED)
    mail = notices.mail
    assert (mail.host, mail.port, mail.is_encrypted_at_once) == ("mail.example.org", 587, False)
    assert (mail.to, mail.events) == ((), tuple(Event))


def test_mail_may_go_to_one_address_or_several_and_be_encrypted_at_once(place: Path) -> None:
    write(place, MAIL.replace("owners", "a@example.org, tls: at_once"))
    mail = load(place).notices
    assert mail
    assert mail.mail
    assert (mail.mail.to, mail.mail.port) == (("a@example.org",), 465)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{}\n", "notices.yml:1 P107"),
        ("webhooks: [{url: 'ftp://x'}]\n", "notices.yml:1 P107"),
        ("webhooks: [{events: [failed]}]\n", "notices.yml:1 P109"),
        ("webhooks: [{url: 'https://x', secret: abc}]\n", "notices.yml:1 P103"),
        ("webhooks: [{url: 'https://x', events: [late]}]\n", "notices.yml:1 P106"),
        (MAIL.replace("owners", "everybody"), "notices.yml:1 P107"),
        (MAIL.replace("to:", "user_env: A, to:"), "notices.yml:1 P104"),
    ],
)
def test_what_cannot_be_acted_upon_is_said(place: Path, said: Say, text: str, fault: str) -> None:
    write(place, text)
    assert [line[: len(fault)] for line in said()] == [fault]


def test_a_folder_without_notices_tells_nobody(place: Path) -> None:
    assert load(place).notices is None


def test_contacts_are_owners_with_an_address_or_else_the_team(place: Path) -> None:
    assert load(place).products["library.membership"].contract.contacts == (
        "libraries@example.org",
    )
    path = place / "products/library/membership/contract.odcs.yaml"
    text = path.read_text("utf-8").replace(
        "{username: libraries@example.org, role: owner}",
        "{username: ann, role: owner}\n    - {username: b@example.org, dateOut: 2020-01-01}"
        "\n    - {username: c@example.org}",
    )
    path.write_text(text, encoding="utf-8")
    assert load(place).products["library.membership"].contract.contacts == ("c@example.org",)


SUBSCRIBER = "subscribers: [{url: 'https://example.org/hook', secret_env: SECRET}]\n"


def test_subscribers_of_open_releases_are_read_with_what_is_not_said(place: Path) -> None:
    write(place, f"site: https://data.example.org/\n{SUBSCRIBER}")
    notices = load(place).notices
    assert notices
    assert notices.site == "https://data.example.org"
    assert notices.webhooks == ()
    (one,) = notices.subscribers
    assert (one.url, one.secret_env, one.allow_private) == (
        "https://example.org/hook",
        "SECRET",
        False,
    )
    assert one.events == tuple(Telling)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("subscribers: [{url: 'https://example.org/hook'}]\n", "secret_env"),
        ("subscribers: [{secret_env: SECRET}]\n", "subscribers"),
        (SUBSCRIBER.replace("}", ", events: [red]}"), "red"),
        ("site: data.example.org\n", "site"),
    ],
)
def test_a_subscriber_that_could_not_be_told_safely_is_refused(
    place: Path, said: Say, text: str, found: str
) -> None:
    write(place, text)
    assert any(found in problem for problem in said())
