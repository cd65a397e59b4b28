"""From agreements/<agreement>.yml to the agreement."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.model.agreement import EVERYTHING, Agreement, SharedProduct
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_agreement(data: Said, document: Document, *, name: str) -> Agreement:
    """The agreement that `data`, which fits its schema, declares."""
    return Agreement(
        id=name,
        title=data["title"],
        providers=tuple(data["providers"]),
        recipients=tuple(data["recipients"]),
        purposes=tuple(data["purposes"]),
        objective=data["objective"],
        benefits=data.get("benefits", ""),
        lawful_basis=data["lawful_basis"],
        special_category_condition=data.get("special_category_condition", ""),
        power=data.get("power", ""),
        products=tuple(_shared(said) for said in data["products"]),
        starts_on=date.fromisoformat(data["starts_on"]),
        ends_on=date.fromisoformat(data["ends_on"]),
        review_on=date.fromisoformat(data["review_on"]),
        revoked_on=date.fromisoformat(data["revoked_on"]) if "revoked_on" in data else None,
        revoked_why=data.get("revoked_why", ""),
        retention=data["retention"],
        disposal=data.get("disposal", ""),
        method=data.get("method", ""),
        dpia=data.get("dpia", ""),
        dpia_needed=data.get("dpia_needed", True),
        contact=data.get("contact", ""),
        approved_by=data["approved_by"],
        approved_on=date.fromisoformat(data["approved_on"]),
        notes=tuple(data.get("notes", ())),
        at=document.at(),
    )


def _shared(said: Said) -> SharedProduct:
    return SharedProduct(
        product=said["product"],
        columns=tuple(said.get("columns", (EVERYTHING,))),
        areas=tuple(said.get("areas", (EVERYTHING,))),
        area_column=said.get("area_column", ""),
    )
