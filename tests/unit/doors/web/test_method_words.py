"""How each method is put in words, and where it is written down."""

import pytest

from hereabouts.doors.web.method_words import method_references, method_sentences
from hereabouts.model.indicator import Method
from hereabouts.release.manifest_model import ReleasedSpc
from tests.unit.doors.web.observed import indicator

WITHOUT_LIMITS = (Method.COUNT, Method.MEAN)


@pytest.mark.parametrize("method", Method)
def test_every_method_says_what_it_is_and_whose_its_limits_are(method: Method) -> None:
    said = method_sentences(indicator(method=method, multiplier=100_000.0))
    assert all(sentence.endswith(".") for sentence in said)
    assert ("95% confidence interval" in " ".join(said)) is (method not in WITHOUT_LIMITS)


@pytest.mark.parametrize("method", Method)
def test_a_method_with_limits_says_where_it_is_written_down(method: Method) -> None:
    assert bool(method_references(indicator(method=method))) is (method not in WITHOUT_LIMITS)


def test_what_else_the_page_reckons_is_written_down_too() -> None:
    plain = set(method_references(indicator()))
    asked = indicator(
        spc=ReleasedSpc(rebase=(), target=None), inequality="deprivation", compare_to="england"
    )
    added = " ".join(set(method_references(asked)) - plain)
    assert all(name in added for name in ("Making Data Count", "Mackenbach", "Fingertips"))


def test_a_standardised_rate_says_per_how_many() -> None:
    said = " ".join(method_sentences(indicator(method=Method.DSR, multiplier=100_000.0)))
    assert "European Standard Population of 2013, per 100,000" in said
