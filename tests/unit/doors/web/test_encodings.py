"""Which compression a browser takes."""

import pytest

from hereabouts.doors.web.encodings import best_encoding


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        (b"", b""),
        (b"gzip, deflate, br, zstd", b"br"),
        (b"GZIP", b"gzip"),
        (b"gzip;q=1.0, br;q=0.5", b"gzip"),
        (b"br;q=0, gzip", b"gzip"),
        (b"br;q=0.000, gzip;q=0", b""),
        (b"*", b"br"),
        (b"*;q=0", b""),
        (b"br;q=0, *", b"gzip"),
        (b"identity", b""),
        (b"identity;q=1, gzip;q=0.5", b""),
        (b"identity;q=0", b""),
        (b"identity;q=0, gzip;q=0.1", b"gzip"),
        (b"gzip ; q = 0.2", b"gzip"),
        (b"br;q=nan, gzip;q=x", b""),
        (b"deflate, sdch", b""),
        (b",,;;==", b""),
        (b"\xff\xfe", b""),
    ],
)
def test_the_best_of_what_is_asked_for_is_sent(accept: bytes, best: bytes) -> None:
    assert best_encoding(accept) == best
