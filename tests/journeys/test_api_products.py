"""A product from each known API, built, built again, and built once more when there is more."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from tests.journeys.conftest import Run
from tests.peers.replay import Answer, replay
from tests.peers.replay_arcgis import Layer, area
from tests.peers.replay_ckan import RESOURCE, Portal
from tests.peers.replay_fingertips import Profiles
from tests.peers.replay_nomis import Dataset

pytestmark = pytest.mark.journey


def write_product(place: Path, name: str, source: Mapping[str, Any], columns: list[str]) -> None:
    """A source product whose columns are all text; the first is the key."""
    model = place / "products" / "library" / "membership" / "contract.odcs.yaml"
    contract = yaml.safe_load(model.read_text("utf-8"))
    contract["id"] = f"library.{name}"
    table = contract["schema"][0]
    table["name"] = name
    table.pop("quality", None)
    table["properties"] = [
        {
            "name": f"column_{number}",
            "physicalName": column,
            "businessName": column,
            "description": column,
            "logicalType": "string",
            **(
                {"primaryKey": True, "primaryKeyPosition": 1, "required": True}
                if not number
                else {}
            ),
        }
        for number, column in enumerate(columns)
    ]
    folder = place / "products" / "library" / name
    folder.mkdir(parents=True)
    (folder / "contract.odcs.yaml").write_text(yaml.safe_dump(contract, sort_keys=False), "utf-8")
    said = {**source, "allow_private_addresses": True}
    (folder / "source.yml").write_text(yaml.safe_dump(said, sort_keys=False), "utf-8")


def held(place: Path, name: str) -> int:
    lock = yaml.safe_load(
        (place / "products" / "library" / name / "product.lock.yml").read_text("utf-8")
    )
    kept = place / ".hereabouts" / "objects"
    found = next(kept.rglob(lock["sha256"]), None) or next(
        (place / ".hereabouts").rglob(lock["sha256"])
    )
    with duckdb.connect() as connection:
        counted = connection.execute(
            "select count(*) from read_csv($1, all_varchar = true, header = true)", [str(found)]
        ).fetchone()
    return int(counted[0]) if counted else -1


ARCGIS = Layer([area(number) for number in range(5)])
NOMIS = Dataset([str(number) for number in range(5)])
CKAN = Portal([str(number) for number in range(5)])
FINGERTIPS = Profiles([str(number) for number in range(5)])
APIS: list[tuple[str, Answer, dict[str, Any], list[str]]] = [
    (
        "arcgis",
        ARCGIS,
        {
            "address": "/arcgis/rest/services/Made_up/FeatureServer/0",
            "record_key": ["AREA23CD"],
            "cursor": {"field": "EDITED"},
        },
        ["AREA23CD", "AREA23NM", "EDITED"],
    ),
    (
        "nomis",
        NOMIS,
        {
            "address": "/api/v01/dataset/NM_9999_1.data.csv",
            "parameters": {"geography": "TYPE464"},
        },
        ["GEOGRAPHY_CODE", "OBS_VALUE"],
    ),
    ("ckan", CKAN, {"address": "/", "resource": RESOURCE}, ["area", "beds"]),
    (
        "fingertips",
        FINGERTIPS,
        {"address": "/api", "parameters": {"indicator_ids": "90000"}},
        ["Area Code", "Value", "Value note"],
    ),
]


@pytest.mark.parametrize(("api", "answer", "source", "columns"), APIS, ids=[a[0] for a in APIS])
def test_a_product_from_an_api_is_made_once_and_again_when_there_is_more(
    run: Run, place: Path, api: str, answer: Answer, source: dict[str, Any], columns: list[str]
) -> None:
    with replay(answer) as peer:
        address = peer.address + source["address"]
        said = {"kind": "csv", "api": api, **source, "address": address}
        write_product(place, f"from_{api}", said, columns)
        made = run("build", "--json")
        assert made.exit_code == 0, made.stderr
        assert held(place, f"from_{api}") == 5
        again = run("build", "--json")
        assert json.loads(again.stdout) == [], "the same data twice changes nothing"
        add_one_more(api)
        more = run("build", "--json")
        outcomes = {row["step"]: row["outcome"] for row in json.loads(more.stdout)}
        assert outcomes[f"library.from_{api}"] == "made", more.stderr
        assert held(place, f"from_{api}") == 6


def add_one_more(api: str) -> None:
    if api == "arcgis":
        ARCGIS.areas.append(area(9, edited=1711843200000 + 86400000))
    else:
        growing: dict[str, list[str]] = {
            "nomis": NOMIS.values,
            "ckan": CKAN.values,
            "fingertips": FINGERTIPS.values,
        }
        growing[api].append("9")
