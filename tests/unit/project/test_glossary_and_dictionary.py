"""What glossary.yml and dictionary.yml may say, and what each rule finds in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import Location
from hereabouts.model.broader import broader_of
from hereabouts.model.dictionary import How
from hereabouts.model.product import LogicalType
from hereabouts.model.term import Term, names_of, slug_of
from hereabouts.project import load, write_new
from hereabouts.project.unexplained_columns import unexplained_columns

Edit = Callable[[str, str, str], None]
Say = Callable[[], list[str]]
MEMBER = "Member: A resident who holds a library card that has not expired."
DEEP = """Member:
  means: A resident who holds a library card that has not expired.
  also_called: [reader]
  owner: Library service
  broader: resident
  related: [Synthetic]
  source: https://example.org/members"""
DICTIONARY = """entities:
  area:
    title: Area
    means: One small area.
    key: [area_code]
  library:
    title: Library
    means: A building with books.
    relations:
      - {to: area, how: is part of, words: stands in}
fields:
  area_code:
    title: Area code
    type: string
    meaning: The made-up code of an area.
    entity: area
"""
AREA = "products/geography/area/contract.odcs.yaml"


@pytest.fixture(autouse=True)
def _without_a_dictionary(place: Path) -> None:
    (place / "dictionary.yml").unlink()


@pytest.fixture
def write(place: Path) -> Callable[[str], None]:
    """Write dictionary.yml."""

    def written(text: str) -> None:
        (place / "dictionary.yml").write_text(text)

    return written


def test_a_term_says_who_owns_it_and_what_it_belongs_to(place: Path, edit: Edit) -> None:
    edit("glossary.yml", MEMBER, DEEP)
    term = load(place).terms["Member"]
    assert (term.owner, term.source) == ("Library service", "https://example.org/members")
    assert term.broader == "Resident"  # as it is spelt itself
    assert term.related == ("Synthetic",)
    assert term.names == ("Member", "reader")


def test_an_address_is_an_address(edit: Edit, said: Say) -> None:
    edit("glossary.yml", MEMBER, DEEP.replace("https://example.org/members", "the library"))
    assert [line.split()[1] for line in said()] == ["P107"]


def test_a_dictionary_says_entities_and_fields(
    place: Path, write: Callable[[str], None], said: Say
) -> None:
    write(DICTIONARY)
    assert said() == []
    dictionary = load(place).dictionary
    assert dictionary.fields["area_code"].type is LogicalType.STRING
    assert dictionary.entities["area"].key == ("area_code",)
    (relation,) = dictionary.entities["library"].relations
    assert (relation.to, relation.how, relation.words) == ("area", How.IS_PART_OF, "stands in")


def test_a_folder_needs_no_dictionary(place: Path) -> None:
    assert not load(place).dictionary.entities


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "broader: resident",
            "broader: Residnet",
            "glossary.yml:6 P510 unknown term of glossary.yml: 'Residnet'",
        ),
        (
            "related: [Synthetic]",
            "related: [Made up]",
            "glossary.yml:7 P510 unknown term of glossary.yml: 'Made up'",
        ),
        (
            "broader: resident",
            "broader: Member",
            "glossary.yml:6 P513 a term is broader than itself: Member is a kind of Member",
        ),
        (
            "also_called: [reader]",
            "also_called: [Résident]",
            "glossary.yml:2 P514 'Résident' is the name of 'Resident' already",
        ),
        (
            "related: [Synthetic]",
            "related: [Resident]",
            "glossary.yml:7 P515 'Member' is more than related to 'Resident'",
        ),
        (
            "related: [Synthetic]",
            "related: [Member]",
            "glossary.yml:7 P515 'Member' is more than related to 'Member'",
        ),
    ],
)
def test_a_rule_finds_what_a_glossary_says_wrong(
    edit: Edit, said: Say, old: str, new: str, expected: str
) -> None:
    edit("glossary.yml", MEMBER, DEEP.replace(old, new))
    assert said() == [expected]


def test_a_circle_is_told_once(edit: Edit, said: Say) -> None:
    edit(
        "glossary.yml",
        MEMBER,
        "A:\n  means: a\n  broader: B\nB:\n  means: b\n  broader: C\nC:\n  means: c\n  broader: B",
    )
    assert said() == [
        "glossary.yml:7 P513 a term is broader than itself: B is a kind of C is a kind of B"
    ]


def test_two_terms_have_two_addresses(edit: Edit, said: Say) -> None:
    edit("glossary.yml", MEMBER, f"{MEMBER}\nMember!: Another.\n'+': None.")
    assert said() == [
        "glossary.yml:3 P514 'Member!' and 'Member' have one address",
        "glossary.yml:4 P514 '+' has no letter that an address could have",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("entity: area", "term: Aera", "16 P510 unknown term of glossary.yml: 'Aera'"),
        ("to: area", "to: aera", "10 P511 unknown entity of dictionary.yml: 'aera'"),
        ("entity: area", "entity: place", "16 P511 unknown entity of dictionary.yml: 'place'"),
        ("key: [area_code]", "key: [code]", "5 P512 unknown field of dictionary.yml: 'code'"),
    ],
)
def test_a_rule_finds_what_a_dictionary_names_and_nobody_declares(
    write: Callable[[str], None], said: Say, old: str, new: str, expected: str
) -> None:
    write(DICTIONARY.replace(old, new))
    assert said() == [f"dictionary.yml:{expected}"]


def test_a_column_agrees_with_the_field_of_its_name(
    write: Callable[[str], None], edit: Edit, said: Say
) -> None:
    write(DICTIONARY.replace("type: string", "type: integer"))
    assert {line.partition(" ")[2] for line in said()} == {
        "P516 column 'area_code' is string here, and integer in dictionary.yml"
    }
    write(DICTIONARY.replace("type: string", "type: string\n    unit: codes"))
    assert said() == []  # a contract may leave the unit out
    unit = "customProperties: [{property: unit, value: letters}]"
    edit(AREA, "- name: area_code", f"- name: area_code\n        {unit}")
    assert [line.partition(" ")[2] for line in said()] == [
        "P516 column 'area_code' is in letters here, and in codes in dictionary.yml"
    ]


def test_a_column_that_nothing_explains_is_pointed_out(
    place: Path, write: Callable[[str], None], edit: Edit
) -> None:
    def unexplained() -> dict[str, str]:
        warnings = unexplained_columns(load(place))
        return {str(one.at).split("/")[2]: one.problem for one in warnings}

    before = unexplained()["area"]
    assert "area_code" in before
    write(DICTIONARY)
    assert "area_code" not in unexplained().get("area", "")
    (place / "dictionary.yml").unlink()
    edit("glossary.yml", MEMBER, f"{MEMBER}\nArea code: The code of an area.")
    assert "area_code" not in unexplained().get("area", "")


def test_a_glossary_that_cannot_be_read_is_the_only_thing_wrong(
    place: Path, write: Callable[[str], None], said: Say
) -> None:
    write(DICTIONARY.replace("entity: area", "term: Member"))
    (place / "glossary.yml").write_text("a: [\n")
    assert {line.split()[1] for line in said()} == {"P100"}


@pytest.mark.parametrize("starter", ["blank", "stroke"])
def test_a_starter_explains_every_column(tmp_path: Path, starter: str) -> None:
    write_new(tmp_path / "new", starter=starter)
    assert list(unexplained_columns(load(tmp_path / "new"))) == []


def term(name: str, broader: str) -> Term:
    return Term(name=name, means="x", broader=broader, at=Location("glossary.yml"))


@given(st.dictionaries(st.sampled_from("ABCDEF"), st.sampled_from("ABCDEFG")))
def test_what_is_broader_is_found_however_terms_go_round(above: dict[str, str]) -> None:
    terms = {name: term(name, broader) for name, broader in above.items()}
    for name in terms:
        found = broader_of(name, terms=terms)
        assert len(found) == len(set(found))
        assert all(one in terms for one in found)
        assert name not in found or found[-1] == name


@given(st.text(max_size=30))
def test_an_address_is_made_of_small_letters_and_digits(name: str) -> None:
    slug = slug_of(name)
    assert slug_of(slug) == slug
    assert all(part.isalnum() for part in slug.split("-")) or slug == ""


def test_brackets_hold_a_second_name() -> None:
    assert names_of("Full-time equivalent (FTE)") == ("Full-time equivalent", "FTE")
    assert slug_of("Full-time equivalent (FTE)") == "full-time-equivalent-fte"
    assert slug_of("Ynys Môn") == "ynys-mon"
