"""A board pack of an area of one's own, from the folder to the files."""

import io
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pypdf import PdfReader

from hereabouts.doors.web.board_pack.making import MadePack, make_pack
from hereabouts.model.policy import Audience
from tests.unit.pipeline.test_custom_areas import released

OWN = ("neighbourhood", "DG1")


@pytest.fixture
def place(built: Path) -> Path:
    """A released place with neighbourhoods."""
    released(built)
    return built


def made(place: Path, ending: str, theme: str) -> MadePack:
    return make_pack(place, audience=Audience.OPEN, number=None, of=(theme, *OWN), ending=ending)


def test_any_theme_of_it_is_a_tagged_pdf_and_slides(place: Path) -> None:
    themes = sorted(one.parent.name for one in (place / "indicators").glob("*/*.yml"))
    assert themes
    for theme in dict.fromkeys(themes):
        pdf = made(place, "pdf", theme)
        assert "dg1" in pdf.name
        reader = PdfReader(io.BytesIO(pdf.content))
        words = " ".join(page.extract_text() for page in reader.pages)
        assert _root(reader)["/MarkInfo"]["/Marked"].value is True
        slides = Presentation(io.BytesIO(made(place, "pptx", theme).content)).slides
        titles = [slide.shapes.title.text for slide in slides if slide.shapes.title]
        assert len(titles) == len(slides) > 3
        assert pdf.title == titles[0]
        assert pdf.title.split(":")[0] in words


def test_it_says_what_the_area_is(place: Path) -> None:
    deck = Presentation(io.BytesIO(made(place, "pptx", "library").content))
    said = " ".join(shape.text for shape in deck.slides[0].shapes if shape.has_text_frame)
    assert "Neighbourhood" in said


def _root(opened: PdfReader) -> Any:
    return opened.trailer["/Root"]
