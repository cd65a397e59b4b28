"""What a release says of a contract's people and columns, and what it keeps back."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import Location
from hereabouts.model.dictionary import Dictionary
from hereabouts.model.policy import Audience
from hereabouts.model.product import Column, LogicalType, Product, Reference
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.stewardship import AccessRole, Promise, Stewardship, TeamMember
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.describe_terms import describe_terms
from hereabouts.release.reader import latest
from hereabouts.release.request import Past, ReleaseRequest

OWN = Sensitivity.OPEN
AT = Location("contract.odcs.yaml", 1)
COLUMN = Column(
    name="band",
    type=LogicalType.STRING,
    source_name="Band",
    title="Band",
    values=tuple(f"value {n}" for n in range(20)),
    examples=("value 3", "value 4"),
    reference=Reference(product="staff.bands", column="band"),
    at=AT,
)
PEOPLE = Stewardship(
    team="Workforce data",
    members=(
        TeamMember(role="owner", name="chief@example.org"),
        TeamMember(role="data steward", name="Data standards desk"),
    ),
    roles=(
        AccessRole(
            role="analyst",
            access="read",
            first_approvers="Data owner",
            second_approvers="caldicott@example.org",
        ),
    ),
    promises=(Promise(name="retention", value="7 y"),),
    support=("desk@example.org",),
)


@pytest.fixture(scope="module")
def product(built_place: Path) -> Product:
    found = open_workspace(built_place).project.products["library.membership"]
    contract = replace(
        found.contract, sensitivity=OWN, columns=(COLUMN,), stewardship=PEOPLE, version="2.1.0"
    )
    return replace(found, contract=contract)


def request(**said: object) -> ReleaseRequest:
    """Of nothing but what these words are made from."""
    empty = dict.fromkeys(("observations", "areas", "products", "artefacts"))
    place = SimpleNamespace(dictionary=Dictionary())
    rest = {"receipts": {}, "declared": "", "releases": Path(), "scratch": Path()}
    given_ = empty | rest | {"audience": Audience.OPEN, "project": place} | said
    return ReleaseRequest(**given_)  # type: ignore[arg-type]  # what is not read is not given


def test_people_are_named_by_words_and_never_by_an_address(product: Product) -> None:
    said = describe_terms(product, request())
    assert said["team"] == [
        {"role": "owner", "name": "Workforce data"},
        {"role": "data steward", "name": "Data standards desk"},
    ]
    assert said["access"][0]["approvers"] == ["Data owner"]
    assert said["support"] == ["desk@example.org"]
    assert said["promises"] == [{"name": "retention", "value": "7 y", "description": ""}]
    assert (said["version"], said["domain"]) == ("2.1.0", "library")


def test_an_open_column_says_examples_values_and_where_it_comes_from(product: Product) -> None:
    traced = {product.id: {"band": ["bronze.received.Band", "staff.bands.band"]}}
    (column,) = describe_terms(product, request(lineage=traced))["columns"]
    assert column["sensitivity"] == "open"
    assert column["examples"] == ["value 3", "value 4"]
    assert (len(column["values"]), column["values_count"]) == (12, 20)
    assert column["refers_to"] == "staff.bands.band"
    assert column["made_from"] == ["received.Band", "staff.bands.band"]


@given(st.sampled_from(Sensitivity), st.sampled_from([None, *Sensitivity]))
def test_only_an_open_column_of_an_open_product_says_any_value(
    product: Product, of_product: Sensitivity, of_column: Sensitivity | None
) -> None:
    column = replace(COLUMN, sensitivity=of_column)
    contract = replace(product.contract, sensitivity=of_product, columns=(column,))
    said = describe_terms(replace(product, contract=contract), request())
    is_open = of_product is OWN and of_column in (OWN, None)
    assert ("value 3" in str(said)) is is_open


def test_history_is_as_the_lake_kept_it(product: Product) -> None:
    past = Past(at="2026-11-01T00:00:00+00:00", outcome="made", rating="green", score=100.0)
    said = describe_terms(product, request(history={product.id: (past,)}))
    assert said["history"] == [
        {"at": past.at, "outcome": "made", "rating": "green", "score": 100.0}
    ]


def test_a_release_of_a_real_place_says_all_of_it(released_place: Path) -> None:
    manifest = latest(released_place, audience=Audience.OPEN).manifest
    found = manifest.product("library.membership")
    assert found is not None
    assert (found.version, found.status, found.domain) == ("1.0.0", "active", "library")
    assert [one.outcome for one in found.history] == ["made"]
    assert [one.version for one in found.versions] == ["1.0.0"]
    assert found.columns[0].made_from == ("received.Area code",)
    assert found.columns[0].refers_to == "geography.area.area_code"
    assert {one.sensitivity for one in found.columns} == {"internal"}
    district = manifest.product("geography.district")
    assert district is not None
    assert any("geography.area." in name for one in district.columns for name in one.made_from)


def test_lineage_is_of_the_version_and_outlives_the_records_of_runs(built: Path) -> None:
    shutil.rmtree(built / ".hereabouts" / "lake" / "_runs")
    release(open_workspace(built), audience=Audience.OPEN)
    found = latest(built, audience=Audience.OPEN).manifest.product("library.membership")
    assert found is not None
    assert found.columns[0].made_from == ("received.Area code",)
