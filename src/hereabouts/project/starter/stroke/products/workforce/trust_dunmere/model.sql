-- Full-time equivalents come with a decimal comma: "0,80".
SELECT
    _row,
    "Pers. No." AS assignment_number,
    "Occupation" AS staff_group,
    "Post" AS job_role,
    "Band" AS pay_band,
    replace("FTE", ',', '.') AS contracted_fte,
    "In post since" AS start_date,
    "Ward or team" AS department
FROM received
