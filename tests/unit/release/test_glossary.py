"""The glossary of a release names the agreed definition of a term, and no other."""

import json
from pathlib import Path

from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Silent
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import load
from hereabouts.release.glossary import describe_glossary
from hereabouts.release.manifest_parsing import parse_manifest
from hereabouts.release.manifest_words import ReleasedDictionary, ReleasedRelation, ReleasedTerm
from tests.unit.defining import add_definitions

AGREED = (
    "Somebody who calls often. Agreed definition: 3 or more calls in any 30 days, by one person"
    " aged 18 or over, counting calls where reason <> 'transfer'; calls less than 60 minutes after"
    " the one before count once with it. Used by: Ambulance service."
)
DICTIONARY = """entities:
  area:
    title: Area
    means: A piece of the place.
    key: [area_code]
    relations:
      - {to: area, how: has many, words: borders}
fields:
  area_code: {title: Area code, type: string, meaning: Its made-up code., entity: area}
"""


def test_the_agreed_definition_is_said_with_its_term(built: Path) -> None:
    add_definitions(built)
    glossary = describe_glossary(load(built))
    assert glossary["Frequent caller"] == AGREED
    assert glossary["Resident"] == "A person whose usual address is in the area."


def test_a_term_without_an_agreed_definition_keeps_its_meaning(built: Path) -> None:
    add_definitions(built)
    path = built / "definitions/national.yml"
    path.write_text(path.read_text().replace("agreed: yes", "agreed: no"))
    assert describe_glossary(load(built))["Frequent caller"] == "Somebody who calls often."


def test_agreeing_on_a_definition_makes_another_release(built: Path) -> None:
    add_definitions(built)
    path = built / "definitions/national.yml"
    agreed = path.read_text()
    path.write_text(agreed.replace("agreed: yes", "agreed: no"))
    first = made(built)
    path.write_text(agreed)
    second = made(built)
    assert first != second
    assert json.loads(second)["glossary"]["Frequent caller"] == AGREED


def made(place: Path) -> str:
    """Build and release; the newest release.json."""
    assert build(open_workspace(place), progress=Silent()).errors == ()
    release(open_workspace(place), audience=Audience.OPEN)
    found = sorted(open_workspace(place).layout.releases.rglob("release.json"))
    return found[-1].read_text("utf-8")


def test_a_release_says_what_more_is_known_of_terms_and_fields(built: Path) -> None:
    (built / "glossary.yml").write_text(
        "Area: A piece of the place.\n"
        "Resident:\n  means: Whose usual address is there.\n  owner: Council\n  related: [Area]\n"
    )
    (built / "dictionary.yml").write_text(DICTIONARY)
    said = parse_manifest(json.loads(made(built)))
    assert said.glossary["Resident"] == "Whose usual address is there."
    assert said.terms["Resident"] == ReleasedTerm(owner="Council", related=("Area",))
    assert said.dictionary.entities[0].relations == (
        ReleasedRelation(to="area", how="has many", words="borders"),
    )
    assert said.dictionary.fields[0].meaning == "Its made-up code."
    column = next(
        one for product in said.products for one in product.columns if one.name == "area_code"
    )
    assert column.description == "Its made-up code."  # the contract has none


def test_another_owner_of_a_term_makes_another_release(built: Path) -> None:
    (built / "glossary.yml").write_text("Area: {means: A piece of the place., owner: Council}\n")
    first = made(built)
    (built / "glossary.yml").write_text("Area: {means: A piece of the place., owner: Trust}\n")
    assert made(built) != first


def test_a_release_of_before_there_was_a_dictionary_has_an_empty_one(released: Path) -> None:
    path = next(released.rglob("release.json"))
    said = json.loads(path.read_text("utf-8"))
    del said["terms"], said["dictionary"]
    assert parse_manifest(said).dictionary == ReleasedDictionary()
