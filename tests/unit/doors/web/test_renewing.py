"""Just after a release: one page at a time is made anew, and nobody queues for it."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from hereabouts.doors.web import renewing as module
from hereabouts.doors.web.kept_answer import KeptAnswer, keep
from hereabouts.doors.web.renewing import Renewing

BEFORE = keep(status=200, headers=[], body=b"before")
AFTER = keep(status=200, headers=[], body=b"after")


def run(asked: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await asked()

    asyncio.run(bounded())


async def made(*, when: asyncio.Event | None = None) -> KeptAnswer:
    if when is not None:
        await when.wait()
    return AFTER


async def spoilt() -> KeptAnswer:
    raise ValueError("it cannot be made")


def test_whoever_asks_first_gets_the_new_page() -> None:
    async def first() -> None:
        assert await Renewing().renew(made(), before=BEFORE) is AFTER

    run(first)


def test_whoever_asks_meanwhile_gets_the_page_before_at_once() -> None:
    async def meanwhile() -> None:
        renewing, go = Renewing(), asyncio.Event()
        first = asyncio.create_task(renewing.renew(made(when=go), before=BEFORE))
        await asyncio.sleep(0)
        assert await renewing.renew(made(), before=BEFORE) is BEFORE
        go.set()
        assert await first is AFTER
        assert await renewing.renew(made(), before=BEFORE) is AFTER

    run(meanwhile)


def test_a_page_that_takes_long_goes_on_being_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)

    async def long() -> None:
        renewing, go = Renewing(), asyncio.Event()
        assert await renewing.renew(made(when=go), before=BEFORE) is BEFORE
        assert await renewing.renew(made(), before=BEFORE) is BEFORE, "the first is not finished"
        go.set()
        await asyncio.sleep(0.05)
        assert await renewing.renew(made(), before=BEFORE) is AFTER

    run(long)


def test_a_page_that_cannot_be_made_is_a_fault_and_not_hidden_by_the_one_before() -> None:
    async def fault() -> None:
        renewing = Renewing()
        with pytest.raises(ValueError, match="cannot be made"):
            await renewing.renew(spoilt(), before=BEFORE)
        assert await renewing.renew(made(), before=BEFORE) is AFTER

    run(fault)
