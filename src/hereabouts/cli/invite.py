"""`hereabouts invite`: a link by which one supplier may send one file."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from hereabouts.cli.output import Row, folder_option, json_option, print_rows, reports_errors, say
from hereabouts.pipeline.quarantined import refuse_unknown
from hereabouts.pipeline.receiving.destination import file_to_send
from hereabouts.pipeline.receiving.invitations import Invitation, Invitations
from hereabouts.pipeline.workspace import open_workspace

_DAYS = click.IntRange(1, 366)


@click.command("invite")
@click.argument("product")
@folder_option
@json_option
@click.option("--file", "file", default="", help="Which of the product's files; not for one only.")
@click.option("--days", default=14, show_default=True, type=_DAYS, help="How long it works.")
@click.option("--site", default="http://127.0.0.1:8000", show_default=True, help="Its address.")
@click.option("--list", "is_list", is_flag=True, help="List the links of PRODUCT instead.")
@click.option("--revoke", metavar="ID", help="Withdraw a link instead, by its id.")
@reports_errors
def command(product: str, folder: Path, file: str, days: int, **said: object) -> None:
    """Make a link by which a supplier may send a file of PRODUCT through the site.

    Whoever has the link can send: give it to the supplier alone. The site takes files only when
    it is served with --accept-deliveries.
    """
    workspace = open_workspace(folder)
    refuse_unknown(workspace, product)
    links = Invitations(workspace.layout.home, environ=os.environ)
    as_json, now = bool(said["as_json"]), datetime.now(UTC)
    if said["is_list"]:
        listed = [_row(one, now) for one in links.listed() if one.product == product]
        print_rows(listed, as_json=as_json)
    elif said["revoke"]:
        ended = links.withdraw(str(said["revoke"]))
        print_rows([_row(ended, now)], as_json=as_json)
        say("withdrawn: the link is refused from now on")
    else:
        part = file_to_send(workspace, workspace.project.products[product], file)
        token, made = links.invite(product, part.name, days=days, now=now)
        link = f"{str(said['site']).rstrip('/')}/send/{token}"
        if as_json:
            print_rows([{**_row(made, now), "link": link}], as_json=True)
        else:
            click.echo(link)
        say(f"for {part.words} alone; works until {made.expires_at}; withdraw it with:")
        say(f"  hereabouts invite {product} --revoke {made.id}")


def _row(one: Invitation, now: datetime) -> Row:
    state = "withdrawn" if one.withdrawn else "expired" if now >= one.expiry else "open"
    return {
        "id": one.id,
        "file": one.file,
        "made_at": one.made_at,
        "expires_at": one.expires_at,
        "state": state,
    }
