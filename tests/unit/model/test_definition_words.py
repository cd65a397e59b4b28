"""A rule as the glossary says it."""

from dataclasses import replace

from hereabouts.errors import Location
from hereabouts.model.definition import (
    AgeLimit,
    Clause,
    Definition,
    Entity,
    EntityKind,
    Events,
    Unit,
    Window,
)
from hereabouts.model.definition_words import agreed_words, rule_words

AT = Location("definitions/often.yml")
PLAIN = Definition(
    name="often",
    title="Often",
    agency="Ambulance service",
    agreed=True,
    term="often",
    why="W",
    source="S",
    events=Events(product="ambulance.calls", time="called_at"),
    entity=Entity(kind=EntityKind.PERSON, column="person_id"),
    any_of=(Clause(count=5, within=Window(number=30, unit=Unit.DAY), at=AT),),
    at=AT,
)
QUARTER = Clause(count=12, within=Window(number=3, unit=Unit.MONTH, calendar=True), at=AT)
MONTH = Clause(count=6, within=Window(number=1, unit=Unit.MONTH, calendar=True), at=AT)


def test_one_clause() -> None:
    assert rule_words(PLAIN) == "5 or more calls in any 30 days, by one person"


def test_every_clause_says_whether_it_rolls() -> None:
    assert rule_words(replace(PLAIN, any_of=(*PLAIN.any_of, QUARTER, MONTH))) == (
        "5 or more calls in any 30 days, or 12 or more in 3 calendar months in a row,"
        " or 6 or more in one calendar month, by one person"
    )


def test_ages_conditions_and_episodes_are_said() -> None:
    definition = replace(
        PLAIN,
        events=replace(PLAIN.events, where="reason <> 'transfer'"),
        minimum_age=AgeLimit(column="age", years=18),
        same_episode_within=Window(number=1, unit=Unit.HOUR),
    )
    assert rule_words(definition) == (
        "5 or more calls in any 30 days, by one person aged 18 or over, counting calls where"
        " reason <> 'transfer'; calls less than 1 hour after the one before count once with it"
    )
    children = replace(PLAIN, maximum_age=AgeLimit(column="age", years=17))
    assert rule_words(children).endswith("by one person aged 17 or under")
    both = replace(definition, maximum_age=AgeLimit(column="age", years=64))
    assert "aged 18 to 64" in rule_words(both)


def test_the_agreed_one_says_who_uses_it() -> None:
    at_home = replace(PLAIN, entity=Entity(kind=EntityKind.ADDRESS, column="uprn"))
    assert agreed_words(at_home) == (
        "Agreed definition: 5 or more calls in any 30 days, at one address."
        " Used by: Ambulance service."
    )
