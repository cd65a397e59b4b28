"""`hereabouts export`: what a release holds, as a file."""

from pathlib import Path

import click

from hereabouts.cli.output import audience_option, folder_option, reports_errors, say
from hereabouts.model.policy import Audience
from hereabouts.release.export import export_observations


@click.group("export")
def command() -> None:
    """Write what the newest release holds to a file."""


@command.command("observations")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@folder_option
@audience_option
@reports_errors
def observations(file: Path, folder: Path, audience: str) -> None:
    """Write every observation of the newest release: Parquet or CSV, by FILE's ending."""
    rows = export_observations(folder.resolve(), file, audience=Audience(audience))
    say(f"wrote {rows:,} observations to {file}")
