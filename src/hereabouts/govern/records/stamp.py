"""The stamp of a record: which it is, and a hash of the facts in it.

It stands at the foot of every copy, so that a copy that lies in a drawer can be told from one that
still says what the project says.
"""

import hashlib
import json
import re
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

from hereabouts.errors import GoverningError
from hereabouts.govern.records.writing import Kind, Record

DIGITS = 12
MOST_BYTES = 8 * 1024 * 1024  # of a copy: the largest playbook is under 100 kB
_KINDS = "|".join(kind.value for kind in Kind)
_STAMP = re.compile(rf"Facts: ((?:{_KINDS})(?:/[a-z0-9_.]+)?) ([0-9a-f]{{{DIGITS}}})(?![0-9a-f])")
_TAG = re.compile(r"<[^>]*>")
_FOOTER = re.compile(r"word/footer\d*\.xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a copy says of itself."""

    record: str  # as Record.id
    digest: str

    def __str__(self) -> str:
        return f"Facts: {self.record} {self.digest}"


def stamp_of(record: Record) -> Stamp:
    """The record's stamp: the same for the same facts, whatever the day and the file."""
    plain = json.dumps(asdict(record), sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]
    return Stamp(record=record.id, digest=digest)


def read_stamp(path: Path) -> Stamp:
    """The stamp that a copy carries, as HTML or as DOCX.

    Raises:
        GoverningError: G140 it cannot be read; G141 it carries none.
    """
    try:
        text = _text(path)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile, NotImplementedError) as fault:
        raise GoverningError(
            f"{path.name} cannot be read as a record ({type(fault).__name__})",
            code="G140",
            do="name a file that `hereabouts records write` wrote",
        ) from fault
    found = _STAMP.search(text)
    if found is None:
        raise GoverningError(
            f"{path.name} carries no stamp of facts",
            code="G141",
            do="name a file that `hereabouts records write` wrote; its foot begins `Facts:`",
        )
    return Stamp(record=found[1], digest=found[2])


def _text(path: Path) -> str:
    if path.suffix.lower() != ".docx":
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8")
    with zipfile.ZipFile(path) as packed:
        footers = [one for one in packed.namelist() if _FOOTER.fullmatch(one)]
        return " ".join(_plain(packed, name) for name in footers)


def _plain(packed: zipfile.ZipFile, name: str) -> str:
    with packed.open(name) as file:
        return _TAG.sub("", file.read(MOST_BYTES).decode("utf-8"))
