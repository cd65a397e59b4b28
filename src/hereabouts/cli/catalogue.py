"""`hereabouts catalogue`: what the newest open release holds, for the catalogues of others."""

import os
from pathlib import Path

import click

from hereabouts.cli.output import folder_option, reports_errors, say
from hereabouts.doors.web.found.profiles import (
    DCAT_AP,
    OPEN_LINEAGE,
    PROFILES,
    UKGOV,
    as_events,
    as_json_ld,
    as_turtle,
)
from hereabouts.doors.web.found.ukgov import ukgov_records
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings, public_address
from hereabouts.doors.web.visit import Visit
from hereabouts.errors import HereaboutsError, ReleaseError

WRITERS = {"turtle": as_turtle, "jsonld": as_json_ld}


@click.group("catalogue")
def command() -> None:
    """Describe what the newest open release holds, for the catalogues of others."""


@command.command("export")
@click.option(
    "--profile",
    type=click.Choice([*PROFILES, OPEN_LINEAGE]),
    default=DCAT_AP,
    show_default=True,
    help="dcat-ap for European portals and CKAN; ukgov for the UK government's model; openlineage"
    " for events that say how each product was made.",
)
@click.option(
    "--format",
    "written",
    type=click.Choice(list(WRITERS)),
    help="Turtle unless said. Events of openlineage are always JSON, one a line.",
)
@click.option(
    "-o",
    "--out",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; standard output unless said.",
)
@click.option(
    "--address",
    default="",
    help="The site's public address, such as https://place.example.org; HEREABOUTS_ADDRESS unless"
    " said.",
)
@folder_option
@reports_errors
def export(
    profile: str, written: str | None, file: Path | None, address: str, folder: Path
) -> None:
    """Write the whole catalogue in one profile: every indicator and product of the release."""
    if written and profile == OPEN_LINEAGE:
        raise click.UsageError("--format goes with --profile dcat-ap or ukgov")
    site = _site(address)
    visit = open_site(SiteSettings(root=folder.resolve())).visit(None, query="")
    if profile == UKGOV:
        _say_incomplete(visit, site)
    if profile == OPEN_LINEAGE:
        said = as_events(visit, site=site)
    else:
        said = WRITERS[written or "turtle"](visit, profile=profile, site=site)
    _write(said, file)


def _site(address: str) -> str:
    found = public_address({"HEREABOUTS_ADDRESS": address} if address else os.environ)
    if not found:
        raise HereaboutsError(
            "a catalogue says where each thing is, and the site's address is not known",
            code="W400",
            do="say it as in --address https://place.example.org, or in HEREABOUTS_ADDRESS",
        )
    return found


def _say_incomplete(visit: Visit, site: str) -> None:
    """What the UK model demands and a record lacks; an error where no record is left."""
    records = ukgov_records(visit, site=site)
    for lacking in records.incomplete:
        say(f"warning: left out, as the UK model demands what it lacks: {lacking}")
    if not records.datasets:
        raise ReleaseError(
            "no indicator or product has all that the UK model demands",
            code="W401",
            do="give place.yml a contact that is an e-mail address, and each contract a licence",
        )


def _write(said: bytes, file: Path | None) -> None:
    if file is None:
        click.echo(said, nl=False)
        return
    try:
        file.write_bytes(said)
    except OSError as error:
        raise ReleaseError(
            f"'{file}' cannot be written ({type(error).__name__})",
            code="W405",
            do="name a folder that exists, has room and can be written to",
        ) from error
    say(f"wrote {len(said):,} bytes to {file}")
