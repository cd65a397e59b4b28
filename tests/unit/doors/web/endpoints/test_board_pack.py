"""Board packs by their addresses."""

import io
import re
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from hereabouts.doors.web.board_pack import needs
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

PAGE = Path(__file__).parents[5] / "docs/how-to/make-a-board-pack.md"
DEVON = "/r/1/pack/home/icb22/E54000037"


def test_a_pdf_is_named_for_what_it_is_of(site: Client) -> None:
    answer = site.get(f"{DEVON}.pdf")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    named = 'attachment; filename="home-icb22-e54000037-release-1.pdf"'
    assert answer.headers["content-disposition"] == named
    assert len(PdfReader(io.BytesIO(answer.content)).pages) > 4


def test_slides_are_too(site: Client) -> None:
    answer = site.get(f"{DEVON}.pptx")
    assert answer.status_code == 200
    assert len(Presentation(io.BytesIO(answer.content)).slides) > 6


def test_it_is_of_the_newest_release_where_none_is_said(site: Client) -> None:
    assert site.get("/pack/home/icb22/E54000037.pdf").content == site.get(f"{DEVON}.pdf").content


def test_it_is_not_kept_for_ever_as_the_release_before_may_be_withdrawn(site: Client) -> None:
    kept = site.get(f"{DEVON}.pdf").headers["cache-control"]
    assert "immutable" not in kept
    assert (
        site.get("/r/1/map/access.within_30/icb22/2017-01-01.png").headers["cache-control"] != kept
    )


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/r/1/pack/nothing/icb22/E54000037.pdf", 404, "W310"),
        ("/r/1/pack/home/ward/E54000037.pdf", 404, "W205"),
        ("/r/1/pack/home/icb22/E54.pptx", 404, "W206"),
        ("/r/1/pack/workforce/lsoa11/E01000000.pptx", 404, "W311"),
        ("/r/1/pack/home/icb22/E54000037.pdf?for=me", 400, "W201"),
        ("/r/1/pack/home/icb22/E54000037.odp", 404, "W210"),
        ("/r/9/pack/home/icb22/E54000037.pdf", 404, "R102"),
    ],
)
def test_a_wrong_address_is_refused_in_words(
    site: Client, address: str, status: int, code: str
) -> None:
    answer = site.get(address)
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code


def test_the_page_of_an_area_links_to_the_packs_that_it_has(site: Client) -> None:
    page = site.get("/area/icb22/E54000037").text
    for theme in ("access", "workforce", "home"):
        for ending in ("pdf", "pptx"):
            assert f'href="/r/1/pack/{theme}/icb22/E54000037.{ending}"' in page
    smallest = site.get("/area/lsoa11/E01000001").text
    assert "/pack/workforce/" not in smallest
    assert "/pack/access/" in smallest


@pytest.mark.parametrize("page", ["/", "/page/home"])
def test_a_declared_page_links_to_its_pack_of_the_whole_place(site: Client, page: str) -> None:
    found = site.get(page).text
    assert 'href="/r/1/pack/home/country/E92000001.pdf"' in found
    assert "PDF: Stroke care in two lands: England" in found


def test_without_the_library_it_says_what_to_install_and_no_page_links_to_it(
    site: Client, make_site: MakeSite, small_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs, "find_spec", lambda name: None if name == "typst" else name)
    answer = site.get("/r/1/pack/home/icb22/E54000008.pdf")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "W313"
    page = make_site(small_place).get("/area/icb22/E54000050").text  # one that kept no page
    assert "/pack/home/icb22/E54000050.pptx" in page
    assert "/pack/home/icb22/E54000050.pdf" not in page


@pytest.mark.parametrize(
    "address", re.findall(r"^\|.*`(/[^`]+)` \|$", PAGE.read_text("utf-8"), re.MULTILINE)
)
def test_the_addresses_of_the_how_to_answer(site: Client, address: str) -> None:
    assert site.get(address).status_code == 200
