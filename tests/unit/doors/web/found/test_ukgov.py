"""The UK model: whole records, councils and integrated care boards that can be named."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft201909Validator, FormatChecker
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF

from hereabouts.doors.web.found.profiles import UKGOV, as_json_ld, as_turtle
from hereabouts.doors.web.found.ukgov import ukgov_records
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from tests.unit.doors.catalogued_release import SITE, build_catalogued_release

# rdflib reads JSON-LD with a class of its own that it has retired.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
MODEL = json.loads((Path(__file__).parent / "ukgov_metadata.json").read_text("utf-8"))
#: The model's list of organisations has no councils: any address stands for one here.
OURS = {"type": "string", "pattern": "^https?://"}
UKM = Namespace("https://w3id.org/co-cddo/ukgov-metadata-exchange-model/")


def faults(record: Any, kind: str, organisations: Any) -> list[str]:
    """What the model's own JSON Schema has against a record."""
    known = {**MODEL["$defs"], "OrganisationValues": organisations}
    schema = {**MODEL, "$defs": known, "$ref": f"#/$defs/{kind}"}
    checked = Draft201909Validator(schema, format_checker=FormatChecker())
    return [fault.message for fault in checked.iter_errors(record)]


def by_title(visit: Visit) -> dict[str, Any]:
    return {one["title"]: one for one in ukgov_records(visit, site=SITE).datasets}


def test_every_record_is_as_the_model_has_it(catalogued: Visit) -> None:
    records = ukgov_records(catalogued, site=SITE)
    assert len(records.datasets) == 3 + 3
    assert records.incomplete == ()
    for record in records.datasets:
        assert faults(record, "Dataset", OURS) == []
    assert len(records.distributions) == 3 * (3 + 2 + 2)
    for record in records.distributions:
        assert faults(record, "Distribution", OURS) == []


def test_what_is_shared_by_agreement_says_so(catalogued: Visit) -> None:
    records = by_title(catalogued)
    members = records["Members <of> a service"]
    assert members["licence"] == "DATA_SHARE_AGREEMENT"
    assert members["accessRights"] == "INTERNAL"
    assert members["contactPoint"] == {
        "contactName": "Care team",
        "email": "care-desk@example.org",
    }
    access = records["Access to stroke units"]
    assert (access["licence"], access["accessRights"]) == ("https://spdx.org/licenses/MIT", "OPEN")
    assert (access["version"], access["updateFrequency"]) == ("2.0.0", "freq:annual")


def test_councils_and_integrated_care_boards_can_be_named(catalogued: Visit) -> None:
    records = by_title(catalogued)
    assert records["Access to stroke units"]["creator"] == [
        "http://statistics.data.gov.uk/id/statistical-geography/E07000041"
    ]
    assert records["Members <of> a service"]["creator"] == [
        "https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations/QJK"
    ]
    assert records["Staff in post"]["creator"] == [f"{SITE}/#publisher"]
    graph = Graph().parse(data=as_turtle(catalogued, profile=UKGOV, site=SITE), format="turtle")
    friends = URIRef(f"{SITE}/catalogue#organisation-friends")
    assert graph.value(friends, DCTERMS.title) == Literal("Friends of the unit")


def test_a_place_that_has_no_address_to_ask_at_is_told_what_is_left_out(tmp_path: Path) -> None:
    folder = build_catalogued_release(tmp_path)
    path = folder / "release.json"
    said = json.loads(path.read_text("utf-8"))
    said["place"]["contact"] = "Ring us"
    said["organisations"] = []
    path.write_text(json.dumps(said), encoding="utf-8")
    visit = open_site(SiteSettings(root=tmp_path)).visit(None, query="")
    records = ukgov_records(visit, site=SITE)
    assert [one["title"] for one in records.datasets] == ["Members <of> a service"]
    assert len(records.incomplete) == 5
    assert records.incomplete[-1] == "Staff in post: an e-mail address to ask at"


def test_the_graph_says_what_the_records_say(catalogued: Visit) -> None:
    said = as_turtle(catalogued, profile=UKGOV, site=SITE)
    graph = Graph().parse(data=said, format="turtle")
    other = Graph().parse(data=as_json_ld(catalogued, profile=UKGOV, site=SITE), format="json-ld")
    assert len(graph) == len(other)
    assert set(graph.subjects(RDF.type, DCAT.Dataset)) == {
        URIRef(one["identifier"]) for one in ukgov_records(catalogued, site=SITE).datasets
    }
    access = URIRef(f"{SITE}/about/stroke.access")
    assert graph.value(access, DCTERMS.identifier) == access, "an address, where DCAT-AP has words"
    assert graph.value(access, DCTERMS.accessRights) == Literal("OPEN")
    assert graph.value(access, UKM.securityClassification) == Literal("NOT_APPLICABLE")
    assert said == as_turtle(catalogued, profile=UKGOV, site=SITE), "the same bytes each time"


def examples(folder: Path, sort: str) -> list[tuple[str, Any]]:
    """Class and record of each of the model's own examples."""
    found = sorted(folder.glob(f"data/*/{sort}/*.yaml"))
    texts = [(path.parts[-3], path.read_text("utf-8")) for path in found]
    # Text alone, as JSON has it: YAML would make dates of days.
    return [(kind, yaml.load(text, yaml.BaseLoader)) for kind, text in texts]  # noqa: S506


def test_the_models_own_examples_are_told_apart(shared_data: Path) -> None:
    folder = shared_data / "standards" / "uk_gov_metadata_exchange"
    if not folder.is_dir():
        pytest.skip("the UK model's own examples are not among the data beside this checkout")
    listed = yaml.safe_load((folder / "model" / "uk-gov-orgs.yaml").read_text("utf-8"))
    slugs = list(listed["enums"]["OrganisationValues"]["permissible_values"])
    valid, invalid = examples(folder, "valid"), examples(folder, "invalid")
    assert (len(valid), len(invalid)) == (12, 20)
    for kind, record in valid:
        if "byteSize" in record:
            record["byteSize"] = int(record["byteSize"])
        assert faults(record, kind, {"enum": slugs}) == []
    for kind, record in invalid:
        assert faults(record, kind, {"enum": slugs}) != [], record["identifier"]
