"""What is typed, without what typing leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.release.folding import LONGEST, MOST_WORDS, fold, words_of


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ynys Môn", "ynys mon"),
        ("STOKE-ON-TRENT", "stoke on trent"),
        ("St. Helens", "st helens"),
        ("King's Lynn", "kings lynn"),
        ("King’s Lynn", "kings lynn"),
        ("Cheshire & Merseyside", "cheshire and merseyside"),
        ("  Plymouth   001A ", "plymouth 001a"),
        ("Full-time equivalent (FTE)", "full time equivalent fte"),
        ("", ""),
    ],
)
def test_accents_capitals_and_signs_are_left_out(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text(max_size=300))
def test_what_is_folded_folds_to_itself_and_is_short(typed: str) -> None:
    folded = fold(typed)
    if len(folded) <= LONGEST:
        assert fold(folded) == folded
    assert len(words_of(folded)) <= MOST_WORDS
    assert folded == folded.strip()


def test_a_word_said_twice_is_one_word() -> None:
    assert words_of("new new york") == ("new", "york")
