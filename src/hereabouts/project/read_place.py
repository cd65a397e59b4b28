"""From place.yml to the place."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.languages import ENGLISH
from hereabouts.model.place import (
    AreaType,
    Benchmark,
    Group,
    Look,
    Place,
    SimilarAreas,
)
from hereabouts.project.read_code_history import read_code_history
from hereabouts.project.read_logo import read_logo
from hereabouts.project.read_neighbourhood import (
    read_defined_by,
    read_members_product,
    read_neighbourhoods,
    read_population,
    read_postcode_lookup,
)
from hereabouts.project.reader import Reader
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_place(data: Said, document: Document, reader: Reader) -> Place:
    """The place that `data`, which fits its schema, declares; with the lists that it names."""
    return Place(
        title=data["title"],
        description=data["description"],
        area_types=tuple(_area_type(c, s, document) for c, s in data["area_types"].items()),
        neighbourhoods=read_neighbourhoods(data, document, reader),
        home_area_type=data["home_area_type"],
        benchmarks=tuple(
            Benchmark(
                name=name,
                title=said["title"],
                code=said["code"],
                begins=tuple(said["begins"]),
                at=document.at("benchmarks", name),
            )
            for name, said in data.get("benchmarks", {}).items()
        ),
        groups=tuple(_group(n, said, document) for n, said in data.get("groups", {}).items()),
        code_history=read_code_history(data, document),
        postcode_lookup=read_postcode_lookup(data, document),
        population=read_population(data, document),
        similar_areas=_similar(data["similar_areas"], document)
        if "similar_areas" in data
        else None,
        look=Look(
            **{name: said for name, said in data.get("look", {}).items() if name != "logo"},
            organisation=data["organisation"],
            contact=data["contact"],
            logo=read_logo(data, document, reader),
        ),
        languages=tuple(data.get("languages", (ENGLISH,))),
        at=document.at(),
    )


def _area_type(code: str, said: Said, document: Document) -> AreaType:
    return AreaType(
        code=code,
        title=said["title"],
        plural=said["plural"],
        short=said["short"],
        product=said.get("product"),
        code_column=said.get("code", ""),
        name_column=said.get("name", ""),
        base=said.get("base", False),
        parents=said.get("parents", {}),
        boundaries=said.get("boundaries"),
        layer=said.get("layer"),
        vintage=said.get("vintage"),
        nests_in=tuple(said.get("nests_in", ())),
        members_from=read_members_product(said.get("members_from")),
        overlapping=said.get("overlapping", False),
        defined_by=read_defined_by(said),
        at=document.at("area_types", code),
    )


def _group(name: str, said: Said, document: Document) -> Group:
    return Group(
        name=name,
        title=said["title"],
        product=said["product"],
        code_column=said["code"],
        column=said["column"],
        worst_first=said.get("worst_first", True),
        at=document.at("groups", name),
    )


def _similar(said: Said, document: Document) -> SimilarAreas:
    return SimilarAreas(
        area_type=said["area_type"],
        count=said.get("count", 15),
        indicators=tuple(said["indicators"]),
        weights={name: float(weight) for name, weight in said.get("weights", {}).items()},
        at=document.at("similar_areas"),
    )
