-- A quarter is written as the month it begins in. What is no number is passed on as it is, for the
-- contract to refuse.
WITH dated AS (
    SELECT *, CAST(try_strptime("Quarter from", '%Y-%m') AS DATE) AS quarter_start
    FROM received
)
SELECT
    _row,
    "Area code" AS sub_icb_code,
    coalesce(CAST(quarter_start AS VARCHAR), "Quarter from") AS quarter_start,
    CAST(quarter_start + INTERVAL 3 MONTH AS DATE) AS quarter_end,
    "Measure" AS measure,
    "People" AS people_count,
    "Reached" AS reached_count,
    TRY_CAST("People" AS INTEGER) - TRY_CAST("Reached" AS INTEGER) AS not_reached_count
FROM dated
