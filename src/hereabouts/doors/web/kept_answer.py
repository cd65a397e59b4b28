"""An answer made once and sent many times: compressed, tagged, conditional."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.types import Message, Scope

from hereabouts.doors.web.encodings import IDENTITY, OFFERED, best_encoding, compress

Headers = Sequence[tuple[bytes, bytes]]
Sent = tuple[Message, Message]

#: Already small: compressing them again only costs time.
COMPRESSED_KINDS = (
    *(b"image/png", b"image/webp", b"font/", b"application/pdf"),
    b"application/vnd.openxmlformats",
)
#: What may not be in a header: it would begin another, or an answer of its own.
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")
REPLACED = frozenset({b"content-length", b"content-encoding", b"etag", b"vary"})


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """Ready-made ASGI messages by encoding, and the tag each has."""

    whole: dict[bytes, Sent]
    unchanged: dict[bytes, Sent]
    lines: dict[
        bytes, bytes
    ]  # of the whole ones: headers as HTTP/1.1 writes them, empty if none may
    status: int
    tag: bytes
    size: int  # bytes it takes in memory

    def reply(self, scope: Scope) -> Sent:
        """The messages for one request: whole, without a body for HEAD, or 304."""
        accept = matches = b""
        for name, value in scope["headers"]:
            if name == b"accept-encoding":
                accept = value
            elif name == b"if-none-match":
                matches = value
        encoding = best_encoding(accept)
        holds_it = self.tag in matches or matches.strip() == b"*"
        if matches and holds_it and self.status == 200:
            return self.unchanged[encoding]
        start, body = self.whole[encoding]
        return (start, _NOTHING) if scope["method"] == "HEAD" else (start, body)


_NOTHING: Message = {"type": "http.response.body", "body": b""}


def keep(*, status: int, headers: Headers, body: bytes) -> KeptAnswer:
    """Compress and tag an answer. A 304 matches whichever encoding the reader holds."""
    base = [(name, value) for name, value in headers if name.lower() not in REPLACED]
    kind = next((value for name, value in base if name.lower() == b"content-type"), b"")
    packed = kind.startswith(COMPRESSED_KINDS)
    bodies = dict.fromkeys(OFFERED, body) if packed else compress(body)
    tag = hashlib.sha256(body).hexdigest()[:20].encode()
    whole: dict[bytes, Sent] = {}
    unchanged: dict[bytes, Sent] = {}
    for encoding, packed_body in bodies.items():
        named = b"" if packed else encoding
        mine = [*base, (b"vary", _varies(headers)), (b"etag", _tag(tag, named))]
        length = [(b"content-length", str(len(packed_body)).encode())]
        if named != IDENTITY:
            length.append((b"content-encoding", named))
        start = _start(status, [*mine, *length])
        whole[encoding] = (start, {"type": "http.response.body", "body": packed_body})
        without_type = [(name, value) for name, value in mine if name.lower() != b"content-type"]
        unchanged[encoding] = (_start(304, without_type), _NOTHING)
    size = sum(len(one) for one in ({id(b): b for b in bodies.values()}).values())
    lines = {encoding: _lines(start["headers"]) for encoding, (start, _body) in whole.items()}
    return KeptAnswer(
        whole=whole, unchanged=unchanged, lines=lines, status=status, tag=tag, size=size
    )


def _varies(headers: Headers) -> bytes:
    """By what the answer differs: the encoding, and whatever its own header says."""
    said = [value for name, value in headers if name.lower() == b"vary"]
    return b", ".join([b"Accept-Encoding", *said])


def _lines(headers: Headers) -> bytes:
    """Headers ready for the wire with the empty line that ends them; nothing if one is not safe."""
    if any(_CONTROL.search(name) or _CONTROL.search(value) for name, value in headers):
        return b""
    return b"".join(b"%s: %s\r\n" % (name.lower(), value) for name, value in headers) + b"\r\n"


def _tag(tag: bytes, encoding: bytes) -> bytes:
    return b'"%s%s"' % (tag, b"-" + encoding if encoding else b"")


def _start(status: int, headers: Headers) -> Message:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}
