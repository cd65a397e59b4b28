"""Which encoding a file is in, found from its bytes."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

BLOCK = 1 << 20
MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8"),
)
SINGLE_BYTE = ["cp1252", "latin_1", "iso8859_15", "cp850", "mac_roman"]
UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# ASCII, and the bytes that no English or Welsh text in a single-byte encoding has: damage, then.
UNLIKELY = bytes([*range(128), 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF])


def find_encoding(path: Path) -> str:
    """The Python codec that reads the file.

    UTF-8 wins when the whole file is UTF-8, and also when what is not looks like damage: a bad
    byte must not turn every other name to nonsense, or pass for a letter. Only then is a
    single-byte encoding of western Europe guessed.
    """
    with path.open("rb") as file:
        head = file.read(BLOCK)
    for mark, codec in MARKS:
        if head.startswith(mark):
            return codec
    wide = _wide(head)
    if wide:
        return wide
    if _is_utf8(path) or _is_mostly_utf8(path):
        return "utf-8"
    best = from_bytes(_sample(path), cp_isolation=SINGLE_BYTE).best()
    return codecs.lookup(best.encoding).name if best else "cp1252"


def _wide(head: bytes) -> str | None:
    # In UTF-16 without its mark, every second byte of plain Latin text is zero.
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.4:
        return "utf-16-le"
    if half and head[0::2].count(0) > half * 0.4:
        return "utf-16-be"
    return None


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in _blocks(path):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(path: Path) -> bool:
    good = likely = 0
    for block in _blocks(path):
        strays, sequences = UTF8_SEQUENCE.subn(b"", block)
        good += sequences
        likely += len(strays.translate(None, UNLIKELY))
    return good >= likely


def _sample(path: Path) -> bytes:
    # Only lines above ASCII tell one single-byte encoding from another.
    lines: list[bytes] = []
    for block in _blocks(path):
        lines += [line[:500] for line in block.split(b"\n") if not line.isascii()][:200]
        if len(lines) >= 200:
            break
    return b"\n".join(lines)
