"""`hereabouts status`: what the lake holds, and what was released."""

from dataclasses import asdict
from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_data, print_rows, reports_errors
from hereabouts.pipeline.status import status
from hereabouts.pipeline.workspace import open_workspace


@click.command("status")
@folder_option
@json_option
@reports_errors
def command(folder: Path, *, as_json: bool) -> None:
    """Say when each product was last made, how its rows fared, and what was released.

    A product carried from other areas is followed by how much of it is estimated.
    """
    found = status(open_workspace(folder))
    if as_json:
        print_data(asdict(found), as_json=True)
        return
    print_rows(found.products, as_json=False)
    click.echo()
    print_rows(found.releases, as_json=False)
    for name, words in found.conversions.items():
        click.echo(f"\n{name}: {' '.join(words)}")
