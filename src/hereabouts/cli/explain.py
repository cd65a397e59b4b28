"""`hereabouts explain CODE`: more about an error."""

import click

from hereabouts.cli.output import say
from hereabouts.project import explanations
from hereabouts.project.names import nearest


@click.command("explain")
@click.argument("code")
def command(code: str) -> None:
    """Say more about an error's code, such as P103."""
    known = explanations()
    wanted = code.strip("[]").upper()
    if wanted in known:
        click.echo(f"{wanted}: {known[wanted]}")
        return
    near = nearest(wanted, tuple(known))
    say(f"there is no page about '{wanted}'" + (f"; did you mean {near[0]}?" if near else ""))
    raise SystemExit(2)
