"""The SQL that holds two releases side by side. Values are always parameters."""

#: A figure is the same figure where all of these are.
KEY = "indicator, area_type, area_code, period_start, period_end, breakdown, category"
NUMBERS = ("numerator", "denominator", "value", "lower", "upper")


def _differs(name: str) -> str:
    """By more than the last digits that two machines may add up differently."""
    far = f"abs(n.{name} - w.{name}) > 1e-9 * greatest(abs(n.{name}), abs(w.{name}))"
    return f"(({far}) or (n.{name} is null) <> (w.{name} is null))"


KIND = f"""
    case when w.is_there is null then 'added' when n.is_there is null then 'gone'
        when w.value is null and n.value is not null then 'shown'
        when w.value is not null and n.value is null and n.marker = '[c]' then 'hidden'
        when w.value is not null and n.value is null then 'withdrawn'
        when {_differs("value")} then 'revised'
        when w.marker is distinct from n.marker then 'marked'
        when w.compared <> n.compared then 'compared'
        when {" or ".join(map(_differs, NUMBERS))} then 'limits'
    end
"""


def _side(schema: str) -> str:
    """Periods that both releases have, so that a new one is not told figure by figure."""
    return f"""
        select {KEY}, {", ".join(NUMBERS)}, marker, {{{schema}_compared}} as compared,
            true as is_there
        from {schema}.{{table}} o semi join shared s using (indicator, period_start, period_end)
        where ($indicator is null or o.indicator = $indicator)
          and ($area_type is null or o.area_type = $area_type)
          and ($code is null or o.area_code = $code)
          and list_contains($types, o.area_type)
    """


#: `{table}` and `{..._compared}` are words of ours.
DIFFERENT = f"""
    with w as ({_side("earlier")}), n as ({_side("later")}), held as (
        select {KEY}, {", ".join(f"w.{name} as was_{name}" for name in NUMBERS)},
            w.marker as was_marker, w.compared as was_compared,
            {", ".join(f"n.{name}" for name in NUMBERS)}, n.marker, n.compared, {KIND} as kind
        from w full join n using ({KEY})
    )
"""

COUNTS = f"""
    {DIFFERENT} select indicator, kind, count(*) from held where kind is not null
    group by all order by all
"""

CHANGED = f"""
    {DIFFERENT}
    select h.*, coalesce(a.area_name, b.area_name, h.area_code) as area_name
    from held h left join later.areas a using (area_type, area_code)
    left join earlier.areas b using (area_type, area_code)
    where kind is not null and ($kind is null or kind = $kind)
    order by h.indicator, list_position($types, h.area_type), area_name, h.area_code,
        h.period_start desc, h.breakdown <> 'all', h.category
    limit $limit offset $offset
"""
