"""Pages in release.json, there and back."""

from dataclasses import fields, replace

from hereabouts.errors import Location
from hereabouts.model.page import Page, Section, SectionKind
from hereabouts.release.describe_page import describe_page
from hereabouts.release.manifest_parsing import parse_manifest
from tests.unit.doors.small_manifest import manifest

SECTION = Section(
    kind=SectionKind.TRIANGULATION,
    name="triangulation-2",
    title="Staff and need",
    words=("One.", "Two."),
    need="need.admissions",
    supply="workforce.staff",
    area_types=("icb22",),
)
PAGE = Page(
    name="theme",
    title="A",
    lede="B",
    indicators=("need.admissions",),
    sections=(SECTION, replace(SECTION, kind=SectionKind.RANKING, indicators=("a.b", "c.d"))),
    at=Location("pages/theme.yml"),
)


def test_a_page_comes_back_as_it_was_declared() -> None:
    said = manifest(1, "open", "Here") | {"pages": [describe_page(PAGE)]}
    (page,) = parse_manifest(said).pages
    assert page.sections == PAGE.sections
    assert (page.name, page.indicators) == (PAGE.name, PAGE.indicators)


def test_everything_a_section_says_is_carried() -> None:
    (carried, _other) = describe_page(PAGE)["sections"]
    assert set(carried) == {field.name for field in fields(Section)}


def test_a_release_from_before_there_were_sections_still_opens() -> None:
    old = manifest(1, "open", "Here")
    assert "sections" not in old["pages"][0]
    assert parse_manifest(old).pages[0].sections == ()
