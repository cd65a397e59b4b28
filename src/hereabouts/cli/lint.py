"""`hereabouts lint`: everything wrong with the folder, at once."""

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, say
from hereabouts.errors import ProjectError
from hereabouts.project import find_problems, write_schemas
from hereabouts.project.retention_due import retention_due
from hereabouts.project.reviews_due import reviews_due
from hereabouts.project.unexplained_columns import unexplained_columns


@click.command("lint")
@folder_option
@json_option
def command(folder: Path, *, as_json: bool) -> None:
    """Check the project folder. Exits 10 when anything is wrong; what is wrong is the output."""
    project, problems = find_problems(folder.resolve())
    if as_json:
        print_rows(map(_row, problems), as_json=True)
        sys.exit(ProjectError.exit_status if problems else 0)
    if problems:
        click.echo("\n".join(map(str, problems)))
        sys.exit(ProjectError.exit_status)
    with suppress(OSError):  # help for editors, and no reason to fail
        write_schemas(folder.resolve())
    if project:
        today = datetime.now(UTC).date()
        due = (*reviews_due(project, today), *retention_due(project, today))
        for warning in (*due, *unexplained_columns(project)):
            say(f"warning: {warning}")
        say(
            f"nothing wrong: {len(project.products)} products, {len(project.indicators)} indicators"
        )


def _row(problem: ProjectError) -> dict[str, object]:
    return {
        "path": problem.at.path if problem.at else None,
        "line": problem.at.line if problem.at else None,
        "code": problem.code,
        "problem": problem.problem,
        "do": problem.do,
    }
