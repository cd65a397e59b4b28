"""Mail goes through a real server, encrypted and logged in, or not at all."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hereabouts.errors import ProjectError
from hereabouts.pipeline.notices.mail import send
from tests.unit.pipeline.notices.mail_server import Server, authenticate
from tests.unit.pipeline.notices.receivers import NOTICE, mail, make_certificate

TO = ("libraries@example.org", "b@example.org")
Start = Callable[..., Server]


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def start(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("MAIL_USER", "reports")
    monkeypatch.setenv("MAIL_PASSWORD", "correct horse")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    started: list[Server] = []

    def begin(**how: Any) -> Server:
        server = Server(**({"tls_context": context, "require_starttls": True} | how))
        server.controller.start()
        started.append(server)
        return server

    yield begin
    for server in started:
        server.controller.stop()


def logged_in(server: Server, **said: Any) -> Any:
    variables = {"user_env": "MAIL_USER", "password_env": "MAIL_PASSWORD"}
    return mail(server.port, **variables, **said)


def test_a_message_is_plain_text_with_a_subject_and_what_to_do(start: Start) -> None:
    server = start()
    assert send(mail(server.port), NOTICE, to=TO)
    (message,) = server.messages
    assert server.recipients == [list(TO)]
    assert message["Subject"] == "[Hereabouts] library.membership is overdue"
    assert (message["From"], message["To"]) == ("data@example.org", ", ".join(TO))
    assert message["Message-ID"] == "<5f1c@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "text/plain"
    payload = message.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().split("\r\n")[:3] == [
        "Library membership in Doggerland (library.membership) is overdue.",
        "It was due on 1 March 2026, 00:00 UTC.",
        "What to do: ask for what has not come.",
    ]


def test_it_logs_in_over_the_encrypted_line(start: Start) -> None:
    server = start(auth_required=True, authenticator=authenticate)
    assert send(logged_in(server), NOTICE, to=TO)
    assert len(server.messages) == 1


def test_a_wrong_password_is_refused_and_never_said(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", "incorrect donkey")
    server = start(auth_required=True, authenticator=authenticate)
    with pytest.raises(ProjectError, match="name and password") as refused:
        send(logged_in(server), NOTICE, to=TO)
    assert refused.value.code == "P382"
    assert "donkey" not in str(refused.value)


def test_a_server_without_encryption_is_sent_nothing(start: Start) -> None:
    server = start(tls_context=None, require_starttls=False)
    with pytest.raises(ProjectError, match="STARTTLS"):
        send(mail(server.port), NOTICE, to=TO)
    assert server.messages == []


def test_a_certificate_that_nobody_vouches_for_is_sent_nothing(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = start()
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere.pem")
    with pytest.raises(ProjectError, match="certificate"):
        send(mail(server.port), NOTICE, to=TO)
    assert server.messages == []


def test_what_may_pass_may_be_tried_again_and_what_will_not_is_refused(start: Start) -> None:
    server = start()
    server.answer = "451 later"
    assert not send(mail(server.port), NOTICE, to=TO)
    server.answer = "554 no"
    with pytest.raises(ProjectError, match="answered 554"):
        send(mail(server.port), NOTICE, to=TO)


def test_a_server_that_is_not_there_may_come_back() -> None:
    assert not send(mail(1), NOTICE, to=TO)


def test_a_password_that_is_not_set_is_said_by_name(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAIL_PASSWORD")
    with pytest.raises(ProjectError, match="MAIL_PASSWORD") as refused:
        send(logged_in(start()), NOTICE, to=TO)
    assert refused.value.code == "P380"
