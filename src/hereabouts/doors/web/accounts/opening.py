"""Opening the accounts of a site: Django is told of them, and the database is made ready."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from django.conf import settings
from starlette.types import Scope

from hereabouts.doors.web.account_settings import Accounts
from hereabouts.doors.web.accounts.database import prepare_database
from hereabouts.doors.web.accounts.process import PERSONAL_MIDDLEWARE, account_settings
from hereabouts.doors.web.django_site import configure, django_pages
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person


class OpenAccounts:
    """Knows who asks, and has the pages on which they sign in."""

    def __init__(self, accounts: Accounts, hosts: frozenset[str]) -> None:
        open_accounts(accounts, hosts)
        self.pages = django_pages(
            secret_key=accounts.key, hosts=hosts, middleware=PERSONAL_MIDDLEWARE
        )
        self._signed_in: Any = import_module("hereabouts.doors.web.accounts.signed_in").SignedIn()
        self._grants: Any = import_module("hereabouts.doors.web.access_requests.grants").grants_of

    async def signed_in(self, scope: Scope) -> Person | None:
        """Who asks: with a session within its limits, after a second factor."""
        found: Person | None = await self._signed_in(scope)
        return found

    def grants(self, person: Person) -> Sequence[Grant]:
        """What approvers gave them."""
        found: Sequence[Grant] = self._grants(person)
        return found


def open_accounts(accounts: Accounts, hosts: frozenset[str] = frozenset()) -> None:
    """Tell Django of the accounts, once a process, and bring their database up to date.

    Raises:
        RuntimeError: this process already serves a site without accounts, or with others.
        HereaboutsError: A118 the database cannot be used.
    """
    configure(accounts.key, hosts, account_settings(accounts, hosts))
    if getattr(settings, "HEREABOUTS_ACCOUNTS", None) != accounts:
        raise RuntimeError("Django's settings are the process's: it has been told of another site")
    prepare_database(accounts)
