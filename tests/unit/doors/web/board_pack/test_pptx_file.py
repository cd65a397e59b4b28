"""The slides, opened as a program for slides would."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from hereabouts.doors.web.board_pack import pptx_file
from hereabouts.doors.web.board_pack.contents import Pack
from tests.unit.doors.web.board_pack.conftest import PackOf

EMU = 914_400  # an inch


@pytest.fixture(scope="module")
def pack(judged: PackOf) -> Pack:
    return judged("health", "district", "E07000003")


@pytest.fixture(scope="module")
def written(pack: Pack) -> bytes:
    return pptx_file.write(pack)


@pytest.fixture(scope="module")
def deck(written: bytes) -> Any:
    return Presentation(io.BytesIO(written))


def shapes(deck: Any) -> Iterator[Any]:
    for slide in deck.slides:
        yield from slide.shapes


def test_every_slide_has_a_title_of_its_own(deck: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)


def test_tables_are_tables_with_their_headings_and_every_cell(deck: Any, pack: Pack) -> None:
    found = [shape.table for shape in shapes(deck) if shape.has_table]
    assert all(table.first_row and table.first_col for table in found)
    rows = [tuple(cell.text for cell in row.cells) for table in found for row in table.rows]
    mine = [t for page in pack.pages for t in page.tables]
    assert {row for table in mine for row in (table.headings, *table.rows)} <= set(rows)


def test_charts_are_pictures_that_say_what_they_show(deck: Any, pack: Pack) -> None:
    pictures = [shape for shape in shapes(deck) if shape.shape_type == 13]
    said = [one.element.nvPicPr.cNvPr.get("descr") for one in pictures]
    assert said == [drawing.alt for page in pack.pages for drawing in page.drawings]


def test_what_is_read_first_comes_first(deck: Any) -> None:
    for slide in list(deck.slides)[1:]:
        names = [shape.name for shape in slide.shapes]
        assert slide.shapes[0] == slide.shapes.title
        assert names[-2:] == ["Foot of slide", "Number of slide"]
        if {"Words", "Chart"} <= set(names):
            assert names.index("Words") < names.index("Caption") < names.index("Chart")


def test_nothing_hangs_over_the_edge(deck: Any) -> None:
    for shape in shapes(deck):
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height + 0.1 * EMU


def test_it_says_what_it_is_and_in_what_language(deck: Any, pack: Pack) -> None:
    assert deck.core_properties.title == pack.title
    assert deck.core_properties.language == "en-GB"
    assert deck.core_properties.created == pack.made_at.replace(tzinfo=None)


def test_it_is_the_same_bytes_whenever_it_is_made(written: bytes, pack: Pack) -> None:
    assert pptx_file.write(pack) == written
    with zipfile.ZipFile(io.BytesIO(written)) as made:
        assert {one.date_time for one in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_words_are_text_whatever_is_in_them(pack: Pack) -> None:
    hostile = "<a:t>&amp;</a:t> _x0041_ =1+1\x07\x0b"
    deck = Presentation(io.BytesIO(pptx_file.write(replace(pack, title=hostile))))
    assert deck.slides[0].shapes.title.text_frame.text == "<a:t>&amp;</a:t> _x0041_ =1+1"
