"""Django, told of accounts for the tests of one module, and as it was for all the others."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections
from django.test.utils import override_settings

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.accounts.process import account_settings
from hereabouts.doors.web.django_site import configure

#: Strong hashes take half a second each, and are Django's own.
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
#: E-mail that goes to `django.core.mail.outbox` and no further.
IN_MEMORY = "django.core.mail.backends.locmem.EmailBackend"


@contextmanager
def django_of(accounts: Accounts, **others: Any) -> Iterator[None]:
    """Inside, the process is that of a site with these accounts."""
    configure("k" * 40, frozenset({"localhost"}))
    told = account_settings(accounts) | {"PASSWORD_HASHERS": QUICK} | others
    databases, apps = told.pop("DATABASES"), told.pop("INSTALLED_APPS")
    before = connections.settings
    # Apps last: they look at the other settings as they are made ready.
    with override_settings(**told), override_settings(INSTALLED_APPS=apps):
        _use(connections.configure_settings(databases))
        try:
            yield
        finally:
            _use(before)


def _use(databases: Any) -> None:
    connections.close_all()
    connections.settings = databases
    if hasattr(connections["default"], "close"):
        del connections["default"]
