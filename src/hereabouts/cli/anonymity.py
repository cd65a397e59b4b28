"""`hereabouts anonymity PRODUCT`: how well its rows hide among each other."""

import sys
from dataclasses import asdict
from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_data, reports_errors, say
from hereabouts.errors import DisclosureError
from hereabouts.pipeline.product_anonymity import USUAL_K, product_anonymity
from hereabouts.pipeline.workspace import open_workspace


@click.command("anonymity")
@click.argument("product")
@folder_option
@json_option
@click.option("--quasi", required=True, help="Columns to recognise people by: age,sex,area_code.")
@click.option("--sensitive", help="The column that must not be told of anybody.")
@click.option("--k", default=USUAL_K, show_default=True, help="The fewest rows to be alike.")
@reports_errors
def command(
    product: str, folder: Path, quasi: str, sensitive: str | None, k: int, *, as_json: bool
) -> None:
    """Count the rows of PRODUCT that hide among fewer than k others. No value is printed.

    Exits 12 when there are any.
    """
    found = product_anonymity(
        open_workspace(folder), product, quasi=columns_in(quasi), sensitive=sensitive, k=k
    )
    print_data(
        asdict(found) | {"share_under_k": round(found.share_under_k, 4)},
        as_json=as_json,
    )
    if not found.holds:
        say(f"some rows are in groups of fewer than {k}: leave columns out, or make them coarser")
        sys.exit(DisclosureError.exit_status)


def columns_in(said: str) -> list[str]:
    """The names in `a,b,c`."""
    return [name.strip() for name in said.split(",") if name.strip()]
