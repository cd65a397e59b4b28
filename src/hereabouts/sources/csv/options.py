"""What source.yml may say about a CSV."""

import codecs
from dataclasses import dataclass

from hereabouts.model.product import Source
from hereabouts.sources.options import nulls, option_error, whole_number
from hereabouts.sources.table_options import TableOptions, table_options

IN_WORDS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
NO_QUOTE = "\x1f"  # a character that text does not use: quotation marks are then text


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvOptions:
    """None means: find out."""

    encoding: str | None
    delimiter: str | None
    quote: str
    skip_rows: int  # lines above the heading
    nulls: tuple[str, ...]
    table: TableOptions


def csv_options(source: Source) -> CsvOptions:
    """The options of a CSV.

    Raises:
        SourceError: S120 one of them is wrong.
    """
    table = table_options(source)
    if table.header and source.options.get("skip_rows"):
        raise option_error(source, "skip_rows", "header_rows: 4", "and `header_rows` say the same")
    return CsvOptions(
        encoding=_encoding(source),
        delimiter=_delimiter(source),
        quote=_quote(source),
        skip_rows=whole_number(source, "skip_rows", default=0),
        nulls=nulls(source),
        table=table,
    )


def _encoding(source: Source) -> str | None:
    name = source.options.get("encoding", "").strip()
    if not name:
        return None
    try:
        found = codecs.lookup(name).name
        b"\0\0\0\0".decode(found)  # refuses a codec that is not of text, such as base64
    except (LookupError, UnicodeError):
        raise option_error(source, "encoding", "encoding: cp1252", "is not a known one") from None
    # A byte order mark is dropped whether or not the encoding's name promises one.
    return {"utf-8-sig": "utf-8"}.get(found, found)


def _delimiter(source: Source) -> str | None:
    said = source.options.get("delimiter", "")
    delimiter = IN_WORDS.get(said.strip().lower(), said)
    if delimiter and not _is_one_mark(delimiter):
        raise option_error(source, "delimiter", "delimiter: ';'", "is not one plain character")
    return delimiter or None


def _quote(source: Source) -> str:
    said = source.options.get("quote", '"').strip()
    if said in {"", "none"}:
        return NO_QUOTE
    if not (said.isascii() and _is_one_mark(said)):
        raise option_error(source, "quote", "quote: none", "is not one plain character")
    return said


def _is_one_mark(text: str) -> bool:
    return len(text) == 1 and text not in "\r\n\0 " and not text.isalnum()
