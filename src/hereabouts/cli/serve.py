"""`hereabouts serve`: the site, from the newest release."""

from pathlib import Path

import click

from hereabouts.cli.output import audience_option, folder_option, reports_errors, say
from hereabouts.doors.web.serve import serve
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
@reports_errors
def command(folder: Path, audience: str, host: str, port: int, *, takes_files: bool) -> None:
    """Serve the site. A new release appears without a restart."""
    run(folder, audience=Audience(audience), host=host, port=port, takes_files=takes_files)


def run(
    folder: Path, *, audience: Audience, host: str, port: int, takes_files: bool = False
) -> None:
    """Serve until interrupted, and say where once it answers."""
    serve(
        folder.resolve(),
        host=host,
        port=port,
        audience=audience,
        receiving=ReceivingOffice(folder.resolve()) if takes_files else None,
        on_ready=lambda address: say(f"serving {address}  (Ctrl+C stops it)"),
    )
