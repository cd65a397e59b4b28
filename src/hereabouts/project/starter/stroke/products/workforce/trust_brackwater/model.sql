-- Full-time equivalents come as text: "0.80 wte".
SELECT
    _row,
    "Asg No" AS assignment_number,
    "Staff Grp" AS staff_group,
    "Role" AS job_role,
    "AfC Band" AS pay_band,
    replace(lower("Contracted FTE"), ' wte', '') AS contracted_fte,
    "Start Date" AS start_date,
    "Team" AS department
FROM received
