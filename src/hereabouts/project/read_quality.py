"""From quality.yml to what people plan, found and accept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hereabouts.model.quality import (
    Acceptance,
    Action,
    ActionStatus,
    QualityFile,
    RecordedCheck,
)
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_quality(data: Said, document: Document) -> QualityFile:
    """What `data`, which fits its schema, says."""
    return QualityFile(
        actions=tuple(
            _action(said, document, number) for number, said in enumerate(data.get("actions", ()))
        ),
        checked=tuple(
            _check(said, document, number) for number, said in enumerate(data.get("checked", ()))
        ),
        accepted=tuple(
            _acceptance(said, document, number)
            for number, said in enumerate(data.get("accepted", ()))
        ),
    )


def _action(said: Said, document: Document, number: int) -> Action:
    return Action(
        what=said["what"],
        about=said.get("rule", said.get("dimension", "")),
        owner=said["owner"],
        due=date.fromisoformat(said["due"]),
        status=ActionStatus(said["status"]),
        note=said.get("note", ""),
        at=document.at("actions", number),
    )


def _check(said: Said, document: Document, number: int) -> RecordedCheck:
    return RecordedCheck(
        rule=said["rule"],
        on=date.fromisoformat(said["on"]),
        by=said["by"],
        found=said["found"],
        sample=said["sample"],
        at=document.at("checked", number),
    )


def _acceptance(said: Said, document: Document, number: int) -> Acceptance:
    return Acceptance(
        by=said["by"],
        on=date.fromisoformat(said["on"]),
        until=date.fromisoformat(said["until"]),
        why=said["why"],
        rules=tuple(said.get("rules", ())),
        at=document.at("accepted", number),
    )
