"""`hereabouts definitions [NAME]`: who is seen often, by which rule, and whom rules share."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from hereabouts.cli.output import (
    Row,
    folder_option,
    json_option,
    print_data,
    print_rows,
    reports_errors,
    say,
)
from hereabouts.model.application import Application
from hereabouts.model.applied import Applied
from hereabouts.model.definition import Definition
from hereabouts.model.definition_words import rule_words
from hereabouts.model.project import Project
from hereabouts.pipeline.definition_overlap import Overlap, Pair, definition_overlap
from hereabouts.pipeline.workspace import Workspace, open_workspace
from hereabouts.project.find_definition import find_definition

_INTERNAL = "These figures are exact: they are for your data team, and not to be published."


@click.command("definitions")
@click.argument("name", required=False)
@folder_option
@json_option
@reports_errors
def command(name: str | None, folder: Path, *, as_json: bool) -> None:
    """List the definitions of who is seen often, and how far those applied to events agree.

    With the NAME of one, only what concerns it.
    """
    workspace = open_workspace(folder)
    definitions = _chosen(workspace.project, name)
    overlaps = list(_overlaps(workspace, definitions))
    if as_json:
        listed = [_row(definition) for definition in definitions]
        applied = [_overlap_json(overlap, name) for overlap in overlaps]
        print_data({"definitions": listed, "applied": applied}, as_json=True)
    else:
        _show_definitions(definitions, name)
        for overlap in overlaps:
            _show(overlap, name)
    if overlaps:
        say(_INTERNAL)


def _chosen(project: Project, name: str | None) -> list[Definition]:
    if name is None:
        return list(project.definitions.values())
    return [find_definition(project.definitions, name)]


def _row(definition: Definition) -> Row:
    return {
        "definition": definition.name,
        "term": definition.term,
        "agreed": definition.agreed,
        "agency": definition.agency,
        "rule": rule_words(definition),
        "why": definition.why,
        "source": definition.source,
    }


def _show_definitions(definitions: list[Definition], name: str | None) -> None:
    rows = [{**_row(one), "agreed": "yes" if one.agreed else "no"} for one in definitions]
    if name is None:
        brief = ("definition", "term", "agreed", "agency", "rule")
        print_rows(({key: row[key] for key in brief} for row in rows), as_json=False)
    else:
        print_data(rows[0], as_json=False)


def _overlaps(workspace: Workspace, definitions: list[Definition]) -> Iterator[Overlap]:
    names = {definition.name for definition in definitions}
    for product in workspace.project.products.values():
        if isinstance(product.recipe, Application) and names.intersection(product.recipe.names):
            if overlap := definition_overlap(workspace, product.id):
                yield overlap
            else:
                say(f"{product.id} has not been made by these definitions: run `hereabouts build`")


def _show(overlap: Overlap, name: str | None) -> None:
    click.echo(f"\n{overlap.product}")
    print_rows((_found(overlap, one) for one in _applied(overlap, name)), as_json=False)
    if pairs := [_pair(pair) for pair in _pairs(overlap, name)]:
        click.echo()
        print_rows(pairs, as_json=False)
    if overlap.by_all is not None and len(overlap.entities) > 2:
        click.echo(f"\nFound by all {len(overlap.entities)}: {overlap.by_all}")


def _overlap_json(overlap: Overlap, name: str | None) -> Row:
    return {
        "product": overlap.product,
        "found": [_found(overlap, one) for one in _applied(overlap, name)],
        "pairs": [_pair(pair) for pair in _pairs(overlap, name)],
        "by_all": overlap.by_all,
        "for_publication": False,
    }


def _applied(overlap: Overlap, name: str | None) -> list[Applied]:
    return [one for one in overlap.applied if name in {None, one.definition}]


def _pairs(overlap: Overlap, name: str | None) -> list[Pair]:
    return [pair for pair in overlap.pairs if name in {None, pair.first, pair.second}]


def _found(overlap: Overlap, applied: Applied) -> Row:
    return {
        "definition": applied.definition,
        "found": overlap.entities[applied.definition],
        "events": applied.events,
        "counted": applied.counted,
        "of other ages": applied.of_other_ages,
        "no entity": applied.without_entity,
        "no time": applied.without_time,
        "no age": applied.without_age,
    }


def _pair(pair: Pair) -> Row:
    shared = pair.jaccard
    return {**asdict(pair), "jaccard": None if shared is None else round(shared, 3)}
