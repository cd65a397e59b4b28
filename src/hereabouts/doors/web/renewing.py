"""Answers of the release before, while those of a new one are made."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from hereabouts.doors.web.kept_answer import KeptAnswer

#: Pages made anew at a time: more would only take the processor from each other, and from readers.
AT_ONCE = 1
#: How long a reader waits for the new page; with nobody before them, nearly always long enough.
PATIENCE_SECONDS = 1.0


class Renewing:
    """Makes a few answers anew at a time.

    When a release appears, every page of the newest is to be made again at once. Whoever asks
    while others are being made is told what was true a moment ago, and nobody waits in a queue.
    """

    def __init__(self) -> None:
        self._making = 0

    async def renew(
        self, answer: Coroutine[Any, Any, KeptAnswer], *, before: KeptAnswer
    ) -> KeptAnswer:
        """What `answer` makes, or `before` if it is not made in time or others are made now."""
        if self._making >= AT_ONCE:
            answer.close()
            return before
        self._making += 1
        task = asyncio.ensure_future(answer)
        task.add_done_callback(self._made)
        done, _waiting = await asyncio.wait({task}, timeout=PATIENCE_SECONDS)
        return task.result() if done else before

    def _made(self, task: asyncio.Task[KeptAnswer]) -> None:
        self._making -= 1
        if not task.cancelled():
            task.exception()  # whoever asks next is told of it
