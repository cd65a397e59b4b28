"""From pages/<page>.yml to a page."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.page import Page
from hereabouts.project.yaml_text import Document


def read_page(data: Mapping[str, Any], document: Document, *, name: str) -> Page:
    """The page that `data`, which fits its schema, declares."""
    return Page(
        name=name,
        title=data["title"],
        lede=data["lede"],
        indicators=tuple(data["indicators"]),
        at=document.at(),
    )
