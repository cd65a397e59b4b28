"""The SQL a release answers questions with. Values are always parameters."""

OBSERVED = """
    o.indicator, o.area_type, o.area_code, a.area_name, o.period_start, o.period_end,
    o.breakdown, o.category, o.numerator, o.denominator, o.value, o.lower, o.upper, o.marker,
    o.compared
"""

#: One indicator, area type, period and category: how every page slices the long table.
SLICE = "o.indicator = ? and o.area_type = ? and o.period_start = ? and o.category = ?"

OBSERVATIONS = f"""
    select {OBSERVED} from observations o join areas a using (area_type, area_code)
    where o.indicator = $indicator and o.area_type = $area_type
      and ($start is null or o.period_start = $start)
      and ($category is null or o.category = $category)
    order by o.period_start, o.breakdown, o.category, o.area_code
"""

#: The trends of several areas of one type, which `observations` holds together.
TRENDS = f"""
    select {OBSERVED.replace("a.area_name", "o.area_code")} from observations o
    where o.indicator = ? and o.area_type = ? and o.category = ? and list_contains(?, o.area_code)
    order by o.period_start
"""

#: Of every area between two codes. Names are known by then.
BLOCK = f"""
    select {OBSERVED.replace("a.area_name", "o.area_code")} from observations_by_area o
    where o.area_type = ? and o.area_code between ? and ?
    order by o.area_code, o.indicator, o.period_start, o.category, o.breakdown
"""

ROWS_OF_AN_AREA = """
    select area_type, ceil(count(*) / count(distinct area_code))::integer from observations_by_area
    group by area_type
"""

#: `{direction}` is asc or desc and `{order}` one of ORDERS: words of ours, never a reader's.
#: Of one slice, by area code. Names are known by then.
SLICE_ROWS = f"""
    select {OBSERVED.replace("a.area_name", "o.area_code")} from observations o
    where {SLICE} order by o.breakdown, o.area_code
"""

SPREAD_VALUES = f"""
    select list(o.value order by o.value) filter (o.value is not null) from observations o
    where {SLICE}
"""

SHOWN_VALUES = """
    select value from observations where indicator = ? and area_type = ?
      and (category = 'all' or not ?) and value is not null order by value
"""

#: One row per area of the type, in number order, whether or not it was observed.
VALUES = """
    select o.value, case coalesce(o.marker, '[x]')
        when '[c]' then 1 when '[z]' then 3 else 2 end as why
    from areas a left join observations o on o.area_type = a.area_type
        and o.area_code = a.area_code and o.indicator = ? and o.period_start = ? and o.category = ?
    where a.area_type = ? order by a.number
"""

AREAS = "select area_type, area_code, area_name, number from areas"

LIES = "select area_type, area_code, parent_type, parent_code from parents"

#: The total first, where there is one, then the category with most: sums only put in order.
CATEGORIES = """
    select category from observations where indicator = ?
    group by category order by category <> 'all', sum(value) desc nulls last, category
"""

#: A benchmark and a group are not areas of the place: they have no name there.
BEYOND = f"""
    select {OBSERVED.replace("a.area_name", "o.area_code")} from observations o
    where {SLICE} order by try_cast(o.area_code as integer), o.area_code
"""

INEQUALITY = """
    select period_start, period_end, slope, slope_lower, slope_upper, ratio, ratio_lower,
        ratio_upper
    from inequalities where indicator = ? and category = ? order by period_start
"""
