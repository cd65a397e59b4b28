"""What readers are told of a conversion."""

from dataclasses import replace

import pytest

from hereabouts.model.converted import (
    Converted,
    ConvertedCount,
    MeasuredError,
    conversion_fact,
    conversion_of,
)
from hereabouts.model.converted_words import conversion_words

COUNT = ConvertedCount(
    name="people",
    title="People",
    before=1000,
    after=997,
    apportioned=170,
    unknown=2,
    unweighted=0,
    beside_missing=1,
)
ERROR = MeasuredError(
    against="Census 2021",
    compared=90,
    wmape=0.011,
    compared_apportioned=9,
    wmape_apportioned=0.073,
    weighed_by_itself=False,
)
CONVERTED = Converted(
    source="People of 2011 areas",
    areas_before=80,
    areas_after=90,
    areas_apportioned=9,
    areas_unknown=1,
    areas_unweighted=0,
    rows={"exact": 81, "apportioned": 9},
    counts=(COUNT,),
    shared_by="Residents of Census 2021",
    error=ERROR,
)


def test_a_conversion_is_told_in_plain_words() -> None:
    assert conversion_words(CONVERTED) == (
        "Converted from People of 2011 areas: 80 areas to 90.",
        "17% of 'People' was shared out by Residents of Census 2021.",
        "Measured against Census 2021, the areas so estimated were off by 7.3% on average.",
        (
            "All areas together differ from it by 1.1%, which includes any real change between the"
            " two counts."
        ),
        "0.2% of 'People' could not be carried over.",
        "0.1% of 'People' lies in areas another part of which is missing.",
    )


def test_an_error_that_was_not_measured_is_said_to_be_so() -> None:
    words = conversion_words(replace(CONVERTED, error=None))
    assert "The error that this makes was not measured." in words


def test_a_truth_that_gave_the_weights_is_said_to_flatter() -> None:
    flattered = replace(CONVERTED, error=replace(ERROR, weighed_by_itself=True))
    assert "The same count also gave the weights, which flatters the error." in conversion_words(
        flattered
    )


def test_what_needed_no_sharing_is_said_to_need_none() -> None:
    whole = replace(CONVERTED, counts=(replace(COUNT, apportioned=0),), areas_apportioned=0)
    assert "None of 'People' had to be shared out." in conversion_words(whole)


@pytest.mark.parametrize(("unknown", "said"), [(2, "less than 1%"), (52, "5%")])
def test_a_small_share_of_data_that_is_not_open_is_not_a_count(unknown: float, said: str) -> None:
    told = replace(CONVERTED, counts=(replace(COUNT, unknown=unknown),))
    words = conversion_words(told, whole_percents=True)
    assert f"{said} of 'People' could not be carried over." in words


def test_facts_remember_all_of_it() -> None:
    assert conversion_of(conversion_fact(CONVERTED)) == CONVERTED
    assert conversion_of({}) is None
