-- Hours a week stand for full-time equivalents: full time is 37.5 hours. What is not a number is
-- passed on as it is, for the contract to refuse.
SELECT
    _row,
    "Ref" AS assignment_number,
    "Occ Code" AS staff_group,
    "Job" AS job_role,
    "AfC" AS pay_band,
    coalesce(
        CAST(round(TRY_CAST("Weekly Hours" AS DOUBLE) / 37.5, 2) AS VARCHAR), "Weekly Hours"
    ) AS contracted_fte,
    "Started" AS start_date,
    "Unit" AS department
FROM received
