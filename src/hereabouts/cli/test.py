"""`hereabouts test`: the examples beside each product, run."""

from pathlib import Path

import click

from hereabouts.cli.output import fail, folder_option, json_option, print_rows, reports_errors, say
from hereabouts.pipeline.examples import try_examples
from hereabouts.pipeline.workspace import open_workspace


@click.command("test")
@folder_option
@json_option
@reports_errors
def command(folder: Path, *, as_json: bool) -> None:
    """Run every examples.yml: a few rows in, the rows expected out."""
    workspace = open_workspace(folder)
    tried = list(try_examples(workspace.project, scratch=workspace.layout.scratch))
    if as_json:
        print_rows(
            (
                {"product": t.product, "example": t.example, "error": str(t.error or "") or None}
                for t in tried
            ),
            as_json=True,
        )
    failed = [t.error for t in tried if t.error]
    say(f"{len(tried) - len(failed)} examples passed, {len(failed)} failed")
    if failed:
        fail(failed)
