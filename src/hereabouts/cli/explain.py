"""`hereabouts explain CODE`: more about an error."""

import click

from hereabouts.cli.error_pages import ERROR_PAGES
from hereabouts.cli.output import say
from hereabouts.project.names import nearest


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Say more about an error's code, such as P103."""
    wanted = code.strip("[]").upper()
    if wanted in ERROR_PAGES:
        click.echo(f"{wanted}: {ERROR_PAGES[wanted]}")
        return
    near = nearest(wanted, tuple(ERROR_PAGES))
    say(f"there is no page about '{wanted}'" + (f"; did you mean {near[0]}?" if near else ""))
    raise SystemExit(2)
