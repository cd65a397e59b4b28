"""What a definition finds is what counting by hand finds, moment by moment."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from hereabouts.errors import Location
from hereabouts.indicators.definition_sql import fared_sql, spells_sql
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

AT = Location("definitions/often.yml")
START = datetime.fromisoformat("2024-01-25")
TICK = timedelta(hours=12)  # coarse, so that ties and exact boundaries are common


class Event(NamedTuple):
    """A row of the events."""

    entity: str | None
    moment: datetime | None
    age: float | None
    reason: str | None


class Spell(NamedTuple):
    """A row of what is found."""

    entity: str
    first_met_at: datetime
    met_until: datetime
    events: int
    episodes: int


WINDOWS = st.one_of(
    st.builds(Window, number=st.integers(1, 4), unit=st.sampled_from([Unit.DAY, Unit.WEEK])),
    st.builds(Window, number=st.integers(1, 2), unit=st.just(Unit.MONTH)),
    st.builds(
        Window,
        number=st.integers(1, 2),
        unit=st.sampled_from([Unit.MONTH, Unit.QUARTER, Unit.YEAR]),
        calendar=st.just(True),
    ),
)
CLAUSES = st.builds(Clause, count=st.integers(2, 4), within=WINDOWS, at=st.just(AT))
GAPS = st.none() | st.builds(
    Window, number=st.integers(1, 30), unit=st.sampled_from([Unit.HOUR, Unit.DAY])
)
LIMITS = st.none() | st.builds(AgeLimit, column=st.just("age"), years=st.integers(17, 19))
DEFINITIONS = st.builds(
    Definition,
    name=st.just("often"),
    title=st.just("Often"),
    agency=st.just("A"),
    agreed=st.just(True),
    term=st.just("often"),
    why=st.just("W"),
    source=st.just("S"),
    events=st.just(Events(product="events", time="moment", where="reason <> 'transfer'")),
    entity=st.just(Entity(kind=EntityKind.PERSON, column="entity")),
    minimum_age=LIMITS,
    maximum_age=LIMITS,
    same_episode_within=GAPS,
    any_of=st.lists(CLAUSES, min_size=1, max_size=3).map(tuple),
    at=st.just(AT),
)
MOMENTS = st.integers(0, 200).map(lambda ticks: START + ticks * TICK)
ENTITIES = st.sampled_from(["ann", "bob"])
SURE = st.builds(Event, ENTITIES, MOMENTS, st.just(18.0), st.just("fall"))
UNSURE = st.builds(
    Event,
    ENTITIES | st.none() | st.sampled_from(["", " "]),
    MOMENTS | st.none(),
    st.sampled_from([16.9, 17, 18, 18.9, 19, 20, None]),
    st.sampled_from(["fall", "transfer", None]),
)
EVENTS = st.lists(SURE, max_size=30).flatmap(
    lambda sure: st.lists(UNSURE, max_size=8).map(lambda unsure: sure + unsure)
)


def answer(sql: str, events: Iterable[Event]) -> list[tuple[object, ...]]:
    """Run a query of a definition over events."""
    with duckdb.connect() as connection:
        connection.execute(
            "create table events (entity varchar, moment timestamp, age double, reason varchar)"
        )
        if listed := list(events):
            rows = ", ".join(["(?, ?, ?, ?)"] * len(listed))
            values = [value for event in listed for value in event]
            connection.execute(f"insert into events values {rows}", values)
        return connection.execute(sql).fetchall()


def found(definition: Definition, events: Iterable[Event]) -> list[Spell]:
    rows = answer(spells_sql(definition), events)
    return sorted(Spell(*row[1:]) for row in rows)  # type: ignore[arg-type]


# By hand: nothing below is of the program, and every moment is counted anew.


MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def after(moment: datetime, window: Window) -> datetime:
    """A month after 31 January is the last day of February."""
    if window.unit not in MONTHS:
        return moment + timedelta(**{f"{window.unit}s": window.number})
    years, month = divmod(moment.month - 1 + window.number * MONTHS[window.unit], 12)
    year, month = moment.year + years, month + 1
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))


def period_start(moment: datetime, unit: Unit) -> datetime:
    size = MONTHS[unit]
    month = (moment.month - 1) // size * size + 1
    return moment.replace(month=month, day=1, hour=0)


def leaves(moment: datetime, window: Window) -> datetime:
    """From when an event is no longer in the window."""
    start = period_start(moment, window.unit) if window.calendar else moment
    return after(start, window)


def is_known(event: Event) -> bool:
    return bool(event.entity and event.entity.strip()) and event.moment is not None


def age_of(event: Event, definition: Definition) -> bool | None:
    """Whether the age is right; None where it is wanted and not known."""
    least, greatest = definition.minimum_age, definition.maximum_age
    if not least and not greatest:
        return True
    if event.age is None:
        return None
    years = int(event.age)
    return (not least or years >= least.years) and (not greatest or years <= greatest.years)


def chosen(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if event.reason not in {None, "transfer"}]


def episodes_by_hand(moments: list[datetime], gap: Window | None) -> list[list[datetime]]:
    episodes: list[list[datetime]] = []
    for moment in sorted(moments):
        if gap and episodes and moment < after(episodes[-1][-1], gap):
            episodes[-1].append(moment)
        else:
            episodes.append([moment])
    return episodes


def in_window(
    clause: Clause, episodes: list[list[datetime]], now: datetime
) -> list[list[datetime]]:
    return [e for e in episodes if e[0] <= now < leaves(e[0], clause.within)]


def counting(
    definition: Definition, episodes: list[list[datetime]], now: datetime
) -> list[list[datetime]]:
    """Every episode by which some clause is met now."""
    windows = [(clause, in_window(clause, episodes, now)) for clause in definition.any_of]
    met = [window for clause, window in windows if len(window) >= clause.count]
    return [episode for episode in episodes if any(episode in window for window in met)]


def spells_by_hand(definition: Definition, entity: str, moments: list[datetime]) -> list[Spell]:
    """Walk through every moment at which anything can change."""
    episodes = episodes_by_hand(moments, definition.same_episode_within)
    starts = [e[0] for e in episodes]
    ends = [leaves(start, clause.within) for start in starts for clause in definition.any_of]
    spells: list[Spell] = []
    began: datetime | None = None
    counted: list[int] = []
    for now in sorted({*starts, *ends}):
        met = counting(definition, episodes, now)
        if met and began is None:
            began, counted = now, []
        if met:
            counted += [number for number, e in enumerate(episodes) if e in met]
        elif began is not None:
            its = [episodes[number] for number in set(counted)]
            spells.append(Spell(entity, began, now, sum(map(len, its)), len(its)))
            began = None
    return spells


def by_hand(definition: Definition, events: Iterable[Event]) -> list[Spell]:
    moments: dict[str, list[datetime]] = {}
    for event in chosen(events):
        if is_known(event) and age_of(event, definition):
            moments.setdefault(str(event.entity), []).append(event.moment)  # type: ignore[arg-type]
    return sorted(s for e, m in moments.items() for s in spells_by_hand(definition, e, m))


@given(definition=DEFINITIONS, events=EVENTS)
@settings(max_examples=60)
def test_spells_are_those_counted_by_hand(definition: Definition, events: list[Event]) -> None:
    assert found(definition, events) == by_hand(definition, events)


@given(definition=DEFINITIONS, events=EVENTS, seed=st.randoms())
@settings(max_examples=15)
def test_the_order_of_rows_changes_nothing(
    definition: Definition, events: list[Event], seed: Random
) -> None:
    mixed = list(events)
    seed.shuffle(mixed)
    assert found(definition, mixed) == found(definition, events)


@given(definition=DEFINITIONS, events=EVENTS)
@settings(max_examples=25)
def test_no_event_is_left_out_unsaid(definition: Definition, events: list[Event]) -> None:
    row = answer(fared_sql(definition), events)[0]
    known = [e for e in chosen(events) if is_known(e)]
    ages = [age_of(e, definition) for e in known]
    nameless = [e for e in chosen(events) if not (e.entity and e.entity.strip())]
    total = len(chosen(events))
    timeless = total - len(nameless) - len(known)
    assert row == (total, len(nameless), timeless, ages.count(None), ages.count(False))


@given(definition=DEFINITIONS, events=EVENTS)
@settings(max_examples=15)
def test_one_rule_more_finds_nobody_less(definition: Definition, events: list[Event]) -> None:
    fewer = replace(definition, any_of=definition.any_of[:1])
    assert {s.entity for s in found(fewer, events)} <= {s.entity for s in found(definition, events)}
