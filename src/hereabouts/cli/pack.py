"""`hereabouts pack`: a theme in an area, as a document for a board."""

from pathlib import Path

import click

from hereabouts.cli.output import audience_option, folder_option, reports_errors, say
from hereabouts.doors.web.board_pack.making import make_pack
from hereabouts.errors import HereaboutsError
from hereabouts.model.policy import Audience

FORMATS = ("pdf", "pptx")


@click.command("pack")
@click.argument("theme")
@click.option("--area", required=True, help="Its kind and code, such as icb22/E54000037.")
@click.option("--format", "ending", type=click.Choice(FORMATS), help="pdf, unless FILE says pptx.")
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; named for what is in it unless said.",
)
@click.option("--release", type=click.IntRange(1), help="Its number; the newest unless said.")
@folder_option
@audience_option
@reports_errors
def command(  # noqa: PLR0913, PLR0917  # as many as it has options
    theme: str,
    area: str,
    ending: str | None,
    file: Path | None,
    release: int | None,
    folder: Path,
    audience: str,
) -> None:
    """Write the board pack of THEME, a theme of the indicators or a declared page, in one area."""
    area_type, code = _area(area)
    ending = _ending(ending, file)
    made = make_pack(
        folder.resolve(),
        audience=Audience(audience),
        number=release,
        of=(theme, area_type, code),
        ending=ending,
    )
    file = file or Path(made.name)
    file.write_bytes(made.content)
    say(f"wrote {made.title} to {file}")


def _area(said: str) -> tuple[str, str]:
    kind, _stroke, code = said.partition("/")
    if not kind or not code:
        raise HereaboutsError(
            "--area does not say both a kind of area and a code",
            code="W314",
            do="write it as in --area icb22/E54000037",
        )
    return kind, code


def _ending(said: str | None, file: Path | None) -> str:
    """As --format says, else as the file does."""
    of_file = file.suffix.lower().removeprefix(".") if file else ""
    if file and (of_file not in FORMATS or said not in (None, of_file)):
        raise HereaboutsError(
            "the file's ending is not that of the format",
            code="W315",
            do=f"name it as in board.{said or 'pdf'}",
        )
    return said or of_file or FORMATS[0]
