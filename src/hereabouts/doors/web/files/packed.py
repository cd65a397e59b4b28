"""A zip file that is written from front to back, and is the same whenever it is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

UNIX = 3


@contextmanager
def packed(file: IO[bytes]) -> Iterator[ZipFile]:
    """A zip in `file`, which stays open."""
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as made:
        yield made


@contextmanager
def part(into: ZipFile, name: str, *, stored: bool = False) -> Iterator[IO[bytes]]:
    """One file of the zip, written a piece at a time. It says no time and no system."""
    info = ZipInfo(name)
    info.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
    info.create_system = UNIX
    with into.open(info, "w") as writing:
        yield writing


def add(into: ZipFile, name: str, text: str, *, stored: bool = False) -> None:
    """A whole file of the zip."""
    with part(into, name, stored=stored) as writing:
        writing.write(text.encode())
