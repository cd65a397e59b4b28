"""`hereabouts may-show INDICATOR CODE...`: whether the sum over some areas may be told."""

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
from hereabouts.errors import DisclosureError
from hereabouts.model.policy import Audience
from hereabouts.pipeline.may_show_sum import may_show_sum


@click.command("may-show")
@click.argument("indicator")
@click.argument("codes", nargs=-1, required=True)
@folder_option
@audience_option
@json_option
@reports_errors
def command(
    indicator: str, codes: tuple[str, ...], folder: Path, audience: str, *, as_json: bool
) -> None:
    """Say whether the sum of INDICATOR over areas, by their CODEs, may be told, and why not.

    It is held against the newest release and those before it; no count is printed. Exits 12
    where it may not be told.
    """
    found = may_show_sum(folder, Audience(audience), indicator, codes)
    for objection in found.objections:
        say(str(objection))
    print_data(
        {
            "may_show": found.is_allowed,
            "reasons": [str(objection) for objection in found.objections],
        },
        as_json=as_json,
    )
    if not found.is_allowed:
        raise click.exceptions.Exit(DisclosureError.exit_status)
