"""What a map is coloured by: values, a benchmark, significance, or clusters."""

from collections.abc import Callable

import numpy as np
import pytest

from hereabouts.doors.web.compared_summary import kind_of
from hereabouts.doors.web.indicator_state import read_state
from hereabouts.doors.web.map_colouring import Colouring, colouring_of, ways_of
from hereabouts.doors.web.one_slice import one_slice
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from hereabouts.geography.paint import HIDDEN
from hereabouts.model.map_colours import ColourBy
from tests.unit.doors.judged_release import build_judged_release

Draw = Callable[[str], Colouring]


@pytest.fixture(scope="module")
def visit_judged(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Visit]:
    folder = tmp_path_factory.mktemp("judged")
    build_judged_release(folder)
    site = open_site(SiteSettings(root=folder))
    return lambda query: site.visit(None, query=query)


@pytest.fixture
def draw(visit_judged: Callable[[str], Visit]) -> Draw:
    def drawn(query: str) -> Colouring:
        visit = visit_judged(query)
        return colouring_of(visit, read_state(visit, visit.indicator("health", name="smoking")))

    return drawn


def test_a_map_by_significance_counts_what_the_release_found(
    visit_judged: Callable[[str], Visit], draw: Draw
) -> None:
    visit = visit_judged("colour=significance")
    state = read_state(visit, visit.indicator("health", name="smoking"))
    found = [kind_of(one.compared) for one in one_slice(visit.reader, state)]
    made = draw("colour=significance")
    assert [fill.label for fill in made.fills] == ["Better", "Similar", "Worse"]
    assert made.counts()[:3].tolist() == [found.count(k) for k in ("better", "similar", "worse")]
    assert made.counts()[HIDDEN] == 1
    assert made.read == "Hatched is worse than England."


def test_a_map_about_england_has_it_in_the_middle(draw: Draw) -> None:
    made = draw("colour=benchmark")
    assert [fill.label.split()[0] for fill in made.fills] == ["Below"] * 2 + ["Within"] + [
        "Above"
    ] * 2
    shown = ~np.isnan(made.values)
    lowest = [made.values[shown & (made.classes == one)] for one in range(5)]
    ends = [(part.min(), part.max()) for part in lowest if len(part)]
    assert ends == sorted(ends)
    assert [fill.pattern > 0 for fill in made.fills] == [False, False, False, True, True]


def test_a_map_about_england_has_the_same_steps_in_every_period(draw: Draw) -> None:
    labels = {draw(f"colour=benchmark&period={year}-01-01").fills for year in (2016, 2025)}
    assert len(labels) == 1


def test_a_map_can_be_about_a_number(draw: Draw) -> None:
    made = draw("colour=benchmark&about=20")
    assert made.read == "Hatched is above 20; plain blue is below."
    above = made.values[made.classes == 4]
    assert np.all(above > 20)


def test_a_reader_chooses_how_values_are_cut(draw: Draw) -> None:
    assert len(draw("classes=equal&number=3").fills) == 3
    assert draw("breaks=15,20").fills[1].label == "15.0 to under 20.0"
    assert draw("breaks=15,20").how.startswith("The classes are as given.")


def test_what_cannot_be_drawn_is_drawn_by_value(
    visit_judged: Callable[[str], Visit], draw: Draw
) -> None:
    made = draw("colour=clusters")
    assert made.colour is ColourBy.VALUES
    visit = visit_judged("")
    state = read_state(visit, visit.indicator("health", name="smoking"))
    assert ways_of(visit, state) == (
        ColourBy.VALUES,
        ColourBy.BENCHMARK,
        ColourBy.SIGNIFICANCE,
    )
