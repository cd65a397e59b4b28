"""Other ways to say what was typed."""

from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.finding.wordings import MOST_WORDINGS, wordings

SAME = (("heart attack", "myocardial infarction"), ("fte", "full time equivalent", "wte"))


def test_each_name_of_a_term_stands_in_the_place_of_the_one_typed() -> None:
    assert wordings("nurses fte", same=SAME) == (
        "nurses fte",
        "nurses full time equivalent",
        "nurses wte",
    )


def test_a_name_is_whole_words() -> None:
    assert wordings("fteen heart attacker", same=SAME) == ("fteen heart attacker",)


def test_what_was_typed_comes_first() -> None:
    assert wordings("heart attack", same=SAME)[0] == "heart attack"


words = st.lists(st.sampled_from(["fte", "wte", "heart", "attack", "full", "time"]), max_size=9)


@given(words.map(" ".join))
def test_there_are_never_many(text: str) -> None:
    found = wordings(text, same=SAME)
    assert 1 <= len(found) <= MOST_WORDINGS
