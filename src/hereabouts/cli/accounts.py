"""`hereabouts accounts`: who may sign in to the site."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from hereabouts.cli.output import Row, folder_option, json_option, print_rows, reports_errors, say
from hereabouts.doors.web.account_settings import read_accounts, require_extra
from hereabouts.doors.web.site_settings import public_address
from hereabouts.project.organisation_names import organisation_names

OPERATOR = "operator"
_OURS = "hereabouts.doors.web.accounts"


@click.group("accounts")
def command() -> None:
    """Say who may sign in to a site that is served with --accounts.

    Set HEREABOUTS_SECRET_KEY to the key that the site has.
    """


@command.command("invite")
@click.argument("email")
@folder_option
@json_option
@click.option("--name", default="", help="Their name.")
@click.option("--organisation", default="", help="Its id in organisations.yml.")
@click.option("--roles", default="", help="As in `health:reader; *:owner`; * is every domain.")
@click.option("--trained", default="", help="Until when their training is valid: 2027-03-31.")
@reports_errors
def invite(email: str, folder: Path, *, as_json: bool, **said: str) -> None:
    """Make or change the account of EMAIL, and a link by which they set it up.

    Whoever has the link can set up the account: give it to that person alone. It is sent by e-mail
    where HEREABOUTS_SMTP says how, and printed where it does not.
    """
    administering = open_administering(folder)
    told = administering.invite_one(
        {"email": email, **said, "training_valid_to": said.pop("trained")},
        organisation_names(folder.resolve()),
        by=OPERATOR,
    )
    if as_json:
        print_rows([told], as_json=True)
    elif told["link"]:
        click.echo(told["link"])
    say(f"{told['outcome']}; the link works once, until {told['expires_at']}")


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@folder_option
@json_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@reports_errors
def import_people(file: Path, folder: Path, *, as_json: bool, dry_run: bool) -> None:
    """Make and change accounts as FILE says, and invite whoever is new.

    FILE is CSV or XLSX with the columns email, name, organisation, roles and training_valid_to. A
    row that is refused stops no other.
    """
    administering = open_administering(folder)
    names = organisation_names(folder.resolve())
    told = administering.import_file(file.read_bytes(), names, dry_run=dry_run, by=OPERATOR)
    print_rows(told, as_json=as_json)
    counts = ", ".join(
        f"{sum(one['outcome'] == name for one in told)} {name}" for name in administering.OUTCOMES
    )
    say(f"{counts}{'; nothing was changed: this was a dry run' if dry_run else ''}")


@command.command("list")
@folder_option
@json_option
@reports_errors
def list_people(folder: Path, *, as_json: bool) -> None:
    """List who has an account, what they hold, and whether they have set it up."""
    print_rows(open_administering(folder).listed(), as_json=as_json)


@command.command("end")
@click.argument("person")
@folder_option
@json_option
@reports_errors
def end(person: str, folder: Path, *, as_json: bool) -> None:
    """End the account of PERSON, an e-mail address or an id, and every session of it."""
    ended: Row = open_administering(folder).end_one(person, by=OPERATOR)
    print_rows([ended], as_json=as_json)
    say("ended: they cannot sign in any more, and every session of theirs is over")


def open_administering(folder: Path) -> Any:
    """What administers accounts, with their database open. Its models need Django told first."""
    open_accounts_of(folder)
    return import_module(f"{_OURS}.administering")


def open_accounts_of(folder: Path) -> Path:
    """The project folder, with the database of its accounts open."""
    require_extra()
    root, address = folder.resolve(), public_address(os.environ)
    accounts = read_accounts(root, environ=os.environ, address=address, host="127.0.0.1")
    import_module(f"{_OURS}.opening").open_accounts(accounts)
    return root
