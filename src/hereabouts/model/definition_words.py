"""A definition as somebody would say it."""

from hereabouts.model.definition import Clause, Definition, EntityKind, Window

_OF_ONE = {
    EntityKind.PERSON: "by one person",
    EntityKind.ADDRESS: "at one address",
    EntityKind.HOUSEHOLD: "by one household",
}


def rule_words(definition: Definition) -> str:
    """The rule in words, such as `5 or more calls in any 30 days by one person aged 18 or over`.

    Events are called what their product is called.
    """
    events = definition.events.product.partition(".")[2].replace("_", " ")
    first, *others = definition.any_of
    clauses = [
        f"{first.count} or more {events} in {_within(first)}",
        *(f"{clause.count} or more in {_within(clause)}" for clause in others),
    ]
    said = f"{', or '.join(clauses)}, {_OF_ONE[definition.entity.kind]}{_age_words(definition)}"
    if where := definition.events.where:
        said += f", counting {events} where {where}"
    if gap := definition.same_episode_within:
        said += f"; {events} less than {_length(gap)} after the one before count once with it"
    return said


def agreed_words(definition: Definition) -> str:
    """What the glossary says of the agreed definition of a term."""
    return f"Agreed definition: {rule_words(definition)}. Used by: {definition.agency}."


def _within(clause: Clause) -> str:
    window = clause.within
    if not window.calendar:
        return f"any {_length(window)}"
    if window.number == 1:
        return f"one calendar {window.unit}"
    return f"{window.number} calendar {window.unit}s in a row"


def _length(window: Window) -> str:
    return f"{window.number} {window.unit}" + ("s" if window.number > 1 else "")


def _age_words(definition: Definition) -> str:
    least, greatest = definition.minimum_age, definition.maximum_age
    if least and greatest:
        return f" aged {least.years} to {greatest.years}"
    if least:
        return f" aged {least.years} or over"
    return f" aged {greatest.years} or under" if greatest else ""
