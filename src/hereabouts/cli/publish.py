"""`hereabouts publish`: the open site as files, for any host that can serve a folder."""

import os
import time
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
FEWEST_TO_JUDGE = 200  # files
STEPS = ("pages and data", "links", "files into place")


@click.command("publish")
@click.argument("to", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@folder_option
@audience_option
@click.option(
    "--base-url", "base", default="", help="The public address, such as https://example.org/map."
)
@click.option("--release", "number", type=click.IntRange(1), help="The newest unless said.")
@click.option(
    "--area-types",
    default="",
    help="Kinds of area whose areas get pages, with commas, or all; those of at most 1,000"
    " unless said.",
)
@click.option(
    "--packs", default="", help="Kinds of area whose areas get board packs too, with commas."
)
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=lambda: min(4, os.cpu_count() or 1),
    show_default="processors, at most 4",
    help="How many processes make pages.",
)
@click.option(
    "--compress", "twins", is_flag=True, help="Write .br and .gz beside files that pack well."
)
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


def _wanted(*, audience: str, area_types: str, packs: str, **said: Any) -> Wanted:
    return Wanted(
        audience=Audience(audience), area_types=_listed(area_types), packs=_listed(packs), **said
    )


def _listed(said: str) -> tuple[str, ...]:
    return tuple(kind.strip() for kind in said.split(",") if kind.strip())


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
        kinds = ", ".join(f"{count:,} {code}" for code, count in made.left_out)
        words += f"\nwithout a page for each of {kinds} (--area-types all makes them)"
    if made.taken_over:
        words += f"\n{made.taken_over:,} files were made before it was stopped"
    return words


def said_of(done: int, left: int, *, begun: float) -> str:
    """How far it is and, once there is something to judge by, about how long it still takes."""
    words = f"{done:,} made, {left:,} more known"
    if done < FEWEST_TO_JUDGE or not left:
        return words
    minutes = (time.monotonic() - begun) / done * left / 60
    return f"{words}, about {max(1, round(minutes)):,} min left" if minutes else words


def _publish(root: Path, to: Path, wanted: Wanted) -> PublishedSite:
    with progress_bar() as bar:
        begun: list[str] = []
        begun_at = time.monotonic()

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
            listener=lambda done, left: bar.detail(said_of(done, left, begun=begun_at)),
        )
        if begun:
            bar.end(begun[-1], outcome="made")
    return made
