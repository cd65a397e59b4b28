"""Reading spreadsheets of people."""

import io
import zipfile
from collections.abc import Sequence
from contextlib import suppress

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.accounts.people_sheet import read_sheet
from hereabouts.doors.web.accounts.wanted_person import COLUMNS
from hereabouts.errors import AccessError

HEADINGS = ("E-mail address", "Name", "Organisation", "Roles", "Training")
ANN = ("ann@example.org", "Ann", "council", "health:reader", "2027-03-31")


def workbook(*rows: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(held := io.BytesIO())
    return held.getvalue()


def text(*rows: Sequence[object]) -> bytes:
    return "\r\n".join(",".join(map(str, row)) for row in rows).encode("utf-8-sig")


@pytest.mark.parametrize("write", [workbook, text])
def test_a_workbook_and_a_text_say_the_same(write: object) -> None:
    assert callable(write)
    found = read_sheet(write(HEADINGS, ANN))
    assert found.dict == [dict(zip(COLUMNS, ANN, strict=True))]


def test_columns_may_stand_in_any_order_and_others_are_left_out() -> None:
    found = read_sheet(text(("phone", "roles", "EMAIL"), ("01234", "*:owner", "ann@example.org")))
    assert found.dict[0]["email"] == "ann@example.org"
    assert found.dict[0]["roles"] == "*:owner"
    assert "01234" not in found.dict[0].values()


def test_empty_rows_are_passed_over() -> None:
    assert read_sheet(workbook(HEADINGS, (None,) * 5, ANN, ("",) * 5)).height == 1


def unpacks_to(size: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * size)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (text(("name",), ("Ann",)), "it has no column called email"),
        (b"\xff\xfe\x00", "it is neither a workbook nor a CSV file in UTF-8"),
        (b"PK\x03\x04 and no more", "it is no workbook that can be read"),
        (b"x" * (5 * 1024 * 1024 + 1), "it is larger than 5 MB"),
        (unpacks_to(61 * 1024 * 1024), "it unpacks to too much"),
        (text(HEADINGS, *[ANN] * 5_001), "it has more than 5,000 people"),
        (workbook(HEADINGS, *[ANN] * 5_001), "it has more than 5,000 people"),
    ],
    ids=lambda said: said if isinstance(said, str) else "",
)
def test_what_is_no_such_spreadsheet_says_why(content: bytes, why: str) -> None:
    with pytest.raises(AccessError, match=why) as caught:
        read_sheet(content)
    assert caught.value.code == "A124"


@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda some: b"PK\x03\x04" + some))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(AccessError):
        assert "email" in (read_sheet(content).headers or ())
