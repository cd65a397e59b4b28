"""What people found who looked."""

from datetime import date

from hereabouts.model.quality import Assurance, RecordedCheck, TextRule
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.measures_by_people import found_by_people
from tests.unit.quality.small_contract import AT

RULE = TextRule(name="wards", text="Wards are this year's", dimension="", severity="error", at=AT)


def look(rule: str, day: int, found: int, sample: int = 1) -> RecordedCheck:
    on = date(2026, 1, day)
    return RecordedCheck(rule=rule, on=on, by="Ann", found=found, sample=sample, at=AT)


def test_a_rule_for_people_is_not_checked_until_somebody_looks() -> None:
    found = found_by_people(Assurance(text_rules=(RULE,)), ())
    assert (found.measures, found.not_checked) == ((), ("wards",))


def test_the_latest_look_counts_in_whatever_order_it_was_written() -> None:
    found = found_by_people(
        Assurance(text_rules=(RULE,)), [look("wards", 9, 0), look("wards", 2, 1)]
    )
    assert [(m.passes, m.dimension) for m in found.measures] == [(True, Dimension.ACCURACY)]


def test_accuracy_is_the_share_of_a_sample_that_is_true() -> None:
    found = found_by_people(Assurance(), [look("accuracy", 9, 3, 50)]).measures[0]
    assert (found.percent, found.passes, found.severity) == (94, False, "warning")
