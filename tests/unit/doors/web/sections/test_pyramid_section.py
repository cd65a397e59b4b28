"""A pyramid from a breakdown that says sex and age."""

from dataclasses import replace
from datetime import date

from hereabouts.doors.web.sections.pyramid import PyramidFigure, pyramid_figure
from hereabouts.model.observation import Marker
from hereabouts.release.answers import Observation
from tests.unit.doors.web.conftest import MakeVisit

ONE = Observation(
    indicator="people.residents",
    area_type="country",
    area_code="E92000001",
    area_name="England",
    period_start=date(2024, 1, 1),
    period_end=date(2025, 1, 1),
    breakdown="age_and_sex",
    category="",
    numerator=None,
    denominator=None,
    value=100.0,
    lower=None,
    upper=None,
    marker=None,
)


def _figure(visit_with: MakeVisit, **people: float | None) -> PyramidFigure | None:
    indicator = visit_with().manifest.indicator_of("workforce.nurses")
    assert indicator is not None
    seen = [
        replace(
            ONE,
            category=category,
            value=value,
            marker=Marker.CONFIDENTIAL if value is None else None,
        )
        for category, value in people.items()
    ]
    return pyramid_figure(seen, indicator=indicator, title="Residents", name="pyramid")


def test_bands_go_from_the_youngest_and_the_last_is_open(visit_with: MakeVisit) -> None:
    figure = _figure(
        visit_with,
        **{"Female, 65 to 69": 30, "Males 65-69": 20, "F 0 to 64": 40, "men, 0": 10, "all": 100},
    )
    assert figure is not None
    assert [(row.label, row.female, row.male) for row in figure.rows] == [
        ("0 to 64", "40", "10"),
        ("65 and over", "30", "20"),
    ]
    assert str(figure.drawing).count("hb-pyramid__bar ") == 4


def test_a_hidden_band_is_said_and_no_share_of_an_unknown_whole_is_drawn(
    visit_with: MakeVisit,
) -> None:
    figure = _figure(visit_with, **{"Female 0": None, "Male 0": 10, "Female 50": 20, "Male 50": 30})
    assert figure is not None
    assert figure.rows[0].female == "[c]"
    assert "hb-pyramid__bar " not in str(figure.drawing)


def test_categories_without_ages_make_no_pyramid(visit_with: MakeVisit) -> None:
    assert _figure(visit_with, Female=10, Male=20) is None


def test_nobody_is_called_a_child_where_there_are_none(visit_with: MakeVisit) -> None:
    grown = _figure(visit_with, **{"F 16 to 64": 4, "M 16 to 64": 5, "F 65": 3, "M 65": 2})
    all_ages = _figure(visit_with, **{"F 0 to 64": 4, "M 0 to 64": 5, "F 65": 3, "M 65": 2})
    assert grown is not None
    assert all_ages is not None
    assert grown.sexes == ("Women", "Men")
    assert "Women and girls" not in grown.drawing
    assert "Women and girls" in all_ages.drawing
