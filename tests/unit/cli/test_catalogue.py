"""`hereabouts catalogue export`: the catalogue as a file, or on standard output."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rdflib import Graph

from hereabouts.cli import main
from tests.unit.doors.catalogued_release import SITE, build_catalogued_release

# rdflib reads JSON-LD with a class of its own that it has retired.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogued")
    build_catalogued_release(folder)
    return folder


def export(place: Path, *options: str, address: str = SITE) -> Result:
    said = ["catalogue", "export", "-C", str(place), *options]
    return CliRunner(env={"HEREABOUTS_ADDRESS": address}).invoke(main, said)


@pytest.mark.parametrize("profile", ["dcat-ap", "ukgov"])
def test_both_formats_say_the_same(place: Path, profile: str, tmp_path: Path) -> None:
    turtle = export(place, "--profile", profile)
    assert turtle.exit_code == 0
    file = tmp_path / "catalogue.jsonld"
    written = export(place, "--profile", profile, "--format", "jsonld", "--out", str(file))
    assert written.stdout == ""
    assert f"bytes to {file}" in written.stderr
    graph = Graph().parse(data=turtle.stdout, format="turtle")
    assert graph.isomorphic(Graph().parse(file, format="json-ld"))
    assert len(graph) > 100


def test_lineage_is_an_event_a_line(place: Path) -> None:
    said = export(place, "--profile", "openlineage").stdout
    assert [json.loads(line)["eventType"] for line in said.splitlines()] == ["COMPLETE"] * 3
    refused = export(place, "--profile", "openlineage", "--format", "turtle")
    assert refused.exit_code == 2


def test_the_address_must_be_known(place: Path) -> None:
    refused = export(place, address="")
    assert refused.exit_code != 0
    assert "W400" in refused.stderr
    assert SITE in export(place, "--address", SITE, address="").stdout


def test_what_the_uk_model_cannot_hold_is_named(tmp_path: Path) -> None:
    folder = build_catalogued_release(tmp_path, organisations=[])
    path = folder / "release.json"
    said = json.loads(path.read_text("utf-8"))
    said["place"]["contact"] = ""
    path.write_text(json.dumps(said), encoding="utf-8")
    result = export(tmp_path, "--profile", "ukgov")
    assert result.exit_code == 0
    assert result.stderr.count("warning: left out") == 5
    assert "Staff in post: an e-mail address to ask at" in result.stderr
    for product in said["products"]:
        product["support"] = []
    path.write_text(json.dumps(said), encoding="utf-8")
    refused = export(tmp_path, "--profile", "ukgov")
    assert refused.exit_code != 0
    assert "W401" in refused.stderr


def test_a_file_that_cannot_be_written_is_said(place: Path, tmp_path: Path) -> None:
    refused = export(place, "--out", str(tmp_path / "no" / "such" / "folder.ttl"))
    assert "W405" in refused.stderr
    assert refused.exit_code != 0
