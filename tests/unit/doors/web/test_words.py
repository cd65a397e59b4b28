"""Numbers, markers and titles as people read them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hereabouts.doors.web import words
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader import ReleaseReader


@pytest.fixture
def minutes(reader: ReleaseReader) -> ReleasedIndicator:
    found = reader.manifest.indicator("access", name="travel_minutes")
    assert found is not None
    return found


@pytest.fixture
def seen(reader: ReleaseReader) -> Callable[..., Observation]:
    one = next(reader.observations("access.travel_minutes", area_type="icb22"))
    return lambda **facts: replace(one, **facts)


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [
        (1234567.0, 0, "1,234,567"),
        (0.0, 1, "0.0"),
        (-0.04, 1, "0.0"),
        (-0.0, 0, "0"),
        (-1234.5, 1, "−1,234.5"),
        (87.25, 1, "87.2"),
        (99.99, 1, "100.0"),
    ],
)
def test_a_number_is_said_with_commas_and_a_true_minus(
    value: float, decimals: int, said: str
) -> None:
    assert words.number(value, decimals=decimals) == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [("percent", "25.5%"), ("%", "25.5%"), ("minutes", "25.5 minutes")],
)
def test_a_value_is_said_with_its_unit(
    minutes: ReleasedIndicator, seen: Callable[..., Observation], unit: str, said: str
) -> None:
    indicator = replace(minutes, unit=unit)
    assert words.with_unit(25.5, indicator=indicator) == said
    value = words.say_value(seen(value=25.5), indicator=indicator)
    assert value.whole == said
    assert not value.is_marker
    assert value.text == "25.5"


@pytest.mark.parametrize("marker", list(Marker))
def test_what_is_not_there_is_a_marker_and_says_why(
    minutes: ReleasedIndicator, seen: Callable[..., Observation], marker: Marker
) -> None:
    said = words.say_value(seen(value=None, marker=marker), indicator=minutes)
    assert (said.whole, said.meaning, said.is_marker) == (marker.value, marker.words, True)


def test_what_was_never_observed_or_says_nothing_is_not_available(
    minutes: ReleasedIndicator, seen: Callable[..., Observation]
) -> None:
    for observation in (None, seen(value=None, marker=None)):
        assert words.say_value(observation, indicator=minutes).text == "[x]"


def test_a_value_with_a_caution_keeps_both(
    minutes: ReleasedIndicator, seen: Callable[..., Observation]
) -> None:
    said = words.say_value(seen(value=0.0, marker=Marker.LOW), indicator=minutes)
    assert not said.is_marker
    assert "[low]" in said.whole
    assert "0.0" in said.whole
    assert said.meaning == "rounds to zero but is not zero"


def test_an_interval_has_two_ends_or_is_not_said(seen: Callable[..., Observation]) -> None:
    assert words.interval(seen(lower=-1.25, upper=1000.0), decimals=1) == "−1.2 to 1,000.0"
    assert words.interval(seen(lower=None, upper=2.0), decimals=1) is None
    assert words.interval(seen(lower=1.0, upper=None), decimals=1) is None


def test_ranks_are_said_as_ordinals() -> None:
    ranks = (1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 101, 111, 112, 1003)
    assert " ".join(map(words.ordinal, ranks)) == (
        "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 101st 111th 112th 1,003rd"
    )


def test_one_is_singular_and_none_is_plural() -> None:
    said = [words.count_of(n, singular="area", plural="areas") for n in (0, 1, 2, 1200)]
    assert said == ["0 areas", "1 area", "2 areas", "1,200 areas"]


def test_a_sentence_has_a_capital_unless_it_begins_with_an_address() -> None:
    assert words.sentence("open, quality green") == "Open, quality green"
    assert words.sentence("care@example.org, open") == "care@example.org, open"
    assert words.sentence("") == ""


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Integrated care boards (2022)", "integrated care boards (2022)"),
        ("As published in 2024", "as published in 2024"),
        ("NHS trusts", "NHS trusts"),
        ("LSOAs", "LSOAs"),
        ("March 2024", "March 2024"),
        ("Apr to Jun 2024", "Apr to Jun 2024"),
        ("May 2024", "May 2024"),
        ("Marked routes", "marked routes"),
        ("Q1 2024", "Q1 2024"),
        ("2017 to 2019", "2017 to 2019"),
        ("A", "A"),
        ("", ""),
        ("Écoles", "écoles"),
    ],
)
def test_a_title_inside_a_sentence_begins_small_unless_it_is_a_name(
    title: str, inside: str
) -> None:
    assert words.in_sentence(title) == inside


def test_a_confidence_level_is_said_without_needless_decimals(minutes: ReleasedIndicator) -> None:
    assert words.confidence_words(minutes) == "95% confidence interval"
    almost_sure = replace(minutes, confidence=0.998)
    assert words.confidence_words(almost_sure) == "99.8% confidence interval"
