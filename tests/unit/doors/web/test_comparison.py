"""Higher, similar or lower, and whether that is good."""

from dataclasses import replace
from datetime import date

import pytest

from hereabouts.doors.web.comparison import Judgement, Side, compare
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader import ReleaseReader


@pytest.fixture
def indicator(reader: ReleaseReader) -> ReleasedIndicator:
    found = reader.manifest.indicator("access", name="within_30")
    assert found is not None
    return found


def seen(value: float | None, lower: float | None, upper: float | None) -> Observation:
    return Observation(
        indicator="access.within_30",
        area_type="icb22",
        area_code="E54000008",
        area_name="Cheshire",
        period_start=date(2017, 1, 1),
        period_end=date(2020, 1, 1),
        breakdown="all",
        category="all",
        numerator=None,
        denominator=None,
        value=value,
        lower=lower,
        upper=upper,
        marker=None,
    )


@pytest.mark.parametrize(
    ("lower", "upper", "side"),
    [
        (51.0, 60.0, Side.HIGHER),
        (40.0, 49.9, Side.LOWER),
        (50.0, 60.0, Side.SIMILAR),
        (40.0, 50.0, Side.SIMILAR),
    ],
)
def test_only_an_interval_clear_of_the_other_value_is_different(
    indicator: ReleasedIndicator, lower: float, upper: float, side: Side
) -> None:
    found = compare(seen(50.5, lower, upper), with_=seen(50.0, None, None), indicator=indicator)
    assert found is not None
    assert found.side is side


@pytest.mark.parametrize(
    ("better", "judgement", "words"),
    [
        (Polarity.HIGHER, Judgement.BETTER, "Higher (better)"),
        (Polarity.LOWER, Judgement.WORSE, "Higher (worse)"),
        (Polarity.NEITHER, Judgement.NONE, "Higher"),
    ],
)
def test_higher_is_good_only_where_higher_is_better(
    indicator: ReleasedIndicator, better: Polarity, judgement: Judgement, words: str
) -> None:
    found = compare(
        seen(70.0, 66.0, 74.0),
        with_=seen(50.0, None, None),
        indicator=replace(indicator, better=better),
    )
    assert found is not None
    assert (found.judgement, found.words, found.mark) == (judgement, words, "▲")


def test_similar_is_neither_better_nor_worse(indicator: ReleasedIndicator) -> None:
    found = compare(seen(50.0, 45.0, 55.0), with_=seen(50.0, None, None), indicator=indicator)
    assert found is not None
    assert (found.words, found.judgement) == ("Similar", Judgement.NONE)


def test_nothing_is_said_of_counts_or_where_a_number_is_missing(
    indicator: ReleasedIndicator,
) -> None:
    whole, hidden = seen(70.0, 66.0, 74.0), seen(None, None, None)
    counted = replace(indicator, method=Method.COUNT)
    assert compare(whole, with_=whole, indicator=counted) is None
    assert compare(whole, with_=None, indicator=indicator) is None
    assert compare(whole, with_=hidden, indicator=indicator) is None
    assert compare(hidden, with_=whole, indicator=indicator) is None
    assert compare(seen(70.0, None, None), with_=whole, indicator=indicator) is None
