"""`hereabouts diff`: what changed in a contract, and whom it breaks."""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.errors import ProjectError
from hereabouts.pipeline.contract_impact import Broken
from hereabouts.pipeline.contract_versions import (
    ContractChanges,
    changes_between,
    changes_since,
)
from hereabouts.project.contract_diff.change import Change, Effect, Side
from hereabouts.project.contract_diff.version_step import Step, VersionStep


@click.command("diff")
@click.argument("product", required=False)
@folder_option
@json_option
@click.option(
    "--from",
    "old",
    metavar="REF|FILE",
    help="The contract as it was: a revision of the folder's git repository (HEAD unless said), "
    "or a file.",
)
@click.option(
    "--to",
    "new",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The contract as it is to be, in a file; the product's own unless said.",
)
@reports_errors
def command(
    product: str | None, folder: Path, old: str | None, new: Path | None, *, as_json: bool
) -> None:
    """Say what changed in a contract, whom it breaks, and the version it calls for.

    Without PRODUCT, every contract that changed. Exits 10 when a change is breaking.
    """
    found = _compare(folder.resolve(), product, old, new)
    if as_json:
        print_rows([_row(one) for one in found], as_json=True)
    else:
        click.echo("\n\n".join("\n".join(_lines(one)) for one in found), nl=bool(found))
    if not any(one.changes for one in found):
        say("no contract changed")
    if any(one.is_breaking for one in found):
        sys.exit(ProjectError.exit_status)


def _compare(
    root: Path, product: str | None, old: str | None, new: Path | None
) -> Sequence[ContractChanges]:
    file = Path(old) if old is not None else None
    if new is not None or (file is not None and file.is_file()):
        return (changes_between(root, product, old=file, new=new),)
    return changes_since(root, product, revision=old or "HEAD")


def _lines(found: ContractChanges) -> Iterator[str]:
    yield f"{found.product}: version {found.step.was} to {found.step.now}"
    for effect in Effect:
        changes = [change for change in found.changes if change.effect is effect]
        if changes:
            yield f"  {effect.value}:"
            yield from (f"    - {_whom(change)}" for change in changes)
    if found.is_breaking:
        yield "  breaks:" if found.broken else "  breaks nothing in this folder"
    for (kind, name, at), group in groupby(found.broken, key=lambda b: (b.kind, b.name, b.at)):
        yield f"    {kind} {name} ({at})"
        yield from (f"      - {_how(broken)}" for broken in group)
    yield f"  {_version(found.step)}"


def _whom(change: Change) -> str:
    sides = [side for side in Side if side in change.breaks]
    return change.what + (f" [{' and '.join(sides)}]" if sides else "")


def _how(broken: Broken) -> str:
    return f"{broken.change}: {broken.how}"


def _version(step: VersionStep) -> str:
    if step.called_for is Step.NONE:
        return "version: nothing calls for another"
    wanted = f"version: this calls for a {step.called_for.name.lower()} step"
    if not step.suggested:
        return f"{wanted}; '{step.was}' has no numbers to raise"
    if step.is_raised is None:
        return f"{wanted}, to {step.suggested}; '{step.now}' has no numbers to compare"
    if step.is_raised:
        return f"{wanted}, and it was taken"
    return f"{wanted}: write `version: {step.suggested}` in the contract"


def _row(found: ContractChanges) -> dict[str, object]:
    return {
        "product": found.product,
        "breaking": found.is_breaking,
        "version": {
            "was": found.step.was,
            "now": found.step.now,
            "called_for": found.step.called_for.name.lower(),
            "suggested": found.step.suggested or None,
            "raised": found.step.is_raised,
        },
        "changes": [
            {
                "what": change.what,
                "effect": change.effect.value,
                "column": change.column,
                "breaks": sorted(change.breaks),
            }
            for change in found.changes
        ],
        "broken": [
            {
                "kind": broken.kind,
                "name": broken.name,
                "change": broken.change,
                "how": broken.how,
                "certain": broken.is_certain,
                "at": str(broken.at),
            }
            for broken in found.broken
        ],
    }
