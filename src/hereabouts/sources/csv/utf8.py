"""Any encoding as UTF-8, a block of whole lines at a time."""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.naming import file_name

BLOCK = 1 << 22
LONGEST_LINE = 64 << 20
BYTE_ORDER_MARK = "\ufeff"
UNREADABLE = "\udcff"  # encoded below as the byte FF, which no UTF-8 has


def _mark(error: UnicodeError) -> tuple[str, int]:
    # A byte outside the encoding becomes one that is not UTF-8, so that its row is found and
    # refused: a replacement character would be taken for what was sent.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNREADABLE, error.end


codecs.register_error("hereabouts.unreadable", _mark)


def line_blocks(path: Path, codec: str, *, source: Source) -> Iterator[bytes]:
    """Blocks of whole lines in UTF-8, each line ending in LF (CRLF and lone CR files alike).

    Bytes that cannot be read in `codec` are left as bytes that are not UTF-8.

    Raises:
        SourceError: S125 a line without end.
    """
    rest = b""
    for block in _with_lf(_utf8(path, codec)):
        joined = rest + block
        whole, end, rest = joined.rpartition(b"\n")
        if end:
            yield whole + end
        elif len(rest) > LONGEST_LINE:
            raise SourceError(
                f"'{file_name(source)}' has no line break in its first {LONGEST_LINE >> 20} MB",
                code="S125",
                do="check that it is a CSV and not another kind of file",
                at=source.at,
            )
    if rest:
        yield rest + b"\n"


def _utf8(path: Path, codec: str) -> Iterator[bytes]:
    with path.open("rb") as file:
        blocks = iter(lambda: file.read(BLOCK), b"")
        if codec == "utf-8":
            yield next(blocks, b"").removeprefix(codecs.BOM_UTF8)
            yield from blocks
            return
        decoder = codecs.getincrementaldecoder(codec)("hereabouts.unreadable")
        first = True
        for block in blocks:
            text = decoder.decode(block)
            yield _encoded(text.removeprefix(BYTE_ORDER_MARK) if first else text)
            first = False
        yield _encoded(decoder.decode(b"", final=True))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _with_lf(blocks: Iterable[bytes]) -> Iterator[bytes]:
    held = b""
    alone: bool | None = None
    for raw in blocks:
        block = held + raw
        held = b"\r" if block.endswith(b"\r") else b""  # its LF may be in the next block
        block = block[: len(block) - len(held)]
        if alone is None and (b"\r" in block or b"\n" in block):
            alone = b"\n" not in block  # an old Macintosh file: CR is its line break
        if b"\r" in block:
            block = block.replace(b"\r", b"\n") if alone else block.replace(b"\r\n", b"\n")
        yield block
    yield held.replace(b"\r", b"\n")
