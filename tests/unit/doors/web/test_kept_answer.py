"""One answer in every encoding, tagged and conditional."""

import gzip

import brotli
import pytest
from starlette.types import Scope

from hereabouts.doors.web.kept_answer import KeptAnswer, keep

BODY = b"<p>Stroke care</p>" * 200


def page(*, status: int = 200, kind: bytes = b"text/html", body: bytes = BODY) -> KeptAnswer:
    headers = [(b"content-type", kind), (b"content-length", b"999"), (b"etag", b'"old"')]
    return keep(status=status, headers=headers, body=body)


def ask(
    answer: KeptAnswer, method: str = "GET", **headers: bytes
) -> tuple[int, dict[bytes, bytes], bytes]:
    named = [(name.replace("_", "-").encode(), value) for name, value in headers.items()]
    scope: Scope = {"method": method, "headers": named}
    start, body = answer.reply(scope)
    assert len(dict(start["headers"])) == len(start["headers"]), "a header is there twice"
    return start["status"], dict(start["headers"]), body["body"]


def test_brotli_and_gzip_hold_the_same_bytes_and_are_smaller() -> None:
    _status, headers, body = ask(page(), accept_encoding=b"gzip, deflate, br")
    assert headers[b"content-encoding"] == b"br"
    assert brotli.decompress(body) == BODY
    _status, headers, body = ask(page(), accept_encoding=b"gzip")
    assert headers[b"content-encoding"] == b"gzip"
    assert gzip.decompress(body) == BODY
    assert headers[b"content-length"] == str(len(body)).encode()
    assert len(body) < len(BODY) / 10


@pytest.mark.parametrize("accept", [b"", b"identity", b"br;q=0, gzip;q=0", b"zstd"])
def test_bytes_as_they_are_carry_no_encoding(accept: bytes) -> None:
    _status, headers, body = ask(page(), accept_encoding=accept)
    assert body == BODY
    assert b"content-encoding" not in headers
    assert headers[b"vary"] == b"Accept-Encoding"


@pytest.mark.parametrize("held_in", [b"br", b"gzip", b""])
@pytest.mark.parametrize("asked_in", [b"br", b"gzip", b"identity"])
def test_what_a_reader_holds_in_any_encoding_is_unchanged(held_in: bytes, asked_in: bytes) -> None:
    answer = page()
    tag = ask(answer, accept_encoding=held_in)[1][b"etag"]
    for match in (tag, b"W/" + tag, b'"another", ' + tag, b" * "):
        status, headers, body = ask(answer, accept_encoding=asked_in, if_none_match=match)
        assert (status, body) == (304, b"")
        assert headers[b"vary"] == b"Accept-Encoding"
        assert b"etag" in headers
        assert b"content-length" not in headers
        assert b"content-type" not in headers


def test_each_encoding_has_a_tag_of_its_own_and_each_body_another() -> None:
    tags = {ask(page(), accept_encoding=name)[1][b"etag"] for name in (b"br", b"gzip", b"")}
    assert len(tags) == 3
    assert tags.isdisjoint({ask(page(body=b"other"))[1][b"etag"]})


def test_a_reader_who_holds_something_else_gets_it_whole() -> None:
    assert ask(page(), if_none_match=b'"another"')[0] == 200


@pytest.mark.parametrize("status", [400, 404, 503])
def test_a_problem_is_never_unchanged(status: int) -> None:
    answer = page(status=status)
    tag = ask(answer)[1][b"etag"]
    assert ask(answer, if_none_match=tag)[0] == status
    assert ask(answer, if_none_match=b"*")[0] == status


def test_a_head_has_the_length_and_not_the_body() -> None:
    status, headers, body = ask(page(), "HEAD", accept_encoding=b"br")
    assert (status, body) == (200, b"")
    assert int(headers[b"content-length"]) > 0
    assert headers[b"content-encoding"] == b"br"
    tag = headers[b"etag"]
    assert ask(page(), "HEAD", if_none_match=tag)[0] == 304


@pytest.mark.parametrize("kind", [b"image/png", b"image/webp", b"font/woff2"])
def test_a_picture_is_not_compressed_again(kind: bytes) -> None:
    answer = page(kind=kind)
    _status, headers, body = ask(answer, accept_encoding=b"br")
    assert body == BODY
    assert b"content-encoding" not in headers
    assert answer.size == len(BODY)
