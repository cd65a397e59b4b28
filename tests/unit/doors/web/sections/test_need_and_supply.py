"""Supply beside need: numbers, words and the map of both."""

import io

import numpy as np
import pytest
from PIL import Image

from hereabouts.doors.web.sections.beside import Beside, beside
from hereabouts.doors.web.sections.paired import Paired, paired
from hereabouts.doors.web.sections.triangulation_figure import triangulation_figure
from hereabouts.doors.web.sections.two_metric_classes import NONE, two_metric_classes
from hereabouts.doors.web.sections.two_metric_figure import two_metric_figure
from hereabouts.doors.web.visit import Visit
from hereabouts.model.contrast import luminance
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeVisit

MINUTES, NURSES = "access.travel_minutes", "workforce.nurses"


def _both(visit: Visit, need: str = MINUTES, supply: str = NURSES) -> Paired:
    manifest = visit.manifest
    first, second = manifest.indicator_of(need), manifest.indicator_of(supply)
    kind = manifest.area_type("icb22")
    assert first is not None
    assert second is not None
    assert kind is not None
    return paired(visit.reader, first, second, kind)


@pytest.fixture
def numbers(themed_visit: MakeVisit) -> Beside:
    found = beside(_both(themed_visit()))
    assert found is not None
    return found


def test_areas_with_both_are_reckoned_and_the_others_kept_apart(numbers: Beside) -> None:
    # Cornwall's nurses are hidden and Wales has no travel time.
    assert int((~np.isnan(numbers.ranks.rank)).sum()) == 3
    assert len(numbers.of.areas) == 5


def test_more_minutes_are_more_need(numbers: Beside) -> None:
    by_name = {
        pair[0].area_name: rank
        for pair, rank in zip(numbers.of.areas, numbers.ranks.need_rank, strict=True)
    }
    assert by_name["Humber and North Yorkshire"] == 1
    assert by_name["Cheshire & Merseyside"] == 3


def test_a_ratio_is_only_of_two_counts(themed_visit: MakeVisit, numbers: Beside) -> None:
    assert numbers.ratio is None
    counted = beside(_both(themed_visit(), need=NURSES, supply=NURSES))
    assert counted is not None
    assert counted.ratio is not None
    shown = counted.ratio.value[~np.isnan(counted.ratio.value)]
    assert shown == pytest.approx(np.ones_like(shown))
    assert counted.per == 1
    assert counted.weighted_by == "size"


def test_words_never_claim_a_cause(themed_visit: MakeVisit, numbers: Beside) -> None:
    figure = triangulation_figure(themed_visit(), numbers, name="triangulation")
    assert "does not say that one is the cause of the other" in figure.sentences[-1]
    assert figure.missing == 2
    assert "synthetic" in figure.about
    assert [row.mismatch for row in figure.rows] == sorted(row.mismatch for row in figure.rows)


def test_the_table_of_the_map_has_every_area_once(themed_visit: MakeVisit) -> None:
    visit = themed_visit()
    both = _both(visit)
    figure = two_metric_figure(visit, need=both.need, supply=both.supply, kind=both.kind)
    assert figure is not None
    counted = sum(cell.count for row in figure.rows for cell in row.cells)
    assert counted + figure.missing == both.kind.count
    assert figure.image == "/r/1/beside/access.travel_minutes/workforce.nurses/icb22.png"


def test_an_area_without_both_has_no_class(themed_visit: MakeVisit) -> None:
    both = _both(themed_visit())
    classes = two_metric_classes(themed_visit().reader, both.need, both.supply, both.kind)
    missing = [
        pair[0].area_code for pair, one in zip(both.areas, classes.need, strict=True) if one == NONE
    ]
    assert missing == ["E54000036", "W11000023"]


def test_the_picture_of_both_is_drawn(themed: Client) -> None:
    found = themed.get("/r/1/beside/access.travel_minutes/workforce.nurses/icb22.png")
    assert found.status_code == 200
    picture = np.asarray(Image.open(io.BytesIO(found.content)).convert("RGBA"))
    assert picture.shape == (40, 60, 4)
    assert picture[0, 0, 3] == 0


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("access.travel_minutes/workforce.nurses/lsoa11", 404),
        ("access.travel_minutes/workforce.nurses/country", 404),
        ("access.travel_minutes/no.such/icb22", 404),
        ("access.travel_minutes/workforce.nurses/icb22.png?x=1", 400),
    ],
)
def test_a_picture_that_is_not_there(themed: Client, address: str, status: int) -> None:
    path = address if ".png" in address else f"{address}.png"
    found = themed.get(f"/r/1/beside/{path}")
    assert found.status_code == status
    assert set(found.json()["error"]) == {"code", "problem", "do"}


def test_dark_is_more_need_and_hatched_is_less_supply_whichever_way_is_better(
    themed_visit: MakeVisit,
) -> None:
    visit = themed_visit()
    both = _both(visit, need=NURSES, supply=MINUTES)  # fewer minutes are more supply
    classes = two_metric_classes(visit.reader, both.need, both.supply, both.kind)
    longest = len(classes.supply_cuts.breaks)
    assert classes.pattern(longest) == "hatched"
    assert classes.pattern(0) == "plain"
    within = _both(visit, need="access.within_30", supply=NURSES)  # fewer within reach: more need
    turned = two_metric_classes(visit.reader, within.need, within.supply, within.kind)
    most = len(turned.need_cuts.breaks)
    assert luminance(turned.colour(0)) < luminance(turned.colour(most))
    figure = two_metric_figure(visit, need=both.need, supply=both.supply, kind=both.kind)
    assert figure is not None
    assert "Hatched: least supply (average travel time highest)" in figure.read
