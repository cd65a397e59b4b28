"""How many are better, similar or worse than the benchmark."""

import pytest

from hereabouts.doors.web.compared_summary import (
    KINDS,
    ComparedSummary,
    compared_summary,
    kind_of,
)
from hereabouts.doors.web.comparison import Judgement, Side, compare, compared_as
from hereabouts.model.indicator import Polarity
from tests.unit.doors.web.observed import indicator, seen

ADDRESSES: dict[str | None, str] = {kind: f"/{kind}" for kind in KINDS} | {None: "/all"}
JUDGED = ("better_95", "better_998", "similar", "similar", "worse_95", None)


def summary(*released: str | None, selected: str | None = None) -> ComparedSummary | None:
    return compared_summary(
        [seen(1.0, compared=one) for one in released],
        indicator=indicator(compare_to="england"),
        benchmark="England",
        addresses=ADDRESSES,
        selected=selected,
    )


def test_it_counts_each_kind_and_what_is_not_compared() -> None:
    found = summary(*JUDGED)
    assert found is not None
    assert found.words == "Compared with England: 2 better, 2 similar, 1 worse."
    assert found.not_compared == 1
    assert [one.href for one in found.counts] == ["/better", "/similar", "/worse"]


def test_none_of_a_kind_is_said_too() -> None:
    found = summary("better_95", "similar")
    assert found is not None
    assert found.words == "Compared with England: 1 better, 1 similar, 0 worse."


def test_where_neither_way_is_better_areas_are_higher_or_lower() -> None:
    found = summary("higher_95", "lower_998")
    assert found is not None
    assert found.words == "Compared with England: 1 higher, 0 similar, 1 lower."


def test_nothing_compared_says_nothing() -> None:
    assert summary() is None
    assert summary(None, None) is None


def test_a_kind_that_is_shown_alone_is_marked_and_leads_back_to_all() -> None:
    found = summary(*JUDGED, selected="worse")
    assert found is not None
    assert [one.kind for one in found.counts if one.selected] == ["worse"]
    assert found.everything == "/all"
    assert summary(*JUDGED).everything is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("released", "better", "words", "mark"),
    [
        ("similar", Polarity.LOWER, "Similar", "○"),
        ("better_95", Polarity.LOWER, "Lower (better)", "▼"),
        ("better_95", Polarity.HIGHER, "Higher (better)", "▲"),
        ("worse_998", Polarity.LOWER, "Higher (worse), 99.8%", "▲▲"),
        ("worse_95", Polarity.HIGHER, "Lower (worse)", "▼"),
        ("higher_998", Polarity.NEITHER, "Higher, 99.8%", "▲▲"),
        ("lower_95", Polarity.NEITHER, "Lower", "▼"),
    ],
)
def test_what_a_release_says_is_said_with_its_side_its_worth_and_how_sure_it_is(
    released: str, better: Polarity, words: str, mark: str
) -> None:
    found = compared_as(released, indicator=indicator(better=better))
    assert found is not None
    assert (found.words, found.mark) == (words, mark)


def test_an_indicator_with_a_benchmark_is_never_compared_with_anything_else() -> None:
    one, larger = seen(50.0), seen(90.0)
    benchmarked = indicator(compare_to="england")
    assert compare(one, with_=larger, indicator=benchmarked) is None
    other = compare(one, with_=larger, indicator=indicator())
    assert other is not None
    assert (other.side, other.judgement) == (Side.LOWER, Judgement.WORSE)


def test_a_kind_is_what_comes_before_the_confidence() -> None:
    assert [kind_of(one) for one in ("better_998", "similar", "", None)] == [
        "better",
        "similar",
        None,
        None,
    ]
