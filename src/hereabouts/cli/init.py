"""`hereabouts init`: a new project folder that lints clean and builds."""

from pathlib import Path

import click

from hereabouts.cli.output import reports_errors, say
from hereabouts.project import write_new, write_schemas


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", help="What the place is called.")
@reports_errors
def command(folder: Path, title: str | None) -> None:
    """Write a new project folder: a small made-up place, ready to change."""
    written = write_new(folder, starter="blank", title=title)
    write_schemas(folder)
    for path in written:
        click.echo(path)
    say(f"wrote {len(written)} files. Next: cd {folder} && hereabouts build")
