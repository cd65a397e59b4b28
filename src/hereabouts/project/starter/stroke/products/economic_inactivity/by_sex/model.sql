SELECT
    _row,
    "Local authority" AS local_authority_code,
    "Year" || '-01-01' AS year_start,
    (TRY_CAST("Year" AS INTEGER) + 1) || '-01-01' AS year_end,
    "Sex" AS sex,
    "Aged 16 to 64" AS people_count,
    "Long-term sick" AS long_term_sick_count,
    "Looking after family or home" AS looking_after_count,
    "Studying" AS studying_count,
    "Retired early" AS retired_count,
    "Sick for a while" AS sick_for_a_while_count,
    "Another reason" AS other_count
FROM received
