-- "King's Lynn and West Norfolk 010D" lies in "King's Lynn and West Norfolk", for which a local
-- code is made: KINGS-LYNN-AND-WEST-NORFOLK.
WITH named AS (
    SELECT
        _row,
        lsoa_code,
        lsoa AS lsoa_name,
        region_code AS sub_icb_code,
        regexp_replace(lsoa, ' [0-9]{3}[A-Z]$', '') AS local_authority_name
    FROM received
)
SELECT
    _row,
    lsoa_code,
    lsoa_name,
    sub_icb_code,
    upper(
        regexp_replace(
            replace(replace(replace(local_authority_name, '.', ''), ',', ''), '''', ''),
            '[^A-Za-z]+', '-', 'g'
        )
    ) AS local_authority_code,
    local_authority_name
FROM named
