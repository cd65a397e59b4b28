"""Programs of other people read the API through a real server: GDAL, and a page of another site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.chromium import opened_browser
from tests.unit.doors.web.live_site import live_site

FETCH = """async (address) => {
    try {
        const answer = await fetch(address)
        const said = await answer.json()
        const found = said.items ? said.items.length : said.code
        return [answer.status, found, answer.headers.get("link")]
    } catch (fault) { return ["refused", null, null] }
}"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("real")
    build_small_release(folder)
    build_small_release(folder, number=2, audience="internal")
    return folder


@pytest.fixture(scope="module")
def site(place: Path) -> Iterator[str]:
    with live_site(SiteSettings(root=place)) as address:
        yield address


def test_gdal_reads_the_outlines_where_the_api_leads(site: str) -> None:
    address = f"/vsicurl/{site}/api/v1/geometry/icb22?format=geojson"
    said: dict[str, Any] = pyogrio.read_info(address)
    assert (said["features"], said["geometry_type"], said["crs"]) == (5, "Polygon", "EPSG:4326")


@pytest.mark.browser
def test_a_page_of_another_site_may_read_what_is_open_and_nothing_internal(
    site: str, place: Path
) -> None:
    asked = "/api/v1/areas?type=icb22&limit=2"
    inside = SiteSettings(root=place, audience=Audience.INTERNAL)
    with live_site(inside) as internal, opened_browser() as browser:
        page = browser.new_page()  # about:blank, which is of no site
        status, count, link = page.evaluate(FETCH, site + asked)
        assert (status, count) == (200, 2)
        assert 'rel="next"' in link
        assert page.evaluate(FETCH, f"{site}/api/v1/areas?what=1")[:2] == [400, "W260"]
        assert page.evaluate(FETCH, internal + asked) == ["refused", None, None]
