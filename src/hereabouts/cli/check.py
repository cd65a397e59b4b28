"""`hereabouts check`: the quality of each product, as it stands now."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from hereabouts.cli.output import folder_option, json_option, print_rows, reports_errors, say
from hereabouts.errors import DataError
from hereabouts.pipeline.quality_assess import Assessed, assess
from hereabouts.pipeline.quality_history import history
from hereabouts.pipeline.quarantined import refuse_unknown
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.measure import Measure
from hereabouts.quality.score import shown


@click.command("check")
@click.argument("products", nargs=-1, metavar="[PRODUCT]...")
@folder_option
@json_option
@click.option("--rules", is_flag=True, help="List every rule, and how many rows keep it.")
@click.option(
    "--history", "over_time", is_flag=True, help="List every time it was made or refused."
)
@reports_errors
def command(
    products: tuple[str, ...], folder: Path, *, as_json: bool, rules: bool, over_time: bool
) -> None:
    """Say how each PRODUCT stands, or all: rating, score, dimensions, what is overdue.

    Exits with 11 when one is red and its owner has not accepted that.
    """
    workspace = open_workspace(folder)
    for name in products:
        refuse_unknown(workspace, name)
    chosen = products or tuple(workspace.project.products)
    if over_time:
        print_rows(history(workspace.lake, chosen), as_json=as_json)
        return
    found = assess(workspace, chosen, now=datetime.now(UTC))
    if as_json:
        print_rows(map(_in_full, found), as_json=True)
    elif rules:
        print_rows(
            ({"product": one.product.id, **_rule(m)} for one in found for m in one.measures),
            as_json=False,
        )
    else:
        print_rows(map(_in_short, found), as_json=False)
        _say_why(found)
    if any(one.stops_a_release for one in found):
        sys.exit(DataError.exit_status)


def _in_short(one: Assessed) -> dict[str, object]:
    dimensions = {d.value: _said(one.score.dimensions[d]) for d in Dimension}
    return {
        "product": one.product.id,
        "rating": one.score.rating.value if one.score.rating else "not measured",
        "score": _said(one.score.score),
        **dimensions,
        "overdue": _overdue(one),
        "actions": len(one.actions) or "",
    }


def _overdue(one: Assessed) -> str:
    days = one.timely.overdue_days if one.timely else 0
    return f"{days} days" if days else ""


def _said(score: float | None) -> str:
    return "-" if score is None else f"{shown(score):.1f}"


def _say_why(found: list[Assessed]) -> None:
    for one in found:
        for reason in one.score.reasons:
            say(f"{one.product.id} is {reason.rating.value}: {reason.words}")
        if one.accepted:
            say(
                f"{one.product.id} is accepted by {one.accepted.by} until {one.accepted.until}:"
                f" {one.accepted.why}"
            )
        for name in one.not_checked:
            say(f"{one.product.id}: nobody has recorded a check of '{name}'")
        if one.overdue_actions:
            say(f"{one.product.id}: {one.overdue_actions} open actions are past their day")


def _in_full(one: Assessed) -> dict[str, object]:
    fresh = one.timely.freshness if one.timely else None
    accepted = one.accepted
    return {
        "product": one.product.id,
        "version": one.version,
        "made_at": one.made_at,
        "rating": one.score.rating.value if one.score.rating else None,
        "score": one.score.score,
        "dimensions": {d.value: one.score.dimensions[d] for d in Dimension},
        "reasons": [
            {"name": r.name, "rating": r.rating.value, "words": r.words} for r in one.score.reasons
        ],
        "next_due": fresh.next_due.isoformat() if fresh else None,
        "overdue_days": one.timely.overdue_days if one.timely else 0,
        "open_actions": [
            {"what": a.what, "about": a.about, "owner": a.owner, "due": a.due, "status": a.status}
            for a in one.actions
        ],
        "overdue_actions": one.overdue_actions,
        "not_checked": list(one.not_checked),
        "accepted": {"by": accepted.by, "until": accepted.until, "why": accepted.why}
        if accepted
        else None,
        "rules": [_rule(measure) for measure in one.measures],
    }


def _rule(measure: Measure) -> dict[str, object]:
    return {
        "rule": measure.rule,
        "name": measure.name,
        "code": measure.code,
        "dimension": measure.dimension.value,
        "severity": measure.severity,
        "tested": measure.tested,
        "broken": measure.broken,
        "passes": measure.passes,
        "percent": None if measure.percent is None else round(measure.percent, 2),
    }
