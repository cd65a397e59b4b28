"""The sheet of notes in a supplier's workbook: what each column means, and an example row."""

from typing import Any

from hereabouts.project.supplier_schema.asked import Asked, Request
from hereabouts.project.supplier_schema.in_words import example, kind, listed, said_limits

_HEADINGS = (
    "Heading",
    "What it is",
    "What to write",
    "Must be filled in",
    "Unit",
    "Limits",
    "Allowed values",
    "In place of a value that cannot be given",
    "Example row",
)
_WIDTHS = (24, 48, 24, 12, 16, 24, 40, 24, 24)
Line = tuple[str, ...]


def write_notes(book: Any, name: str, wanted: Request) -> None:
    """Add the sheet: a few words, then a row for each column of the sheet to fill in."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width)
    words = _words(wanted)
    for row, line in enumerate(words):
        sheet.write_string(row, 0, line, bold if row == 0 else None)
    start = len(words) + 1
    for place, heading in enumerate(_HEADINGS):
        sheet.write_string(start, place, heading, bold)
    for row, asked in enumerate(wanted.columns, start=start + 1):
        for place, text in enumerate(_line(wanted, asked)):
            sheet.write_string(row, place, text, wrapped)
    sheet.freeze_panes(start + 1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _words(wanted: Request) -> list[str]:
    contract = wanted.product.contract
    said = [
        f"{contract.title}: what to send",
        contract.purpose,
        f"One row is: {contract.granularity}" if contract.granularity else "",
        f"Fill in the sheet '{wanted.sheet}', below its headings. Leave the headings as they are.",
        "A yellow cell must be filled in. A red cell says again what must not come twice.",
        f"Prepared for {wanted.supplier}" if wanted.supplier else "",
        f"Version {contract.version} of the contract of {contract.owner}",
    ]
    return [line for line in said if line]


def _line(wanted: Request, asked: Asked) -> Line:
    column = asked.column
    return (
        asked.heading,
        column.description or column.title,
        kind(column),
        "yes" if column.required or column.key else "no",
        column.unit,
        said_limits(column),
        listed(asked.values),
        listed(asked.markers),
        example(wanted, asked),
    )
