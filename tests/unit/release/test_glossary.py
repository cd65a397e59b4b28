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
from tests.unit.defining import add_definitions

AGREED = (
    "Somebody who calls often. Agreed definition: 3 or more calls in any 30 days, by one person"
    " aged 18 or over, counting calls where reason <> 'transfer'; calls less than 60 minutes after"
    " the one before count once with it. Used by: Ambulance service."
)


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
