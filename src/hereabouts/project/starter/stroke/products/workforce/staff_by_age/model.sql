-- A band is five years wide; the last is open ended.
SELECT
    _row,
    "ICB code" AS icb_code,
    "Sex" || ', ' || "Age from"
    || CASE "Age from"
        WHEN '65' THEN ' and over'
        ELSE coalesce(' to ' || (TRY_CAST("Age from" AS INTEGER) + 4), '')
    END AS age_and_sex,
    "Sex" AS sex,
    "Age from" AS age_from,
    "Staff" AS staff_count
FROM received
