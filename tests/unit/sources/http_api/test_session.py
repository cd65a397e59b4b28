from datetime import UTC, datetime

import pytest

from hereabouts.sources.http_api.patience import Patience, as_seconds
from tests.peers.replay import Question, Reply, as_json, replay
from tests.unit.sources.http_api.conftest import Fetch, refusal_of, rows_in

SECRET = "s3cr3t/+value"  # noqa: S105


def items(_: Question) -> Reply:
    return as_json([{"id": 1}])


@pytest.mark.parametrize(
    "trouble",
    [
        Reply(status=429, headers={"Retry-After": "0"}),
        Reply(status=503, headers={"Retry-After": "Mon, 01 Jan 2024 00:00:00 GMT"}),
        Reply(b'[{"id": 1}]', fault="reset"),
    ],
)
def test_what_passes_is_asked_again(fetch_api: Fetch, trouble: Reply) -> None:
    with replay(items) as peer:
        peer.first.append(trouble)
        assert len(rows_in(fetch_api("json", peer.address))) == 1
    assert len(peer.questions) == 2


def test_a_server_that_stays_busy_is_left_alone_in_the_end(fetch_api: Fetch) -> None:
    with replay(lambda _: Reply(status=429, headers={"Retry-After": "0"})) as peer:
        refused = refusal_of(fetch_api, "json", peer.address, retries=2)
    assert refused.code == "S203"
    assert "said 3 times that we ask too often (429)" in refused.problem
    assert len(peer.questions) == 3


def test_a_server_that_asks_for_more_time_than_there_is_is_believed(fetch_api: Fetch) -> None:
    with replay(lambda _: Reply(status=503, headers={"Retry-After": "7200"})) as peer:
        refused = refusal_of(fetch_api, "json", peer.address)
    assert refused.code == "S204"
    assert "it asks us to wait 7,200 seconds" in refused.problem
    assert len(peer.questions) == 1


def test_a_slow_page_ends_with_the_time_there_is(fetch_api: Fetch) -> None:
    with replay(lambda _: Reply(b"[" + b" " * 99, fault="slow")) as peer:
        assert refusal_of(fetch_api, "json", peer.address, max_seconds=1).code == "S204"


def test_pages_and_bytes_have_an_end(fetch_api: Fetch) -> None:
    def endless(question: Question) -> Reply:
        return as_json([{"id": question.query["p"]}])

    paging = {"style": "page", "page": "p"}
    with replay(endless) as peer:
        few = refusal_of(fetch_api, "json", peer.address, paging=paging, max_pages=3)
        assert (few.code, len(peer.questions)) == ("S205", 3)
        assert refusal_of(fetch_api, "json", peer.address, paging=paging, limit=40).code == "S111"


def test_a_refusal_is_not_asked_again_and_is_said(fetch_api: Fetch) -> None:
    with replay(lambda _: as_json({"error": {"message": "no such \n field"}}, 400)) as peer:
        refused = refusal_of(fetch_api, "json", peer.address)
    assert refused.code == "S202"
    assert "It says: no such field" in refused.problem
    assert len(peer.questions) == 1


@pytest.mark.parametrize("place", [{"key_parameter": "appid"}, {"key_header": "X-Api-Key"}])
def test_a_key_goes_to_its_server_and_is_in_no_message(
    fetch_api: Fetch, monkeypatch: pytest.MonkeyPatch, place: dict[str, str]
) -> None:
    monkeypatch.setenv("THE_KEY", SECRET)
    with replay(lambda _: as_json({"error": f"bad key {SECRET}"}, 403)) as peer:
        refused = refusal_of(fetch_api, "json", peer.address, key_env="THE_KEY", **place)
    question = peer.questions[0]
    assert SECRET in [*question.query.values(), *question.headers.values()]
    assert "s3cr3t" not in str(refused)


def test_no_key_follows_a_redirect_to_another_server(
    fetch_api: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THE_KEY", SECRET)
    with replay(items) as elsewhere:

        def moved(question: Question) -> Reply:
            to = f"{elsewhere.address}/?appid={question.query['appid']}&year=2024"
            return Reply(status=302, headers={"Location": to})

        with replay(moved) as peer:
            received = fetch_api(
                "json",
                peer.address,
                key_env="THE_KEY",
                key_parameter="appid",
                headers_env={"X-Other": "THE_KEY"},
            )
    assert peer.questions[0].headers["X-Other"] == SECRET
    assert elsewhere.asked == [{"year": "2024"}]
    assert "X-Other" not in elsewhere.questions[0].headers
    assert "s3cr3t" not in received.origin


def test_redirects_that_do_not_end_are_refused(fetch_api: Fetch) -> None:
    with replay(lambda _: Reply(status=302, headers={"Location": "/again"})) as peer:
        assert refusal_of(fetch_api, "json", peer.address).code == "S171"


def test_a_private_address_is_refused_unless_allowed(fetch_api: Fetch) -> None:
    with replay(items) as peer:
        refused = refusal_of(fetch_api, "json", peer.address, allow_private_addresses="false")
    assert (refused.code, peer.questions) == ("S170", [])


def test_questions_keep_the_pace_that_is_said(fetch_api: Fetch) -> None:
    def pages(question: Question) -> Reply:
        return as_json([{"id": 1}] if question.query["p"] == "1" else [])

    with replay(pages) as peer:
        paging = {"style": "page", "page": "p"}
        fetch_api("json", peer.address, paging=paging, requests_per_second="50")
    assert len(peer.questions) == 2


def test_waits_grow_with_chance_and_have_a_limit() -> None:
    patience = Patience(retries=9, ends=0, between=max)
    waits = [patience.seconds_to_wait(n, asked=None) for n in (1, 2, 3, 9, 5000)]
    assert waits == [1, 2, 4, 60, 60]
    assert patience.seconds_to_wait(1, asked=7) == 7


def test_retry_after_is_seconds_or_a_date() -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC)
    assert as_seconds("120") == 120
    assert as_seconds("Mon, 01 Jan 2024 00:01:00 GMT", now=now) == 60
    assert as_seconds("Sun, 31 Dec 2023 00:00:00 GMT", now=now) == 0
    assert as_seconds("soon") is None
