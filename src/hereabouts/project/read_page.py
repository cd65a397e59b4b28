"""From pages/<page>.yml to a page."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from hereabouts.model.page import Page, Section, SectionKind
from hereabouts.project.yaml_text import Document


def read_page(data: Mapping[str, Any], document: Document, *, name: str) -> Page:
    """The page that `data`, which fits its schema, declares."""
    return Page(
        name=name,
        title=data["title"],
        lede=data["lede"],
        indicators=tuple(data.get("indicators", ())),
        sections=tuple(_sections(data.get("sections", ()))),
        at=document.at(),
    )


def _sections(listed: list[Mapping[str, Any]]) -> Iterator[Section]:
    """Each with a name of its own: addresses say by it which section they speak of."""
    seen: Counter[str] = Counter()
    for said in listed:
        kind = said["kind"]
        seen[kind] += 1
        yield _section(said, name=kind if seen[kind] == 1 else f"{kind}-{seen[kind]}")


def _section(said: Mapping[str, Any], *, name: str) -> Section:
    one = [said["indicator"]] if "indicator" in said else []
    return Section(
        kind=SectionKind(said["kind"]),
        name=name,
        title=said.get("title"),
        words=_paragraphs(said.get("words", "")),
        indicators=tuple(said.get("indicators", one)),
        need=said.get("need"),
        supply=said.get("supply"),
        area_types=tuple(said.get("area_types", ())),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    """Parted by empty lines."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(part for part in parts if part)
