"""What a reader typed finds, whatever they meant to type."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hereabouts.doors.web.finding.find import MOST_THINGS, find
from hereabouts.doors.web.finding.wordings import MOST_WORDINGS
from hereabouts.release.answers import Area
from hereabouts.release.folding import LONGEST
from hereabouts.release.reader import ReleaseReader

LIMIT = 20


def titles(reader: ReleaseReader, typed: str) -> list[str]:
    return [thing.title for thing in find(reader, typed, limit=LIMIT).things]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nurses", "Nurses in post"),
        ("post nurses", "Nurses in post"),
        ("registered staff", "Nurses in post"),  # what the indicator is also called
        ("travel time", "Average travel time to the nearest unit"),
        ("every minute counts", "Average travel time to the nearest unit"),  # from why it matters
        ("thrombolysis", "Thrombolysis"),
        ("dissolves", "Thrombolysis"),  # from what the word means
        ("staff in post", "Staff in post"),  # where data is from
    ],
)
def test_what_is_no_area_is_found_by_its_names_and_by_what_is_said_of_it(
    reader: ReleaseReader, typed: str, first: str
) -> None:
    assert titles(reader, typed)[0] == first


def test_a_word_of_the_glossary_finds_what_its_other_names_find(reader: ReleaseReader) -> None:
    """The title says thrombolysis; who types clot-busting unit means the same."""
    title = "Admissions within 30 minutes of a thrombolysis unit"
    assert title in titles(reader, "clot-busting unit")
    assert title in titles(reader, "Clot busting")


def test_what_was_typed_wrong_is_found_and_said(reader: ReleaseReader) -> None:
    found = find(reader, "Cornwal and Scily", limit=LIMIT)
    assert found.areas[0].code == "E54000036"
    assert found.instead == "cornwal and scilly"  # the beginning of a word is not wrong
    assert not found.partly


def test_what_was_typed_right_is_not_put_right(reader: ReleaseReader) -> None:
    assert find(reader, "devon", limit=LIMIT).instead == ""


def test_some_of_the_words_are_enough_where_nothing_has_all(reader: ReleaseReader) -> None:
    found = find(reader, "nurses in devon", limit=LIMIT)
    assert found.partly
    assert found.areas[0].name == "Devon"
    assert found.things[0].title == "Nurses in post"


def test_small_words_alone_are_not_enough(reader: ReleaseReader) -> None:
    assert not find(reader, "zzzz and the", limit=LIMIT)


@pytest.mark.parametrize("typed", ["", "   ", "--", "''", "\0", "()"])
def test_nothing_finds_nothing(reader: ReleaseReader, typed: str) -> None:
    assert not find(reader, typed, limit=LIMIT)


@given(st.text(max_size=200))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_typed_finds_few_things_and_breaks_nothing(
    reader: ReleaseReader, typed: str
) -> None:
    found = find(reader, typed, limit=LIMIT)
    assert len(found.areas) <= LIMIT
    assert len(found.things) <= MOST_THINGS


@pytest.mark.parametrize(
    "typed",
    [
        "a" * 200,
        " ".join("abcdefgh"[i % 8] for i in range(200)),
        " ".join(f"xeter{i}" for i in range(40)),
        "thrombolysis clot-busting " * 8,
        "%_" * 100,
        "((((" * 50,
    ],
)
def test_the_longest_and_the_strangest_ask_few_questions(
    reader: ReleaseReader, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many words each question has is bounded too, and how long they are together."""
    asked: list[str] = []

    def areas(_reader: ReleaseReader, text: str, **_more: int) -> tuple[Area, ...]:
        asked.append(text)
        return ()

    def near(_reader: ReleaseReader, words: Sequence[str], **_more: object) -> dict[str, str]:
        asked.append(" ".join(words))
        return {}

    monkeypatch.setattr(ReleaseReader, "find_areas", areas)
    monkeypatch.setattr(ReleaseReader, "near_words", near)
    find(reader, typed, limit=LIMIT)
    assert len(asked) <= 2 * MOST_WORDINGS + 2
    assert all(len(text) <= 2 * LONGEST for text in asked)
