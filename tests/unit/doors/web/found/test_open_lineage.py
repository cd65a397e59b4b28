"""How products were made, as the events that lineage tools read."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from hereabouts.doors.web.found.profiles import as_events
from hereabouts.doors.web.visit import Visit
from tests.unit.doors.catalogued_release import SITE


@pytest.fixture(scope="module")
def events(catalogued: Visit) -> dict[str, Any]:
    lines = as_events(catalogued, site=SITE).decode().splitlines()
    return {event["outputs"][0]["name"]: event for event in map(json.loads, lines)}


def test_each_product_is_made_once(events: dict[str, Any]) -> None:
    assert sorted(events) == ["care.members", "stroke.access", "workforce.staff"]
    for event in events.values():
        assert event["eventType"] == "COMPLETE"
        UUID(event["run"]["runId"])
        assert event["job"]["namespace"] == SITE
    assert len({event["run"]["runId"] for event in events.values()}) == 3
    assert events["stroke.access"]["eventTime"] == "2026-11-01T09:00:00+00:00"


def test_lineage_goes_to_the_column_and_to_what_was_received(events: dict[str, Any]) -> None:
    facets = events["stroke.access"]["outputs"][0]["facets"]
    fields = facets["columnLineage"]["fields"]
    assert fields["code"]["inputFields"] == [
        {"namespace": SITE, "name": "received.stroke.access", "field": "LSOA 2011 (code)"}
    ]
    assert fields["band"]["inputFields"][1] == {
        "namespace": SITE,
        "name": "care.members",
        "field": "band",
    }
    names = [one["name"] for one in events["stroke.access"]["inputs"]]
    assert names == ["received.stroke.access", "care.members"]
    assert "columnLineage" not in events["care.members"]["outputs"][0]["facets"]


def test_every_facet_says_who_made_it_and_by_which_schema(events: dict[str, Any]) -> None:
    found = [facet for event in events.values() for facet in _facets(event)]
    assert len(found) > 10
    for name, facet in found:
        assert facet["_producer"].startswith("https://"), name
        assert "/spec/facets/" in facet["_schemaURL"], name


def test_an_event_has_the_parts_of_the_standards_own_examples(
    events: dict[str, Any], shared_data: Path
) -> None:
    folder = shared_data / "standards" / "openlineage" / "python_client_tests"
    if not folder.is_dir():
        pytest.skip("OpenLineage's own examples are not among the data beside this checkout")
    example = json.loads((folder / "example_full_event.json").read_text("utf-8"))
    event = events["stroke.access"]
    assert event.keys() == example.keys()
    for ours, theirs in ((event["job"], example["job"]), (event["outputs"][0],) * 2):
        assert {"namespace", "name", "facets"} <= ours.keys() & theirs.keys()
    schema, theirs = (one["outputs"][0]["facets"]["schema"] for one in (event, example))
    assert schema.keys() == theirs.keys()
    assert schema["fields"][0].keys() <= theirs["fields"][0].keys()


def _facets(event: Any) -> list[tuple[str, Any]]:
    holders = [event["job"], *event["inputs"], *event["outputs"]]
    return [pair for holder in holders for pair in holder["facets"].items()]
