-- Five trusts, five vocabularies: the words of each become those of the Electronic Staff Record.
WITH everyone AS (
    SELECT 'Alder Vale' AS trust_name, assignment_number, staff_group, job_role, pay_band,
           contracted_fte, start_date
    FROM workforce.trust_alder_vale
    UNION ALL
    SELECT 'Brackwater', assignment_number, staff_group, job_role, pay_band,
           contracted_fte, start_date
    FROM workforce.trust_brackwater
    UNION ALL
    SELECT 'Coombe and Moor', assignment_number, staff_group, job_role, pay_band,
           contracted_fte, start_date
    FROM workforce.trust_coombe
    UNION ALL
    SELECT 'Dunmere', assignment_number, staff_group, job_role, pay_band,
           contracted_fte, start_date
    FROM workforce.trust_dunmere
    UNION ALL
    SELECT 'Eastholt', assignment_number, staff_group, job_role, pay_band,
           contracted_fte, start_date
    FROM workforce.trust_eastholt
),
trusts AS (
    SELECT * FROM (VALUES
        ('Alder Vale', 'E54000037'),
        ('Brackwater', 'E54000036'),
        ('Coombe and Moor', 'E54000038'),
        ('Dunmere', 'E54000039'),
        ('Eastholt', 'E54000041')
    ) AS listed(trust_name, icb_code)
),
groups AS (
    SELECT * FROM (VALUES
        ('Nursing and Midwifery Registered', 'Nursing and Midwifery Registered'),
        ('Additional Clinical Services', 'Additional Clinical Services'),
        ('Allied Health Professionals', 'Allied Health Professionals'),
        ('Medical and Dental', 'Medical and Dental'),
        ('Administrative and Clerical', 'Administrative and Clerical'),
        ('N&M Reg', 'Nursing and Midwifery Registered'),
        ('ACS', 'Additional Clinical Services'),
        ('AHP', 'Allied Health Professionals'),
        ('M&D', 'Medical and Dental'),
        ('A&C', 'Administrative and Clerical'),
        ('Registered Nursing & Midwifery', 'Nursing and Midwifery Registered'),
        ('Support to Clinical Staff', 'Additional Clinical Services'),
        ('Therapies and Scientific', 'Allied Health Professionals'),
        ('Medical Staff', 'Medical and Dental'),
        ('Admin & Estates', 'Administrative and Clerical'),
        ('Nurses & midwives', 'Nursing and Midwifery Registered'),
        ('Healthcare assistants', 'Additional Clinical Services'),
        ('Therapists', 'Allied Health Professionals'),
        ('Doctors', 'Medical and Dental'),
        ('Clerical', 'Administrative and Clerical'),
        ('N', 'Nursing and Midwifery Registered'),
        ('H', 'Additional Clinical Services'),
        ('S', 'Allied Health Professionals'),
        ('M', 'Medical and Dental'),
        ('G', 'Administrative and Clerical')
    ) AS listed(received, staff_group)
)
SELECT
    everyone.trust_name || ' ' || everyone.assignment_number AS assignment_id,
    everyone.trust_name,
    trusts.icb_code,
    groups.staff_group,
    everyone.job_role,
    nullif(regexp_extract(everyone.pay_band, '[2-9]'), '') AS pay_band,
    everyone.contracted_fte,
    everyone.start_date,
    1 AS assignments_count
FROM everyone
INNER JOIN trusts ON trusts.trust_name = everyone.trust_name
LEFT JOIN groups ON groups.received = everyone.staff_group
