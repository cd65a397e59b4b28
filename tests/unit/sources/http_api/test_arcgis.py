import json
from typing import Any

from hereabouts.sources.http_api.arcgis import iso
from tests.peers.replay import replay
from tests.peers.replay_arcgis import Layer, area, error
from tests.unit.sources.http_api.conftest import Fetch, refusal_of, rows_in

LAYER = "/arcgis/rest/services/Made_up/FeatureServer/0"
DAY = 86400000


def test_every_page_of_a_layer_comes_in_the_order_of_its_object_id(fetch_api: Fetch) -> None:
    with replay(Layer([area(n) for n in range(5)])) as peer:
        received = fetch_api("arcgis", peer.address + LAYER)
    assert [row["AREA23CD"] for row in rows_in(received)] == [f"X{n:08}" for n in range(5)]
    assert rows_in(received)[0]["EDITED"] == "2024-03-31T00:00:00Z"
    assert rows_in(received)[0]["Shape__Area"] == "12.5"
    pages = [q for q in peer.asked if "resultOffset" in q]
    assert [q["resultOffset"] for q in pages] == ["0", "2", "4"]
    assert {q["orderByFields"] for q in pages} == {"FID"}
    assert received.name == "Made_up.csv"


def test_the_same_layer_twice_is_the_same_bytes(fetch_api: Fetch) -> None:
    with replay(Layer([area(n) for n in range(3)])) as peer:
        for kind in ("csv", "parquet", "geojson"):
            fetched = [fetch_api("arcgis", peer.address + LAYER, kind=kind) for _ in range(2)]
            assert fetched[0].sha256 == fetched[1].sha256


def test_features_come_in_degrees_with_their_own_numbers(fetch_api: Fetch) -> None:
    with replay(Layer([area(n) for n in range(3)])) as peer:
        received = fetch_api("arcgis", peer.address + LAYER, kind="geojson")
    said = json.loads(received.path.read_text("utf-8"))
    assert [f["properties"]["AREA23CD"] for f in said["features"]] == [
        "X00000000",
        "X00000001",
        "X00000002",
    ]
    assert said["features"][0]["geometry"] == {"type": "Point", "coordinates": [-2.3, 53.4]}
    assert {q["outSR"] for q in peer.asked if "resultOffset" in q} == {"4326"}


def test_an_error_with_status_200_is_an_error(fetch_api: Fetch) -> None:
    with replay(lambda _: error(499, "Token Required")) as peer:
        refused = refusal_of(fetch_api, "arcgis", peer.address + LAYER)
    assert refused.code == "S202"
    assert "answered 499" in refused.problem
    assert "It says: Token Required" in refused.problem


def test_a_busy_error_with_status_200_is_asked_again(fetch_api: Fetch) -> None:
    with replay(Layer([area(1)])) as peer:
        peer.first.append(error(504, "Gateway Timeout"))
        assert len(rows_in(fetch_api("arcgis", peer.address + LAYER))) == 1


def test_a_count_that_is_not_what_came_is_refused_after_a_second_try(fetch_api: Fetch) -> None:
    with replay(Layer([area(1)], lies_by=3)) as peer:
        refused = refusal_of(fetch_api, "arcgis", peer.address + LAYER)
    assert refused.code == "S208"
    assert "says that it has 4 records, and gave 1" in refused.problem
    assert len([q for q in peer.asked if "resultOffset" in q]) == 2


def test_data_that_changed_while_paging_is_fetched_again(fetch_api: Fetch) -> None:
    for wrong in (1, 2):
        with replay(Layer([area(n) for n in range(3)], wrong_counts=(wrong,))) as peer:
            assert len(rows_in(fetch_api("arcgis", peer.address + LAYER))) == 3
        assert len([q for q in peer.asked if "resultOffset" in q]) == 4, "two pages, twice"


def test_a_page_that_repeats_a_record_is_fetched_again_and_then_refused(fetch_api: Fetch) -> None:
    for kind in ("csv", "geojson"):
        with replay(Layer([area(n) for n in range(3)], repeats=1)) as peer:
            assert fetch_api("arcgis", peer.address + LAYER, kind=kind).size
        with replay(Layer([area(n) for n in range(3)], repeats=9)) as peer:
            assert refusal_of(fetch_api, "arcgis", peer.address + LAYER, kind=kind).code == "S207"


def test_a_layer_that_cannot_give_pages_is_refused_when_it_has_more_than_one(
    fetch_api: Fetch,
) -> None:
    layer = Layer([area(n) for n in range(3)], extra={"supportsPagination": False})
    with replay(layer) as peer:
        assert refusal_of(fetch_api, "arcgis", peer.address + LAYER).code == "S206"


def test_an_address_that_is_no_layer_is_said(fetch_api: Fetch) -> None:
    with replay(lambda _: Layer([]).layer(_)) as peer:
        refused = refusal_of(fetch_api, "arcgis", peer.address + LAYER[:-2])
    assert "Invalid URL" in refused.problem


def test_changes_alone_are_asked_for_and_put_in_place(fetch_api: Fetch) -> None:
    said: dict[str, Any] = {"cursor": {"field": "EDITED"}, "record_key": ["AREA23CD"]}
    layer = Layer([area(n) for n in range(4)])
    with replay(layer) as peer:
        first = fetch_api("arcgis", peer.address + LAYER, **said)
        layer.areas[1] = {**area(1), "AREA23NM": "Renamed", "EDITED": area(1)["EDITED"] + DAY}
        layer.areas.append(area(9, edited=area(1)["EDITED"] + DAY))
        second = fetch_api("arcgis", peer.address + LAYER, previous=first, **said)
        whole = fetch_api("arcgis", peer.address + LAYER, **said)
    asked = [q["where"] for q in peer.asked if "resultOffset" in q]
    assert "(1=1) AND EDITED >= TIMESTAMP '2024-03-31 00:00:00'" in asked
    assert [row["AREA23NM"] for row in rows_in(second)][1] == "Renamed"
    assert len(rows_in(second)) == 5
    assert second.sha256 == whole.sha256


def test_dates_before_1970_and_with_parts_of_a_second_are_kept() -> None:
    assert iso("-86400000") == "1969-12-31T00:00:00Z"
    assert iso("1500") == "1970-01-01T00:00:01.500Z"
    assert iso("9" * 30) == "9" * 30
