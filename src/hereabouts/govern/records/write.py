"""Writing records into a folder, each whole or not at all."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from hereabouts.errors import GoverningError
from hereabouts.govern.records.page import index, page
from hereabouts.govern.records.writing import Record


class Format(StrEnum):
    """What kind of file."""

    HTML = "html"
    DOCX = "docx"


def write_records(
    folder: Path, records: Sequence[Record], *, formats: Sequence[Format], made_on: date
) -> tuple[Path, ...]:
    """Write each record in each format, and `index.html` that leads to them.

    Raises:
        GoverningError: G142 a file cannot be written; G143 DOCX needs a package.
    """
    if Format.DOCX in formats and find_spec("docx") is None:
        raise GoverningError(
            "DOCX needs a package that is not installed",
            code="G143",
            do="pip install 'hereabouts[records]', or ask for --format html",
        )
    files = dict(_files(records, formats, made_on))
    endings = [one.value for one in formats]
    files["index.html"] = index(records, endings=endings, made_on=made_on).encode()
    return tuple(_write(folder / name, content) for name, content in files.items())


def _files(
    records: Sequence[Record], formats: Sequence[Format], made_on: date
) -> Iterator[tuple[str, bytes]]:
    for record in records:
        if Format.HTML in formats:
            yield f"{record.id}.html", page(record, made_on=made_on).encode()
        if Format.DOCX in formats:
            yield f"{record.id}.docx", _document(record, made_on)


def _document(record: Record, made_on: date) -> bytes:
    """Imported here, for the package that it needs may not be there."""
    made: bytes = import_module("hereabouts.govern.records.document").document(
        record, made_on=made_on
    )
    return made


def _write(path: Path, content: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.part")
        unfinished.write_bytes(content)
        return unfinished.replace(path)
    except OSError as fault:
        raise GoverningError(
            f"{path} cannot be written ({type(fault).__name__})",
            code="G142",
            do="name a folder that may be written to, on a disk with room",
        ) from fault
