"""A workbook as an archive: what it would unpack to is known before anything unpacks it."""

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.naming import file_name
from hereabouts.sources.options import whole_number

TWO_GIB = 2 << 30
MOST_PARTS = 10_000
MOST_TIMES = 200  # the unpacked size, over the packed
FLOOR = 64 << 20  # bytes: below it, a high ratio is only a tidy file
BLOCK = 1 << 18
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DEFINITIONS = (b"<!DOCTYPE", b"<!ENTITY")
#: The list of parts that early writers of ODS began with a DOCTYPE; no reader of ours opens it.
UNREAD = "META-INF/manifest.xml"
SAVE_AGAIN = "open it in a spreadsheet program, save it as a new XLSX, and use that"


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive whose parts were counted."""

    file: zipfile.ZipFile
    source: Source

    @property
    def names(self) -> list[str]:
        """The names of its parts."""
        return self.file.namelist()

    def blocks(self, name: str) -> Iterator[bytes]:
        """A part, unpacked block by block.

        Raises:
            SourceError: S130 it is damaged; S173 it is larger than the archive declares.
        """
        yield from _unpacked(self.file, self.file.getinfo(name), self.source)

    def text(self, name: str, *, limit: int = 16 << 20) -> bytes:
        """A small part as a whole; empty if there is none, cut at the limit."""
        found = b""
        if name in self.file.NameToInfo:
            for block in self.blocks(name):
                found += block
                if len(found) > limit:
                    break
        return found[:limit]


@contextmanager
def opened_archive(path: Path, *, source: Source) -> Iterator[Archive | None]:
    """The archive, when the file is one and unpacks within bounds; None when it is none.

    Every part is unpacked once, to nowhere, and counted: a list of sizes that lies is found out.

    Raises:
        SourceError: S130 damaged; S173 it unpacks to too much, or to other than it declares;
            S174 its parts are not what a spreadsheet program writes.
    """
    if not _looks_packed(path):
        yield None
        return
    try:
        file = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(source) from error
    with file:
        _check_parts(file, source)
        _check_sizes(file, source, path.stat().st_size)
        for part in file.infolist():
            _check_part(file, part, source)
        yield Archive(file, source)


def damaged(source: Source) -> SourceError:
    """The refusal of a file that is no whole workbook."""
    return SourceError(
        f"'{file_name(source)}' is not a whole workbook: it is cut short, damaged, or another "
        "kind of file",
        code="S130",
        do="open it in a spreadsheet program; if that fails too, ask for it again",
        at=source.at,
    )


def _looks_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def _check_parts(file: zipfile.ZipFile, source: Source) -> None:
    parts = file.infolist()
    if len(parts) > MOST_PARTS:
        raise _bomb(source, f"has {len(parts):,} parts, where {MOST_PARTS:,} are plenty")
    twice = [name for name, times in Counter(part.filename for part in parts).items() if times > 1]
    if twice:
        raise _unsafe(source, f"has a part more than once ({len(twice)} of them)")
    if any(_leads_outside(part) for part in parts):
        raise _unsafe(source, "has a part whose name leads out of it")
    if any(part.compress_type not in METHODS for part in parts):
        raise _unsafe(source, "has a part that is packed in an unusual way")


def _leads_outside(part: zipfile.ZipInfo) -> bool:
    name = part.orig_filename.replace("\\", "/")
    return name.startswith("/") or ".." in PurePosixPath(name).parts or ":" in name.split("/")[0]


def _check_sizes(file: zipfile.ZipFile, source: Source, packed: int) -> None:
    limit = whole_number(source, "max_unpacked_bytes", default=TWO_GIB)
    unpacked = sum(part.file_size for part in file.infolist())
    if unpacked > limit:
        raise _bomb(source, f"would unpack to {unpacked:,} bytes, and the limit is {limit:,}")
    if unpacked > FLOOR and unpacked > MOST_TIMES * packed:
        if source.options.get("max_unpacked_bytes"):
            return  # somebody has looked at this file and said how large it may be
        raise _bomb(source, f"would unpack to {unpacked // packed:,} times its size")


def _check_part(file: zipfile.ZipFile, part: zipfile.ZipInfo, source: Source) -> None:
    is_xml = part.filename.endswith((".xml", ".rels")) and part.filename != UNREAD
    before = b""
    for block in _unpacked(file, part, source):
        if is_xml and any(word in before + block for word in DEFINITIONS):
            raise _unsafe(source, "has a part with definitions of its own (DOCTYPE)")
        before = block[-16:]


def _unpacked(file: zipfile.ZipFile, part: zipfile.ZipInfo, source: Source) -> Iterator[bytes]:
    """The whole of what is packed, however much is declared: Python's own reader stops there."""
    size = check = 0
    try:
        for block in _inflated(file, part):
            size += len(block)
            if size > part.file_size:
                raise _bomb(source, "unpacks to more than it declares")
            check = zlib.crc32(block, check)
            yield block
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
        raise damaged(source) from error
    if size != part.file_size or check != part.CRC:
        raise damaged(source)


def _inflated(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """What is packed, in blocks of at most 256 kB."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS) if part.compress_type else None
    for block in _packed(file, part):
        if inflater is None:
            yield block
            continue
        waiting = block
        while waiting:
            yield inflater.decompress(waiting, BLOCK)
            waiting = inflater.unconsumed_tail
    while inflater is not None and not inflater.eof:
        rest = inflater.decompress(b"", BLOCK)
        if not rest:
            raise EOFError
        yield rest


def _packed(file: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part as it stands in the archive: behind its own header, which has two lengths in it."""
    raw = file.fp
    if raw is None:
        raise EOFError
    raw.seek(part.header_offset)
    header = raw.read(30)
    if len(header) < 30 or not header.startswith(b"PK\3\4"):
        raise zipfile.BadZipFile
    place = part.header_offset + 30
    place += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    left = part.compress_size
    while left > 0:
        raw.seek(place)
        block = raw.read(min(BLOCK, left))
        if not block:
            raise EOFError
        yield block
        place, left = place + len(block), left - len(block)


def _bomb(source: Source, problem: str) -> SourceError:
    return SourceError(
        f"'{file_name(source)}' {problem}",
        code="S173",
        do="ask its owner what it is; if it is right, set `max_unpacked_bytes` in source.yml to "
        "more than it unpacks to",
        at=source.at,
    )


def _unsafe(source: Source, problem: str) -> SourceError:
    return SourceError(f"'{file_name(source)}' {problem}", code="S174", do=SAVE_AGAIN, at=source.at)
