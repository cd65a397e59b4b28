"""Headline numbers as cards."""

from hereabouts.doors.web.cards import Card, card_of
from tests.unit.doors.web.conftest import MakeVisit


def card(visit_with: MakeVisit, name: str) -> Card:
    visit = visit_with()
    theme, _dot, short = name.partition(".")
    return card_of(visit, indicator=visit.indicator(theme, name=short))


def test_a_card_says_the_value_of_the_largest_area_and_how_others_differ(
    visit_with: MakeVisit,
) -> None:
    found = card(visit_with, "access.within_30")
    assert found.headline.said.whole == "60.0%"
    assert found.where == "England"
    assert (found.low, found.high) == ("40.0%", "80.0%")
    assert found.about == "4 integrated care boards"
    assert "hb-strip__marked" in found.strip
    assert found.href == "/indicator/access/within_30"


def test_a_count_of_the_whole_place_is_not_put_on_the_scale_of_its_areas(
    visit_with: MakeVisit,
) -> None:
    found = card(visit_with, "workforce.nurses")
    assert found.headline.said.whole == "9,600 nurses"
    assert (found.low, found.high) == ("1,300", "2,900")
    assert "hb-strip__marked" not in found.strip
    assert found.headline.change is not None
    assert found.headline.change.words == "Up by 150 nurses since 2022"
