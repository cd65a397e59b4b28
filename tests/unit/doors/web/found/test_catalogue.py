"""The catalogue of data, as a program that harvests it reads it."""

from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDF, RDFS, XSD

from hereabouts.doors.web.found.dcat_terms import frequency_iri, licence_iri
from hereabouts.model.policy import Audience
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeSite

# rdflib reads JSON-LD with a class of its own that it has retired.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
SITE = "http://localhost"
EVERY = "http://publications.europa.eu/resource/authority/frequency/"
NURSES = URIRef(f"{SITE}/indicator/workforce/nurses#dataset")
WITHIN = URIRef(f"{SITE}/indicator/access/within_30#dataset")
ACCESS = URIRef(f"{SITE}/about/stroke.access#dataset")
CATALOGUE = URIRef(f"{SITE}/catalog.jsonld")
GEO = Namespace("http://www.opengis.net/ont/geosparql#")


@pytest.fixture(scope="module")
def graph(site: Client) -> Graph:
    answer = site.get("/catalog.jsonld")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/ld+json"
    return Graph().parse(data=answer.text, format="json-ld")


def test_every_indicator_and_product_is_a_dataset_of_the_catalogue(graph: Graph) -> None:
    listed = set(graph.objects(CATALOGUE, DCAT.dataset))
    assert {NURSES, WITHIN, ACCESS} <= listed
    assert len(listed) == 5
    assert listed == set(graph.subjects(RDF.type, DCAT.Dataset))
    assert str(graph.value(CATALOGUE, DCTERMS.title)) == "Stroke care in two lands"


def test_a_dataset_says_who_where_and_when(graph: Graph) -> None:
    publisher = graph.value(NURSES, DCTERMS.publisher)
    assert str(graph.value(publisher, FOAF.name)) == "Demo partnership"
    period = graph.value(NURSES, DCTERMS.temporal)
    assert graph.value(period, DCAT.startDate) == Literal("2019-01-01", datatype=XSD.date)
    assert graph.value(period, DCAT.endDate) == Literal("2023-12-31", datatype=XSD.date)
    place = graph.value(NURSES, DCTERMS.spatial)
    assert str(graph.value(place, RDFS.label)) == "Stroke care in two lands"
    box = graph.value(place, DCAT.bbox)
    assert isinstance(box, Literal)
    assert box.datatype == GEO.wktLiteral
    assert str(box).startswith("POLYGON((-4.0 50.0,1.0 50.0,")
    modified = graph.value(NURSES, DCTERMS.modified)
    assert str(modified) == "2026-11-24T10:00:00+00:00"
    assert "made up" in str(graph.value(NURSES, DCTERMS.description))
    assert (WITHIN, PROV.wasDerivedFrom, ACCESS) in graph


def test_how_often_it_comes_is_as_its_sources_promise(graph: Graph) -> None:
    how_often = DCTERMS.accrualPeriodicity
    assert graph.value(WITHIN, how_often) == URIRef(f"{EVERY}ANNUAL")
    assert graph.value(NURSES, how_often) == URIRef(f"{EVERY}QUARTERLY")


def test_each_file_is_there_and_has_a_licence(graph: Graph, site: Client) -> None:
    files = list(graph.objects(WITHIN, DCAT.distribution))
    assert len(files) == 3 * 3  # kinds of area, formats
    for file in files:
        address = str(graph.value(file, DCAT.downloadURL)).removeprefix(SITE)
        kind = str(graph.value(file, DCAT.mediaType)).partition("media-types/")[2]
        answer = site.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == kind
        page = str(graph.value(file, DCAT.accessURL)).removeprefix(SITE)
        assert site.get(page).status_code == 200
        assert list(graph.objects(file, DCTERMS.license)) == [
            URIRef("https://spdx.org/licenses/MIT")
        ]


def test_a_product_has_no_files_as_its_rows_are_not_published(graph: Graph) -> None:
    assert list(graph.objects(ACCESS, DCAT.distribution)) == []
    assert graph.value(ACCESS, DCTERMS.license) is not None


def test_pages_lead_to_it(site: Client) -> None:
    link = 'type="application/ld+json" title="Catalogue of data (DCAT)" href="/catalog.jsonld"'
    assert f'rel="describedby" {link}' in site.get("/indicator/workforce/nurses").text
    assert f'rel="alternate" {link}' in site.get("/").text


def test_addresses_are_those_the_site_is_known_by(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path)
    said = make_site(tmp_path, address="https://place.example.org").get("/catalog.jsonld").text
    assert "https://place.example.org/catalog.jsonld" in said
    assert "localhost" not in said


def test_an_internal_site_has_none(tmp_path: Path, make_site: MakeSite) -> None:
    build_small_release(tmp_path, audience="internal")
    site = make_site(tmp_path, audience=Audience.INTERNAL)
    assert site.get("/catalog.jsonld").status_code == 404
    assert "catalog.jsonld" not in site.get("/").text


@pytest.mark.parametrize(
    ("said", "name"),
    [("1 y", "ANNUAL"), ("monthly", "MONTHLY"), ("2 weeks", "BIWEEKLY"), ("1 d", "DAILY")],
)
def test_a_frequency_has_its_name(said: str, name: str) -> None:
    assert frequency_iri(said) == f"{EVERY}{name}"


def test_one_that_has_no_name_is_left_out() -> None:
    assert [frequency_iri(one) for one in ("5 m", "now and then", "")] == [None] * 3


@pytest.mark.parametrize(
    ("said", "iri"),
    [
        (
            "OGL-UK-3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
        ("MIT", "https://spdx.org/licenses/MIT"),
        ("Made up for this example", None),
    ],
)
def test_a_licence_has_its_address(said: str, iri: str | None) -> None:
    assert licence_iri(said) == iri
