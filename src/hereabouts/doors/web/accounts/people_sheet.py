"""Reading a spreadsheet of people: CSV or XLSX, of a size that cannot fill the memory."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
import tablib

from hereabouts.doors.web.accounts.wanted_person import COLUMNS, HEADINGS
from hereabouts.errors import AccessError

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024  # a small workbook can unpack to a large one
MOST_PEOPLE = 5_000


def read_sheet(content: bytes) -> tablib.Dataset:
    """Its rows under the headings that we know; other columns are left out.

    Raises:
        AccessError: A124 it is no such spreadsheet, too large, or has no column of addresses.
    """
    if len(content) > MOST_BYTES:
        raise _refused(f"it is larger than {MOST_BYTES // 1024 // 1024} MB")
    is_workbook = content.startswith(b"PK")
    rows = _of_workbook(content) if is_workbook else _of_text(content)
    headings, people = _headed(rows)
    if "email" not in headings:
        raise _refused("it has no column called email")
    if len(people) > MOST_PEOPLE:
        raise _refused(f"it has more than {MOST_PEOPLE:,} people")
    dataset = tablib.Dataset(headers=list(COLUMNS))
    for row in people:
        said = dict(zip(headings, row, strict=False))
        dataset.append([said.get(column) for column in COLUMNS])
    return dataset


def _headed(rows: Iterable[Sequence[Any]]) -> tuple[list[str], list[Sequence[Any]]]:
    filled = [row for row in rows if any(cell not in (None, "") for cell in row)]
    if not filled:
        raise _refused("it is empty")
    named = [str(cell or "").strip().lower().replace(" ", "_") for cell in filled[0]]
    return [HEADINGS.get(one, one) for one in named], filled[1:]


def _of_text(content: bytes) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as fault:
        raise _refused("it is neither a workbook nor a CSV file in UTF-8") from fault


def _of_workbook(content: bytes) -> list[tuple[Any, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                raise _refused("it unpacks to too much")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        most = MOST_PEOPLE + 2
        return list(book.worksheets[0].iter_rows(values_only=True, max_row=most, max_col=50))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError) as fault:
        raise _refused("it is no workbook that can be read") from fault


def _refused(why: str) -> AccessError:
    return AccessError(
        f"the spreadsheet of people cannot be used: {why}",
        code="A124",
        do="use a CSV or XLSX file with the columns email, name, organisation, roles and "
        "training_valid_to",
    )
