"""What an indicator is made up of in one area."""

from hereabouts.doors.web.breakdowns import breakdowns
from tests.unit.doors.web.conftest import MakeVisit


def test_categories_come_largest_first_with_bars_on_one_scale(visit_with: MakeVisit) -> None:
    visit = visit_with()
    area = visit.reader.area("icb22", code="E54000008")
    assert area is not None
    (found,) = breakdowns(visit, area=area)
    assert (found.by, found.period) == ("sex", "2023")
    assert [(part.category, part.said.text) for part in found.parts] == [
        ("Female", "975"),
        ("Male", "325"),
    ]
    assert all("<svg" in part.bar for part in found.parts)
    assert (found.zeros, found.more) == (0, 0)


def test_the_total_alone_is_no_breakdown(visit_with: MakeVisit) -> None:
    visit = visit_with()
    hidden = visit.reader.area("icb22", code="E54000036")
    smallest = visit.reader.area("lsoa11", code="E01000002")
    assert hidden is not None
    assert smallest is not None
    assert breakdowns(visit, area=hidden) == []
    assert breakdowns(visit, area=smallest) == []
