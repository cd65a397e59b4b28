"""What the lake holds now, and how the last run went."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hereabouts.model.converted import conversion_of
from hereabouts.model.converted_words import conversion_words
from hereabouts.model.policy import Audience
from hereabouts.pipeline.last_runs import last_runs
from hereabouts.pipeline.plan import order
from hereabouts.pipeline.workspace import Workspace
from hereabouts.release.bundle import read_description
from hereabouts.release.embargo import embargo_of, utc_now
from hereabouts.release.naming import bundle_name
from hereabouts.release.reader import released_numbers

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Status:
    """One row per product, in the order they are made; one per release; words on conversions."""

    products: list[Row]
    releases: list[Row]
    conversions: dict[str, tuple[str, ...]]  # product -> how it was carried from other areas


def status(workspace: Workspace) -> Status:
    """Look at every product and release."""
    last = last_runs(workspace.lake)
    products = [
        _product(workspace, product_id, last[product_id].outcome if product_id in last else "")
        for product_id in order(workspace.project.products)
    ]
    return Status(products, _releases(workspace), _conversions(workspace))


def _conversions(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    tables = {name: workspace.latest(name) for name in order(workspace.project.products)}
    converted = {name: conversion_of(table.facts) for name, table in tables.items() if table}
    return {name: conversion_words(found) for name, found in converted.items() if found}


def _product(workspace: Workspace, product_id: str, outcome: str) -> Row:
    table = workspace.latest(product_id)
    facts = table.facts if table else {}
    return {
        "product": product_id,
        "version": table.version if table else None,
        "made_at": facts.get("made_at"),
        "rows": facts.get("rows_out"),
        "quarantined": facts.get("rows_quarantined"),
        "last_run": outcome or "never",
    }


def _releases(workspace: Workspace) -> list[Row]:
    found = [
        (number, audience)
        for audience in Audience
        for number in released_numbers(workspace.layout.root, audience=audience)
    ]
    return [_release(workspace, number, audience) for number, audience in sorted(found)]


def _release(workspace: Workspace, number: int, audience: Audience) -> Row:
    folder = workspace.layout.releases / bundle_name(number, audience)
    said = read_description(folder)
    return {
        "release": number,
        "audience": audience.value,
        "made_at": said["made_at"],
        "shown": said["disclosure"]["shown"],
        "hidden": said["disclosure"]["hidden"],
        "embargo": _embargo(folder),
    }


def _embargo(folder: Path) -> str:
    """Until when the release is not shown; empty where it is."""
    embargo = embargo_of(folder)
    return f"until {embargo.words}" if embargo and embargo.until > utc_now() else ""
