"""Answers kept in memory: made once, bounded, and only what was found."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.types import Receive, Scope, Send

from hereabouts.doors.web.page_cache import BESIDE, PageCache, whole_answer

MEMORY = 100_000
SCOPE: Scope = {"type": "http", "method": "GET", "path": "/", "headers": []}


class Maker:
    """An application that counts how often it is asked, and waits to be let go."""

    def __init__(self, *, status: int = 200, body: bytes = b"made", held: bool = False) -> None:
        self.asked: list[Scope] = []
        self._status, self._body = status, body
        self.go = asyncio.Event()
        if not held:
            self.go.set()

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        self.asked.append(scope)
        await self.go.wait()
        headers = [(b"Content-Type", b"text/plain")]
        await send({"type": "http.response.start", "status": self._status, "headers": headers})
        half = len(self._body) // 2
        await send({"type": "http.response.body", "body": self._body[:half], "more_body": True})
        await send({"type": "http.response.body", "body": self._body[half:]})


def run(made: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await made()

    asyncio.run(bounded())


def no_extra(_status: int) -> list[tuple[bytes, bytes]]:
    return []


def test_an_answer_is_made_once_however_many_ask_at_the_same_moment() -> None:
    async def many_ask() -> None:
        maker, cache = Maker(held=True), PageCache(most_bytes=MEMORY)
        asking = [asyncio.create_task(cache.make("key", maker, SCOPE, no_extra)) for _ in range(20)]
        await asyncio.sleep(0)
        maker.go.set()
        answers = await asyncio.gather(*asking)
        assert len(maker.asked) == 1
        assert {id(answer) for answer in answers} == {id(cache.find("key"))}

    run(many_ask)


def test_a_reader_who_goes_away_does_not_take_the_answer_from_the_others() -> None:
    async def one_leaves() -> None:
        maker, cache = Maker(held=True), PageCache(most_bytes=MEMORY)
        leaving = asyncio.create_task(cache.make("key", maker, SCOPE, no_extra))
        await asyncio.sleep(0)
        staying = asyncio.create_task(cache.make("key", maker, SCOPE, no_extra))
        await asyncio.sleep(0)
        leaving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await leaving
        maker.go.set()
        assert (await staying).status == 200
        assert len(maker.asked) == 1

    run(one_leaves)


@pytest.mark.parametrize("status", [206, 301, 400, 404, 500, 503])
def test_only_what_was_found_is_kept(status: int) -> None:
    async def ask_twice() -> None:
        maker, cache = Maker(status=status), PageCache(most_bytes=MEMORY)
        for _ in range(2):
            assert (await cache.make("key", maker, SCOPE, no_extra)).status == status
        assert len(cache) == 0
        assert len(maker.asked) == 2

    run(ask_twice)


def test_no_more_bytes_are_kept_than_allowed_and_the_least_used_go_first() -> None:
    async def fill() -> None:
        cache = PageCache(most_bytes=MEMORY)
        made = await cache.make("first", Maker(body=b"x"), SCOPE, no_extra)
        fits = MEMORY // (made.size + BESIDE)
        for number in range(fits - 1):
            await cache.make(number, Maker(body=b"x"), SCOPE, no_extra)
        assert len(cache) == fits
        assert cache.find("first") is not None
        await cache.make("one more", Maker(body=b"x"), SCOPE, no_extra)
        assert len(cache) == fits
        assert cache.find("first") is not None
        assert cache.find(0) is None

    run(fill)


def test_a_great_many_small_answers_at_long_addresses_take_no_more_than_is_allowed() -> None:
    async def ask() -> None:
        cache = PageCache(most_bytes=MEMORY)
        for number in range(30):
            await cache.make((1, f"{number:08000d}"), Maker(body=b"x"), SCOPE, no_extra)
        assert len(cache) == MEMORY // (8_000 + BESIDE + 3)

    run(ask)


def test_one_answer_too_large_does_not_empty_the_memory() -> None:
    async def ask() -> None:
        cache = PageCache(most_bytes=MEMORY)
        await cache.make("small", Maker(), SCOPE, no_extra)
        await cache.make("large", Maker(body=bytes(range(256)) * 400), SCOPE, no_extra)
        assert cache.find("small") is not None
        assert cache.find("large") is None

    run(ask)


def test_a_site_that_keeps_nothing_still_answers() -> None:
    async def ask() -> None:
        cache = PageCache(most_bytes=0)
        assert (await cache.make("key", Maker(), SCOPE, no_extra)).status == 200
        assert len(cache) == 0

    run(ask)


def test_a_fault_is_told_to_the_reader_and_forgotten() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("broken")

    async def ask() -> None:
        cache = PageCache(most_bytes=MEMORY)
        with pytest.raises(RuntimeError):
            await cache.make("key", broken, SCOPE, no_extra)
        assert (await cache.make("key", Maker(), SCOPE, no_extra)).status == 200

    run(ask)


def test_what_is_kept_is_the_whole_answer_whatever_the_first_reader_asked_for() -> None:
    async def ask() -> None:
        maker = Maker(body=b"whole")
        conditions = [
            (b"range", b"bytes=0-1"),
            (b"if-none-match", b"*"),
            (b"accept-encoding", b"br"),
            (b"host", b"localhost"),
        ]
        scope = {**SCOPE, "method": "HEAD", "headers": conditions}
        assert await whole_answer(maker, scope) == (
            200,
            [(b"content-type", b"text/plain")],
            b"whole",
        )
        assert maker.asked[0]["method"] == "GET"
        assert maker.asked[0]["headers"] == [(b"host", b"localhost")]

    run(ask)


def test_headers_are_added_only_where_the_answer_has_none() -> None:
    async def ask() -> None:
        cache = PageCache(most_bytes=MEMORY)
        answer = await cache.make(
            "key",
            Maker(),
            SCOPE,
            lambda status: [(b"content-type", b"x"), (b"status", b"%d" % status)],
        )
        headers = answer.reply(SCOPE)[0]["headers"]
        assert (b"content-type", b"text/plain") in headers
        assert (b"content-type", b"x") not in headers
        assert (b"status", b"200") in headers

    run(ask)
