"""A place that knows more than it may tell: its open releases hide what its internal ones show.

It is made twice. Between the two, only what is hidden changes: small counts trade places within
one district, names are others, amounts move from one hidden sum to another.
"""

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from hereabouts.cli import main
from tests.journeys.secret_data import AREAS, write_data
from tests.journeys.secret_indicators import BY_YEAR, INDICATORS, POLICIES

#: Words that stand in personal columns, quarantine, corrections and where things come from.
WORDS = (
    *("Quornwick", "Vantongeren", "Oxblood", "Plimsworthy", "Umberslade", "Yarrowmere"),
    *("hush-51cc", "Brackendale Holdings", "127.0.0.1"),
)
PEOPLE_PATH = "/Yarrowmere/people.csv"


@contextmanager
def sending(body: dict[str, str]) -> Iterator[str]:
    """A server of another organisation, which holds people's records."""

    class Records(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/csv")
            self.end_headers()
            self.wfile.write(body["people"].encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Records) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PEOPLE_PATH}?key=hush-51cc"
        server.shutdown()


def make_secret_place(root: Path) -> Path:
    """Open release 1 and internal 2; then, what is hidden having changed, open 3 and internal 4."""
    body: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patched, sending(body) as address:
        patched.setenv("HEREABOUTS_CELL_KEY_SECRET", "a long text that nobody else knows of")
        assert CliRunner().invoke(main, ["init", str(root)]).exit_code == 0
        write_project(root, address)
        for change in (0, 1):
            body["people"] = write_data(root, change)
            for command in (["build"], ["release"], ["release", "--audience", "internal"]):
                done = CliRunner().invoke(main, [*command, "--folder", str(root)])
                assert done.exit_code == 0, done.output
    return root


def write_project(root: Path, address: str) -> None:
    """Six indicators, each protected in another way, and where their data comes from."""
    for starter in ("indicators/library/members.yml", "policies/disclosure/small_counts.yml"):
        (root / starter).unlink()
    for path in sorted((root / "products/library/membership").iterdir()):
        path.unlink()
    (root / "products/library/membership").rmdir()
    area = root / "products/geography/area/contract.odcs.yaml"
    area.write_text(area.read_text("utf-8").replace("mustBe: 12", "mustBe: 36"), "utf-8")
    (root / "inbox/areas.geojson").write_text(json.dumps(outlines()), "utf-8")
    place = yaml.safe_load((root / "place.yml").read_text("utf-8"))
    place["groups"] = {
        "third": {"title": "Third of the place", "product": "care.people_there"}
        | {"code": "area_code", "column": "third"}
    }
    place["similar_areas"] = {"area_type": "area", "count": 3, "indicators": ["care.members"]}
    write_yaml(root / "place.yml", place)
    write_yaml(root / "pages/home.yml", page("care.members", "care.people"))
    write_yaml(root / "pages/more.yml", page(*(f"care.{name}" for name in INDICATORS)))
    for name, policy in POLICIES.items():
        said = {"title": name, "audiences": ["open"], "why": "Made up.", "approved_by": "Us"}
        write_yaml(root / f"policies/disclosure/{name}.yml", said | policy)
    for name, indicator in INDICATORS.items():
        meaning: dict[str, object] = {
            "title": f"The {name} of an area",
            "why": "Made up.",
            "area": {"type": "area", "column": "area_code"},
            "period": BY_YEAR,
            "unit": name,
            "area_types": ["area", "district", "neighbourhood"],
        }
        write_yaml(root / f"indicators/care/{name}.yml", meaning | indicator)
    write_products(root, address)


def write_products(root: Path, address: str) -> None:
    """Where each product comes from; people's records are fetched from another organisation."""
    dates = {"starts": "date", "ends": "date"}
    tallies = ("residents", "members", "loans", "minutes", "seen")
    supplier = {"supplier": "Umberslade Trust", "contact": "someone@umberslade.example"}
    product(
        root,
        "tallies",
        {"area_code": "string", **dates} | dict.fromkeys(tallies, "integer"),
        key=("area_code", "starts"),
        source={
            "kind": "csv",
            "files": [{"name": "one", "path": "inbox/Umberslade.csv", **supplier}],
        },
    )
    product(
        root,
        "payments",
        {"area_code": "string", "provider": "string", **dates, "pounds": "integer"},
        key=("area_code", "provider", "starts"),
        source={"kind": "csv", "path": "inbox/payments.csv"},
    )
    product(
        root,
        "calls",
        {"area_code": "string", **dates, "calls": "integer"},
        key=("area_code", "starts"),
        source={"kind": "csv", "path": "inbox/calls.csv"},
    )
    product(
        root,
        "people_there",
        {"area_code": "string", "people": "integer", "third": "integer"},
        key=("area_code",),
        source={"kind": "csv", "path": "inbox/there.csv"},
        sensitivity="open",
    )
    product(
        root,
        "people",
        {"person": "string", "area_code": "string", "service": "string", **dates},
        key=("person",),
        source={"kind": "csv", "url": address, "allow_private_addresses": True},
        sensitivity="personal",
    )
    correction = {"column": "service", "find": "Clinick", "becomes": "clinic"}
    why = "Dr Plimsworthy said so."
    write_yaml(
        root / "products/care/people/corrections.yml", {"corrections": [{**correction, "why": why}]}
    )


def product(
    root: Path,
    name: str,
    columns: dict[str, str],
    *,
    key: tuple[str, ...],
    source: dict[str, object],
    sensitivity: str = "internal",
) -> None:
    pattern = {"logicalTypeOptions": {"pattern": "^E01999[0-9]{3}$"}}
    said = {
        "sensitivity": sensitivity,
        "synthetic": True,
        "badRowsAtMost": 0.1,
        "licence": "CC0-1.0",
        "attribution": "Made up for a test",
    }
    properties = [
        {"name": column, "logicalType": kind, "primaryKey": column in key}
        | (pattern if column == "area_code" else {})
        for column, kind in columns.items()
    ]
    contract = {
        "apiVersion": "v3.2.0",
        "kind": "DataContract",
        "id": name,
        "name": f"The {name.replace('_', ' ')}",
        "version": "1.0.0",
        "status": "active",
        "domain": "care",
        "description": {"purpose": "A test.", "limitations": "None.", "usage": "None."},
        "team": {"name": "Us", "members": [{"username": "us@example.org", "role": "owner"}]},
        "schema": [
            {
                "name": name,
                "logicalType": "object",
                "dataGranularityDescription": "One row each",
                "properties": properties,
            }
        ],
        "customProperties": [{"property": one, "value": value} for one, value in said.items()],
    }
    folder = root / "products/care" / name
    write_yaml(folder / "contract.odcs.yaml", contract)
    write_yaml(folder / "source.yml", source)


def write_yaml(path: Path, said: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(said, sort_keys=False), "utf-8")


def page(*indicators: str) -> dict[str, object]:
    return {"title": "At a glance", "lede": "Made up.", "indicators": list(indicators)}


def outlines() -> dict[str, object]:
    """Six rows of six squares; the first three rows are the first district."""

    def square(at: int) -> list[list[float]]:
        west, south = 2 + at % 6 / 10, 54 + at // 6 / 10
        east, north = west + 0.1, south + 0.1
        return [[west, south], [east, south], [east, north], [west, north], [west, south]]

    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {
                    "area_code": code,
                    "area_name": f"Square {code[-2:]}",
                    "district_code": f"E0799900{1 + at // 18}",
                    "district_name": ("North Dogger", "South Dogger")[at // 18],
                },
                "geometry": {"type": "Polygon", "coordinates": [square(at)]},
            }
            for at, code in enumerate(AREAS)
        ],
    }
