"""Areas of one's own: listed, from a product, or best fitted to postcodes.

Source:
    ONS, GSS Geography Policy: areas are built by best fit from whole small areas, and official
    statistics do not allocate by postcode directly.
"""

from hereabouts.model.neighbourhood import MembersProduct, Neighbourhood, PostcodeLookup
from hereabouts.model.place import AreaType, Place
from hereabouts.model.sql import identifier, literal, qualified


def custom_areas_sql(place: Place) -> list[str]:
    """SELECTs of area_type, area_code, area_name: every custom area with a member or a list."""
    rows = [f"({literal(n.area_type)}, {literal(n.code)}, {literal(n.name)})"
            for n in place.neighbourhoods]  # fmt: skip
    named = f"select * from (values {', '.join(rows)}) as n (area_type, area_code, area_name)"
    sets = [
        f"select area_type, area_code, area_name from ({_set_rows(kind, made)})"
        f" where base_code in ({_base_codes(place)})"
        for kind, made in _sets(place)
    ]
    return [*([named] if rows else []), *sets]


def custom_members_sql(place: Place) -> list[str]:
    """SELECTs of area_type, area_code, base_code.

    Of a product and of postcodes only base areas of the place: theirs may reach beyond it.
    """
    sets = [
        f"select area_type, area_code, base_code from ({_set_rows(kind, made)})"
        f" where base_code in ({_base_codes(place)})"
        for kind, made in _sets(place)
    ]
    fitted = (
        "select area_type, area_code, base_code from place.best_fit"
        f" where is_member and base_code in ({_base_codes(place)})"
    )
    return [*listed_sql(place), *sets, *([fitted] if of_postcodes(place) else [])]


def listed_sql(place: Place) -> list[str]:
    """A SELECT of area_type, area_code, base_code: the members that are listed by code."""
    rows = ", ".join(
        f"({literal(n.area_type)}, {literal(n.code)}, {literal(member)})"
        for n in place.neighbourhoods
        for member in n.members
    )
    return [f"select * from (values {rows}) as n (area_type, area_code, base_code)"] if rows else []


def beyond_sql(place: Place) -> str:
    """Custom areas from a product or postcodes that reach beyond the place.

    Shape:
        area_type, areas (how many do), base_areas (how many of theirs are not in the place).
    """
    sets = [f"select area_type, area_code, base_code from ({_set_rows(k, m)})"
            for k, m in _sets(place)]  # fmt: skip
    fitted = "select area_type, area_code, base_code from place.best_fit where is_member"
    rows = [*sets, *([fitted] if of_postcodes(place) else [])]
    if not rows:
        return "select null as area_type, 0 as areas, 0 as base_areas where false"
    return f"""
        with said as ({" union all ".join(rows)}),
        here as (
            select distinct area_type, area_code from said where base_code in ({_base_codes(place)})
        )
        select area_type, count(distinct area_code) as areas, count(*) as base_areas
        from said semi join here using (area_type, area_code)
        where base_code not in ({_base_codes(place)})
        group by area_type order by area_type"""


def of_postcodes(place: Place) -> tuple[Neighbourhood, ...]:
    """The neighbourhoods that are made of postcodes."""
    return tuple(n for n in place.neighbourhoods if n.postcodes)


def best_fit_sql(lookup: PostcodeLookup) -> str:
    """`best_fit`: base areas that postcodes of a neighbourhood lie in, and which are members.

    A base area is a member when more than half of its postcodes are the neighbourhood's; which
    base area a postcode is in is the lookup's to say.

    Shape:
        area_type, area_code, base_code, postcodes (the neighbourhood's), of_postcodes (all that
        the lookup has in the base area), is_member. From `place.postcodes`.
    """
    return f"""
        with looked_up as ({looked_up_sql(lookup)}),
        sizes as (select base_code, count(*) as of_postcodes from looked_up group by base_code)
        select area_type, area_code, base_code, count(*) as postcodes, of_postcodes,
               2 * count(*) > of_postcodes as is_member
        from place.postcodes join looked_up using (postcode) join sizes using (base_code)
        group by area_type, area_code, base_code, of_postcodes
        order by area_type, area_code, base_code"""


def unknown_postcodes_sql(lookup: PostcodeLookup) -> str:
    """How many postcodes of each neighbourhood the lookup does not have, where it lacks any.

    Shape:
        area_code, lacking, given. Never the postcodes themselves.
    """
    return f"""
        select area_code, count(*) filter (looked_up.postcode is null) as lacking,
               count(*) as given
        from place.postcodes
        left join (select distinct postcode from ({looked_up_sql(lookup)})) as looked_up
          using (postcode)
        group by area_type, area_code having lacking > 0
        order by area_code"""


def overlaps_sql() -> str:
    """Base areas in more than one area of a type.

    Shape:
        area_type, base_code, area_codes (two or more, in order).
    """
    return """
        select area_type, base_code, list(area_code order by area_code) as area_codes
        from place.members group by area_type, base_code having count(*) > 1
        order by area_type, base_code"""


def made_of_sql() -> str:
    """What each area of the types in $1 is made of.

    Shape:
        area_type, area_code, members (how many), sha256 (of their codes in order).
    """
    return """
        select area_type, area_code, count(*) as members,
               sha256(string_agg(base_code, ' ' order by base_code)) as sha256
        from place.members where list_contains($1, area_type)
        group by area_type, area_code order by area_type, area_code"""


def _sets(place: Place) -> list[tuple[AreaType, MembersProduct]]:
    return [(t, t.members_from) for t in place.area_types if t.members_from]


def _set_rows(kind: AreaType, made: MembersProduct) -> str:
    return (
        f"select {literal(kind.code)} as area_type,"
        f" cast({identifier(made.neighbourhood_column)} as varchar) as area_code,"
        f" cast({identifier(made.name_column)} as varchar) as area_name,"
        f" cast({identifier(made.code_column)} as varchar) as base_code"
        f" from {qualified(made.product)}"
        f" where {identifier(made.neighbourhood_column)} is not null"
        f" and {identifier(made.code_column)} is not null"
    )


def _base_codes(place: Place) -> str:
    base = place.base
    code = identifier(base.code_column)
    return (
        f"select cast({code} as varchar) from {qualified(base.product or '')}"
        f" where {code} is not null"
    )


def looked_up_sql(lookup: PostcodeLookup) -> str:
    """`postcode, base_code` of the lookup: capitals without spaces, each pair once."""
    postcode, base = identifier(lookup.postcode_column), identifier(lookup.base_column)
    return (
        f"select distinct replace(upper(cast({postcode} as varchar)), ' ', '') as postcode,"
        f" cast({base} as varchar) as base_code from {qualified(lookup.product)}"
        f" where {postcode} is not null and {base} is not null"
    )
