"""Make a product by its apply.yml: whom several definitions find, side by side."""

import duckdb

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError, one_error
from hereabouts.indicators.definition_sql import fared_sql, spells_sql
from hereabouts.model.application import DEFINITION, ENTITY, FIRST_MET, Application
from hereabouts.model.applied import Applied, applied_fact
from hereabouts.model.definition import Definition

_MADE = "applied_definitions"


def make_application(session: Session, application: Application) -> duckdb.DuckDBPyRelation:
    """The spells that each definition finds, in the shape of `indicators.definition_sql`.

    Raises:
        DataError: Q842 a definition cannot be applied to these events.
    """
    session.connection.execute(f"drop table if exists {_MADE}")
    for number, definition in enumerate(application.definitions):
        into = f"insert into {_MADE} by name" if number else f"create temp table {_MADE} as"
        spells = spells_sql(definition, keep=application.keep)
        try:
            session.connection.execute(f"{into} {spells}")
        except duckdb.Error as error:
            raise _failed(definition, error) from error
    return session.connection.sql(f"from {_MADE} order by {DEFINITION}, {ENTITY}, {FIRST_MET}")


def judge_application(session: Session, application: Application) -> dict[str, str]:
    """What the version remembers of the events that were left out.

    Raises:
        DataError: Q841 none of the events that a definition chooses can be used.
    """
    applied = [_fared(session, definition) for definition in application.definitions]
    problems = [
        _none_usable(definition, one)
        for definition, one in zip(application.definitions, applied, strict=True)
        if one.events and one.unusable == one.events
    ]
    if problems:
        raise one_error(problems)
    return applied_fact(applied)


def _fared(session: Session, definition: Definition) -> Applied:
    names = ("events", "without_entity", "without_time", "without_age", "of_other_ages")
    row = session.connection.execute(fared_sql(definition)).fetchone() or ()
    return Applied(definition=definition.name, **dict(zip(names, row, strict=True)))


def _failed(definition: Definition, error: duckdb.Error) -> DataError:
    """Only the kind of failure is said: DuckDB's words may repeat a value."""
    return DataError(
        f"'{definition.name}' cannot be applied to {definition.events.product}:"
        f" {type(error).__name__}",
        code="Q842",
        do="look at its condition and columns: some row has a value that they cannot read",
        at=definition.at,
    )


def _none_usable(definition: Definition, applied: Applied) -> DataError:
    return DataError(
        f"none of the {applied.events:,} events of '{definition.name}' can be used:"
        f" {applied.without_entity:,} do not say whose they were, {applied.without_time:,} when,"
        f" {applied.without_age:,} at what age",
        code="Q841",
        do="name the columns that hold the identifier, the time and the age",
        at=definition.at,
    )
