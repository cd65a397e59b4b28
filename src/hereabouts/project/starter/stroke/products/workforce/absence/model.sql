-- A month is written as 2025-04. What is no month is passed on as it is, for the contract to refuse.
WITH dated AS (
    SELECT *, CAST(try_strptime("Month", '%Y-%m') AS DATE) AS month_start
    FROM received
)
SELECT
    _row,
    "ICB code" AS icb_code,
    coalesce(CAST(month_start AS VARCHAR), "Month") AS month_start,
    CAST(month_start + INTERVAL 1 MONTH AS DATE) AS month_end,
    "FTE days available" AS available_days,
    "FTE days lost" AS lost_days
FROM dated
