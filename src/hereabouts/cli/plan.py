"""`hereabouts plan`: what a build would do, and why."""

from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.pipeline.build import look
from hereabouts.pipeline.workspace import open_workspace


@click.command("plan")
@folder_option
@json_option
@click.option("--all", "show_all", is_flag=True, help="List what stays as it is, too.")
@reports_errors
def command(folder: Path, *, as_json: bool, show_all: bool) -> None:
    """Say what `build` would make, and why."""
    planned, _ = look(open_workspace(folder))
    steps = planned.steps if show_all else planned.running
    print_rows(
        (
            {"step": step.id, "kind": step.kind, "makes": step.runs, "why": step.reason}
            for step in steps
        ),
        as_json=as_json,
    )
    say(f"{len(planned.running)} of {len(planned.steps)} steps would run")
