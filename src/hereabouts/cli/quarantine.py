"""`hereabouts quarantine PRODUCT`: the rows that broke its contract, and their correction."""

from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.pipeline.quality_export import export_quarantine
from hereabouts.pipeline.quality_replay import replay, withdraw
from hereabouts.pipeline.quarantined import quarantined, refuse_unknown
from hereabouts.pipeline.workspace import Workspace, open_workspace

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("quarantine")
@click.argument("product")
@folder_option
@json_option
@click.option("--records", is_flag=True, help="Show the rows themselves, not only what they broke.")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1))
@click.option("--export", "write_to", type=_FILE, help="Write every row to a .csv or .xlsx.")
@click.option("--replay", "corrected", type=_FILE, help="Take back an exported CSV, corrected.")
@click.option("--by", help="With --replay: who corrected it.")
@click.option("--why", help="With --replay: why the corrections are right.")
@click.option("--withdraw", "undo", is_flag=True, help="Undo every correction of PRODUCT.")
@reports_errors
def command(product: str, folder: Path, **said: object) -> None:
    """List rows of PRODUCT in quarantine: where each was in the file, and what it broke.

    An exported row holds what was offered: it is for people who may see the product.
    """
    workspace = open_workspace(folder)
    refuse_unknown(workspace, product)
    _act(workspace, product, **said)


def _act(workspace: Workspace, product: str, **said: object) -> None:
    declared = workspace.project.products[product]
    if isinstance(path := said["write_to"], Path):
        count = export_quarantine(workspace, declared, path)
        say(f"wrote {count:,} rows of {product} to {path}")
    elif isinstance(path := said["corrected"], Path):
        by, why = said["by"], said["why"]
        if not (isinstance(by, str) and by.strip() and isinstance(why, str) and why.strip()):
            raise click.UsageError("--replay needs --by NAME and --why TEXT")
        done = replay(workspace, declared, path, by=by.strip(), why=why.strip())
        say(
            f"kept {done.changed:,} corrected rows of {product}"
            + (f"; {done.unchanged:,} were as they were offered" if done.unchanged else "")
            + "; run `hereabouts build` to put them in place"
        )
    elif said["undo"]:
        say(f"withdrew {withdraw(workspace, declared):,} corrected rows of {product}")
    else:
        limit, records = said["limit"], bool(said["records"])
        found = quarantined(
            workspace, product, limit=limit if isinstance(limit, int) else 1, records=records
        )
        print_rows(found.rows, as_json=bool(said["as_json"]))
        say(f"{found.total:,} rows of {product} are in quarantine")
