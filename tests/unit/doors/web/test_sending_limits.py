"""How much and how often may be sent, before anything is read."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest

from hereabouts.doors.web.sending_limits import FORM, OF_A_LINK, SendingLimits

Scope = MutableMapping[str, Any]


class Clock:
    """Seconds that a test moves on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def post(link: str = "a.b", *, size: str | None = "10", caller: str = "192.0.2.1") -> Scope:
    headers = [(b"content-length", size.encode())] if size is not None else []
    return {
        "method": "POST",
        "path": f"/send/{link}",
        "headers": headers,
        "client": (caller, 1),
    }


def status(limits: SendingLimits, scope: Scope) -> int | None:
    refused = limits.refusal(scope)
    return refused.status_code if refused else None


@pytest.mark.parametrize(
    ("size", "code"), [("1000", None), (str(1000 + FORM + 1), 413), (None, 411), ("-1", 411)]
)
def test_what_is_too_large_or_of_no_said_size_is_not_read(size: str | None, code: int) -> None:
    assert status(SendingLimits(1000), post(size=size)) == code


def test_a_link_is_asked_so_often_in_a_minute() -> None:
    clock = Clock()
    limits = SendingLimits(1000, clock=clock)
    codes = [status(limits, post()) for _ in range(OF_A_LINK["POST"] + 1)]
    assert codes == [None] * OF_A_LINK["POST"] + [429]
    assert status(limits, post("other.link")) is None
    clock.now = 61.0
    assert status(limits, post()) is None


def test_many_links_from_one_address_are_one_caller() -> None:
    limits = SendingLimits(1000)
    codes = [status(limits, post(f"{n}.x")) for n in range(200)]
    assert codes[-1] == 429
    assert status(limits, post("new.x", caller="192.0.2.2")) is None


def test_a_body_that_goes_on_longer_than_it_said_is_cut_off() -> None:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"x" * FORM, "more_body": True}

    async def read() -> list[str]:
        counted = SendingLimits(FORM).counted(receive)
        return [(await counted())["type"] for _ in range(3)]

    assert asyncio.run(read()) == ["http.request", "http.request", "http.disconnect"]
