import duckdb
import pytest

from tests.peers.replay import replay
from tests.peers.replay_ckan import FILE, RESOURCE, Portal
from tests.unit.sources.http_api.conftest import Fetch, refusal_of, rows_in


def test_the_rows_of_a_datastore_come_as_their_numbers_were_written(fetch_api: Fetch) -> None:
    with replay(Portal(["0.10", "1e3", "12345678901234567890", "null", "3"])) as peer:
        received = fetch_api("ckan", peer.address, resource=RESOURCE)
    assert [row["beds"] for row in rows_in(received)] == [
        "0.10",
        "1e3",
        "12345678901234567890",
        "",
        "3",
    ]
    assert list(rows_in(received)[0]) == ["area", "beds"]
    assert [q["offset"] for q in peer.asked[1:]] == ["0", "2", "4"]
    assert {q["sort"] for q in peer.asked[1:]} == {"_id"}


def test_a_reload_by_the_publisher_changes_no_bytes(fetch_api: Fetch) -> None:
    portal = Portal(["1", "2"])
    with replay(portal) as peer:
        first = fetch_api("ckan", peer.address, resource=RESOURCE, kind="parquet")
        portal.first_row = 100
        assert fetch_api("ckan", peer.address, resource=RESOURCE, kind="parquet").sha256 == (
            first.sha256
        )
    with duckdb.connect() as connection:
        found = connection.execute("select * from read_parquet($1)", [str(first.path)]).fetchall()
    assert found == [("X00", "1"), ("X01", "2")]


def test_a_resource_is_found_by_its_name_in_a_dataset(fetch_api: Fetch) -> None:
    with replay(Portal(["1"])) as peer:
        assert rows_in(fetch_api("ckan", peer.address, dataset="beds", resource="Beds"))
        refused = refusal_of(fetch_api, "ckan", peer.address, dataset="beds", resource="Cots")
    assert "0 resources of that name" in refused.problem


def test_a_resource_outside_the_datastore_is_its_file(
    fetch_api: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_KEY", "secret-1")
    with replay(Portal([])) as elsewhere:
        portal = Portal([], active=False, file_at=f"{elsewhere.address}/beds.csv")
        with replay(portal) as peer:
            received = fetch_api("ckan", peer.address, resource=RESOURCE, key_env="PORTAL_KEY")
    assert received.path.read_bytes() == FILE
    assert peer.questions[0].headers["Authorization"] == "secret-1"
    assert "Authorization" not in elsewhere.questions[0].headers, "the key is the portal's alone"


def test_a_refusal_says_what_the_portal_says(fetch_api: Fetch) -> None:
    with replay(Portal([])) as peer:
        refused = refusal_of(fetch_api, "ckan", peer.address, resource="none")
    assert refused.code == "S202"
    assert "answered 404: there is nothing at that address. It says: Not found" in refused.problem


def test_a_total_that_changes_or_lies_is_said(fetch_api: Fetch) -> None:
    for later in (1, -1):
        with replay(Portal(["1", "2", "3"], total_later=later)) as peer:
            refused = refusal_of(fetch_api, "ckan", peer.address, resource=RESOURCE)
        assert refused.code == "S208"
