"""Both profiles as they leave: their shapes hold, and one graph cannot keep both."""

import json
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, RDFS
from rdflib.term import Node

from hereabouts.doors.web.found.profiles import DCAT_AP, UKGOV, as_json_ld, as_turtle
from hereabouts.doors.web.visit import Visit
from tests.unit.doors.catalogued_release import SITE
from tests.unit.doors.web.client import Client

# rdflib reads JSON-LD with a class of its own that it has retired.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
SH = Namespace("http://www.w3.org/ns/shacl#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
RIGHTS = "http://publications.europa.eu/resource/authority/access-right/"
MEMBERS = URIRef(f"{SITE}/about/care.members#dataset")


@pytest.fixture(scope="module")
def shapes(shared_data: Path) -> Graph:
    path = shared_data / "standards" / "dcat_ap" / "dcat-ap_3_shacl_shapes.ttl"
    if not path.is_file():
        pytest.skip("the shapes of DCAT-AP 3 are not among the data beside this checkout")
    return Graph().parse(path)


def broken(graph: Graph, shapes: Graph) -> set[str]:
    """Property and kind of constraint of every violation."""
    _, report, _ = validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    return {
        f"{_last(report.value(one, SH.resultPath))} "
        f"{_last(report.value(one, SH.sourceConstraintComponent))}"
        for one in report.subjects(SH.resultSeverity, SH.Violation)
    }


def _last(term: Node | None) -> str:
    return str(term).rsplit("/", 1)[-1].rsplit("#", 1)[-1]


@pytest.fixture(scope="module")
def dcat_ap(catalogued: Visit) -> Graph:
    return Graph().parse(data=as_turtle(catalogued, profile=DCAT_AP, site=SITE), format="turtle")


def test_the_shapes_of_dcat_ap_hold(dcat_ap: Graph, shapes: Graph) -> None:
    assert broken(dcat_ap, shapes) == set()


def test_the_shapes_are_broken_by_a_graph_that_is_not_whole(dcat_ap: Graph, shapes: Graph) -> None:
    spoiled = Graph()
    for triple in dcat_ap:
        spoiled.add(triple)
    spoiled.remove((MEMBERS, DCTERMS.title, None))
    spoiled.remove((None, FOAF.name, None))
    assert broken(spoiled, shapes) == {
        "title MinCountConstraintComponent",
        "name MinCountConstraintComponent",
    }


def test_the_uk_model_breaks_the_shapes_of_dcat_ap_by_design(
    catalogued: Visit, shapes: Graph
) -> None:
    graph = Graph().parse(data=as_turtle(catalogued, profile=UKGOV, site=SITE), format="turtle")
    assert broken(graph, shapes) >= {
        "identifier NodeKindConstraintComponent",
        "license ClassConstraintComponent",
    }


def test_both_formats_say_one_graph(catalogued: Visit, dcat_ap: Graph) -> None:
    other = Graph().parse(data=as_json_ld(catalogued, profile=DCAT_AP, site=SITE), format="json-ld")
    assert other.isomorphic(dcat_ap)


def test_products_that_are_not_open_are_described_and_said_to_be_closed(dcat_ap: Graph) -> None:
    assert dcat_ap.value(MEMBERS, DCTERMS.accessRights) == URIRef(f"{RIGHTS}NON_PUBLIC")
    assert dcat_ap.value(MEMBERS, DCAT.distribution) is None
    asked = dcat_ap.value(MEMBERS, DCAT.contactPoint)
    assert dcat_ap.value(asked, VCARD.hasEmail) == URIRef("mailto:care-desk@example.org")


def test_a_file_of_several_licences_has_one_that_names_them(dcat_ap: Graph) -> None:
    nurses = URIRef(f"{SITE}/indicator/workforce/nurses#dataset")
    for file in dcat_ap.objects(nurses, DCAT.distribution):
        (licence,) = dcat_ap.objects(file, DCTERMS.license)
        assert licence == URIRef(f"{SITE}/indicator/workforce/nurses#licence")
        assert str(dcat_ap.value(licence, RDFS.label)) == "MIT; CC0-1.0"
        (thanks,) = dcat_ap.objects(file, DCTERMS.rights)
        said = str(dcat_ap.value(thanks, RDFS.label))
        assert said == "Stroke maps, MIT licence.; Care records, made up."


def test_a_harvester_finds_each_dataset_as_ckan_maps_it(dcat_ap: Graph) -> None:
    """Title, notes, licence, resources by accessURL, and one page: no hydra paging is there."""
    catalogue = dcat_ap.value(predicate=RDF.type, object=DCAT.Catalog)
    datasets = list(dcat_ap.objects(catalogue, DCAT.dataset))
    assert set(datasets) == set(dcat_ap.subjects(RDF.type, DCAT.Dataset))
    assert not [p for p in dcat_ap.predicates() if "hydra" in str(p)]
    for dataset in datasets:
        for needed in (DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.publisher):
            assert dcat_ap.value(dataset, needed) is not None
        for file in dcat_ap.objects(dataset, DCAT.distribution):
            assert dcat_ap.value(file, DCAT.accessURL) is not None
            assert dcat_ap.value(file, DCAT.downloadURL) is not None
            assert dcat_ap.value(file, DCTERMS.title) is not None


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/catalog.ttl", "text/turtle; charset=utf-8"),
        ("/catalog.ttl?profile=ukgov", "text/turtle; charset=utf-8"),
        ("/catalog.jsonld?profile=ukgov", "application/ld+json"),
        ("/catalog/lineage.ndjson", "application/x-ndjson"),
        ("/catalog/care.members/csvw.json", "application/csvm+json"),
        ("/catalog/care.members/datapackage.json", "application/json"),
    ],
)
def test_each_has_an_address(address: str, kind: str, catalogued_site: Client) -> None:
    answer = catalogued_site.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert answer.headers["access-control-allow-origin"] == "*"
    assert SITE in answer.text
    assert answer.text == catalogued_site.get(address).text


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/catalog.ttl?profile=dcat-us", 400, "W202"),
        ("/catalog.ttl?format=xml", 400, "W201"),
        ("/catalog/lineage.ndjson?profile=ukgov", 400, "W201"),
        ("/catalog/no.such/csvw.json", 404, "W402"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    address: str, status: int, code: str, catalogued_site: Client
) -> None:
    answer = catalogued_site.get(address)
    assert answer.status_code == status
    assert json.loads(answer.text)["error"]["code"] == code
