"""A site with accounts whose council has data to ask for."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.unit.doors.web.access_requests.asked_place import make_asked_place
from tests.unit.doors.web.accounts.conftest import KEY, migrated
from tests.unit.doors.web.accounts.django_of import django_of

from hereabouts.doors.web.account_settings import Accounts  # isort: skip

with django_of(Accounts(root=Path(), key=KEY)):
    from hereabouts.doors.web.accounts.database import file_of
    from hereabouts.doors.web.app import create_app
    from hereabouts.doors.web.site_settings import SiteSettings
    from tests.unit.doors.web.accounts.browser import Browser

__all__ = ["migrated"]

OpenBrowser = Callable[[], Browser]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    """Open release 1 and internal release 2, with the products that they are made from."""
    root = make_asked_place(tmp_path_factory.mktemp("asked") / "place")
    shutil.copy(migrated, file_of(root))
    return root


@pytest.fixture(scope="module")
def open_browser(place: Path) -> Iterator[OpenBrowser]:
    """Opens a browser at the site of the module."""
    accounts = Accounts(root=place, key=KEY)
    with ExitStack() as stack:
        stack.enter_context(django_of(accounts))
        settings = SiteSettings(root=place, accounts=accounts, secret_key=KEY)
        app = create_app(settings=settings)
        yield lambda: stack.enter_context(Browser(app))
