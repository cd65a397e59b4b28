"""One chart alone in a frame: these pages may be framed, and no other may."""

import html
import re
from pathlib import Path

import pytest

from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

WITHIN = "/embed/indicator/access/within_30"
AREA = "/embed/area/icb22/E54000008/workforce/nurses"
FRAMED = [f"{WITHIN}/map", f"{WITHIN}/ranking", "/embed/indicator/workforce/nurses/trend", AREA]
NOT_FRAMED = [
    "/",
    "/indicator/access/within_30",
    "/area/icb22/E54000008",
    "/r/1/theme.css",
    "/send/x",
]


@pytest.mark.parametrize("address", [*FRAMED, *(f"/r/1{one}" for one in FRAMED)])
def test_a_chart_alone_may_be_framed_and_runs_no_script(site: Client, address: str) -> None:
    answer = site.get(address)
    assert answer.status_code == 200
    assert "x-frame-options" not in answer.headers
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'none'" in policy
    assert "<script" not in answer.text
    assert "<form" not in answer.text


@pytest.mark.parametrize("address", [*NOT_FRAMED, f"{WITHIN}/nothing", f"{WITHIN}/map?x=1"])
def test_nothing_else_may_be_framed(site: Client, address: str) -> None:
    answer = site.get(address)
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors *" not in answer.headers["content-security-policy"]


def test_an_internal_site_is_never_framed(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path, audience="internal")
    answer = make_site(tmp_path, audience=Audience.INTERNAL).get(f"{WITHIN}/map")
    assert answer.status_code == 200
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", FRAMED)
def test_it_has_a_title_a_source_and_a_link_home_that_leaves_the_frame(
    site: Client, address: str
) -> None:
    text = site.get(address).text
    assert text.count("<h1") == 1
    assert "Source: " in text
    assert '<base target="_blank">' in text
    home = re.search(r'href="(/(?:indicator|area)/[^"]+)">See it on', text)
    assert home is not None
    assert site.get(html.unescape(home.group(1))).status_code == 200
    assert ("Made-up data" in text) == ("nurses" in address)


@pytest.mark.parametrize(
    "page", ["/indicator/access/within_30?area_type=lsoa11", "/area/icb22/E54000008"]
)
def test_every_address_under_a_chart_answers(site: Client, page: str) -> None:
    text = site.get(page).text
    blocks = re.findall(r'<div class="hb-take">.*?</details>', text, flags=re.DOTALL)
    assert blocks
    for block in blocks:
        files = re.findall(r'href="([^"]+)" download', block)
        code = html.unescape(" ".join(re.findall(r"<code>(.*?)</code>", block)))
        inside = re.findall(r'(?:src|href)="([^"]+)"', code)
        assert len(files) >= 2
        assert len(inside) == 3
        for address in (*files, *inside):
            assert site.get(html.unescape(address)).status_code == 200, address


def test_the_code_names_the_site_where_its_address_is_known(
    small_place: Path, make_site: MakeSite
) -> None:
    site = make_site(small_place, address="https://place.example")
    code = html.unescape(site.get("/indicator/access/within_30").text)
    assert '<iframe src="https://place.example/embed/indicator/access/within_30/map"' in code
    assert '<img src="https://place.example/r/1/chart/indicator/access/within_30/map.png' in code
