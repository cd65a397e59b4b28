"""The API, whatever it is asked: an answer or a refusal, never a fault, never what is hidden."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hereabouts.doors.web.api.endpoints import ENDPOINTS
from hereabouts.doors.web.api.paging import read_cursor, write_cursor
from hereabouts.doors.web.app import create_app
from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader, latest
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.api.schemas_held import hold_to
from tests.unit.doors.web.client import Client

NAMES = sorted({one.name for endpoint in ENDPOINTS for one in endpoint.parameters})
RIGHT = (
    *("workforce.nurses", "access.within_30", "icb22", "lsoa11", "country", "latest", "all"),
    *("Female", "2019-01-01", "E54000036", "E54000037,E54000036", "json", "csv", "parquet"),
    *("1", "7", "10000", "access", "icb22:E54000036", "exeter", write_cursor(("icb22", "E5"))),
    *(write_cursor(("2019-01-01", "all", "all", "E54000008")), "geojson", ""),
)
VALUES = st.one_of(st.sampled_from(RIGHT), st.text(max_size=30))
QUERIES = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), st.text(max_size=6)), VALUES))
PATHS = st.sampled_from([path for endpoint in ENDPOINTS for path in endpoint.paths])
PARTS = st.one_of(
    st.sampled_from(("1", "icb22", "E54000037", "access", "within_30", "lsoa11", "99")),
    st.text(min_size=1, max_size=12).filter(lambda text: "/" not in text and text not in ".."),
)
FIGURES = ("numerator", "denominator", "value", "lower", "upper")
ASKED = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        build_small_release(Path(folder))
        yield Path(folder)


@pytest.fixture(scope="module")
def site(place: Path) -> Iterator[Client]:
    with Client(create_app(place)) as client:
        yield client


@pytest.fixture(scope="module")
def reader(place: Path) -> ReleaseReader:
    return latest(place, audience=Audience.OPEN)


@ASKED
@given(path=PATHS, parts=st.lists(PARTS, min_size=3, max_size=3), query=QUERIES)
def test_any_address_is_answered_or_refused_in_words(
    site: Client, path: str, parts: list[str], query: list[tuple[str, str]]
) -> None:
    names = ("theme", "name", "type", "code", "number")
    given_parts = dict(zip(names, [*parts, parts[0], parts[1]], strict=True))
    address = path.format(**{name: quote(part, safe="") for name, part in given_parts.items()})
    answer = site.get(f"{address}?{urlencode(query)}")
    assert answer.status_code in {200, 307, 400, 404}
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        hold_to("Problem", answer.json())


@ASKED
@given(
    indicator=st.sampled_from(("workforce.nurses", "access.within_30", "access.travel_minutes")),
    area_type=st.sampled_from(("icb22", "lsoa11", "country")),
    limit=st.integers(1, 200),
    more=st.dictionaries(st.sampled_from(("period", "category", "area", "after")), VALUES),
)
def test_no_figure_is_said_that_the_release_hides(
    site: Client,
    reader: ReleaseReader,
    indicator: str,
    area_type: str,
    limit: int,
    more: dict[str, str],
) -> None:
    asked = {"indicator": indicator, "area_type": area_type, "limit": limit, **more}
    answer = site.get(f"/api/v1/observations?{urlencode(asked)}")
    assert answer.status_code in {200, 400}
    if answer.status_code == 400:
        return
    hold_to("Observations", answer.json())
    held = {
        (o.area_code, str(o.period_start), o.category): o
        for o in reader.observations(indicator, area_type=area_type)
    }
    for one in answer.json()["items"]:
        seen = held[one["area_code"], one["period_start"], one["category"]]
        assert [one[name] for name in FIGURES] == [getattr(seen, name) for name in FIGURES]
        assert one["marker"] == (seen.marker.value if seen.marker else None)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_a_cursor_says_what_was_written(key: list[str]) -> None:
    assert read_cursor(write_cursor(key), parts=len(key)) == tuple(key)


@given(st.text(max_size=60))
def test_any_cursor_is_read_or_empty(text: str) -> None:
    assert isinstance(read_cursor(text, parts=2), tuple)
