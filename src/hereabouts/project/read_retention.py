"""From policies/retention/<name>.yml and policies/holds/<name>.yml to schedules and holds."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.model.retention import Driver, HeldRows, Hold, RetentionSchedule, Then
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_schedule(data: Said, document: Document, *, name: str) -> RetentionSchedule:
    """The schedule that `data`, which fits its schema, declares."""
    return RetentionSchedule(
        name=name,
        record_type=data["record_type"],
        products=tuple(data["products"]),
        keep=data["keep"],
        counted_from=data["counted_from"],
        then=Then(data["then"]),
        archive_to=data.get("archive_to", ""),
        authority=data["authority"],
        driver=Driver(data["driver"]),
        approved_by=data["approved_by"],
        approved_on=date.fromisoformat(data["approved_on"]),
        review_on=date.fromisoformat(data["review_on"]),
        at=document.at(),
    )


def read_hold(data: Said, document: Document, *, name: str) -> Hold:
    """The hold that `data`, which fits its schema, declares."""
    rows = data.get("rows")
    return Hold(
        name=name,
        why=data["why"],
        products=tuple(data["products"]),
        rows=_held_rows(rows) if rows else None,
        placed_by=data["placed_by"],
        placed_on=date.fromisoformat(data["placed_on"]),
        lifted_on=date.fromisoformat(data["lifted_on"]) if "lifted_on" in data else None,
        at=document.at(),
    )


def _held_rows(said: Said) -> HeldRows:
    return HeldRows(
        column=said["column"],
        values=tuple(said.get("values", ())),
        marks=tuple(said.get("marks", ())),
    )
