"""The PDF, opened by another program's eyes: its tags, its words, its bytes."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from hereabouts.doors.web.board_pack import pdf
from hereabouts.doors.web.board_pack.contents import Pack
from tests.unit.doors.web.board_pack.conftest import PackOf

HOSTILE = '#strong[x] *bold* $x^2$ @cite <label> \\ "q" `code` #panic() // = Heading\x07'


@pytest.fixture(scope="module")
def pack(judged: PackOf) -> Pack:
    return judged("health", "district", "E07000003")


@pytest.fixture(scope="module")
def written(pack: Pack) -> bytes:
    return pdf.write(pack)


@pytest.fixture(scope="module")
def opened(written: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(written))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def tags(element: Any) -> Iterator[Any]:
    """Every element of the structure tree."""
    element = element.get_object()
    if isinstance(element, list):
        for one in element:
            yield from tags(one)
    elif isinstance(element, dict):
        yield element
        if "/K" in element:
            yield from tags(element["/K"])


def root(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def test_it_is_tagged_and_says_its_language_title_and_that_it_is_pdf_ua(
    opened: PdfReader, pack: Pack
) -> None:
    assert root(opened)["/MarkInfo"]["/Marked"].value is True
    assert root(opened)["/Lang"] == "en-GB"
    assert root(opened)["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert opened.metadata is not None
    assert opened.metadata.title == pack.title
    assert b"<pdfuaid:part>1<" in root(opened)["/Metadata"].get_object().get_data()


def test_headings_tables_lists_and_pictures_are_tagged(opened: PdfReader, pack: Pack) -> None:
    found = Counter(one.get("/S") for one in tags(root(opened)["/StructTreeRoot"]))
    tables = [*pack.summary.tables, *(t for page in pack.pages for t in page.tables)]
    tables += [table for one in pack.after for table in one.tables]
    assert found["/Table"] == len(tables)
    assert found["/TH"] == sum(len(table.headings) for table in tables)
    assert found["/Figure"] == sum(len(page.drawings) for page in pack.pages)
    assert found["/LI"] == len(pack.summary.sentences)
    assert found["/H1"] == 1 + len(pack.pages) + len(pack.after) + 1  # with the contents


def test_every_picture_says_what_it_shows(opened: PdfReader, pack: Pack) -> None:
    figures = [t for t in tags(root(opened)["/StructTreeRoot"]) if t.get("/S") == "/Figure"]
    assert [one["/Alt"] for one in figures] == [d.alt for p in pack.pages for d in p.drawings]


def test_it_has_bookmarks_and_numbered_pages(opened: PdfReader, pack: Pack) -> None:
    marks = [one.title for one in opened.outline if not isinstance(one, list)]
    assert marks == ["Summary", *(p.title for p in pack.pages), *(p.title for p in pack.after)]
    of = len(opened.pages)
    for number, page in enumerate(opened.pages, start=1):
        assert f"Page {number} of {of}" in page.extract_text()


def test_everything_the_pack_says_is_in_it(opened: PdfReader, pack: Pack) -> None:
    said = words(opened)
    passages = [pack.summary, *pack.after]
    sentences = [s for p in passages for s in p.sentences]
    sentences += [s for page in pack.pages for s in page.sentences]
    flat = said.replace(" ", "")
    assert [one for one in sentences if one.replace(" ", "") not in flat] == []
    cells = [c for page in pack.pages for t in page.tables for row in t.rows for c in row]
    assert [one for one in cells if one.replace(" ", "") not in flat] == []


def test_it_is_the_same_bytes_whenever_it_is_made(written: bytes, pack: Pack) -> None:
    assert pdf.write(pack) == written


def test_words_are_never_markup(pack: Pack) -> None:
    page = replace(pack.pages[0], title=HOSTILE, sentences=(HOSTILE,))
    made = pdf.write(replace(pack, title=HOSTILE, lede=HOSTILE, pages=(page,)))
    said = words(PdfReader(io.BytesIO(made))).replace(" ", "")
    assert said.count(HOSTILE.rstrip("\x07").replace(" ", "")) >= 4


def test_letters_that_our_font_lacks_do_not_stop_it(pack: Pack) -> None:
    made = pdf.write(replace(pack, lede="地域 – مكان"))
    reader = PdfReader(io.BytesIO(made))
    assert root(reader)["/MarkInfo"]["/Marked"].value is True
    assert b"pdfuaid" not in root(reader)["/Metadata"].get_object().get_data()
