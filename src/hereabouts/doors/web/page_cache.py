"""Public answers kept in memory, in front of whatever makes them."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable

from starlette.types import ASGIApp, Message, Scope

from hereabouts.doors.web.kept_answer import Headers, KeptAnswer, keep

#: Headers to add to an answer that has them not, by its status.
Extra = Callable[[int], Headers]

#: Of headers and messages by encoding, beside the bytes of an answer: 9.9 KB were measured.
BESIDE = 10_000
CONDITIONS = frozenset({b"if-none-match", b"if-modified-since", b"range", b"accept-encoding"})


class PageCache:
    """The most recently used answers, up to a number of bytes.

    An answer is made once even when many ask at the same moment. Only a 200 is kept: there is
    no end to the addresses that are not found. What it takes to keep an answer counts too, with
    its address, or a great many small ones would take far more memory than they say.
    """

    def __init__(self, *, most_bytes: int) -> None:
        self._most_bytes, self._bytes = most_bytes, 0
        self._kept: OrderedDict[Hashable, KeptAnswer] = OrderedDict()
        self._making: dict[Hashable, asyncio.Task[KeptAnswer]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def find(self, key: Hashable) -> KeptAnswer | None:
        """The answer kept under `key`, or None."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        return kept

    async def make(self, key: Hashable, app: ASGIApp, scope: Scope, extra: Extra) -> KeptAnswer:
        """Ask `app` for the whole answer, with the headers `extra` names, and keep it."""
        task = self._making.get(key)
        if task is None:
            task = self._making[key] = asyncio.ensure_future(self._make(key, app, scope, extra))
            task.add_done_callback(lambda _done: self._making.pop(key, None))
        # One reader who goes away must not take the answer from the others who wait for it.
        return await asyncio.shield(task)

    async def _make(self, key: Hashable, app: ASGIApp, scope: Scope, extra: Extra) -> KeptAnswer:
        status, headers, body = await whole_answer(app, scope)
        named = {name for name, _value in headers}
        merged = [*headers, *(pair for pair in extra(status) if pair[0] not in named)]
        answer = await asyncio.to_thread(keep, status=status, headers=merged, body=body)
        if status == 200 and answer.size <= self._most_bytes // 4:
            self._forget(key)
            self._bytes += _taken(key, answer)
            self._kept[key] = answer
            while self._bytes > self._most_bytes:
                self._forget(next(iter(self._kept)))
        return answer

    def _forget(self, key: Hashable) -> None:
        gone = self._kept.pop(key, None)
        self._bytes -= _taken(key, gone) if gone else 0


def _taken(key: Hashable, answer: KeptAnswer) -> int:
    """Bytes of memory that an answer and its address take, near enough."""
    parts = key if isinstance(key, tuple) else ()
    text = sum(len(part) for part in parts if isinstance(part, str))
    return answer.size + text + BESIDE


async def whole_answer(app: ASGIApp, scope: Scope) -> tuple[int, Headers, bytes]:
    """Run `app` as a plain GET and gather its answer: status, headers, body."""
    headers = [pair for pair in scope["headers"] if pair[0] not in CONDITIONS]
    parts: list[bytes] = []
    start: Message = {}

    asked = asyncio.Event()

    async def receive() -> Message:
        if asked.is_set():
            # Nobody hangs up on us: whoever listens for it waits until it is cancelled.
            await asyncio.Event().wait()
        asked.set()
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            parts.append(message.get("body", b""))

    await app({**scope, "method": "GET", "headers": headers}, receive, send)
    lowered = [(bytes(name).lower(), bytes(value)) for name, value in start["headers"]]
    return start["status"], lowered, b"".join(parts)
