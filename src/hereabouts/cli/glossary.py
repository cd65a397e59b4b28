"""`hereabouts glossary export`: the words of the newest release, for other catalogues."""

import json
import os
from pathlib import Path

import click

from hereabouts.cli.output import audience_option, folder_option, reports_errors
from hereabouts.doors.web.found.skos import glossary_rows, skos
from hereabouts.doors.web.found.turtle import turtle
from hereabouts.doors.web.site_settings import public_address
from hereabouts.errors import HereaboutsError
from hereabouts.model.policy import Audience
from hereabouts.release.reader import latest


@click.group("glossary")
def command() -> None:
    """Write the glossary of the newest release for other catalogues."""


@command.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(["turtle", "jsonld", "csv"]),
    default="turtle",
    show_default=True,
    help="SKOS as Turtle or as JSON-LD, or a table.",
)
@click.option(
    "--address",
    default="",
    help="The site's public address, as in https://place.example.org; HEREABOUTS_ADDRESS unless"
    " said.",
)
@folder_option
@audience_option
@reports_errors
def export(form: str, address: str, folder: Path, audience: str) -> None:
    """Print the glossary of the newest release: what each term means, and what it belongs to."""
    site = _site(address)
    manifest = latest(folder.resolve(), audience=Audience(audience)).manifest
    if form == "csv":
        click.echo(glossary_rows(manifest, site=site), nl=False)
    elif form == "jsonld":
        click.echo(json.dumps(skos(manifest, site=site), indent=2, ensure_ascii=False))
    else:
        click.echo(turtle(skos(manifest, site=site)), nl=False)


def _site(address: str) -> str:
    """The address that begins that of each term.

    Raises:
        HereaboutsError: W269 it is not one of a site; W421 nobody says it.
    """
    asked = {"HEREABOUTS_ADDRESS": address} if address else os.environ
    if site := public_address(asked):
        return site
    raise HereaboutsError(
        "the site's address is not known, and the addresses of terms begin with it",
        code="W421",
        do="say it by --address, as in https://place.example.org, or by HEREABOUTS_ADDRESS",
    )
