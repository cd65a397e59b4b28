"""`hereabouts quarantine PRODUCT`: the rows that broke its contract."""

from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.pipeline.quarantined import quarantined
from hereabouts.pipeline.workspace import open_workspace


@click.command("quarantine")
@click.argument("product")
@folder_option
@json_option
@click.option("--records", is_flag=True, help="Show the rows themselves, not only what they broke.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1))
@reports_errors
def command(product: str, folder: Path, limit: int, *, as_json: bool, records: bool) -> None:
    """List rows of PRODUCT in quarantine: where each was in the file, and what it broke."""
    found = quarantined(open_workspace(folder), product, limit=limit, records=records)
    print_rows(found.rows, as_json=as_json)
    say(f"{found.total:,} rows of {product} are in quarantine")
