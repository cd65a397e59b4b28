"""From convert.yml to a conversion."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.conversion import (
    Blocks,
    Conversion,
    HoldOut,
    LookupStep,
    NewWeights,
    Rounding,
)
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_conversion(data: Said, document: Document) -> Conversion:
    """The conversion that `data`, which fits its schema, declares."""
    weights = _weights(data["weights"], document) if "weights" in data else None
    return Conversion(
        source=data["from"],
        area=data["area"],
        to=data["to"],
        by=tuple(_step(said, document, number) for number, said in enumerate(data.get("by", ()))),
        blocks=_blocks(data["blocks"], document) if "blocks" in data else None,
        columns=tuple(data["columns"]),
        keys=tuple(data.get("keys", ())),
        weights=weights,
        hold_out=_hold_out(data, weights, document) if "hold_out" in data else None,
        error_at_most=data.get("error_at_most"),
        uncarried_at_most=data.get("uncarried_at_most", 0.0),
        round=Rounding(data["round"]) if "round" in data else None,
        at=document.at(),
    )


def _step(said: Said, document: Document, number: int) -> LookupStep:
    return LookupStep(
        product=said["product"],
        old=said["old"],
        new=said["new"],
        change=said.get("change"),
        at=document.at("by", number),
    )


def _blocks(said: Said, document: Document) -> Blocks:
    return Blocks(
        product=said["product"],
        old=said["old"],
        new=said["new"],
        weight=said["weight"],
        match=tuple(said.get("match", ())),
        at=document.at("blocks"),
    )


def _weights(said: Said, document: Document) -> NewWeights:
    return NewWeights(
        product=said["product"],
        area=said["area"],
        weight=said["weight"],
        match=tuple(said.get("match", ())),
        at=document.at("weights"),
    )


def _hold_out(data: Said, weights: NewWeights | None, document: Document) -> HoldOut:
    """Its area column, unless said, is that of the weights when they are of one product."""
    said = data["hold_out"]
    same = weights is not None and weights.product == said["product"]
    return HoldOut(
        product=said["product"],
        area=said.get("area", weights.area if weights and same else data["to"]),
        column=said["column"],
        of=said.get("of", data["columns"][0]),
        at=document.at("hold_out"),
    )
