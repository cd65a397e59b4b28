"""The glossary as other catalogues read it, held to what SKOS asks of it."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef
from rdflib.plugins.parsers.jsonld import to_rdf

from hereabouts.cli import main
from hereabouts.doors.web import security
from hereabouts.doors.web.found.skos import glossary_rows, skos
from hereabouts.doors.web.found.turtle import turtle
from hereabouts.model.policy import Audience
from hereabouts.release.reader import ReleaseReader
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

SITE = "https://place.example.org"
#: What the SKOS reference forbids, each as a query that finds nothing where it is kept.
INTEGRITY = {
    "S9: a scheme is no concept": "?a a skos:ConceptScheme, skos:Concept",
    "S13: a preferred name is no other name": "?a skos:prefLabel ?name ; skos:altLabel ?name",
    "S14: one preferred name a language": (
        "?a skos:prefLabel ?one, ?two FILTER (?one != ?two && lang(?one) = lang(?two))"
    ),
    "S27: related is neither above nor below": (
        "?a skos:related ?b . ?a (skos:broader|^skos:narrower)+ ?b"
    ),
    "narrower is broader the other way round": (
        "?a skos:broader ?b FILTER NOT EXISTS { ?b skos:narrower ?a }"
    ),
    "related goes both ways": "?a skos:related ?b FILTER NOT EXISTS { ?b skos:related ?a }",
    "a top concept has nothing above": "?a skos:topConceptOf ?scheme ; skos:broader ?b",
    "a concept has a name and a scheme": (
        "?a a skos:Concept FILTER NOT EXISTS { ?a skos:prefLabel ?name ; skos:inScheme ?scheme }"
    ),
    "nothing leads to what is not there": (
        "?b (skos:broader|skos:narrower|skos:related) ?a FILTER NOT EXISTS { ?a a skos:Concept }"
    ),
}
FAULTS = {
    "S9": "<x:s> a skos:Concept, skos:ConceptScheme .",
    "S13": '<x:a> skos:prefLabel "A"@en ; skos:altLabel "A"@en .',
    "S14": '<x:a> skos:prefLabel "A"@en, "B"@en .',
    "S27": "<x:a> skos:related <x:c> ; skos:broader <x:b> . <x:b> skos:broader <x:c> .",
}


def broken(graph: Graph, rule: str) -> list[object]:
    return list(graph.query(f"SELECT ?a WHERE {{ {INTEGRITY[rule]} }}", initNs={"skos": SKOS}))


@pytest.fixture(scope="module")
def graph(worded: Client) -> Graph:
    answer = worded.get("/glossary.ttl")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    return Graph().parse(data=answer.text, format="turtle")


@pytest.mark.parametrize("rule", INTEGRITY)
def test_the_glossary_keeps_what_skos_asks(graph: Graph, rule: str) -> None:
    assert broken(graph, rule) == []


@pytest.mark.parametrize("code", FAULTS)
def test_each_query_finds_what_it_is_for(code: str) -> None:
    prefix = f"@prefix skos: <{SKOS}> .\n"
    faulty = Graph().parse(data=prefix + FAULTS[code], format="turtle")
    rule = next(one for one in INTEGRITY if one.startswith(f"{code}:"))
    assert broken(faulty, rule) != []


def test_all_that_is_known_of_a_term_is_said(graph: Graph) -> None:
    at = URIRef("http://localhost/glossary/thrombolysis")
    assert graph.value(at, SKOS.prefLabel) == Literal("Thrombolysis", lang="en")
    assert graph.value(at, SKOS.altLabel) == Literal("Clot-busting", lang="en")
    meaning = Literal("Treatment that dissolves a clot.", lang="en")
    assert graph.value(at, SKOS.definition) == meaning
    assert graph.value(at, SKOS.broader) == URIRef("http://localhost/glossary/treatment")
    assert graph.value(at, DCTERMS.source) == URIRef("https://example.org/thrombolysis")
    assert len(list(graph.subjects(RDF.type, SKOS.Concept))) == 5


def test_turtle_and_json_ld_say_the_same(graph: Graph, worded: Client) -> None:
    answer = worded.get("/glossary.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    other = Graph()
    to_rdf(answer.json(), other)
    assert other.isomorphic(graph)


def test_the_same_release_is_written_the_same_each_time(worded_reader: ReleaseReader) -> None:
    code = (
        "import json, sys; from hereabouts.doors.web.found.turtle import turtle;"
        " print(turtle(json.load(sys.stdin)))"
    )
    said = json.dumps(skos(worded_reader.manifest, site=SITE))
    written = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=said,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(written) == 1


def test_files_of_the_glossary_ask_nothing_and_may_be_read_elsewhere(worded: Client) -> None:
    assert worded.get("/glossary.ttl?x=1").status_code == 400
    assert worded.get("/glossary.ttl").headers["access-control-allow-origin"] == "*"


def test_an_internal_site_gives_its_words_to_its_readers_alone(
    tmp_path: Path, make_site: MakeSite
) -> None:
    build_small_release(tmp_path, audience="internal")
    answer = make_site(tmp_path, audience=Audience.INTERNAL).get("/glossary.jsonld")
    assert "Thrombolysis" in answer.text
    assert answer.headers["cache-control"] == security.PRIVATE.decode()
    assert "access-control-allow-origin" not in answer.headers


def test_rows_are_safe_for_a_spreadsheet(worded_reader: ReleaseReader) -> None:
    rows = list(csv.DictReader(io.StringIO(glossary_rows(worded_reader.manifest, site=SITE))))
    (found,) = [row for row in rows if row["term"] == "Thrombolysis"]
    assert found["related"] == "Thrombectomy"
    assert found["address"] == f"{SITE}/glossary/thrombolysis"


@pytest.mark.parametrize("form", ["turtle", "jsonld", "csv"])
def test_the_command_prints_what_the_site_says(
    worded_place: Path, worded_reader: ReleaseReader, form: str
) -> None:
    asked = ["glossary", "export", "--format", form, "--address", SITE, "-C", str(worded_place)]
    printed = CliRunner().invoke(main, asked)
    assert printed.exit_code == 0
    said = skos(worded_reader.manifest, site=SITE)
    if form == "csv":
        assert printed.stdout.replace("\r\n", "\n") == glossary_rows(
            worded_reader.manifest, site=SITE
        ).replace("\r\n", "\n")
    elif form == "jsonld":
        assert json.loads(printed.stdout) == said
    else:
        assert printed.stdout == turtle(said)


def test_the_command_needs_the_address_of_the_site(
    worded_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEREABOUTS_ADDRESS", raising=False)
    answer = CliRunner().invoke(main, ["glossary", "export", "-C", str(worded_place)])
    assert answer.exit_code == 1
    assert "[W421]" in answer.stderr
