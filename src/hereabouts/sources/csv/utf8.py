"""Any encoding as UTF-8, a block of whole lines at a time."""

import codecs
from collections.abc import Iterable, Iterator
from pathlib import Path

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.csv.packed import refuse_packed
from hereabouts.sources.csv.shape import is_utf8
from hereabouts.sources.naming import file_name
from hereabouts.sources.options import option_error, whole_number

BLOCK = 1 << 22
LONGEST_LINE = 16 << 20  # bytes
BYTE_ORDER_MARK = "\ufeff"
UNREADABLE = "\udcff"  # encoded below as the byte FF, which no UTF-8 has
NO_TEXT = b"\xff"
ASCII = "".join(map(chr, range(32, 127)))


def _mark(error: UnicodeError) -> tuple[str, int]:
    # A byte outside the encoding becomes one that is not UTF-8, so that its row is found and
    # refused: a replacement character would be taken for what was sent.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return UNREADABLE, error.end


codecs.register_error("hereabouts.unreadable", _mark)


def line_blocks(path: Path, codec: str, *, source: Source) -> Iterator[bytes]:
    """Blocks of whole lines in UTF-8, each line ending in LF (CRLF and lone CR files alike).

    Bytes that cannot be read in `codec`, and NUL, are left as bytes that are not UTF-8, so that
    their row is refused by its line. Options: max_line_bytes; fallback, an encoding for the lines
    that are not UTF-8.

    Raises:
        SourceError: S120 an option is wrong; S125 a first line without end; S177 the file is
            packed, or is no text; S178 a line above the limit.
    """
    refuse_packed(path, source=source)
    fallback = _fallback(source, codec)
    limit = whole_number(source, "max_line_bytes", default=LONGEST_LINE)
    rest, line = b"", 1
    for block in _with_lf(_utf8(path, "utf-8" if fallback else codec)):
        joined = rest + block
        whole, end, rest = joined.rpartition(b"\n")
        if len(joined) > limit:
            _check_lengths(joined, limit=limit, first_line=line, source=source)
        if end:
            line += whole.count(b"\n") + 1
            yield _readable(whole + end, fallback)
    if rest:
        yield _readable(rest + b"\n", fallback)


def _check_lengths(text: bytes, *, limit: int, first_line: int, source: Source) -> None:
    for line, found in enumerate(text.split(b"\n"), start=first_line):
        if len(found) > limit and line == 1:
            raise SourceError(
                f"'{file_name(source)}' has no line break in its first {limit:,} bytes",
                code="S125",
                do="check that it is a CSV and not another kind of file",
                at=source.at,
            )
        if len(found) > limit:
            raise SourceError(
                f"line {line:,} of '{file_name(source)}' is longer than {limit:,} bytes",
                code="S178",
                do="look for a quotation mark or a line break that is missing there; if the line "
                "is right, set `max_line_bytes` in source.yml to more than its length",
                at=source.at,
            )


def _readable(block: bytes, fallback: str | None) -> bytes:
    """The block with NUL as a byte that no text has, and lines in the second encoding as UTF-8."""
    if b"\0" in block:
        block = block.replace(b"\0", NO_TEXT)
    if fallback is None or is_utf8(block):
        return block
    return b"\n".join(
        line if is_utf8(line) else _encoded(line.decode(fallback, "hereabouts.unreadable"))
        for line in block.split(b"\n")
    )


def _fallback(source: Source, codec: str) -> str | None:
    """The encoding of lines that are not UTF-8, if source.yml names one."""
    name = source.options.get("fallback", "").strip()
    if not name:
        return None
    try:
        known = bytes(range(32, 127)).decode(name) == ASCII and len(b"\xe9a".decode(name)) == 2
    except (LookupError, UnicodeError):
        known = False
    if not known:
        raise option_error(source, "fallback", "fallback: cp1252", "is not a one-byte encoding")
    # An encoding that was found, and not said, may be the guess that this option is to replace.
    if codec != "utf-8" and (source.options.get("encoding") or codec.startswith("utf")):
        raise option_error(source, "fallback", "encoding: utf-8", "needs `encoding` to be utf-8")
    return name


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
