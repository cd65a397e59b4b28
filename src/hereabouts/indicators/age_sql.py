"""The age band of a row, from whatever its column says."""

from hereabouts.model.indicator import Ages, Method
from hereabouts.model.sql import identifier


def age_sql(ages: Ages, method: Method) -> str:
    """SQL for the lowest age of the row's band, in years; null where no age can be read.

    The first whole number of a label is its lowest age, but for `under 1` and `<1`, which begin
    at 0. Bands are merged to five years, the last open-ended at `oldest`; a life table keeps
    the first year of life apart.
    """
    text = f"lower(trim(cast({identifier(ages.column)} as varchar)))"
    found = f"try_cast(regexp_extract({text}, '[0-9]+') as integer)"
    lowest = (
        f"case when regexp_matches({text}, '^(under|below|less than|<)') then 0 else {found} end"
    )
    # `least` passes over a null, so a label without an age would be taken for the oldest.
    five = f"case when lowest is not null then least(lowest - lowest % 5, {ages.oldest}) end"
    if method is Method.LIFE_EXPECTANCY:
        five = f"case when lowest between 1 and 4 then 1 else {five} end"
    return f"(select {five} from (select {lowest} as lowest) as read)"
