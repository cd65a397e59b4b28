"""The dictionary: what the data is about, drawn, and the fields that products share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from hereabouts.doors.web.charts.entities import draw_entities
from hereabouts.doors.web.charts.spec import EntityChart, EntityLine
from hereabouts.doors.web.glossary.concepts import concepts_of
from hereabouts.doors.web.glossary.linked_words import WordLinks
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.release.manifest_words import ReleasedEntity, ReleasedField, ReleasedRelation

Linked = tuple[str, str]  # words, and where they lead
HOW = {"has many": N_("has many"), "has one": N_("has one"), "is part of": N_("is part of")}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityShown:
    """One thing that data is about."""

    name: str
    title: str
    meaning: Markup
    key: tuple[Linked, ...]
    term: Linked | None
    relations: tuple[str, ...]  # in sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShown:
    """One field, and the products that have it."""

    field: ReleasedField
    meaning: Markup
    entity: Linked | None
    term: Linked | None
    products: tuple[Linked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnEntities:
    """The picture of entities and relations, and the same as rows."""

    title: str
    drawing: Markup
    rows: tuple[tuple[str, str, str, str], ...]  # entity, how, other, in words


def dictionary(visit: Visit) -> PageAnswer:
    """Entities, drawn and listed, and every shared field."""
    visit.asked()
    said = visit.manifest.dictionary
    links = WordLinks(visit)
    return PageAnswer(
        "dictionary.html",
        {
            "title": gettext("Dictionary"),
            "drawn": _drawn(said.entities) if said.entities else None,
            "entities": [_entity(visit, one, links) for one in said.entities],
            "fields": [_field(visit, one, links) for one in said.fields],
            "units": any(one.unit for one in said.fields),
            "current": "glossary",
        },
    )


def _drawn(entities: Sequence[ReleasedEntity]) -> DrawnEntities:
    title = gettext("What the data is about")
    titles = {one.name: one.title for one in entities}
    related = list(_related(entities))
    sentences = [_sentence(titles, entity, relation) for entity, relation in related]
    chart = EntityChart(
        name="entities",
        title=title,
        description=" ".join(sentences) or ", ".join(titles.values()),
        titles=titles,
        lines=tuple(
            EntityLine(start=one.name, end=to.to, label=_words(to, titles), how=to.how)
            for one, to in related
        ),
    )
    rows = tuple(
        (one.title, translated(HOW.get(to.how, to.how)), titles[to.to], to.words)
        for one, to in related
    )
    return DrawnEntities(title=title, drawing=draw_entities(chart), rows=rows)


def _related(
    entities: Sequence[ReleasedEntity],
) -> Iterator[tuple[ReleasedEntity, ReleasedRelation]]:
    """Each relation to an entity that is there."""
    known = {one.name for one in entities}
    for entity in entities:
        yield from ((entity, one) for one in entity.relations if one.to in known)


def _words(relation: ReleasedRelation, titles: Mapping[str, str]) -> str:
    """What stands by a line: `lies in District`."""
    words = relation.words or translated(HOW.get(relation.how, relation.how))
    return f"{words} {titles[relation.to]}"


def _sentence(titles: Mapping[str, str], entity: ReleasedEntity, relation: ReleasedRelation) -> str:
    """Such as: Person is part of Household (lives in)."""
    how = translated(HOW.get(relation.how, relation.how))
    also = f" ({relation.words})" if relation.words else ""
    return f"{entity.title} {how} {titles[relation.to]}{also}."


def _entity(visit: Visit, entity: ReleasedEntity, links: WordLinks) -> EntityShown:
    titles = {one.name: one.title for one in visit.manifest.dictionary.entities}
    return EntityShown(
        name=entity.name,
        title=entity.title,
        meaning=links(entity.means),
        key=tuple((name, visit.links.dictionary(f"field-{name}")) for name in entity.key),
        term=_term(visit, entity.term),
        relations=tuple(
            _sentence(titles, entity, one) for one in entity.relations if one.to in titles
        ),
    )


def _field(visit: Visit, field: ReleasedField, links: WordLinks) -> FieldShown:
    titles = {one.name: one.title for one in visit.manifest.dictionary.entities}
    having = [
        one
        for one in visit.manifest.products
        if any(column.name == field.name for column in one.columns)
    ]
    about = (titles.get(field.entity, ""), visit.links.dictionary(f"entity-{field.entity}"))
    return FieldShown(
        field=field,
        meaning=links(field.meaning),
        entity=about if field.entity in titles else None,
        term=_term(visit, field.term),
        products=tuple((one.title, visit.links.product(one.id)) for one in having),
    )


def _term(visit: Visit, term: str) -> Linked | None:
    found = concepts_of(visit.reader).get(term)
    return (found.term, visit.links.term(found.slug)) if found else None
