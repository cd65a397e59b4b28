"""`hereabouts attack`: try to work out what a release hides, from its published files alone."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from hereabouts.cli.output import (
    Row,
    audience_option,
    folder_option,
    json_option,
    print_data,
    print_rows,
    reports_errors,
    say,
)
from hereabouts.model.policy import Audience
from hereabouts.release.absent import no_such, none_yet
from hereabouts.release.attack.attack_release import Attacked, attack_families
from hereabouts.release.attack.refuse import in_words
from hereabouts.release.attack.totals import totals_of
from hereabouts.release.naming import bundle_name
from hereabouts.release.reader import released_numbers, releases_folder
from hereabouts.release.said_before import held_against

LONG = 1.0  # seconds, after which a person wants to know


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
    root = releases_folder(folder)
    held = held_against(root, to, below=number)
    earlier = [] if alone else held.folders
    if held.left_out and not alone:
        say(f"{held.left_out} older releases are left out of it")
    found = _attacked(root / bundle_name(number, to), earlier)
    totals = totals_of(found)
    say(_words(number, totals, len(earlier)))
    if as_json:
        families = [one.as_json() for one in found]
        print_data({"release": number, **totals, "families": families}, as_json=True)
    else:
        print_rows(_table(found), as_json=False)
        for at in (at for one in found for at in one.addresses):
            say(f"too close: {in_words(at)}")
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


def _attacked(bundle: Path, earlier: Sequence[Path]) -> tuple[Attacked, ...]:
    """Attack family by family, with a line for each that took its time."""
    found: list[Attacked] = []
    started = time.perf_counter()
    for one in attack_families(bundle, earlier=earlier):
        took = time.perf_counter() - started
        if took > LONG:
            say(f"attacked {', '.join(one.indicators)}  {took:.1f} s")
        found.append(one)
        started = time.perf_counter()
    return tuple(found)


def _table(found: Sequence[Attacked]) -> list[Row]:
    return [
        {
            "family": ", ".join(one.indicators),
            "hidden": one.cells_hidden,
            "exactly": one.recovered_exactly,
            "too closely": one.narrower_than_policy,
        }
        for one in found
    ]


def _words(number: int, totals: dict[str, Any], earlier: int) -> str:
    beside = f" together with {earlier} before it" if earlier else ""
    return (
        f"release {number}{beside}: of {totals['cells_hidden']:,} hidden rows,"
        f" {totals['recovered_exactly']:,} can be worked out exactly and"
        f" {totals['narrower_than_policy']:,} more closely than their policy allows"
    )
