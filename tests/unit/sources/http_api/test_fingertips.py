from tests.peers.replay import replay
from tests.peers.replay_fingertips import Profiles
from tests.unit.sources.http_api.conftest import Fetch, refusal_of, rows_in

ASKED = {"indicator_ids": "90000", "child_area_type_id": "501", "parent_area_type_id": "6"}


def test_the_csv_is_kept_as_it_came_with_its_value_notes(fetch_api: Fetch) -> None:
    with replay(Profiles(["12.50", ""])) as peer:
        received = fetch_api("fingertips", f"{peer.address}/api", parameters=ASKED)
    assert [row["Value"] for row in rows_in(received)] == ["12.50", ""]
    assert rows_in(received)[1]["Value note"] == "Value suppressed for disclosure control"
    assert peer.asked == [ASKED]
    assert "indicator_ids=90000" in received.origin


def test_words_in_place_of_a_table_are_a_refusal(fetch_api: Fetch) -> None:
    with replay(Profiles([])) as peer:
        refused = refusal_of(fetch_api, "fingertips", f"{peer.address}/api")
    assert (refused.code, "indicator_ids is missing" in refused.problem) == ("S202", True)


def test_a_heading_without_rows_is_refused(fetch_api: Fetch) -> None:
    with replay(Profiles([])) as peer:
        refused = refusal_of(fetch_api, "fingertips", f"{peer.address}/api", parameters=ASKED)
    assert refused.code == "S206"
