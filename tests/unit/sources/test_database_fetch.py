"""Rows of a real PostgreSQL, through ADBC and through its ODBC driver."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Previous, Received, acquire
from tests.peers.postgresql import READER, PostgreSQL

Ask = Callable[..., Received]
WAYS = pytest.mark.parametrize("way", ["postgresql", "odbc"])


@pytest.fixture(scope="module")
def server(database: PostgreSQL) -> PostgreSQL:
    database.run(
        '''
        create type mood as enum ('calm', 'busy');
        create table wards (id int primary key, name text, beds int);
        insert into wards values (1, 'Acorn', 12), (2, '', 0), (3, null, null);
        create table "Odd table" ("Ward ""name""" text, "SELECT" int, "Naïve" text);
        insert into "Odd table" values ('a', 1, 'é');
        create table series as select g as n from generate_series(1, 1000) as g;
        create table hidden (id int);
        create table photos (id int, photo bytea);
        create table kinds (n numeric, m money, z timestamptz, u uuid, a int[], j jsonb,
                            e mood, f float8, b boolean, d date, t text);
        insert into kinds values (12345678901234567890.123456789012345678901234567890,
            '1234.5', '2024-07-01 12:30:00.125+01', '0b1e2c3d-0000-4000-8000-00000000000a',
            '{1,2}', '{"a": [1]}', 'busy', 0.1, true, '1837-06-20', repeat('é' || chr(10), 9000));
        grant select on wards, series, "Odd table", photos, kinds to reader;
        '''
    )
    return database


@pytest.fixture
def ask(server: PostgreSQL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setenv("PLACE_DB", server.uri)
    monkeypatch.setenv("PLACE_ODBC", server.odbc)

    def ask_for(
        query: str = "", *, way: str = "postgresql", previous: Previous | None = None, **said: str
    ) -> Received:
        variable = said.pop("connection_env", "PLACE_DB" if way == "postgresql" else "PLACE_ODBC")
        location = {"database": way, "connection_env": variable}
        location |= {"query": query} if query else {"table": said.pop("table", "public.wards")}
        if "cursor" in said:
            said["cursor"] = f'{{"field": "{said["cursor"]}"}}'
        source = Source(
            kind="parquet", location=location, options=said, at=Location("source.yml", 1)
        )
        return acquire(source, root=tmp_path, scratch=tmp_path / "scratch", previous=previous)

    return ask_for


def rows(received: Received) -> list[tuple[Any, ...]]:
    with duckdb.connect() as opened:
        return opened.execute(f"from '{received.path}'").fetchall()


def kept(received: Received) -> Previous:
    return Previous(
        sha256=received.sha256,
        etag=None,
        last_modified=None,
        kept=received.path,
        origin=received.origin,
    )


def refused(ask: Ask, *arguments: str, **said: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        ask(*arguments, **said)
    for secret in (READER, "secret", "127.0.0.1", "owner-secret"):
        assert secret not in str(caught.value)
    return caught.value


@WAYS
def test_a_table_comes_as_text_with_null_and_empty_kept_apart(ask: Ask, way: str) -> None:
    received = ask(way=way, order_by="id")
    assert rows(received) == [("1", "Acorn", "12"), ("2", "", "0"), ("3", None, None)]
    assert received.name == "public.wards.parquet"
    variable = "PLACE_DB" if way == "postgresql" else "PLACE_ODBC"
    assert received.origin == f"{way} through {variable}: table public.wards"


@WAYS
def test_every_type_comes_without_loss(ask: Ask, way: str) -> None:
    assert rows(ask("select * from kinds", way=way)) == [
        (
            "12345678901234567890.123456789012345678901234567890",
            "1234.50",
            "2024-07-01 11:30:00.125+00",
            "0b1e2c3d-0000-4000-8000-00000000000a",
            "{1,2}",
            '{"a": [1]}',
            "busy",
            "0.1",
            "true",
            "1837-06-20",
            "é\n" * 9000,
        )
    ]


@WAYS
def test_odd_names_are_taken_as_they_stand(ask: Ask, way: str) -> None:
    received = ask(way=way, table='public."Odd table"', fields='Naïve\nWard "name"\nSELECT')
    assert rows(received) == [("é", "a", "1")]
    with duckdb.connect() as opened:
        named = [c[0] for c in opened.execute(f"from '{received.path}'").description or ()]
    assert named == ["Naïve", 'Ward "name"', "SELECT"]


@WAYS
def test_no_rows_are_still_a_table(ask: Ask, way: str) -> None:
    received = ask("select id, name from wards where beds > 99", way=way)
    assert rows(received) == []


@WAYS
def test_a_query_may_have_steps_comments_and_a_semicolon(ask: Ask, way: str) -> None:
    query = "with w as (select * from wards) select name as n from w where id = 1; -- the end"
    assert rows(ask(query, way=way)) == [("Acorn",)]


@WAYS
def test_the_same_rows_in_order_are_the_same_bytes(ask: Ask, way: str) -> None:
    query = "select g as n, md5(g::text) as t from generate_series(1, 20000) g order by random()"
    first, again = (ask(query, way=way, order_by="n") for _ in range(2))
    assert first.sha256 == again.sha256
    assert rows(first)[-1][0] == "20000"


@WAYS
def test_a_cursor_fetches_new_rows_alone_and_keeps_the_old(
    ask: Ask, server: PostgreSQL, way: str
) -> None:
    server.run("drop table if exists visits; create table visits (id bigint, at timestamptz);"
               "insert into visits select g, timestamptz '2024-01-01Z' + g * interval '1 s' "
               "from generate_series(1, 9) g; grant select on visits to reader")  # fmt: skip
    first = ask(way=way, table="public.visits", cursor="id")
    # What was fetched is not fetched again: a row that has changed since stays as it was.
    server.run("delete from visits where id = 1; insert into visits values (10, 'infinity')")
    second = ask(way=way, table="public.visits", cursor="id", previous=kept(first))
    assert [row[0] for row in rows(second)] == [str(n) for n in range(1, 11)]
    third = ask(way=way, table="public.visits", cursor="id", previous=kept(second))
    assert third.unchanged
    assert third.path == second.path
    other = ask(way=way, table="public.visits", cursor="at", previous=kept(second))
    assert len(rows(other)) == 9


def test_a_cursor_that_cannot_say_what_is_new_is_refused(ask: Ask) -> None:
    error = refused(ask, table="wards", cursor="beds")
    assert (error.code, "has blanks" in error.problem) == ("S189", True)
    error = refused(ask, "select j, u from kinds", cursor="j")
    assert (error.code, "jsonb" in error.problem) == ("S189", True)
    assert refused(ask, table="wards", cursor="nothing").code == "S188"


@pytest.mark.parametrize(
    ("query", "code", "words"),
    [
        ("delete from wards", "S184", "one SELECT"),
        ("select 1 as a; select 2 as b", "S184", "2 statements"),
        ("with d as (delete from wards returning *) select * from d", "S184", "DELETE"),
        ("select * into copy from wards", "S184", "INTO"),
        ("select * from wards for update", "S184", "LOCK"),
        ("select set_config('a.b', 'c', false) as x", "S184", "set_config"),
        ("select pg_read_file('/etc/passwd') as x", "S184", "pg_read_file"),
        ("select * from wards where id = $1", "S184", "no parameters"),
        ("select ((", "S184", "cannot be read"),
        ("select * from no_such_table", "S185", "no such table"),
        ("select nothing from wards", "S185", "no such column"),
        ("select * from hidden", "S185", "may not read"),
        ("select id / 0 as x from wards", "S185", "on a value that it meets"),
        ("select id, id as ID from wards", "S188", "more than once"),
        ("select count(*) + 1 from wards", "S188", "no name"),
        ("select * from photos", "S188", "bytea"),
    ],
)
@WAYS
def test_a_question_that_cannot_be_answered_says_why(
    ask: Ask, way: str, query: str, code: str, words: str
) -> None:
    error = refused(ask, query, way=way)
    assert (error.code, words in error.problem) == (code, True), str(error)


@WAYS
def test_the_transaction_cannot_write_even_through_a_function(
    ask: Ask, server: PostgreSQL, way: str
) -> None:
    server.run("create or replace function quiet() returns int language sql volatile security "
               "definer as $$ insert into hidden values (1) returning id $$")  # fmt: skip
    error = refused(ask, "select quiet() as x", way=way)
    assert (error.code, "tries to write" in error.problem) == ("S184", True)
    assert server.run("select * from hidden") == []


@WAYS
def test_a_slow_query_is_stopped(ask: Ask, way: str) -> None:
    slow = "select count(*) as n from series as a, series as b, series as c"
    started = time.monotonic()
    assert refused(ask, slow, way=way, max_seconds="1").code == "S186"
    assert time.monotonic() - started < 4


@WAYS
def test_a_connection_that_is_cut_keeps_nothing(
    ask: Ask, server: PostgreSQL, tmp_path: Path, way: str
) -> None:
    def cut() -> None:
        for _ in range(200):
            time.sleep(0.05)
            if server.run(
                "select pg_terminate_backend(pid) from pg_stat_activity "
                "where usename = 'reader' and (query like 'COPY%' or query like '%fetch 5000%')"
            ):
                return

    cutter = threading.Thread(target=cut)
    cutter.start()
    endless = "select a.n, b.n as m from series as a, series as b, series as c"
    error = refused(ask, endless, way=way, max_seconds="30")
    cutter.join()
    assert error.code == "S187", str(error)
    assert list((tmp_path / "scratch").iterdir()) == []


@WAYS
def test_limits_of_rows_and_bytes_hold(ask: Ask, way: str) -> None:
    assert len(rows(ask(way=way, max_rows="3"))) == 3
    assert refused(ask, way=way, max_rows="2").code == "S191"
    assert refused(ask, way=way, max_bytes="100").code == "S111"


@pytest.mark.parametrize(
    ("connection", "code", "words"),
    [
        ("postgresql://reader:secret@127.0.0.1:{port}/place", "S183", "does not let us in"),
        ("postgresql://reader:secret@127.0.0.1:1/place", "S182", "cannot be reached"),
        ("postgresql://reader:secret@nowhere.invalid/place", "S182", "no host of that name"),
        ("host=127.0.0.1 port={port} user=reader dbname=none password='reader secret\\'s'",
         "S182", "no database"),
        ("what is this secret", "S182", "cannot be reached"),
    ],
)  # fmt: skip
def test_a_server_that_is_not_there_or_refuses_is_said_without_the_secret(
    ask: Ask,
    server: PostgreSQL,
    monkeypatch: pytest.MonkeyPatch,
    connection: str,
    code: str,
    words: str,
) -> None:
    monkeypatch.setenv("PLACE_DB", connection.format(port=server.port))
    error = refused(ask)
    assert (error.code, words in error.problem) == (code, True), str(error)


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (("reader secret's", "wrong-secret"), "S183", "does not let us in"),
        (("Port=", "Port=1"), "S182", "cannot be reached"),
        (("psqlodbcw.so", "nothing.so"), "S182", "driver"),
    ],
)
def test_odbc_says_the_same(
    ask: Ask,
    server: PostgreSQL,
    monkeypatch: pytest.MonkeyPatch,
    change: tuple[str, str],
    code: str,
    words: str,
) -> None:
    monkeypatch.setenv("PLACE_ODBC", server.odbc.replace(*change))
    error = refused(ask, way="odbc")
    assert (error.code, words in error.problem) == (code, True), str(error)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"connection_env": "NOT_SET_ANYWHERE"}, "S181"),
        ({"connection_env": "postgresql://reader:secret@127.0.0.1/"}, "S120"),
        ({"way": "oracle", "connection_env": "PLACE_DB"}, "S120"),
        ({"table": 'a."b'}, "S120"),
        ({"table": "a.b.c.d"}, "S120"),
        ({"max_seconds": "0"}, "S120"),
        ({"max_rows": "many"}, "S120"),
        ({"cursor": ""}, "S120"),
    ],
)
def test_a_key_that_cannot_be_used_is_said(ask: Ask, said: dict[str, str], code: str) -> None:
    assert refused(ask, **said).code == code
