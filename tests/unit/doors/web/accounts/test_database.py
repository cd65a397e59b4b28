"""Where accounts are kept: a file of whoever runs the site, or PostgreSQL."""

import gc
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.accounts import invitations
from hereabouts.doors.web.accounts.administering import end_one, import_file, invite_one, listed
from hereabouts.doors.web.accounts.database import file_of, prepare_database
from hereabouts.doors.web.accounts.models import Account
from hereabouts.doors.web.app import create_app
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.errors import HereaboutsError
from tests.peers.postgresql import OWNER, PostgreSQL
from tests.unit.doors.web.accounts.browser import Browser, enrolled
from tests.unit.doors.web.accounts.conftest import KEY
from tests.unit.doors.web.accounts.django_of import django_of


@pytest.fixture(scope="module")
def in_postgresql(small_place: Path, database: PostgreSQL) -> Iterator[Accounts]:
    """The same accounts, in a real PostgreSQL."""
    database.run("create database accounts")
    url = f"postgresql://postgres:{OWNER}@127.0.0.1:{database.port}/accounts"
    accounts = Accounts(root=small_place, key=KEY, database_url=url)
    with django_of(accounts):
        assert prepare_database(accounts) > 0
        yield accounts
    for one in gc.get_objects():  # each thread of the site had one of its own
        if issubclass(type(one), psycopg.Connection):
            one.close()


def test_the_tables_are_those_of_the_models(accounts: Accounts) -> None:
    with django_of(accounts):
        call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_only_whoever_runs_the_site_reads_the_file(tmp_path: Path) -> None:
    accounts = Accounts(root=tmp_path, key=KEY)
    with django_of(accounts):
        assert prepare_database(accounts) > 0
        assert prepare_database(accounts) == 0
        with connection.cursor() as cursor:
            assert cursor.execute("pragma journal_mode").fetchone() == ("wal",)
        Account.objects.make("ann@example.org")
        for path in file_of(tmp_path).parent.glob("app.db*"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


RENAME = """import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
print(file.execute("update accounts_account set name = 'New'").rowcount)
file.commit()
file.close()
"""


def test_made_ready_twice_it_and_another_process_see_what_each_writes(tmp_path: Path) -> None:
    renamed = []
    with django_of(Accounts(root=tmp_path, key=KEY)):
        for number in range(3):
            prepare_database(Accounts(root=tmp_path, key=KEY))
            Account.objects.make(f"person{number}@example.org")
            command = [sys.executable, "-c", RENAME, str(file_of(tmp_path))]
            done = subprocess.run(command, check=True, timeout=60, capture_output=True)
            renamed.append(int(done.stdout))
        assert renamed == [1, 2, 3]
        assert {one.name for one in Account.objects.all()} == {"New"}


def test_a_database_that_does_not_answer_is_said(tmp_path: Path) -> None:
    accounts = Accounts(root=tmp_path, key=KEY, database_url="postgresql://a:b@127.0.0.1:1/c")
    with django_of(accounts), pytest.raises(HereaboutsError) as caught:
        prepare_database(accounts)
    assert caught.value.code == "A118"
    assert "a:b" not in str(caught.value)


def test_people_sign_in_from_postgresql(in_postgresql: Accounts) -> None:
    secret = enrolled("ann@example.org", ("*", "owner"))[1]
    settings = SiteSettings(root=in_postgresql.root, accounts=in_postgresql, secret_key=KEY)
    with Browser(create_app(settings=settings)) as browser:
        browser.sign_in("ann@example.org", secret)
        assert "owner of every domain" in browser.get("/account/").text
        assert browser.get("/about").headers["cache-control"] == "private, no-store"


def test_people_are_invited_imported_listed_and_ended_in_postgresql(
    in_postgresql: Accounts,
) -> None:
    told = invite_one({"email": "bob@example.org", "roles": "health:reader"}, (), by="operator")
    assert told["link"].startswith(invitations.LOCAL)
    rows = import_file(
        b"email,roles\r\nbob@example.org,health:analyst\r\ncat@example.org,\r\nx,\r\n",
        (),
        dry_run=False,
        by="operator",
    )
    assert [row["outcome"] for row in rows] == ["changed", "new", "refused"]
    end_one("cat@example.org", by="operator")
    states = {row["email"]: row["state"] for row in listed()}
    assert (states["bob@example.org"], states["cat@example.org"]) == ("invited", "ended")
    assert invite_refused("cat@example.org") == "A123"
    assert not file_of(in_postgresql.root).exists()


def invite_refused(email: str) -> str:
    with pytest.raises(HereaboutsError) as caught:
        invite_one({"email": email}, (), by="operator")
    return caught.value.code
