"""From pages/<page>.yml to a page."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from hereabouts.model.map_colours import Classing, ColourBy, MapColours
from hereabouts.model.page import Page, Section, SectionKind
from hereabouts.project.yaml_text import Document

_COLOURS = {"colour_by", "classes", "number_of_classes", "breaks", "diverge_about"}


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
        colours=_colours(said),
    )


def _colours(said: Mapping[str, Any]) -> MapColours | None:
    """How a map is coloured, where it says anything of that."""
    if not _COLOURS & set(said):
        return None
    plain, about = MapColours(), said.get("diverge_about")
    by = said.get("colour_by", plain.colour if about is None else ColourBy.BENCHMARK)
    return MapColours(
        colour=ColourBy(by),
        classes=Classing(said.get("classes", plain.classes)),
        number=said.get("number_of_classes", plain.number),
        breaks=tuple(map(float, said.get("breaks", ()))),
        about=None if about is None else float(about),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    """Parted by empty lines."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(part for part in parts if part)
