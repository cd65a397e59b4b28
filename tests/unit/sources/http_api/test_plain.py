import json
from collections.abc import Callable
from typing import Any

import duckdb
import pytest

from hereabouts.sources import Rows
from tests.peers.replay import Question, Reply, as_json, replay
from tests.unit.sources.http_api.conftest import Fetch, refusal_of, rows_in

ITEMS = [{"id": n, "name": f"n{n}"} for n in range(5)]


def offsets(question: Question) -> Reply:
    start = int(question.query["skip"])
    found = ITEMS[start : start + min(2, int(question.query["take"]))]
    return as_json({"data": {"items": found, "total": len(ITEMS)}})


def numbered(question: Question) -> Reply:
    page = int(question.query["page"])
    return as_json(ITEMS[2 * page - 2 : 2 * page])


def by_cursor(question: Question) -> Reply:
    start = int(question.query.get("after", "0"))
    following = start + 2 if start + 2 < len(ITEMS) else None
    return as_json({"items": ITEMS[start : start + 2], "meta": {"next": following}})


def by_header(question: Question) -> Reply:
    start = int(question.query.get("after", "0"))
    link = f'<http://127.0.0.1/items?after={start + 2}>; rel="next"' if start < 4 else ""
    reply = as_json(ITEMS[start : start + 2])
    return Reply(reply.body, headers={"Link": link} if link else {})


STYLES = [
    (offsets, "$.data.items", {"style": "offset", "offset": "skip", "limit": "take", "size": "9"}),
    (
        offsets,
        "$.data.items",
        {"style": "offset", "offset": "skip", "limit": "take", "total": "$.data.total"},
    ),
    (numbered, "$", {"style": "page", "page": "page"}),
    (by_cursor, "$.items", {"style": "cursor", "cursor": "after", "next": "$.meta.next"}),
    (by_header, "$", {"style": "link"}),
]


@pytest.mark.parametrize(("answer", "rows", "paging"), STYLES)
def test_every_style_of_paging_comes_to_the_end(
    fetch_api: Fetch, answer: Callable[[Question], Reply], rows: str, paging: dict[str, str]
) -> None:
    with replay(answer) as peer:
        received = fetch_api("json", f"{peer.address}/items", rows=rows, paging=paging)
    assert [row["id"] for row in rows_in(received)] == list("01234")


def test_nested_fields_lists_and_numbers_are_text_as_they_were_written(fetch_api: Fetch) -> None:
    record = (
        '{"a": {"b": 1.10, "c": {"d": 1E5}}, "list": [1.0, "x;\\n", {"k": null}], "yes": true, '
        '"no": null, "big": 123456789012345678901234567890, "é": "", "none": {}}'
    )
    with replay(lambda _: as_json(f"[{record}]")) as peer:
        received = fetch_api("json", peer.address)
    assert rows_in(received) == [
        {
            "a.b": "1.10",
            "a.c.d": "1E5",
            "list": '[1.0,"x;\\n",{"k":null}]',
            "yes": "true",
            "no": "",
            "big": "123456789012345678901234567890",
            "é": "",
            "none": "{}",
        }
    ]


def test_what_is_written_is_what_our_own_reader_reads(
    fetch_api: Fetch, rows_of: Callable[..., Rows]
) -> None:
    said = [{"id": "1", "text": 'a;b\r\nc "d", e'}, {"id": "2", "text": None, "late": "x"}]
    with replay(lambda _: as_json(said)) as peer:
        kinds = {kind: fetch_api("json", peer.address, kind=kind) for kind in ("csv", "parquet")}
    for kind, received in kinds.items():
        rows = rows_of(kind, received.path)
        assert rows.headings == ("id", "text", "late")
        found = rows.relation.project("id, text, late").fetchall()
        assert [(row[0], row[2]) for row in found] == [("1", None), ("2", "x")]
        assert found[0][1].replace("\r\n", "\n") == 'a;b\nc "d", e'
        assert found[1][1] is None


def test_csv_pages_are_one_table(fetch_api: Fetch) -> None:
    def answer(question: Question) -> Reply:
        page = int(question.query["p"])
        rows = [f"{n},n{n}" for n in range(5)][2 * page : 2 * page + 2]
        return Reply("\n".join(["id,name", *rows]).encode())

    with replay(answer) as peer:
        paging = {"style": "page", "page": "p", "first": "0"}
        received = fetch_api("csv", peer.address, paging=paging)
    assert [row["id"] for row in rows_in(received)] == list("01234")


def test_a_csv_that_is_not_paged_is_kept_as_it_came(fetch_api: Fetch) -> None:
    with replay(lambda _: Reply(b"a;b\n1;2\n")) as peer:
        assert fetch_api("csv", peer.address).path.read_bytes() == b"a;b\n1;2\n"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<html>", "not JSON"),
        ('{"data": 1}', "no list"),
        ("[1, 2]", "not objects"),
        ('[{"a": {"b": 1}, "a.b": 2}]', "made flat"),
        ('[{"a": NaN}]', "not JSON"),
        ("[" * 100_000, "not JSON"),
        (json.dumps([{"a": "\ud800"}]), "no text"),
        ('[{"a": 1, "A": 2}]', "differ only in capitals"),
        ("[]", "no record"),
    ],
)
def test_an_answer_of_another_shape_is_refused(fetch_api: Fetch, body: str, words: str) -> None:
    with replay(lambda _: as_json(body)) as peer:
        refused = refusal_of(fetch_api, "json", peer.address)
    assert refused.code in {"S206", "S210"}
    assert words in refused.problem


def test_a_server_that_does_not_see_the_paging_is_found_out(fetch_api: Fetch) -> None:
    paging = {"style": "offset", "offset": "skip"}
    with replay(lambda _: as_json(ITEMS)) as peer:
        assert refusal_of(fetch_api, "json", peer.address, paging=paging).code == "S207"


def test_a_record_that_comes_twice_is_refused(fetch_api: Fetch) -> None:
    with replay(lambda _: as_json([*ITEMS, ITEMS[0]])) as peer:
        assert refusal_of(fetch_api, "json", peer.address, record_key=["id"]).code == "S207"


def test_a_link_in_a_circle_or_to_another_server_is_refused(fetch_api: Fetch) -> None:
    for link, code in (("?a=1", "S207"), ("http://192.0.2.1/items", "S209")):
        left = list(ITEMS)

        def answer(_: Question, link: str = link, left: list[Any] = left) -> Reply:
            return as_json({"items": [left.pop()], "next": link})

        with replay(answer) as peer:
            paging = {"style": "link", "next": "$.next"}
            refused = refusal_of(fetch_api, "json", peer.address, rows="$.items", paging=paging)
        assert refused.code == code


@pytest.mark.parametrize("totals", [(5, 6, 5, 6), (9, 9, 9, 9, 9, 9, 9, 9)])
def test_a_total_that_changes_or_lies_is_refused(fetch_api: Fetch, totals: tuple[int, ...]) -> None:
    left = list(totals)

    def answer(question: Question) -> Reply:
        start = int(question.query["skip"])
        return as_json({"items": ITEMS[start : start + 2], "total": left.pop(0)})

    paging = {"style": "offset", "offset": "skip", "total": "$.total"}
    with replay(answer) as peer:
        refused = refusal_of(fetch_api, "json", peer.address, rows="$.items", paging=paging)
    assert refused.code == "S208"


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_changes_since_the_newest_are_merged_into_what_is_held(fetch_api: Fetch, kind: str) -> None:
    items: list[dict[str, Any]] = [{"id": n, "at": n + 8, "v": "old"} for n in range(4)]

    def answer(question: Question) -> Reply:
        since = int(question.query.get("since", "0"))
        return as_json([item for item in items if item["at"] >= since])

    said: dict[str, Any] = {
        "kind": kind,
        "cursor": {"field": "at", "parameter": "since"},
        "record_key": ["id"],
    }
    with replay(answer) as peer:
        first = fetch_api("json", peer.address, **said)
        same = fetch_api("json", peer.address, previous=first, **said)
        items[1] = {"id": 1, "at": 12, "v": "new"}
        items.append({"id": 7, "at": 13, "v": "new"})
        merged = fetch_api("json", peer.address, previous=same, **said)
    assert [q.get("since") for q in peer.asked] == [None, "11", "11"], "11 is more than 9"
    assert same.sha256 == first.sha256
    with duckdb.connect() as connection:
        found = connection.execute(
            f"select * from '{merged.path}'"
            if kind == "parquet"
            else f"select * from read_csv('{merged.path}', all_varchar = true)"
        ).fetchall()
    assert found == [
        ("0", "8", "old"),
        ("1", "12", "new"),
        ("2", "10", "old"),
        ("3", "11", "old"),
        ("7", "13", "new"),
    ]
