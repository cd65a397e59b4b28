"""The figures of a comparison."""

import re

from hereabouts.doors.web.compared.chosen import chosen_areas
from hereabouts.doors.web.compared.figures import Compared, compared_of, themes_of
from tests.unit.doors.web.conftest import MakeVisit

ICBS = ("icb22/E54000008", "icb22/E54000036", "icb22/E54000037")


def of(visit_with: MakeVisit, *written: str, theme: str) -> tuple[Compared, ...]:
    visit = visit_with()
    chosen = chosen_areas(visit, written)
    found = next(one for one in themes_of(visit, chosen) if one.name == theme)
    return compared_of(visit, chosen, theme=found)


def test_only_themes_that_are_measured_of_the_areas_are_on_offer(visit_with: MakeVisit) -> None:
    visit = visit_with()
    small = chosen_areas(visit, ("lsoa11/E01000001",))
    assert [theme.name for theme in themes_of(visit, small)] == ["access"]
    assert [one.id for one in themes_of(visit, small)[0].indicators] == ["access.within_30"]
    assert themes_of(visit, ()) == ()


def test_an_area_is_not_compared_with_itself(visit_with: MakeVisit) -> None:
    within = of(visit_with, "country/E92000001", *ICBS, theme="access")[0]
    assert within.compared_with == "England"
    assert [row.comparison is None for row in within.rows] == [True, False, False, False]


def test_counts_are_held_against_nothing(visit_with: MakeVisit) -> None:
    nurses = of(visit_with, *ICBS, theme="workforce")[0]
    assert nurses.compared_with is None
    assert nurses.period.label == "2023"


def test_a_long_name_stands_over_its_dot(visit_with: MakeVisit) -> None:
    within = of(visit_with, *ICBS, theme="access")[0]
    drawn = re.findall(r'text-anchor="start">([^<]*)', str(within.drawing))
    assert "Cornwall and the Isles of Scilly" in drawn
    assert "Cornwall and the Isles of Scilly" in [row.area.name for row in within.rows]
