-- What a list of words cannot say: hours for full-time equivalents, and dates in four ways. What
-- cannot be read is passed on as it came, for the contract to refuse.
SELECT
    _row,
    trust_name || ' ' || assignment_number AS assignment_id,
    trust_name,
    icb_code,
    staff_group,
    job_role,
    pay_band,
    CASE trust_name
        WHEN 'Brackwater' THEN replace(lower(contracted_fte), ' wte', '')  -- 0.80 wte
        WHEN 'Dunmere' THEN replace(contracted_fte, ',', '.')  -- 0,80
        WHEN 'Eastholt' THEN coalesce(  -- hours a week, of 37.5
            CAST(round(TRY_CAST(contracted_fte AS DOUBLE) / 37.5, 2) AS VARCHAR), contracted_fte
        )
        ELSE contracted_fte
    END AS contracted_fte,
    coalesce(
        CAST(CAST(try_strptime(
            start_date, ['%Y-%m-%d', '%d/%m/%Y', '%d-%b-%Y', '%d.%m.%Y']
        ) AS DATE) AS VARCHAR),
        start_date
    ) AS start_date,
    1 AS assignments_count
FROM received
