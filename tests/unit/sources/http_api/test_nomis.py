import pytest

from tests.peers.replay import replay
from tests.peers.replay_nomis import Dataset
from tests.unit.sources.http_api.conftest import Fetch, refusal_of, rows_in

ADDRESS = "/api/v01/dataset/NM_9999_1.data.csv"
ASKED = {"geography": "TYPE464", "select": "date,geography_code,obs_value"}


def test_every_page_comes_and_the_bookkeeping_stays_out(fetch_api: Fetch) -> None:
    with replay(Dataset([str(n) for n in range(7)])) as peer:
        received = fetch_api("nomis", peer.address + ADDRESS, parameters=ASKED)
    assert [row["OBS_VALUE"] for row in rows_in(received)] == [str(n) for n in range(7)]
    assert list(rows_in(received)[0]) == ["DATE", "GEOGRAPHY_CODE", "OBS_VALUE"]
    assert [q["recordoffset"] for q in peer.asked] == ["0", "3", "6"]
    assert peer.asked[0]["recordlimit"] == "25000"
    assert peer.asked[0]["select"].endswith(",RECORD_OFFSET,RECORD_COUNT")


def test_the_key_goes_as_uid_and_is_nowhere_else(
    fetch_api: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOMIS_KEY", "0xsecret+1")
    with replay(Dataset(["1"])) as peer:
        received = fetch_api("nomis", peer.address + ADDRESS, parameters=ASKED, key_env="NOMIS_KEY")
    assert peer.asked[0]["uid"] == "0xsecret+1"
    assert "secret" not in received.origin + received.name + received.path.read_text("utf-8")


def test_words_in_place_of_a_table_are_a_refusal(fetch_api: Fetch) -> None:
    with replay(Dataset(["1"])) as peer:
        refused = refusal_of(fetch_api, "nomis", peer.address + ADDRESS)
    assert refused.code == "S202"
    assert "It says: Query is incomplete" in refused.problem


def test_a_total_that_changes_while_paging_is_said(fetch_api: Fetch) -> None:
    with replay(Dataset([str(n) for n in range(4)], total_later=2)) as peer:
        refused = refusal_of(fetch_api, "nomis", peer.address + ADDRESS, parameters=ASKED)
    assert refused.code == "S208"
    assert "had 4 records at first and 6 some pages later" in refused.problem


def test_a_page_from_another_place_is_refused(fetch_api: Fetch) -> None:
    with replay(Dataset([str(n) for n in range(4)], repeats=True)) as peer:
        refused = refusal_of(fetch_api, "nomis", peer.address + ADDRESS, parameters=ASKED)
    assert refused.code == "S207"


def test_a_dataset_without_rows_is_a_table_without_rows(fetch_api: Fetch) -> None:
    with replay(Dataset([])) as peer:
        received = fetch_api("nomis", peer.address + ADDRESS, parameters=ASKED)
    assert received.path.read_text("utf-8") == '"DATE","GEOGRAPHY_CODE","OBS_VALUE"\n'
