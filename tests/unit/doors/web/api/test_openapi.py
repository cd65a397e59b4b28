"""The description of the API: valid, true, and of all there is."""

import html
import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from starlette.routing import compile_path

from hereabouts.doors.web.api.endpoints import ENDPOINTS
from hereabouts.doors.web.api.examples import examples
from hereabouts.doors.web.api.files import WHOLE
from hereabouts.doors.web.api.problems import CODES
from hereabouts.doors.web.api.routes import api_routes
from tests.unit.doors.web.api.schemas_held import hold_to
from tests.unit.doors.web.client import Client
from tests.unit.doors.web.conftest import MakeVisit

NAMES = [one.name for one in ENDPOINTS]


def test_the_document_is_openapi_3_1(site: Client) -> None:
    said = site.get("/api/v1/openapi.json").json()
    validate(said, cls=OpenAPIV31SpecValidator)
    assert said["openapi"].startswith("3.1")


def test_every_address_is_described_and_every_described_address_is_there(site: Client) -> None:
    described = set(site.get("/api/v1/openapi.json").json()["paths"])
    assert described == {compile_path(route.path)[1] for route in api_routes()}
    assert len(described) > len(ENDPOINTS)


def test_every_parameter_is_described_with_what_it_may_be(site: Client) -> None:
    paths = site.get("/api/v1/openapi.json").json()["paths"]
    said = {one["name"]: one for one in paths["/api/v1/observations"]["get"]["parameters"]}
    assert said["format"]["schema"]["enum"] == ["json", "csv", "parquet", *WHOLE]
    assert said["limit"]["schema"]["maximum"] == 10_000
    assert said["indicator"]["required"] is True
    assert said["area"]["explode"] is False


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_every_endpoint_answers_as_its_schema_says(
    site: Client, visit_with: MakeVisit, name: str
) -> None:
    endpoint = next(one for one in ENDPOINTS if one.name == name)
    address = examples(ENDPOINTS, visit_with())[name]
    answer = site.get(address)
    assert answer.status_code == 200
    hold_to(endpoint.schema, answer.json())
    if endpoint.of_release:
        fixed = site.get(address.replace("/api/v1", "/api/v1/releases/1"))
        assert fixed.status_code == 200
        hold_to(endpoint.schema, fixed.json())


def test_a_release_without_outlines_or_indicators_has_no_example_of_them(
    visit_with: MakeVisit,
) -> None:
    assert set(examples(ENDPOINTS, visit_with())) == set(NAMES)


def test_the_reference_names_every_endpoint_parameter_and_code(site: Client) -> None:
    page = html.unescape(site.get("/api/v1/docs").text).replace("<wbr>", "")
    for one in ENDPOINTS:
        assert f"GET /api/v1{one.path}</code>" in page
        for parameter in one.parameters:
            assert f"<code>{parameter.name}</code>" in page
    for code in CODES:
        assert f'id="{code}"' in page


def test_every_example_of_the_reference_answers(site: Client) -> None:
    found = re.findall(r'Try it: <a [^>]*href="([^"]*)"', site.get("/api/v1/docs").text)
    assert len(found) == len(ENDPOINTS)
    for address in found:
        assert site.get(html.unescape(address)).status_code == 200, address
