"""From definitions/<rule>.yml to the definition."""

from collections.abc import Iterator, Mapping
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.definition import (
    AgeLimit,
    Clause,
    Definition,
    Entity,
    EntityKind,
    Events,
)
from hereabouts.project.read_window import read_gap, read_window
from hereabouts.project.sql_condition import read_condition
from hereabouts.project.yaml_text import Document

Said = Mapping[str, Any]


def read_definition(
    data: Said, document: Document, *, name: str, problems: list[ProjectError]
) -> Definition | None:
    """The definition that `data`, which fits its schema, declares; None when `problems` gained why.

    Args:
        data: the file's typed content.
        document: the same file's lines.
        name: from the path.
        problems: gains windows that are none, a condition that cannot be read, and ages that
            nobody has.
    """
    before = len(problems)
    events = _events(data["events"], document, problems)
    clauses = tuple(_clauses(data, document, problems))
    gap = None
    if "same_episode_within" in data:
        at = document.at("same_episode_within")
        gap = read_gap(data["same_episode_within"], at=at, problems=problems)
    least, greatest = (_age(data.get(key)) for key in ("minimum_age", "maximum_age"))
    _refuse_nobody(least, greatest, document, problems)
    if len(problems) > before:
        return None
    return Definition(
        name=name,
        title=data["title"],
        agency=data["agency"],
        agreed=data["agreed"],
        term=data["term"],
        why=data["why"],
        source=data["source"],
        events=events,
        entity=Entity(kind=EntityKind(data["entity"]["kind"]), column=data["entity"]["column"]),
        minimum_age=least,
        maximum_age=greatest,
        same_episode_within=gap,
        any_of=clauses,
        at=document.at(),
    )


def _events(said: Said, document: Document, problems: list[ProjectError]) -> Events:
    read: tuple[str, ...] | None = ()
    if "where" in said:
        at = document.at("events", "where")
        read = read_condition(said["where"], at=at, problems=problems)
    return Events(**said, where_columns=read or ())


def _clauses(data: Said, document: Document, problems: list[ProjectError]) -> Iterator[Clause]:
    for number, said in enumerate(data["any_of"]):
        at = document.at("any_of", number, "within")
        if window := read_window(said["within"], at=at, problems=problems):
            yield Clause(count=said["count"], within=window, at=document.at("any_of", number))


def _age(said: Said | None) -> AgeLimit | None:
    return AgeLimit(**said) if said else None


def _refuse_nobody(
    least: AgeLimit | None,
    greatest: AgeLimit | None,
    document: Document,
    problems: list[ProjectError],
) -> None:
    if least and greatest and least.years > greatest.years:
        problems.append(
            ProjectError(
                f"nobody is aged {least.years} or over and {greatest.years} or under",
                code="P413",
                do="make minimum_age the smaller of the two; both are included",
                at=document.at("maximum_age"),
            )
        )
