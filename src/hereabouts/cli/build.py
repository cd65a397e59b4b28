"""`hereabouts build`: bring the lake up to date with the folder."""

from pathlib import Path

import click

from hereabouts.cli.output import fail, folder_option, json_option, print_rows, reports_errors, say
from hereabouts.cli.progress_bar import progress_bar
from hereabouts.pipeline.build import Built
from hereabouts.pipeline.build import build as run_build
from hereabouts.pipeline.runs import RunRecord
from hereabouts.pipeline.workspace import open_workspace


@click.command("build")
@folder_option
@json_option
@reports_errors
def command(folder: Path, *, as_json: bool) -> None:
    """Make what changed, in order. Safe to stop at any moment, and to run again."""
    workspace = open_workspace(folder)
    with progress_bar() as progress:
        built = run_build(workspace, progress=progress)
    if as_json:
        print_rows(map(_row, built.records), as_json=True)
    for note in built.notes:
        say(note)
    say(summary(built))
    if built.errors:
        fail(built.errors)


def summary(built: Built) -> str:
    """What a build did, in one sentence."""
    if not built.records:
        return "nothing changed, so nothing was made"
    count = {
        outcome: sum(r.outcome == outcome for r in built.records)
        for outcome in ("made", "failed", "blocked")
    }
    quarantined = sum(r.rows_quarantined or 0 for r in built.records)
    words = [f"{number} {outcome}" for outcome, number in count.items() if number]
    kept = f"; {quarantined:,} rows in quarantine" if quarantined else ""
    return ", ".join(words) + kept


def _row(record: RunRecord) -> dict[str, object]:
    return {
        "step": record.step,
        "outcome": record.outcome,
        "why": record.reason,
        "seconds": round(record.seconds, 2),
        "version": record.version,
        "rows_in": record.rows_in,
        "rows_out": record.rows_out,
        "rows_quarantined": record.rows_quarantined,
        "error": record.error or None,
    }
