"""`hereabouts five-safes PRODUCT`: a sheet of what is known of an extract."""

from pathlib import Path

import click

from hereabouts.cli.anonymity import columns_in
from hereabouts.cli.output import folder_option, reports_errors
from hereabouts.pipeline.five_safes import five_safes
from hereabouts.pipeline.product_anonymity import USUAL_K, product_anonymity
from hereabouts.pipeline.quarantined import refuse_unknown
from hereabouts.pipeline.workspace import open_workspace


@click.command("five-safes")
@click.argument("product")
@folder_option
@click.option("--quasi", default="", help="Columns to recognise people by: age,sex,area_code.")
@click.option("--sensitive", help="The column that must not be told of anybody.")
@click.option("--k", default=USUAL_K, show_default=True, help="The fewest rows to be alike.")
@reports_errors
def command(product: str, folder: Path, quasi: str, sensitive: str | None, k: int) -> None:
    """Write a five safes sheet of PRODUCT as Markdown, with blanks for people to fill in."""
    workspace = open_workspace(folder)
    refuse_unknown(workspace, product)
    hiding = None
    if quasi or sensitive:
        named = columns_in(quasi)
        hiding = product_anonymity(workspace, product, quasi=named, sensitive=sensitive, k=k)
    click.echo(five_safes(workspace, workspace.project.products[product], hiding).rstrip())
