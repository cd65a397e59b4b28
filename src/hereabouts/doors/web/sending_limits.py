"""How much and how often may be sent: held to before anything is read."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable

from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope

MINUTE = 60.0
OF_A_LINK = {"GET": 120, "POST": 20}  # requests a minute
OF_AN_ADDRESS = {"GET": 480, "POST": 80}  # of which many may stand behind one
MOST_KEPT = 10_000  # callers remembered
FORM = 64 * 1024  # bytes of a form besides its file


class SendingLimits:
    """Limits on the pages that take files.

    Args:
        most_bytes: of one file.
        clock: seconds, for tests.
    """

    def __init__(self, most_bytes: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = most_bytes + FORM, clock
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()

    def refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Why a request is not read at all; None when it is."""
        method = "POST" if scope["method"] == "POST" else "GET"
        link = scope["path"].split("/")[2][:200]
        caller = (scope.get("client") or ("",))[0]
        may = [
            self._may(f"{method} {link}", OF_A_LINK[method]),
            self._may(f"{method} from {caller}", OF_AN_ADDRESS[method]),
        ]
        if not all(may):
            return PlainTextResponse(
                "Too many requests. Wait a minute, and try again.",
                status_code=429,
                headers={"retry-after": "60"},
            )
        return self.size_refusal(scope) if method == "POST" else None

    def size_refusal(self, scope: Scope) -> PlainTextResponse | None:
        """Why what is sent is not read: nobody says how large it is, or it is too large."""
        said = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
        if not said.isdigit():
            return PlainTextResponse("The size of what is sent must be said.", status_code=411)
        if int(said) > self._most:
            most = self._most // (1024 * 1024)
            return PlainTextResponse(
                f"This file is too large: at most {most} MB can be sent here. Go back, and send a "
                "smaller one, or ask whoever sent you the link.",
                status_code=413,
            )
        return None

    def _may(self, who: str, most: int) -> bool:
        now = self._clock()
        times = self._seen.setdefault(who, deque())
        self._seen.move_to_end(who)
        while len(self._seen) > MOST_KEPT:
            self._seen.popitem(last=False)
        while times and now - times[0] > MINUTE:
            times.popleft()
        if len(times) >= most:
            return False
        times.append(now)
        return True

    def counted(self, receive: Receive) -> Receive:
        """`receive`, which ends the request when more comes than is taken."""
        left = self._most

        async def receiving() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            return message if left >= 0 else {"type": "http.disconnect"}

        return receiving
