"""source.yml: databases, SFTP servers and watched folders."""

from pathlib import Path

import pytest

from hereabouts.model.product import Source
from hereabouts.project import find_problems

PRODUCT, PRODUCT_ID = "products/library/membership", "library.membership"
DATABASE = """
kind: parquet
database: postgresql
connection_env: PLACE_DB
table: public.wards
fields: [code, beds]
cursor: {field: id}
order_by: [code]
max_rows: 1000
"""
SERVER = """
kind: csv
sftp: files.example.org
port: 2222
user: place
key_env: PLACE_KEY
host_key: SHA256:AAAA
remote_path: /outgoing/a_*.csv
newest_by: name
"""
FOLDER = "kind: spreadsheet\nfolder: inbox/returns\nmatch: a_*.xlsx\nfolder_env: SHARE\n"


def write_source(place: Path, text: str) -> None:
    (place / PRODUCT / "source.yml").write_text(text, encoding="utf-8")


def source_of(place: Path, text: str) -> Source:
    write_source(place, text)
    project, _ = find_problems(place)
    assert project is not None
    source = project.products[PRODUCT_ID].source
    assert source is not None
    return source


def test_a_database_is_a_location_with_options(place: Path) -> None:
    source = source_of(place, DATABASE)
    assert source.location == {
        "database": "postgresql",
        "connection_env": "PLACE_DB",
        "table": "public.wards",
    }
    assert source.options == {
        "fields": "code\nbeds",
        "cursor": '{"field": "id"}',
        "order_by": "code",
        "max_rows": "1000",
    }


def test_a_server_and_a_folder_are_locations(place: Path) -> None:
    server = source_of(place, SERVER)
    assert server.location.keys() == {
        *("sftp", "port", "user", "host_key", "remote_path", "newest_by")
    }
    assert server.location["port"] == "2222"
    assert server.options == {"key_env": "PLACE_KEY"}
    assert source_of(place, FOLDER).location["folder_env"] == "SHARE"


def test_several_files_may_lie_on_one_server(place: Path) -> None:
    files = "files:\n  - {name: a, remote_path: /a.csv}\n  - {name: b, remote_path: /b.csv}\n"
    source = source_of(place, SERVER.replace("remote_path: /outgoing/a_*.csv\n", files))
    ways = [part.ways[0].location for part in source.parts]
    assert [way["remote_path"] for way in ways] == ["/a.csv", "/b.csv"]
    assert {way["sftp"] for way in ways} == {"files.example.org"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (DATABASE + "query: select 1 as a\n", "P109"),
        (DATABASE.replace("table: public.wards\n", ""), "P109"),
        (DATABASE.replace("PLACE_DB", "postgresql://user:word@host/db"), "P1"),
        (DATABASE + "key_env: A\n", "P127"),
        (SERVER.replace("SHA256:AAAA", "AAAA"), "P1"),
        (FOLDER + "user: a\n", "P1"),
        (FOLDER + "max_rows: 3\n", "P1"),
    ],
)
def test_what_does_not_go_together_is_refused(place: Path, text: str, code: str) -> None:
    write_source(place, text)
    _, problems = find_problems(place)
    assert any(problem.code.startswith(code) for problem in problems), problems
