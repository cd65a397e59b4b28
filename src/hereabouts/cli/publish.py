"""`hereabouts publish`: the open site as files, for any host that can serve a folder."""

import os
from pathlib import Path
from typing import Any

import click

from hereabouts.cli.output import (
    audience_option,
    folder_option,
    json_option,
    print_data,
    reports_errors,
    say,
)
from hereabouts.cli.progress_bar import progress_bar
from hereabouts.doors.static.publish import PublishedSite, Wanted, publish
from hereabouts.model.policy import Audience

MOST_JOBS = 32
STEPS = ("pages and data", "links", "files into place")


@click.command("publish")
@click.argument("to", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@folder_option
@audience_option
@click.option("--base-url", default="", help="The public address, such as https://example.org/map.")
@click.option("--release", "number", type=click.IntRange(1), help="The newest unless said.")
@click.option(
    "--area-types",
    default="",
    help="Kinds of area whose areas get pages, with commas; those of at most 1,000 unless said.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=lambda: min(4, os.cpu_count() or 1),
    show_default="processors, at most 4",
    help="How many processes make pages.",
)
@click.option("--compress", is_flag=True, help="Write .br and .gz beside files that pack well.")
@json_option
@reports_errors
def command(to: Path, folder: Path, *, as_json: bool, **chosen: Any) -> None:
    """Write the whole open site as files that any web host or CDN serves.

    DIR is new, empty, or was published to before: then only what changed is written. Nothing in
    it changes until every page is made and every link is checked.
    """
    made = _publish(folder.resolve(), to, _wanted(**chosen))
    say(summary(made, to))
    print_data(
        {
            "release": made.release,
            "pages": made.pages,
            "files": made.files,
            "bytes": made.bytes,
            "written": made.changes.written if made.changes else 0,
            "removed": made.changes.removed if made.changes else 0,
        },
        as_json=as_json,
    )


def _wanted(
    *, audience: str, base_url: str, number: int | None, area_types: str, jobs: int, compress: bool
) -> Wanted:
    return Wanted(
        number=number,
        area_types=tuple(kind.strip() for kind in area_types.split(",") if kind.strip()),
        base=base_url,
        audience=Audience(audience),
        jobs=jobs,
        twins=compress,
    )


def summary(made: PublishedSite, to: Path) -> str:
    """What was published, in words."""
    if made.changes is None:
        words = f"{to} is release {made.release} already: nothing was written"
    else:
        words = (
            f"published release {made.release} to {to}: {made.pages:,} pages,"
            f" {made.files:,} files, {made.bytes / 1e6:,.1f} MB; {made.changes.written:,} written,"
            f" {made.changes.removed:,} removed, {made.changes.kept:,} as they were"
        )
    if made.left_out:
        words += f"\nwithout a page for each area of {', '.join(made.left_out)} (see --area-types)"
    return words


def _publish(root: Path, to: Path, wanted: Wanted) -> PublishedSite:
    with progress_bar() as bar:
        begun: list[str] = []

        def on_step(step: str) -> None:
            if begun:
                bar.end(begun[-1], outcome="made")
            else:
                bar.begin(STEPS)
            begun.append(step)
            bar.start(step)

        made = publish(
            root,
            to,
            wanted,
            on_step=on_step,
            listener=lambda done, left: bar.detail(f"{done:,} made, {left:,} more known"),
        )
        if begun:
            bar.end(begun[-1], outcome="made")
    return made
