"""Whether areas lie in one another as the place says: loops apart, which lint finds.

SQL over `place.areas`, `place.members` and, where the place has one, its count of people.
"""

from hereabouts.model.neighbourhood import Population
from hereabouts.model.place import Place
from hereabouts.model.sql import identifier, literal, qualified


def nesting_sql(place: Place) -> str | None:
    """Areas that do not lie whole in one area of a type that theirs nests in; None to ask nothing.

    Shape:
        area_type, parent_type, area_code, holders (areas of the parent type that hold some of
        it), outside (base areas of it that none holds).
    """
    asked = ", ".join(
        f"({literal(kind.code)}, {literal(parent)})"
        for kind in place.area_types
        for parent in kind.nests_in
    )
    if not asked:
        return None
    return f"""
        select asked.area_type, asked.parent_type, child.area_code,
               count(distinct parent.area_code) as holders,
               count(distinct child.base_code) filter (parent.area_code is null) as outside
        from (values {asked}) as asked (area_type, parent_type)
        join place.members as child on child.area_type = asked.area_type
        left join place.members as parent
          on parent.area_type = asked.parent_type and parent.base_code = child.base_code
        group by asked.area_type, asked.parent_type, child.area_code
        having holders <> 1 or outside > 0
        order by asked.area_type, asked.parent_type, child.area_code"""


def left_out_sql(place: Place, population: Population | None) -> str:
    """Base areas that lie in no area of a type which base areas are looked up in.

    Args:
        place: its base type's parents are the lookup.
        population: how many people live in each base area, if that is known and open.

    Shape:
        area_type, base_areas (how many are left out), total, share (of people, or null).
    """
    types = ", ".join(f"({literal(code)})" for code in place.base.parents) or "(null)"
    people = "select null as base_code, null as people where false"
    if population:
        people = (
            f"select cast({identifier(population.code_column)} as varchar) as base_code,"
            f" sum({identifier(population.column)}) as people"
            f" from {qualified(population.product)} group by 1"
        )
    return f"""
        with base as (
            select area_code as base_code, people
            from place.areas left join ({people}) as p on p.base_code = area_code
            where area_type = {literal(place.base.code)}
        )
        select kind.area_type, count(*) filter (m.base_code is null) as base_areas,
               count(*) as total,
               sum(people) filter (m.base_code is null) / nullif(sum(people), 0) as share
        from (values {types}) as kind (area_type) cross join base
        left join (select distinct area_type, base_code from place.members) as m
          on m.area_type = kind.area_type and m.base_code = base.base_code
        group by kind.area_type having count(*) filter (m.base_code is null) > 0
        order by kind.area_type"""


def made_of_nothing_sql() -> str:
    """Areas that no base area lies in.

    Shape:
        area_type, areas (how many), area_code (the first).
    """
    return """
        select area_type, count(*) as areas, min(area_code) as area_code
        from place.areas anti join place.members using (area_type, area_code)
        group by area_type order by area_type"""
