"""From maturity.yml to what people judged."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.model.maturity import Judgement, Maturity, MaturityAction
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_maturity(data: Said, document: Document) -> Maturity:
    """What `data`, which fits its schema, says; each topic's judgements by their days."""
    return Maturity(
        topics={
            topic: tuple(sorted(map(_judgement, said), key=lambda one: one.assessed_on))
            for topic, said in data.items()
        },
        at=document.at(),
    )


def _judgement(said: Said) -> Judgement:
    return Judgement(
        assessed_on=date.fromisoformat(said["assessed_on"]),
        level=said["level"],
        why=said["why"],
        assessed_by=said["assessed_by"],
        actions=tuple(_action(one) for one in said.get("actions", ())),
    )


def _action(said: Said) -> MaturityAction:
    return MaturityAction(
        what=said["what"],
        owner=said["owner"],
        by=date.fromisoformat(said["by"]),
        done_on=date.fromisoformat(said["done_on"]) if "done_on" in said else None,
    )
