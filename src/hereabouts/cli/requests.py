"""`hereabouts requests`: who asked for which data, and reminding those who have to answer."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.doors.web.account_settings import read_accounts, require_extra
from hereabouts.doors.web.site_settings import public_address
from hereabouts.govern.access.standing import Access

_OURS = "hereabouts.doors.web"


@click.group("requests")
def command() -> None:
    """List requests for data on a site that is served with --accounts.

    Set HEREABOUTS_SECRET_KEY to the key that the site has.
    """


@command.command("list")
@folder_option
@json_option
@reports_errors
def list_requests(folder: Path, *, as_json: bool) -> None:
    """Print every request and where it stands, newest first. People by the ids of the audit log."""
    _open(folder)
    models: Any = import_module(f"{_OURS}.access_requests.models")
    asked = models.AccessRequest.objects.select_related("asker").order_by("-made_at")
    print_rows(map(_row, asked), as_json=as_json)


@command.command("remind")
@folder_option
@json_option
@reports_errors
def remind(folder: Path, *, as_json: bool) -> None:
    """Remind approvers of what has waited three days, and people of what ends in two weeks.

    To be run daily. E-mail is sent where HEREABOUTS_SMTP says how.
    """
    root = _open(folder)
    reminders: Any = import_module(f"{_OURS}.access_requests.reminders")
    made = reminders.remind(Access(root))
    rows = [
        {
            "about": one.about,
            "product": one.product,
            "request": one.request,
            "people": one.people,
            "letters": one.letters,
        }
        for one in made
    ]
    print_rows(rows, as_json=as_json)
    say(f"{len(made)} reminders, {sum(one.letters for one in made)} letters sent")


def _open(folder: Path) -> Path:
    """The project folder, with its accounts opened."""
    require_extra()
    root = folder.resolve()
    accounts = read_accounts(
        root, environ=os.environ, address=public_address(os.environ), host="127.0.0.1"
    )
    import_module(f"{_OURS}.accounts.opening").open_accounts(accounts)
    return root


def _row(asked: Any) -> dict[str, object]:
    return {
        "request": str(asked.id),
        "person": str(asked.asker.public_id),
        "product": asked.product,
        "purpose": asked.purpose,
        "state": asked.state,
        "asked": asked.made_at.date().isoformat(),
        "until": asked.until.isoformat(),
    }
