"""Files that are no text at all, told by how they begin."""

from pathlib import Path

from hereabouts.errors import SourceError
from hereabouts.model.product import Source
from hereabouts.sources.naming import file_name

UNPACK = "unpack it, and give the CSV that is inside"
WORKBOOK = "write `kind: spreadsheet`, or save it as CSV"
#: How a file begins: what it is, and what to do.
BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\3\4", "a zip archive, or a workbook", f"{UNPACK}; for a workbook {WORKBOOK}"),
    (b"PK\5\6", "an empty zip archive", UNPACK),
    (b"\x1f\x8b", "packed with gzip", UNPACK),
    (b"BZh", "packed with bzip2", UNPACK),
    (b"\xfd7zXZ\0", "packed with xz", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "packed with 7-Zip", UNPACK),
    (b"\x28\xb5\x2f\xfd", "packed with zstd", UNPACK),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook", WORKBOOK),
    (b"%PDF-", "a PDF", "ask its owner for the table that it shows, as CSV or a workbook"),
    (b"PAR1", "a Parquet file", "write `kind: parquet`"),
)


def refuse_packed(path: Path, *, source: Source) -> None:
    """Refuse a file that is not text: it is never unpacked on the way.

    Raises:
        SourceError: S177 it is packed, or of another kind.
    """
    with path.open("rb") as file:
        start = file.read(8)
    for beginning, what, do in BEGINNINGS:
        if start.startswith(beginning):
            raise SourceError(
                f"'{file_name(source)}' is {what}, and not a CSV", code="S177", do=do, at=source.at
            )
