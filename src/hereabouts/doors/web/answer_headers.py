"""The headers of every answer: how long it may be kept, by whom, and who may frame or read it."""

from starlette.types import Message, Send

from hereabouts.doors.web import security
from hereabouts.doors.web.app_paths import Destination

Header = tuple[bytes, bytes]


class AnswerHeaders:
    """Headers by where an address leads and what came of it.

    Args:
        is_public: whether the site shows what is for everybody.
        has_people: whether people may sign in, so that an address may say more to some.
        is_https: whether the site's public address is https.
    """

    def __init__(self, *, is_public: bool, has_people: bool, is_https: bool = False) -> None:
        self._is_public, self._has_people = is_public, has_people
        self._always = (*security.ALWAYS, *((security.HTTPS_ONLY,) if is_https else ()))

    def of(self, where: Destination, *, status: int, for_one: bool = False) -> list[Header]:
        """The headers of an answer; `for_one` is for one person alone."""
        public = self._is_public and not for_one
        how_long = self._how_long(where, status) if public else security.PRIVATE
        headers = [*self._always, (b"cache-control", how_long)]
        if not (where.framed and status in (200, 304) and public):
            headers.append(security.NO_FRAME)
        if where.data:
            headers.append(security.DATA_POLICY)
        if where.shared and public:
            headers += security.SHARED
        if where.takes_files or where.personal or not public:
            headers.append(security.NOT_LISTED)
        if self._has_people and not where.is_fixed:
            headers.append(security.VARY)
        return headers

    def added(self, where: Destination, send: Send, *, for_one: bool = False) -> Send:
        """What sends an answer with these headers, in place of its own of the same names."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = self.of(where, status=message["status"], for_one=for_one)
                named = {name for name, _value in ours} - {security.VARY[0]}
                theirs = [pair for pair in message["headers"] if pair[0].lower() not in named]
                message = {**message, "headers": [*theirs, *ours]}
            await send(message)

        return sending

    @staticmethod
    def _how_long(where: Destination, status: int) -> bytes:
        if where.takes_files:
            return security.PRIVATE
        if status not in (200, 206, 304) or where.path == "/health":
            return security.PROBLEM
        if where.changes:
            return security.NEWEST
        return security.FOR_EVER if where.data else security.PAGE_OF_RELEASE
