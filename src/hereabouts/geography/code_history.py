"""Which codes of areas are current, and what the retired ones became.

SQL over a history product, which goes by `domain.product`. A history is either a row per code
with the days it is valid and what it supersedes, or a column of codes for each year.
"""

from datetime import date
from itertools import pairwise

from hereabouts.model.code_history import CodeDates, CodeHistory, CodeYears
from hereabouts.model.sql import identifier, qualified


def current_sql(history: CodeHistory, *, on: date) -> str:
    """The codes that are current on a day.

    Of a history by years these are the codes of the newest year that has begun; none are
    current before the first.

    Shape:
        code, sorted.
    """
    if isinstance(history, CodeDates):
        return (
            f"select distinct code from ({_dated(history)}) where {_while_current(on)} order by 1"
        )
    begun = [column for year, column in sorted(history.years.items()) if year <= on.year]
    codes = _codes(history.product, begun[-1]) if begun else "select '' as code where false"
    return f"select distinct code from ({codes}) order by 1"


def retired_sql(history: CodeHistory) -> str:
    """Codes that are no longer current, and every current code each of them became.

    Successors are followed for as many reorganisations as there were.

    Shape:
        code, became (missing where nothing took its place); one row per pair, sorted.

    Source:
        ONS, Code History Database: a code ends when its area does, and its successor names it.
    """
    if isinstance(history, CodeYears):
        return _retired_by_year(history)
    return f"""
        with recursive history as ({_dated(history)}), {_succession("valid_to is null")}
        select ended.code, current.code as became
        from (select distinct code from history where code not in (select code from current))
            as ended
        left join succession on succession.code = ended.code
            and succession.next in (select code from current)
        left join current on current.code = succession.next
        order by 1, 2"""


def ended_sql(history: CodeHistory) -> str:
    """When each code ended.

    Shape:
        code, ended: the day after its last, as 2023-04-01, or, of a history by years, the first
        year without it, as 2024; sorted. A code that is current is left out.
    """
    if isinstance(history, CodeDates):
        return f"""
            select code, strftime(max(valid_to), '%Y-%m-%d') as ended from ({_dated(history)})
            group by code having count(*) = count(valid_to) order by 1"""
    years = sorted(history.years.items())
    rows = " union all ".join(
        f"select code, {int(gone)} as ended from ({_codes(history.product, column)})"
        for (_, column), (gone, _) in pairwise(years)
    )
    current = _codes(history.product, years[-1][1])
    return f"""
        select code, cast(max(ended) as varchar) as ended
        from ({rows or "select '' as code, 0 as ended where false"})
        where code not in ({current}) group by code order by 1"""


def pairs_sql(history: CodeDates, *, since: date, until: date) -> str:
    """A lookup from the codes current on one day to those current on a later one.

    Shape:
        old, new (missing where nothing took its place); an exact-fit lookup to convert by.
        Where only a part of an area went elsewhere, the pairs cannot say so.

    Source:
        ONS, Code History Database.
    """
    return f"""
        with recursive history as ({_dated(history)}), {_succession(_while_current(until))}
        select before.code as old, coalesce(stayed.code, current.code) as new
        from (select distinct code from history where {_while_current(since)}) as before
        left join current as stayed on stayed.code = before.code
        left join succession on succession.code = before.code and stayed.code is null
            and succession.next in (select code from current)
        left join current on current.code = succession.next
        order by 1, 2"""


def _succession(is_current: str) -> str:
    """`current` codes, and every code with all that came after it: (code, next)."""
    return f"""
        current as (select distinct code from history where {is_current}),
        succession(code, next) as (
            select supersedes, code from history where supersedes is not null
            union
            select succession.code, history.code
            from succession join history on history.supersedes = succession.next
        )"""


def _retired_by_year(history: CodeYears) -> str:
    columns = [column for _, column in sorted(history.years.items())]
    newest = identifier(columns[-1])
    rows = " union ".join(
        f"select cast({identifier(column)} as varchar) as code, cast({newest} as varchar) as became"
        f" from {qualified(history.product)}"
        for column in columns[:-1]
    )
    current = _codes(history.product, columns[-1])
    return f"""
        select distinct code, became from ({rows})
        where code is not null and code not in ({current}) order by 1, 2"""


def _dated(history: CodeDates) -> str:
    return (
        f"select cast({identifier(history.code)} as varchar) as code,"
        f" cast({identifier(history.valid_from)} as date) as valid_from,"
        f" cast({identifier(history.valid_to)} as date) as valid_to,"
        f" cast({identifier(history.supersedes)} as varchar) as supersedes"
        f" from {qualified(history.product)}"
    )


def _while_current(on: date) -> str:
    day = f"date '{on.isoformat()}'"
    return f"valid_from <= {day} and (valid_to is null or valid_to > {day})"


def _codes(product: str, column: str) -> str:
    name = identifier(column)
    return (
        f"select cast({name} as varchar) as code from {qualified(product)} where {name} is not null"
    )
