"""`hereabouts requests`: who asked for which data, and reminding those who have to answer."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from hereabouts.cli.accounts import open_accounts_of
from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.govern.access.standing import Access

_OURS = "hereabouts.doors.web.access_requests"


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
    open_accounts_of(folder)
    models: Any = import_module(f"{_OURS}.models")
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
    root = open_accounts_of(folder)
    reminders: Any = import_module(f"{_OURS}.reminders")
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
