"""A definition as SQL: whom it finds, and from when until when it is met.

An entity meets a clause at a moment when at least `count` of its episodes began in the window that
ends there. A rolling window leaves out its start: events exactly 30 days apart are not within 30
days. The spells found are exact: at any moment within one the definition is met, and at no other.

`ts < lag(ts, n - 1) + window` over an entity's episodes in order of time is "n in a rolling
window", in one pass. With whole months in the place of the length it is the calendar's rule too.
"""

from hereabouts.model.application import (
    DEFINITION,
    ENTITY,
    EPISODES,
    EVENTS,
    FIRST_MET,
    MET_UNTIL,
)
from hereabouts.model.definition import AgeLimit, Clause, Definition, Window
from hereabouts.model.sql import identifier, literal, qualified


def spells_sql(definition: Definition, *, keep: tuple[str, ...] = ()) -> str:
    """Whom the definition finds, from the rows of its product.

    Args:
        definition: the rule.
        keep: columns of the events, taken from the event at which the rule is first met; of
            several at that moment, from the smallest.

    Shape:
        definition, entity (text), first_met_at (timestamp: the moment of the episode with which
        it came to be met), met_until (timestamp: the moment from which it no longer is, if
        nothing else happens), events and episodes (those that counted towards it, among them
        some from before first_met_at), the kept columns. A row for each spell; spells that
        meet are one.
    """
    clauses = " union all ".join(_moments(clause) for clause in definition.any_of)
    return f"""
        with {_usable(definition, keep)}, {_episodes(definition)},
        moments as (
            select entity, moment, min(since) as since, max(until) as until
            from ({clauses}) group by entity, moment
        ), parted as (
            select *, coalesce(moment > max(until) over before, true) as is_new from moments
            window before as (partition by entity order by moment
                              rows between unbounded preceding and 1 preceding)
        ), numbered as (
            select *, count(*) filter (is_new) over (partition by entity order by moment) as spell
            from parted
        ), spells as (
            select entity, min(moment) as first_met, max(moment) as last_met, min(since) as since,
                   max(until) as until
            from numbered group by entity, spell
        )
        select {literal(definition.name)} as {DEFINITION}, spells.entity as {ENTITY},
               spells.first_met as {FIRST_MET}, spells.until as {MET_UNTIL},
               cast(sum(episodes.events) as bigint) as {EVENTS}, count(*) as {EPISODES}
               {_kept(keep)}
        from spells join episodes on episodes.entity = spells.entity
            and episodes.moment between spells.since and spells.last_met
        {_first_event(keep)}
        group by spells.entity, spells.first_met, spells.until"""


def fared_sql(definition: Definition) -> str:
    """How the events that the condition chooses fare.

    Shape:
        one row: events, without_entity, without_time, without_age, of_other_ages. Each of those
        left out is counted once, under the first reason.
    """
    return f"""
        with {_chosen(definition)}
        select count(*), count(*) filter (entity is null),
               count(*) filter (entity is not null and moment is null),
               count(*) filter (entity is not null and moment is not null and is_of_age is null),
               count(*) filter (entity is not null and moment is not null and not is_of_age)
        from chosen"""


def _chosen(definition: Definition, keep: tuple[str, ...] = ()) -> str:
    """A blank entity is none: all the nameless together would be seen very often."""
    entity = f"cast({identifier(definition.entity.column)} as varchar)"
    limits = [
        _of_age(definition.minimum_age, "{age} >= {years}"),
        _of_age(definition.maximum_age, "{age} < {years} + 1"),
    ]
    kept = "".join(f", {identifier(name)} as keep_{n}" for n, name in enumerate(keep))
    where = f"coalesce(({definition.events.where}), false)" if definition.events.where else "true"
    return f"""chosen as (
            select case when trim({entity}) <> '' then {entity} end as entity,
                   cast({identifier(definition.events.time)} as timestamp) as moment,
                   {" and ".join(filter(None, limits)) or "true"} as is_of_age{kept}
            from {qualified(definition.events.product)} where {where}
        )"""


def _of_age(limit: AgeLimit | None, rule: str) -> str:
    if limit is None:
        return ""
    return rule.format(age=f"cast({identifier(limit.column)} as double)", years=limit.years)


def _usable(definition: Definition, keep: tuple[str, ...]) -> str:
    return f"""{_chosen(definition, keep)}, usable as (
            select * from chosen where entity is not null and moment is not null and is_of_age
        )"""


def _episodes(definition: Definition) -> str:
    """Events in a chain, each less than the gap after the one before, begin with its first."""
    gap = definition.same_episode_within
    if gap is None:
        return "episodes as (select entity, moment, 1 as events from usable)"
    return f"""starts as (
            select entity, moment,
                   coalesce(moment < lag(moment) over earlier + {_interval(gap)}, false) as goes_on
            from usable window earlier as (partition by entity order by moment)
        ), chains as (
            select *, count(*) filter (not goes_on) over (partition by entity order by moment)
                      as chain
            from starts
        ), episodes as (
            select entity, min(moment) as moment, count(*) as events
            from chains group by entity, chain
        )"""


def _moments(clause: Clause) -> str:
    """The moments at which a clause is met, by the earliest episode that makes it so."""
    window = clause.within
    if window.calendar:
        met = f"date_diff({literal(window.unit)}, first, moment) < {window.number}"
        until = f"date_trunc({literal(window.unit)}, first) + {_interval(window)}"
    else:
        until = f"first + {_interval(window)}"
        met = f"moment < {until}"
    return f"""
            select entity, moment, first as since, {until} as until
            from (
                select entity, moment, lag(moment, {clause.count - 1})
                           over (partition by entity order by moment) as first
                from episodes
            ) where {met}"""


def _interval(window: Window) -> str:
    return f"interval '{window.number} {window.unit}'"


def _kept(keep: tuple[str, ...]) -> str:
    """All from one event: an area and a ward of two events would be nowhere."""
    return "".join(f", any_value(kept.kept.k{n}) as {identifier(k)}" for n, k in enumerate(keep))


def _first_event(keep: tuple[str, ...]) -> str:
    if not keep:
        return ""
    packed = ", ".join(f"k{n} := keep_{n}" for n in range(len(keep)))
    return f"""join (
            select entity, moment, min(struct_pack({packed})) as kept
            from usable group by entity, moment
        ) as kept on kept.entity = spells.entity and kept.moment = spells.first_met"""
