"""`hereabouts demo DIR`: a whole place on real input, from nothing to a site."""

import os
from pathlib import Path

import click

from hereabouts.cli import serve
from hereabouts.cli.build import summary as build_summary
from hereabouts.cli.demo_extracts import write_extracts
from hereabouts.cli.output import fail, reports_errors, say
from hereabouts.cli.progress_bar import progress_bar
from hereabouts.cli.release import summary as release_summary
from hereabouts.model.policy import Audience
from hereabouts.pipeline.build import build
from hereabouts.pipeline.publish import release
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.project import write_new, write_schemas


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--serve/--no-serve", "serves", default=True, help="Serve the site afterwards.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@reports_errors
def command(folder: Path, host: str, port: int, *, serves: bool) -> None:
    """Write the stroke-care demo to DIR, build it, release it and serve it.

    A folder that already holds the demo is built again, with whatever you changed in it.
    """
    if not (folder / "place.yml").exists():
        _write(folder)
    _make(folder)
    if serves:
        serve.run(folder, audience=Audience.OPEN, host=host, port=port)


def _write(folder: Path) -> None:
    written = write_new(folder, starter="stroke")
    extracts = write_extracts(folder)
    write_schemas(folder)
    say(f"wrote {len(written)} files and {len(extracts)} synthetic extracts to {folder}{os.sep}")


def _make(folder: Path) -> None:
    workspace = open_workspace(folder)
    with progress_bar() as progress:
        built = build(workspace, progress=progress)
    say(build_summary(built))
    if built.errors:
        fail(built.errors)
    say(release_summary(release(workspace, audience=Audience.OPEN)))
