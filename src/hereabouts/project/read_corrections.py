"""From corrections.yml to corrections."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.source import Correction
from hereabouts.project.yaml_text import Document


def read_corrections(data: Mapping[str, Any], document: Document) -> tuple[Correction, ...]:
    """The corrections that `data`, which fits its schema, declares; empty text is no value."""
    return tuple(
        Correction(
            column=said["column"],
            find=said["find"] or None,
            becomes=said["becomes"] or None,
            where=dict(said.get("where", {})),
            file=said.get("file", ""),
            rows=said.get("rows"),
            why=said["why"],
            at=document.at("corrections", number),
        )
        for number, said in enumerate(data["corrections"])
    )
