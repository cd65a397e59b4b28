"""A site with accounts on a small release, in this process."""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

pytest.importorskip("allauth", reason="the extra `accounts` is not installed")

from hereabouts.doors.web.account_settings import Accounts
from tests.unit.doors.web.accounts.django_of import django_of

KEY = "k" * 40

# Django's models can be imported once Django has been told of their app.
with django_of(Accounts(root=Path(), key=KEY)):
    from hereabouts.doors.web.accounts.clock import CLOCK
    from hereabouts.doors.web.accounts.database import file_of, prepare_database
    from hereabouts.doors.web.app import create_app
    from hereabouts.doors.web.site_settings import SiteSettings
    from tests.unit.doors.web.accounts.browser import Browser

OpenBrowser = Callable[[], Browser]
SetClock = Callable[[float], None]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with nobody in it; to be copied."""
    accounts = Accounts(root=tmp_path_factory.mktemp("migrated"), key=KEY)
    with django_of(accounts):
        assert prepare_database(accounts) > 0
    return file_of(accounts.root)


@pytest.fixture(scope="module")
def accounts(
    small_place: Path, migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Accounts:
    """Settings of a site of its own for each module."""
    root = tmp_path_factory.mktemp("accounts") / "place"
    shutil.copytree(small_place, root)
    shutil.copy(migrated, file_of(root))
    return Accounts(root=root, key=KEY)


@pytest.fixture(scope="module")
def open_browser(accounts: Accounts) -> Iterator[OpenBrowser]:
    """Opens a browser at the site of the module."""
    with ExitStack() as stack:
        stack.enter_context(django_of(accounts))
        settings = SiteSettings(root=accounts.root, accounts=accounts, secret_key=KEY)
        app = create_app(settings=settings)
        yield lambda: stack.enter_context(Browser(app))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the machine's clock so many hours from now; it is right again after the test."""
    for name in ("_latest", "_then"):
        monkeypatch.setattr(CLOCK, name, getattr(CLOCK, name))

    def set_clock(hours: float) -> None:
        monkeypatch.setattr(CLOCK, "_wall", lambda: time.time() + hours * 3600)

    return set_clock
