"""How a pack is cut into slides."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.board_pack.contents import Pack, Passage, Table
from hereabouts.doors.web.board_pack.slides import MOST_ROWS, ROW, slides_of
from tests.unit.doors.web.board_pack.conftest import PackOf

CELLS = st.text(min_size=1, max_size=300)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=60)


@pytest.fixture(scope="module")
def empty(small: PackOf) -> Pack:
    return replace(small("home", "icb22", "E54000037"), pages=(), after=())


@given(rows=ROWS, said=st.lists(CELLS, max_size=30))
def test_no_row_and_no_sentence_is_lost_or_moved(
    empty: Pack, rows: list[tuple[str, ...]], said: list[str]
) -> None:
    table = Table(caption="Figures", headings=("A", "B", "C"), rows=tuple(rows))
    summary = Passage(title="Summary", sentences=tuple(said), tables=(table,))
    slides = list(slides_of(replace(empty, summary=summary)))
    assert [row for one in slides if one.table for row in one.table.rows] == rows
    assert [words for one in slides for words in one.sentences] == said
    assert all(len(one.table.rows) * ROW <= MOST_ROWS for one in slides if one.table)
    assert all(sum(map(len, one.sentences)) <= 1_600 for one in slides)


def test_every_slide_has_a_title_of_its_own(judged: PackOf) -> None:
    titles = [one.title for one in slides_of(judged("health", "district", "E07000003"))]
    assert "Adults who smoke: District 03 over time" in titles
    assert len(set(titles)) == len(titles)
