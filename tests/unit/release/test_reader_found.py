"""Which areas are called what was typed, and which words are nearly it."""

from pathlib import Path

import pytest

from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.small_release import build_small_release


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> ReleaseReader:
    folder: Path = tmp_path_factory.mktemp("found") / "place"
    build_small_release(folder)
    return latest(folder, audience=Audience.OPEN)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("scilly cornwall", "E54000036"),  # in any order
        ("Cheshire and Merseyside", "E54000008"),  # & and `and` are one
        ("CHESHIRE & merseyside", "E54000008"),
        ("betsi cadwaladr gogledd", "W11000023"),  # with no stroke
        ("yorksh", "E54000050"),  # a word begun
        ("umber", "E54000050"),  # the middle of one
        ("4000037", "E54000037"),  # part of a code
        ("e54000037", "E54000037"),
        ("Ynys Môn", "E01000000"),
    ],
)
def test_an_area_is_found_by_its_words_and_its_code(
    reader: ReleaseReader, typed: str, first: str
) -> None:
    assert reader.find_areas(typed, limit=5)[0].code == first


def test_every_word_must_be_there_unless_fewer_are_enough(reader: ReleaseReader) -> None:
    assert reader.find_areas("devon hospital", limit=5) == ()
    assert reader.find_areas("devon hospital", limit=5, least=1)[0].name == "Devon"


def test_the_name_itself_comes_before_names_that_hold_it(reader: ReleaseReader) -> None:
    found = [area.name for area in reader.find_areas("england", limit=5)]
    assert found[0] == "England"


def test_of_areas_alike_the_larger_kind_comes_first(reader: ReleaseReader) -> None:
    kinds = [area.area_type for area in reader.find_areas("00", limit=200)]
    order = [kind.code for kind in reversed(reader.manifest.area_types)]
    assert kinds == sorted(kinds, key=order.index)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("exetr", "exeter"),  # a letter missing
        ("exetter", "exeter"),  # one too many
        ("exteer", "exeter"),  # two that changed places
        ("merseysyde", "merseyside"),  # a wrong one
        ("mersysyde", "merseyside"),  # two, in a long word
        ("corn", "corn"),  # the beginning of a word is right
        ("thrombolisis", "thrombolysis"),  # a word of what is no area
    ],
)
def test_a_word_spelt_wrong_is_near_to_one(reader: ReleaseReader, typed: str, near: str) -> None:
    assert reader.near_words([typed], more=["thrombolysis"]) == {typed: near}


@pytest.mark.parametrize("typed", ["dxn", "dovan", "zzzzzzzz", "ez"])
def test_a_word_too_far_from_any_is_near_to_none(reader: ReleaseReader, typed: str) -> None:
    assert reader.near_words([typed], more=[]) == {}
