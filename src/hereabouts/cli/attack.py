"""`hereabouts attack`: try to work out what a release hides, from its published files alone."""

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
from hereabouts.model.policy import Audience
from hereabouts.release.absent import no_such, none_yet
from hereabouts.release.attack.attack_release import Attacked, attack_release
from hereabouts.release.naming import bundle_name
from hereabouts.release.reader import released_numbers, releases_folder


@click.command("attack")
@click.argument("release", default="latest")
@folder_option
@audience_option
@click.option("--alone", is_flag=True, help="Leave earlier releases out of it.")
@json_option
@reports_errors
def command(release: str, folder: Path, audience: str, *, alone: bool, as_json: bool) -> None:
    """Attack RELEASE, a number or `latest`, together with the releases before it.

    Every hidden count is bounded by all that is published, with linear programs. What can be
    worked out exactly, or more closely than its policy allows, is counted and its place is told;
    its value never is.
    """
    to = Audience(audience)
    number = _number(release, folder, to)
    numbers = [one for one in released_numbers(folder, audience=to) if one < number]
    root = releases_folder(folder)
    earlier = [] if alone else [root / bundle_name(one, to) for one in numbers]
    found = attack_release(root / bundle_name(number, to), earlier=earlier)
    totals = _totals(found)
    say(_words(number, totals, len(earlier)))
    print_data(
        {"release": number, **totals, "families": [f.as_json() for f in found]}, as_json=as_json
    )
    if totals["narrower_than_policy"]:
        raise click.exceptions.Exit(1)


def _number(release: str, folder: Path, audience: Audience) -> int:
    numbers = released_numbers(folder, audience=audience)
    if not numbers:
        raise none_yet(audience)
    if release == "latest":
        return numbers[-1]
    if not release.isdigit() or int(release) not in numbers:
        raise no_such(int(release) if release.isdigit() else 0, audience=audience)
    return int(release)


def _totals(found: tuple[Attacked, ...]) -> dict[str, int]:
    names = ("cells_hidden", "recovered_exactly", "narrower_than_policy")
    return {name: sum(getattr(one, name) for one in found) for name in names}


def _words(number: int, totals: dict[str, Any], earlier: int) -> str:
    beside = f" together with {earlier} before it" if earlier else ""
    return (
        f"release {number}{beside}: of {totals['cells_hidden']:,} hidden rows,"
        f" {totals['recovered_exactly']:,} can be worked out exactly and"
        f" {totals['narrower_than_policy']:,} more closely than their policy allows"
    )
