WITH long AS (
    UNPIVOT economic_inactivity.by_sex
    ON
        long_term_sick_count AS 'Long-term sick',
        looking_after_count AS 'Looking after family or home',
        studying_count AS 'Studying',
        retired_count AS 'Retired early',
        sick_for_a_while_count AS 'Sick for a while',
        other_count AS 'Another reason'
    INTO NAME reason VALUE reason_count
)
SELECT
    local_authority_code,
    year_start,
    year_end,
    sex,
    reason,
    reason_count AS people_count
FROM long
