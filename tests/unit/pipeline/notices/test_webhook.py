"""A webhook is sent signed JSON, and nothing that leads elsewhere is followed."""

import hashlib
import hmac
import json
from collections.abc import Iterator

import pytest

from hereabouts.errors import ProjectError
from hereabouts.pipeline.notices.webhook import post
from tests.unit.pipeline.notices.receivers import NOTICE, Receiver, receiving, webhook

NOW = 1_772_443_800.9


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


def test_a_notice_is_json_with_what_a_person_needs_and_no_value(receiver: Receiver) -> None:
    assert post(webhook(receiver.url), NOTICE, now=lambda: NOW)
    ((headers, body),) = receiver.got
    assert json.loads(body) == {
        "id": "5f1c",
        "event": "overdue",
        "product": "library.membership",
        "title": "Library membership in Doggerland",
        "owner": "libraries@example.org",
        "place": "Doggerland",
        "at": "2026-03-02T09:30:00+00:00",
        "due": "2026-03-01T00:00:00+00:00",
        "code": "",
        "to_do": "ask for what has not come.",
    }
    assert headers["Content-Type"] == "application/json"
    assert (headers["Hereabouts-Event"], headers["Hereabouts-Delivery"]) == ("overdue", "5f1c")
    assert "Hereabouts-Signature" not in headers


def test_a_receiver_can_tell_that_it_is_ours_and_when_it_was_sent(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOOK_SECRET", "a long secret")
    hook = webhook(receiver.url, secret_env="HOOK_SECRET")  # noqa: S106  a variable's name
    post(hook, NOTICE, now=lambda: NOW)
    ((headers, body),) = receiver.got
    assert headers["Hereabouts-Timestamp"] == "1772443800"
    expected = hmac.new(b"a long secret", b"1772443800." + body, hashlib.sha256).hexdigest()
    assert headers["Hereabouts-Signature"] == f"v1={expected}"


def test_an_address_may_come_from_the_environment_and_is_never_said(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOOK", f"{receiver.url}/secret-path")
    receiver.statuses = [204, 410]
    hook = webhook("", url_env="HOOK")
    assert post(hook, NOTICE, now=lambda: NOW)
    with pytest.raises(ProjectError) as refused:
        post(hook, NOTICE, now=lambda: NOW)
    assert refused.value.code == "P381"
    assert "secret-path" not in str(refused.value)


@pytest.mark.parametrize("key", ["url_env", "secret_env"])
def test_a_variable_that_is_not_set_is_said_by_name(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.delenv("NOT_SET", raising=False)
    with pytest.raises(ProjectError, match="NOT_SET") as refused:
        post(webhook(receiver.url, **{key: "NOT_SET"}), NOTICE, now=lambda: NOW)
    assert refused.value.code == "P380"
    assert receiver.got == []


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_what_may_pass_may_be_tried_again(receiver: Receiver, status: int) -> None:
    receiver.statuses = [status]
    assert not post(webhook(receiver.url), NOTICE, now=lambda: NOW)


def test_a_server_that_is_not_there_may_come_back(receiver: Receiver) -> None:
    assert not post(webhook("http://127.0.0.1:1"), NOTICE, now=lambda: NOW)


@pytest.mark.parametrize("status", [301, 307, 400, 404])
def test_what_will_not_pass_is_refused_and_no_redirect_followed(
    receiver: Receiver, status: int
) -> None:
    receiver.statuses = [status]
    with pytest.raises(ProjectError, match=f"answered {status}"):
        post(webhook(receiver.url), NOTICE, now=lambda: NOW)
    assert len(receiver.got) == 1


def test_a_private_address_is_refused_unless_it_is_allowed(receiver: Receiver) -> None:
    with pytest.raises(ProjectError, match="private address") as refused:
        post(webhook(receiver.url, allow_private=False), NOTICE, now=lambda: NOW)
    assert refused.value.code == "P381"
    assert receiver.got == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "not an address", "https://"])
def test_an_address_of_another_kind_is_refused(url: str) -> None:
    with pytest.raises(ProjectError, match="http or https"):
        post(webhook(url), NOTICE, now=lambda: NOW)
