"""`hereabouts release`: pin every version, protect it, and number it."""

from datetime import UTC, datetime
from pathlib import Path

import click

from hereabouts.cli.output import (
    audience_option,
    folder_option,
    json_option,
    print_data,
    reports_errors,
    say,
)
from hereabouts.model.policy import Audience
from hereabouts.pipeline.publish import release as make_release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project.reviews_due import reviews_due
from hereabouts.release.make import Release


@click.command("release")
@folder_option
@audience_option
@json_option
@reports_errors
def command(folder: Path, audience: str, *, as_json: bool) -> None:
    """Make a numbered, immutable release of what was built."""
    workspace = open_workspace(folder)
    for due in reviews_due(workspace.project, datetime.now(UTC).date()):
        say(f"warning: {due}")
    made = make_release(workspace, audience=Audience(audience))
    say(summary(made))
    disclosure = made.description["disclosure"]
    print_data(
        {
            "number": made.number,
            "audience": made.audience.value,
            "new": made.new,
            "made_at": made.description["made_at"],
            "shown": disclosure["shown"],
            "hidden": disclosure["hidden"],
        },
        as_json=as_json,
    )


def summary(made: Release) -> str:
    """What was released, in one sentence."""
    if not made.new:
        return f"nothing changed since {made.audience.value} release {made.number}"
    return f"made {made.audience.value} release {made.number}"
