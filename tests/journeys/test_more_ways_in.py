"""A place whose products come from a database, an SFTP server and a watched folder."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
import yaml
from click.testing import Result

from hereabouts.pipeline.workspace import open_workspace
from tests.journeys.conftest import Run
from tests.peers.openssh import OpenSSH
from tests.peers.postgresql import READER, PostgreSQL

pytestmark = pytest.mark.journey
BEDS = "Ward,Beds\nAcorn,12\nBirch,8\n"
SOURCES = {
    "from_database": """
kind: parquet
database: postgresql
connection_env: JOURNEY_DB
query: select id, ward as "Ward", beds as "Beds" from journey_beds
cursor: {{field: id}}
""",
    "from_server": """
kind: csv
sftp: 127.0.0.1
port: {port}
user: {user}
key_file_env: JOURNEY_KEY
host_key: "{fingerprint}"
remote_path: {files}/beds_*.csv
""",
    "from_folder": "kind: csv\nfolder: inbox/returns\nmatch: beds_*.csv\nnewest_by: name\n",
}


@pytest.fixture
def ways_in(
    place: Path, database: PostgreSQL, sftp_server: OpenSSH, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The place with one product of each, and a folder of the server's."""
    database.run("drop table if exists journey_beds;"
                 "create table journey_beds as select 1 as id, 'Acorn' as ward, 12 as beds;"
                 "insert into journey_beds values (2, 'Birch', 8);"
                 "grant select on journey_beds to reader")  # fmt: skip
    monkeypatch.setenv("JOURNEY_DB", database.uri)
    monkeypatch.setenv("JOURNEY_KEY", str(sftp_server.key))
    files = sftp_server.files / "journey"
    files.mkdir()
    (place / "inbox" / "returns").mkdir(parents=True)
    for folder in (files, place / "inbox" / "returns"):
        (folder / "beds_1.csv").write_text(BEDS)
    for name, text in SOURCES.items():
        product = place / "products" / "library" / name
        product.mkdir()
        (product / "contract.odcs.yaml").write_text(contract(place, name))
        source = text.format(
            port=sftp_server.port,
            user=sftp_server.user,
            fingerprint=sftp_server.fingerprint,
            files=files,
        )
        (product / "source.yml").write_text(source)
    yield files
    shutil.rmtree(files)


def contract(place: Path, name: str) -> str:
    """Of beds by ward, as those that `hereabouts init` writes."""
    model = place / "products" / "library" / "membership" / "contract.odcs.yaml"
    said = yaml.safe_load(model.read_text("utf-8"))
    said["id"] = f"library.{name}"
    table = said["schema"][0]
    table["name"] = name
    table.pop("quality", None)
    about = {"description": "Made up.", "required": True}
    table["properties"] = [
        {"name": "ward", "physicalName": "Ward", "businessName": "Ward", "logicalType": "string",
         "primaryKey": True, "primaryKeyPosition": 1} | about,
        {"name": "beds", "physicalName": "Beds", "businessName": "Beds",
         "logicalType": "integer"} | about,
    ]  # fmt: skip
    return str(yaml.safe_dump(said, sort_keys=False))


def outcomes(done: Result) -> dict[str, str]:
    return {row["step"]: row["outcome"] for row in json.loads(done.stdout)}


def test_each_way_in_makes_a_product_and_then_only_what_is_new(
    place: Path, ways_in: Path, run: Run, database: PostgreSQL
) -> None:
    built = run("build", "--json")
    assert built.exit_code == 0, built.output
    locks = {
        name: (place / "products" / "library" / name / "product.lock.yml").read_text()
        for name in SOURCES
    }
    said = built.output + "".join(locks.values())
    assert [secret for secret in (READER, "secret", "user_key", "PRIVATE") if secret in said] == []

    database.run("insert into journey_beds values (3, 'Cedar', 20)")
    (ways_in / "beds_2.csv").write_text(BEDS + "Cedar,20\n")
    (place / "inbox" / "returns" / "beds_10.csv").write_text(BEDS + "Cedar,20\n")
    again = run("build", "--json")
    assert "took 'beds_2.csv'" in again.stderr
    assert "passed over beds_1.csv" in again.stderr.replace("'", "")
    assert again.exit_code == 0, again.output
    assert outcomes(again).items() >= {f"library.{name}": "made" for name in SOURCES}.items()
    for name in SOURCES:
        assert wards(place, name) == ["Acorn", "Birch", "Cedar"]
    assert json.loads(run("build", "--json").stdout) == [], "the same twice changes nothing"


def wards(place: Path, name: str) -> list[str]:
    table = open_workspace(place).latest(f"library.{name}")
    assert table is not None
    with duckdb.connect() as opened:
        scan = "select ward from read_parquet($files) order by ward"
        rows = opened.execute(scan, {"files": list(table.files)}).fetchall()
    return [str(row[0]) for row in rows]
