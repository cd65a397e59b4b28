"""A control chart as people meet it: icons with words, reasons, and a table."""

from datetime import date

import pytest

from hereabouts.doors.web.control_figure import (
    ControlFigure,
    Process,
    control_figure,
    process_of,
)
from hereabouts.model.indicator import Polarity
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator, ReleasedSpc
from tests.unit.doors.web.charts.reading import classed
from tests.unit.doors.web.observed import indicator, series

PLAIN = ReleasedSpc(rebase=(), target=None)
CALM = (50.0, 52.0, 49.0, 51.0, 50.0, 48.0, 51.0, 50.0, 52.0, 49.0, 51.0, 50.0, 49.0, 51.0)


def process(some: tuple[Observation, ...], of: ReleasedIndicator) -> Process:
    found = process_of(some, indicator=of)
    assert found is not None
    return found


def figure(*values: float | None, spc: ReleasedSpc = PLAIN, **chosen: Polarity) -> ControlFigure:
    of = indicator(spc=spc, periods=indicator().periods[: len(values)], **chosen)
    return control_figure(process(series(*values), of), name="spc")


def test_there_is_none_unless_it_is_asked_for_and_has_twelve_values() -> None:
    asked = indicator(spc=PLAIN)
    assert process_of(series(*CALM), indicator=indicator()) is None
    assert process_of(series(*CALM[:11]), indicator=asked) is None
    assert process_of(series(*CALM[:11], None), indicator=asked) is None
    assert process_of(series(*CALM[:12]), indicator=asked) is not None


def test_ordinary_ups_and_downs_are_said_to_be_ordinary() -> None:
    found = figure(*CALM)
    assert [icon.words for icon in found.icons] == [
        "Common cause: ordinary ups and downs, no real change."
    ]
    assert {row.shows for row in found.rows} == {"Ordinary"}
    assert {one.get("class") for one in classed(found.drawing, "hb-mark")} == {
        "hb-mark hb-mark--ordinary"
    }


@pytest.mark.parametrize(
    ("better", "last", "words", "kind"),
    [
        (Polarity.HIGHER, 90.0, "Special cause, improving: higher than", "better"),
        (Polarity.HIGHER, 10.0, "Special cause, concern: lower than", "worse"),
        (Polarity.LOWER, 90.0, "Special cause, concern: higher than", "worse"),
        (Polarity.LOWER, 10.0, "Special cause, improving: lower than", "better"),
        (Polarity.NEITHER, 90.0, "Special cause, higher: higher than", "neither"),
        (Polarity.NEITHER, 10.0, "Special cause, lower: lower than", "neither"),
    ],
)
def test_a_last_point_outside_the_limits_is_judged_by_which_way_is_better(
    better: Polarity, last: float, words: str, kind: str
) -> None:
    found = figure(*CALM, last, better=better)
    assert found.icons[0].words.startswith(words)
    assert classed(found.drawing, "hb-mark")[-1].get("class") == f"hb-mark hb-mark--{kind}"
    beyond = "Above the upper limit" if last > 50 else "Below the lower limit"
    assert found.rows[-1].shows == beyond


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (40.0, "Meets its target: will meet the target of 40.0% unless the process changes."),
        (50.0, "Hit or miss: may meet the target of 50.0% or miss it by chance."),
        (90.0, "Misses its target: will miss the target of 90.0% unless the process changes."),
    ],
)
def test_a_target_is_met_missed_or_left_to_chance(target: float, words: str) -> None:
    found = figure(*CALM, spc=ReleasedSpc(rebase=(), target=target))
    assert found.icons[1].words == words
    assert len(classed(found.drawing, "hb-control__target")) == 1


def test_without_a_target_there_is_no_assurance() -> None:
    assert len(figure(*CALM).icons) == 1


def test_the_lines_begin_anew_where_the_process_was_changed() -> None:
    rebased = ReleasedSpc(rebase=(date(2021, 1, 1),), target=None)
    found = figure(*CALM[:12], *(value + 20 for value in CALM[:12]), spc=rebased)
    assert found.rows[11].mean == "50.2"
    assert found.rows[12].mean == "70.2"
    assert "The lines begin anew where the process was changed: Jan 2021." in found.sentences
    assert {row.shows for row in found.rows} == {"Ordinary"}


def test_few_values_under_the_newest_lines_are_said() -> None:
    few = [said for said in figure(*CALM[:12]).sentences if "12 values" in said]
    assert few == ["The newest lines rest on 12 values: with fewer than 13 they will still move."]
    assert not any("still move" in said for said in figure(*CALM).sentences)


def test_a_hidden_value_is_a_gap_with_its_marker_in_the_table() -> None:
    found = figure(*CALM[:6], None, *CALM[6:])
    assert found.rows[6].said.text == "[x]"
    assert found.rows[6].shows == ""
    assert len(classed(found.drawing, "hb-mark")) == len(CALM)


def test_a_last_value_that_is_hidden_has_no_variation_icon() -> None:
    assert figure(*CALM, None).icons == ()


def test_a_process_that_never_moves_has_no_limits_and_says_none() -> None:
    found = figure(*[50.0] * 14)
    assert found.sentences[0] == "The mean is 50.0%."
    assert {row.limits for row in found.rows} == {""}


def test_the_table_says_what_the_drawing_shows() -> None:
    found = figure(*CALM)
    assert len(found.rows) == len(classed(found.drawing, "hb-mark"))
    assert found.rows[0].label == "Jan 2020"
    assert found.rows[0].said.whole == "50.0%"
    # By hand: the mean is 703 / 14, the mean moving range 25 / 13, and 2.66 of those either side.
    assert (found.rows[0].mean, found.rows[0].limits) == ("50.2", "45.1 to 55.3")
