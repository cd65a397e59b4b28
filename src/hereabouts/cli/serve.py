"""`hereabouts serve`: the site, from the newest release."""

import os
from pathlib import Path

import click

from hereabouts.cli.output import audience_option, folder_option, reports_errors, say
from hereabouts.doors.web.account_settings import Accounts, read_accounts, require_extra
from hereabouts.doors.web.serve import Offered, serve
from hereabouts.doors.web.site_settings import public_address
from hereabouts.model.policy import Audience
from hereabouts.pipeline.receiving.office import ReceivingOffice


@click.command("serve")
@folder_option
@audience_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--accept-deliveries",
    "takes_files",
    is_flag=True,
    envvar="HEREABOUTS_ACCEPT_DELIVERIES",
    help="Let suppliers send files by the links that `hereabouts invite` makes.",
)
@click.option(
    "--accounts",
    "with_accounts",
    is_flag=True,
    envvar="HEREABOUTS_ACCOUNTS",
    help="Let people sign in; `hereabouts accounts` invites them.",
)
@reports_errors
def command(
    folder: Path,
    audience: str,
    host: str,
    port: int,
    *,
    takes_files: bool,
    with_accounts: bool,
) -> None:
    """Serve the site. A new release appears without a restart."""
    run(
        folder,
        audience=Audience(audience),
        host=host,
        port=port,
        takes_files=takes_files,
        with_accounts=with_accounts,
    )


def run(
    folder: Path,
    *,
    audience: Audience,
    host: str,
    port: int,
    takes_files: bool = False,
    with_accounts: bool = False,
) -> None:
    """Serve until interrupted, and say where once it answers."""
    serve(
        folder.resolve(),
        host=host,
        port=port,
        audience=audience,
        offered=Offered(
            receiving=ReceivingOffice(folder.resolve()) if takes_files else None,
            accounts=_accounts(folder.resolve(), host) if with_accounts else None,
        ),
        on_ready=lambda address: say(f"serving {address}  (Ctrl+C stops it)"),
    )


def _accounts(folder: Path, host: str) -> Accounts:
    require_extra()
    address = public_address(os.environ)
    return read_accounts(folder, environ=os.environ, address=address, host=host)
