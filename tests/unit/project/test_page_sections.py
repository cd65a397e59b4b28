"""Pages by declaration: what a section may say, and what is said of one that cannot be shown."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hereabouts.model.map_colours import Classing, ColourBy, MapColours
from hereabouts.model.page import SectionKind
from hereabouts.project import load

Said = Callable[[], list[str]]

HOME = "pages/home.yml"
HEAD = "title: A\nlede: B\nsections:\n"


def _write(place: Path, *sections: str) -> None:
    (place / HOME).write_text(HEAD + "".join(f"  - {one}\n" for one in sections), "utf-8")


def test_sections_keep_their_order_and_have_names_of_their_own(place: Path, said: Said) -> None:
    _write(
        place,
        "{kind: headline, indicators: [library.members]}",
        "{kind: ranking, title: Who reads, indicators: [library.members], area_types: [district]}",
        "{kind: ranking, indicators: [library.members]}",
    )
    assert said() == []
    headline, first, second = load(place).pages["home"].sections
    assert headline.kind is SectionKind.HEADLINE
    assert (first.name, second.name) == ("ranking", "ranking-2")
    assert (first.title, first.area_types) == ("Who reads", ("district",))
    assert load(place).pages["home"].all_indicators == ("library.members",)


def test_words_are_paragraphs(place: Path, said: Said) -> None:
    text = "  - kind: text\n    words: |\n      One\n      two.\n\n      Three.\n"
    (place / HOME).write_text(HEAD + text, "utf-8")
    assert said() == []
    assert load(place).pages["home"].sections[0].words == ("One two.", "Three.")


def test_a_page_of_indicators_alone_is_as_it_was(place: Path, said: Said) -> None:
    assert said() == []
    page = load(place).pages["home"]
    assert (page.indicators, page.sections) == (("library.members",), ())


@pytest.mark.parametrize(
    ("section", "problem"),
    [
        ("{kind: pie}", "P106 'sections.0.kind' is 'pie', which is not one of its values"),
        ("{kind: trend}", "P104 'sections.0' has no 'indicator'"),
        ("{kind: text}", "P104 'sections.0' has no 'words'"),
        ("{kind: map}", "P109 'sections.0' must take exactly one of its forms"),
        (
            "{kind: headline, indicators: [library.members], area_types: [area]}",
            "P103 unknown key 'area_types'",
        ),
        (
            "{kind: headline, indicators: [library.visits]}",
            "P306 unknown indicator 'library.visits'",
        ),
        (
            "{kind: inequality, indicator: library.visits}",
            "P306 unknown indicator 'library.visits'",
        ),
        (
            "{kind: triangulation, need: library.visits, supply: library.members}",
            "P306 unknown indicator 'library.visits'",
        ),
        ("{kind: profile, area_types: [wards]}", "P481 unknown area type 'wards'"),
        (
            "{kind: map, need: library.members, supply: library.members}",
            "P482 need and supply are the same indicator",
        ),
        (
            "{kind: inequality, indicator: library.members}",
            "P483 'library.members' has no groups to be unequal",
        ),
        (
            "{kind: pyramid, indicator: library.members}",
            "P483 'library.members' has no breakdown by age and sex",
        ),
        (
            "{kind: trend, indicator: library.members}",
            "P483 'library.members' has one period, which is no trend",
        ),
        (
            "{kind: map, indicator: library.members, colour_by: significance}",
            "P495 'library.members' cannot be coloured by significance",
        ),
        (
            "{kind: map, indicator: library.members, colour_by: clusters}",
            "P495 'library.members' cannot be coloured by clusters",
        ),
        (
            "{kind: map, indicator: library.members, breaks: [5, 5]}",
            "P496 the breaks of a map do not rise",
        ),
        (
            "{kind: map, indicator: library.members, breaks: [5], classes: jenks}",
            "P496 a map says both its breaks and how to find them",
        ),
        (
            "{kind: map, indicator: library.members, diverge_about: 5, colour_by: values}",
            "P496 nothing is about a number on a map coloured by values",
        ),
        (
            "{kind: map, indicator: library.members, number_of_classes: 9}",
            "P107 'sections.0.number_of_classes' is too large",
        ),
        (
            "{kind: table, indicators: [library.members], classes: jenks}",
            "P103 unknown key 'classes'",
        ),
    ],
)
def test_what_cannot_be_shown_is_said(place: Path, said: Said, section: str, problem: str) -> None:
    _write(place, section)
    assert said() == [f"{HOME}:4 {problem}"]


def test_a_map_says_how_it_is_coloured(place: Path, said: Said) -> None:
    _write(
        place,
        "{kind: map, indicator: library.members, classes: jenks, number_of_classes: 4}",
        "{kind: map, indicator: library.members, diverge_about: 50}",
        "{kind: map, indicator: library.members, breaks: [10, 20]}",
        "{kind: map, indicator: library.members}",
    )
    assert said() == []
    found = [section.colours for section in load(place).pages["home"].sections]
    assert found == [
        MapColours(classes=Classing.JENKS, number=4),
        MapColours(colour=ColourBy.BENCHMARK, about=50.0),
        MapColours(breaks=(10.0, 20.0)),
        None,
    ]


def test_an_area_type_that_an_indicator_is_not_published_for(
    place: Path, edit: Callable[[str, str, str], None], said: Said
) -> None:
    edit("indicators/library/members.yml", "[area, district, neighbourhood]", "[area]")
    _write(place, "{kind: table, indicators: [library.members], area_types: [district]}")
    assert said() == [
        f"{HOME}:4 P481 'library.members' is not published for areas of type 'district'"
    ]


def test_every_problem_is_said_at_once(place: Path, said: Said) -> None:
    _write(
        place,
        "{kind: ranking, indicators: [library.visits], area_types: [wards]}",
        "{kind: pyramid, indicator: library.members}",
    )
    assert [line.split()[1] for line in said()] == ["P306", "P481", "P483"]


def test_a_page_shows_something(place: Path, said: Said) -> None:
    (place / HOME).write_text("title: A\nlede: B\n", "utf-8")
    assert said() == [f"{HOME}:1 P480 the page 'home' shows nothing"]


def test_a_map_needs_outlines(
    place: Path, edit: Callable[[str, str, str], None], said: Said
) -> None:
    edit("place.yml", "    boundaries: geography.area\n", "")
    _write(place, "{kind: map, indicator: library.members}")
    assert said() == [
        f"{HOME}:4 P483 a map is asked for, but no area type it can be of has boundaries"
    ]


def test_a_ranking_offers_an_area_type_that_one_of_its_indicators_has(
    place: Path, edit: Callable[[str, str, str], None], said: Said
) -> None:
    other = (place / "indicators/library/members.yml").read_text("utf-8")
    (place / "indicators/library/visitors.yml").write_text(other, "utf-8")
    edit("indicators/library/members.yml", "[area, district, neighbourhood]", "[area]")
    both = "indicators: [library.members, library.visitors], area_types: [district]"
    _write(place, f"{{kind: ranking, {both}}}")
    assert said() == []
    _write(place, f"{{kind: table, {both}}}")
    assert [line.split()[1] for line in said()] == ["P481"]


def test_numbers_of_one_indicator_are_not_those_of_several(place: Path, said: Said) -> None:
    theme = place / "indicators" / "library"
    (theme / "others.yml").write_bytes((theme / "members.yml").read_bytes())
    several = "kind: map, indicators: [library.members, library.others]"
    _write(place, f"{{{several}}}")
    assert said() == []
    _write(place, f"{{{several}, breaks: [5]}}")
    assert said() == [
        f"{HOME}:4 P496 a map of several indicators says numbers that can only be of one"
    ]
