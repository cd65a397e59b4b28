"""What a place is made of: its areas, their base areas, and the areas they lie in.

SQL over the area products, which go by `domain.product`, over `place.best_fit` where there are
neighbourhoods of postcodes, and over the first two tables made here, `place.areas` and
`place.members`.
"""

from hereabouts.geography.custom_areas import custom_areas_sql, custom_members_sql, listed_sql
from hereabouts.model.place import AreaType, Place
from hereabouts.model.sql import identifier, literal, qualified


def areas_sql(place: Place) -> str:
    """`areas`: every area of every type, once.

    Shape:
        area_type, area_code, area_name, number. `number` counts from 1 within a type, in
        the bytewise order of codes; rasters and tiles name areas by it.
    """
    listed = [_listed_areas(t) for t in place.area_types if t.product]
    listed += custom_areas_sql(place)
    return f"""
        select area_type, area_code, area_name,
               cast(row_number() over (partition by area_type order by encode(area_code))
                    as integer) as number
        from (
            select area_type, area_code, min(area_name) as area_name
            from ({_union(listed)}) as listed
            where area_code is not null
            group by area_type, area_code
        ) as areas
        order by area_type, number"""


def members_sql(place: Place) -> str:
    """`members`: which base areas each area is made of. A base area is made of itself.

    Shape:
        area_type, area_code, base_code. No row for a base area that lies in no area of a type.
    """
    base = place.base
    made = [_members(base, base.code, base.code_column)]
    made += [_members(base, code, column) for code, column in base.parents.items()]
    made += custom_members_sql(place)
    return f"""
        select distinct area_type, area_code, base_code
        from ({_union(made)}) as members
        where area_code is not null and base_code is not null
        order by area_type, area_code, base_code"""


def parents_sql() -> str:
    """`parents`: the bigger areas that hold the whole of an area.

    An area that lies in two areas of a type, or partly in none, has no parent of that type. A
    type is bigger when its areas are made of more base areas on average.

    Shape:
        area_type, area_code, parent_type, parent_code. At most one parent of each type.
    """
    return """
        with sizes as (
            select area_type, count(*) / count(distinct area_code) as size
            from place.members group by area_type
        ), held as (
            select area_type, area_code, count(*) as bases
            from place.members group by area_type, area_code
        )
        select child.area_type, child.area_code,
               parent.area_type as parent_type, any_value(parent.area_code) as parent_code
        from place.members as child
        join place.members as parent on parent.base_code = child.base_code
        join sizes as small on small.area_type = child.area_type
        join sizes as big on big.area_type = parent.area_type and big.size > small.size
        join held on held.area_type = child.area_type and held.area_code = child.area_code
        group by child.area_type, child.area_code, parent.area_type, held.bases
        having count(distinct parent.area_code) = 1
           and count(distinct child.base_code) = held.bases
        order by child.area_type, child.area_code, parent_type"""


def unknown_members_sql(place: Place) -> str:
    """Codes that a neighbourhood of place.yml names and the base product does not have.

    Shape:
        area_code; none when every neighbourhood is made of areas that are there. Area codes
        are open, so a message may repeat them.
    """
    named = listed_sql(place)
    if not named:
        return "select cast(null as varchar) as area_code where false"
    return f"""
        select distinct base_code as area_code
        from ({_union(named)}) as named
        where base_code not in (
            select area_code from place.areas where area_type = {literal(place.base.code)}
        )
        order by area_code"""


def unknown_parents_sql(place: Place) -> str:
    """Codes that the base product says its areas lie in, and that no product lists as an area.

    Shape:
        area_type, area_code.
    """
    base = place.base
    said = [_members(base, code, column) for code, column in base.parents.items()]
    if not said:
        return "select null as area_type, null as area_code where false"
    return f"""
        select distinct said.area_type, said.area_code
        from ({_union(said)}) as said
        anti join place.areas as areas
          on areas.area_type = said.area_type and areas.area_code = said.area_code
        where said.area_code is not null
        order by said.area_type, said.area_code"""


def _listed_areas(kind: AreaType) -> str:
    return (
        f"select {literal(kind.code)} as area_type,"
        f" cast({identifier(kind.code_column)} as varchar) as area_code,"
        f" cast({identifier(kind.name_column)} as varchar) as area_name"
        f" from {qualified(kind.product or '')}"
    )


def _members(base: AreaType, area_type: str, column: str) -> str:
    """Each base area and the area of `area_type` whose code `column` holds."""
    return (
        f"select {literal(area_type)} as area_type,"
        f" cast({identifier(column)} as varchar) as area_code,"
        f" cast({identifier(base.code_column)} as varchar) as base_code"
        f" from {qualified(base.product or '')}"
    )


def _union(selects: list[str]) -> str:
    return " union all ".join(selects)
