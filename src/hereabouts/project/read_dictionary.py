"""From dictionary.yml to the dictionary."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.dictionary import DataEntity, Dictionary, How, Relation, SharedField
from hereabouts.model.product import LogicalType
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_dictionary(data: Said, document: Document) -> Dictionary:
    """The entities and fields that `data`, which fits its schema, declares."""
    entities = {name: _entity(name, said, document) for name, said in _part(data, "entities")}
    fields = {name: _field(name, said, document) for name, said in _part(data, "fields")}
    return Dictionary(entities=entities, fields=fields)


def _part(data: Said, name: str) -> list[tuple[str, Said]]:
    return list(data.get(name, {}).items())


def _entity(name: str, said: Said, document: Document) -> DataEntity:
    return DataEntity(
        name=name,
        title=said["title"],
        means=said["means"],
        key=tuple(said.get("key", ())),
        term=said.get("term", ""),
        relations=tuple(
            Relation(to=one["to"], how=How(one["how"]), words=one.get("words", ""))
            for one in said.get("relations", ())
        ),
        at=document.at("entities", name),
    )


def _field(name: str, said: Said, document: Document) -> SharedField:
    return SharedField(
        name=name,
        title=said["title"],
        type=LogicalType(said["type"]),
        meaning=said["meaning"],
        unit=said.get("unit", ""),
        term=said.get("term", ""),
        entity=said.get("entity", ""),
        at=document.at("fields", name),
    )
