"""What is said first of an indicator."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from hereabouts.doors.web.headline import headline, spread_sentences
from hereabouts.model.indicator import Polarity
from hereabouts.model.policy import Audience
from hereabouts.release.answers import Observation, Spread
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.small_release import build_small_release

Say = Callable[..., tuple[str, ...]]


def indicator(reader: ReleaseReader, theme: str, name: str) -> ReleasedIndicator:
    found = reader.manifest.indicator(theme, name=name)
    assert found is not None
    return found


@pytest.fixture
def kind(reader: ReleaseReader) -> ReleasedAreaType:
    found = reader.manifest.area_type("icb22")
    assert found is not None
    return found


@pytest.fixture
def say(reader: ReleaseReader, kind: ReleasedAreaType) -> Say:
    """The sentences for some values, each in an area of its own, and counts of markers."""
    within = indicator(reader, "access", "within_30")
    one = next(reader.observations(within.id, area_type="icb22"))

    def sentences(*values: float, **markers: int) -> tuple[str, ...]:
        found: list[Observation] = [
            replace(one, area_name=f"Area {number}", value=value)
            for number, value in enumerate(sorted(values), start=1)
        ]
        spread = Spread(
            values=tuple(sorted(values)),
            lowest=found[0] if found else None,
            highest=found[-1] if found else None,
            by_marker={f"[{name}]": count for name, count in markers.items()},
        )
        return spread_sentences(spread, indicator=within, area_type=kind)

    return sentences


def test_the_ends_are_named_with_their_areas(say: Say) -> None:
    assert say(10.0, 30.0, 20.0) == (
        "Across 3 integrated care boards it ranges from 10.0% in Area 1 to 30.0% in Area 3.",
    )


def test_one_value_is_said_in_the_singular(say: Say) -> None:
    assert say(10.0) == ("One integrated care board has a value: Area 1, 10.0%.",)


def test_values_that_read_alike_are_not_said_to_differ(say: Say) -> None:
    assert say(10.01, 10.02) == ("All 2 integrated care boards have the same value, 10.0%.",)


def test_what_is_hidden_missing_or_does_not_apply_is_counted_apart(say: Say) -> None:
    assert say(1.0, 2.0, c=1, x=2_000, z=3)[1] == (
        "1 value is hidden to protect people's confidentiality; 2,000 values are not available; "
        "3 values are not applicable."
    )


def test_where_all_is_hidden_only_that_is_said(say: Say) -> None:
    assert say(c=5) == ("5 values are hidden to protect people's confidentiality.",)
    assert say() == ()


def test_a_value_with_a_caution_is_not_missing(say: Say) -> None:
    assert say(1.0, 2.0, low=1, u=2) == say(1.0, 2.0)


def test_the_country_most_people_live_in_leads(reader: ReleaseReader) -> None:
    said = headline(reader, indicator(reader, "access", "within_30"))
    assert said.lead is not None
    assert (said.lead.area_name, said.said.whole) == ("England", "60.0%")
    assert said.change is None


def test_change_is_against_the_period_before(reader: ReleaseReader) -> None:
    said = headline(reader, indicator(reader, "workforce", "nurses"))
    assert said.period.label == "2023"
    assert said.change is not None
    assert said.change.words == "Up by 150 nurses since 2022"
    assert said.change.judgement == "none"


@pytest.mark.parametrize(
    ("now", "unit", "better", "words", "judgement"),
    [
        (9_000.0, "nurses", "higher", "Down by 450 nurses since 2022", "worse"),
        (9_500.0, "nurses", "lower", "Up by 50 nurses since 2022", "worse"),
        (9_500.0, "percent", "higher", "Up by 50 percentage points since 2022", "better"),
        (9_450.2, "nurses", "higher", "No change since 2022", "none"),
    ],
)
def test_change_is_judged_only_by_which_way_is_better(
    tmp_path: Path,
    now: float,
    unit: str,
    better: str,
    words: str,
    judgement: str,
) -> None:
    folder = build_small_release(tmp_path)
    with duckdb.connect(str(folder / "serve.duckdb")) as con:
        for table in ("observations", "observations_by_area"):
            con.execute(
                f"update {table} set value = ? where area_type = 'country' "
                "and indicator = 'workforce.nurses' and period_start = ?",
                [now, date(2023, 1, 1)],
            )
    reader = latest(tmp_path, audience=Audience.OPEN)
    nurses = replace(indicator(reader, "workforce", "nurses"), unit=unit, better=Polarity(better))
    change = headline(reader, nurses).change
    assert change is not None
    assert (change.words, change.judgement) == (words, judgement)
