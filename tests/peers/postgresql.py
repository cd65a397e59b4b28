"""A real PostgreSQL server on loopback, with passwords, that goes when the tests end."""

import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyodbc

from tests.peers.finding import free_port, program

PLACES = "/usr/lib/postgresql/*/bin/"
OWNER, READER = "owner-secret", "reader secret's"


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    port: int
    driver: str

    @property
    def uri(self) -> str:
        return f"postgresql://reader:reader%20secret%27s@127.0.0.1:{self.port}/place"

    @property
    def odbc(self) -> str:
        return (
            f"Driver={self.driver};Server=127.0.0.1;Port={self.port};Database=place;"
            f"Uid=reader;Pwd={{{READER}}}"
        )

    def run(self, sql: str) -> list[Any]:
        """Run SQL as the owner, and give its rows."""
        told = (
            f"Driver={self.driver};Server=127.0.0.1;Port={self.port};Database=place;"
            f"Uid=postgres;Pwd={OWNER}"
        )
        connection = pyodbc.connect(told, autocommit=True)
        try:
            cursor = connection.execute(sql)
            return list(cursor.fetchall()) if cursor.description else []
        finally:
            connection.close()


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    initdb = program("initdb", PLACES + "initdb")
    postgres = program("pg_ctl", PLACES + "pg_ctl")
    driver = program("psqlodbcw.so", "/usr/lib/*/odbc/psqlodbcw.so", "/usr/lib*/psqlodbcw.so")
    with tempfile.TemporaryDirectory(prefix="hereabouts-postgresql-") as home:
        _give_away(Path(home))
        data, port = Path(home) / "data", free_port()
        secret = Path(home) / "secret"
        secret.write_text(OWNER)
        safe = ["-U", "postgres", "-A", "scram-sha-256", f"--pwfile={secret}"]
        _run([initdb, "-D", str(data), *safe, "-N", "--locale=C", "--encoding=UTF8"])
        # Its own ways with times and dates are not ours, so that ours are seen to be asked for.
        options = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' "
            "-c fsync=off -c timezone=Europe/London -c datestyle=German"
        )
        control = [postgres, "-D", str(data), "-w", "-t", "60"]
        _run([*control, "-o", options, "-l", str(data / "log"), "start"])
        try:
            server = PostgreSQL(port, driver)
            _people(server)
            yield server
        finally:
            _run([*control, "-m", "immediate", "stop"])


def _people(server: PostgreSQL) -> None:
    told = (
        f"Driver={server.driver};Server=127.0.0.1;Port={server.port};Database=postgres;"
        f"Uid=postgres;Pwd={OWNER}"
    )
    connection = pyodbc.connect(told, autocommit=True)
    try:
        connection.execute("create database place")
    finally:
        connection.close()
    server.run("create role reader login password 'reader secret''s'")


def _give_away(folder: Path) -> None:
    # PostgreSQL refuses to run as root.
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)


def _run(command: list[str]) -> None:
    owner = "postgres" if os.geteuid() == 0 else None
    subprocess.run(
        command,
        check=True,
        timeout=120,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        user=owner,
        group=owner,
        extra_groups=[] if owner else None,
    )
