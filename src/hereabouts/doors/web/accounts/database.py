"""Where accounts are kept: a file that only whoever runs the site can read, or PostgreSQL."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Max
from filelock import FileLock

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.accounts.clock import CLOCK
from hereabouts.errors import HereaboutsError

OURS_ALONE = 0o600
LIMITS_TABLE = "accounts_attempts"
KEPT_OPEN = 600  # seconds: opening one takes longer than what is asked of it
SECONDS = 20  # how long a writer waits for another


def file_of(root: Path) -> Path:
    """The file that accounts are kept in, unless there is a database for them."""
    return root / ".hereabouts" / "app.db"


def database_settings(accounts: Accounts) -> dict[str, Any]:
    """What Django is told of the database."""
    if not accounts.database_url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(file_of(accounts.root)),
            "CONN_MAX_AGE": KEPT_OPEN,
            "OPTIONS": {
                "timeout": SECONDS,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    parts = urlsplit(accounts.database_url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or 5432),
        "CONN_MAX_AGE": KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,
        # A server may write times in another way, which its driver does not read.
        "OPTIONS": {"options": "-c datestyle=ISO", **dict(parse_qsl(parts.query))},
    }


def prepare_database(accounts: Accounts) -> int:
    """Bring the database to what this version needs.

    Returns:
        How many steps were taken; none when it was as it must be.

    Raises:
        HereaboutsError: A118 it cannot be reached or changed.
    """
    if not accounts.database_url:
        _make_file(file_of(accounts.root))
    lock = file_of(accounts.root).with_suffix(".lock")
    lock.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(lock, timeout=SECONDS):  # a site and a command may begin at once
            steps = _take_steps()
        _reach_latest()
    except DatabaseError as fault:
        raise HereaboutsError(
            "the database of accounts cannot be used",
            code="A118",
            do="see that it runs, that HEREABOUTS_DATABASE_URL is right, and that its user may "
            "create tables",
        ) from fault
    return steps


def _take_steps() -> int:
    executor = MigrationExecutor(connection)
    steps = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if steps:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", LIMITS_TABLE, verbosity=0)
    return len(steps)


def _make_file(path: Path) -> None:
    """Make it where there is none. A file that is there is not even opened.

    Closing any descriptor of a file gives up every lock that the process has on it: SQLite, which
    believes that it still has them, would go on reading what another process has long replaced
    (sqlite.org, "How to corrupt an SQLite database file", 2.2).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, OURS_ALONE))
    path.chmod(OURS_ALONE)


def _reach_latest() -> None:
    """It is not earlier than when somebody was last seen, whatever the clock says."""
    from allauth.usersessions.models import UserSession  # noqa: PLC0415  # once Django is ready

    latest = UserSession.objects.aggregate(latest=Max("last_seen_at"))["latest"]
    if latest:
        CLOCK.reach(latest.timestamp())
