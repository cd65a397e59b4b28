"""What the national runs release is what plain DuckDB finds in the same files."""

from collections.abc import Iterator
from pathlib import Path
from statistics import NormalDist

import pytest

from tests.journeys.national_place import FILES, Seen, cut, seen
from tests.journeys.plain_statistics import (
    beside,
    blom,
    discoveries,
    gi_star,
    standardised,
    wilson,
)

pytestmark = [pytest.mark.journey, pytest.mark.real]


@pytest.fixture(scope="module")
def part(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files with the councils around Bristol only, so that a run takes seconds."""
    if absent := [name for name in FILES.values() if not (shared_data / name).is_file()]:
        pytest.skip(f"{absent[0]} is not among the real open data")
    return cut(shared_data, tmp_path_factory.mktemp("part"))


@pytest.fixture(scope="module")
def deprivation(
    shared_data: Path, part: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Seen]:
    """All of England."""
    assert part
    yield from seen("imd", shared_data, tmp_path_factory.mktemp("imd"), whole=True)


@pytest.fixture(scope="module")
def census(part: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    yield from seen("census", part, tmp_path_factory.mktemp("census"))


@pytest.fixture(scope="module")
def population(part: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    yield from seen("population", part, tmp_path_factory.mktemp("population"))


@pytest.fixture(scope="module")
def reports(part: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    yield from seen("fixmystreet", part, tmp_path_factory.mktemp("reports"))


def test_the_worst_tenth_of_england_is_that_of_the_published_ranks(deprivation: Seen) -> None:
    """The 3,375 worst ranks of 33,755, counted without the published decile."""
    expected = deprivation.rows("""
        select ltla24_code, count(*) filter (IMD_rank <= 3375), count(*)
        from files.imd join files.hierarchy using (lsoa21_code) group by 1 order by 1""")
    found = deprivation.rows("""
        select area_code, numerator, denominator from observations
        where area_type = 'ltla24' order by 1""")
    assert found == expected
    assert len(found) == 296
    assert sum(one[1] == 0 for one in found) == 104


def test_limits_are_wilsons_and_say_how_a_council_is_beside_england(deprivation: Seen) -> None:
    z95, z998 = (NormalDist().inv_cdf(p) for p in (0.975, 0.999))
    found = deprivation.rows("""
        select numerator, denominator, lower, upper, compared from observations
        where area_type = 'ltla24'""")
    for x, n, lower, upper, compared in found:
        at95, at998 = wilson(x, n, z95), wilson(x, n, z998)
        assert (lower, upper) == pytest.approx(at95, abs=1e-9)
        assert compared == beside(100 * 3375 / 33755, at95, at998)


@pytest.mark.parametrize("level", ["ward24", "msoa21", "ltla24", "icb24"])
def test_every_level_of_the_census_is_summed_from_lsoas(census: Seen, level: str) -> None:
    expected = census.rows(f"""
        select {level}_code, sum(n) filter (disability like 'Dis%'), sum(n)
        from files.disability join files.hierarchy using (lsoa21_code)
        where {level}_code is not null group by 1 order by 1""")
    found = census.rows(f"""
        select area_code, numerator, denominator from observations
        where indicator = 'census.disabled' and area_type = '{level}' order by 1""")
    assert found == expected
    assert found


def test_the_error_from_msoas_to_wards_is_what_counting_both_ways_gives(census: Seen) -> None:
    [(every, shared_out)] = census.rows("""
        with residents as (
            select lsoa21_code, sum(usual_residents) as weight from files.ages group by 1
        ), small as (
            select msoa21_code, ward24_code, weight, n as disabled
            from files.hierarchy join residents using (lsoa21_code)
            join files.disability using (lsoa21_code) where disability like 'Dis%'
        ), msoa as (
            select msoa21_code, sum(disabled) as disabled, sum(weight) as weight,
                   count(distinct ward24_code) > 1 as is_cut
            from small group by 1
        ), ward as (
            select ward24_code, sum(s.disabled) as truth, bool_or(is_cut) as is_estimate,
                   sum(m.disabled * s.weight / m.weight) as estimate
            from small as s join msoa as m using (msoa21_code) group by 1
        )
        select sum(abs(estimate - truth)) / sum(truth),
               sum(abs(estimate - truth)) filter (is_estimate) / sum(truth) filter (is_estimate)
        from ward""")
    said = census.conversion("carried.disabled_estimated")
    assert said["wmape_apportioned"] == pytest.approx(shared_out, abs=5e-5)
    assert f"All areas together differ from it by {100 * every:.1f}%" in " ".join(said["words"])


def test_people_are_kept_and_those_of_split_areas_shared_out_by_age(population: Seen) -> None:
    expected = population.rows("""
        with years as (
            unpivot (from files.mid2020)
            on columns(* exclude (lsoa11_name, lsoa11_code, total_population))
            into name age value people
        ), old as (
            select lsoa11_code, sum(people) filter (rtrim(age, '+')::int >= 65) as people
            from years group by 1
        ), weights as (
            select lsoa11_code, lsoa21_code, usual_residents as weight,
                   sum(usual_residents) over (partition by lsoa11_code) as whole
            from files.lookup join files.ages using (lsoa21_code) where age_group like '%65%'
        )
        select lsoa21_code, sum(people * weight / whole)
        from old join weights using (lsoa11_code) group by 1 order by 1""")
    found = population.rows("""
        select lsoa21_code, sum(people) filter (age >= 65)
        from population.mid2020_lsoa21 group by 1 order by 1""")
    [(before, after)] = population.rows("""
        select (select sum(total_population) from files.mid2020),
               (select sum(people) from population.mid2020_lsoa21)""")
    assert [one[0] for one in found] == [one[0] for one in expected]
    assert [one[1] for one in found] == pytest.approx([one[1] for one in expected], abs=1e-9)
    assert after == pytest.approx(before, rel=1e-12)


@pytest.mark.parametrize("indicator", ["population.aged_65", "population.mean_age"])
def test_lsoas_of_a_split_are_estimates_whatever_is_made_of_them(
    population: Seen, indicator: str
) -> None:
    expected = population.rows("""
        select distinct lsoa21_code from files.lookup
        where change_code in ('S', 'X') order by 1""")
    found = population.rows(f"""
        select area_code from observations where indicator = '{indicator}'
        and area_type = 'lsoa21' and marker = '[e]' order by 1""")
    assert found == expected
    assert found


def test_reports_of_every_year_are_those_of_the_file(reports: Seen) -> None:
    expected = reports.rows("""
        select left(month, 4)::int, sum(reports) from files.reports
        where month >= '2012' group by 1 order by 1""")
    found = reports.rows("""
        select year(period_start), sum(numerator) from observations
        where indicator = 'street.reports' and area_type = 'country' group by 1 order by 1""")
    assert found == expected


def test_hot_spots_are_where_a_plain_sum_of_neighbours_is_high(reports: Seen) -> None:
    shown = reports.rows("""
        select area_code, numerator, denominator from observations
        where indicator = 'street.reports' and area_type = 'lsoa21'
        and year(period_start) = 2020""")
    found = reports.rows("""
        select area_code, z, class like 'hot%' from hot_spots
        where area_type = 'lsoa21' and year(period_start) = 2020""")
    z = gi_star(blom(standardised(shown)), reports.borders("lsoa21"))
    assert {code: score for code, score, _ in found} == pytest.approx(z, abs=1e-9)
    hot = {code for code, _, is_hot in found if is_hot}
    assert hot == {code for code in discoveries(z) if z[code] > 0}
    assert hot


def test_a_repeat_location_had_a_dozen_reports_in_three_months(reports: Seen) -> None:
    expected = reports.rows("""
        select distinct lsoa || '/' || SHEF_A_CODE from (
            select *, sum(reports) over (
                partition by lsoa, SHEF_A_CODE order by (month || '-01')::date
                range between interval 2 months preceding and current row) as in_three_months
            from files.reports)
        where in_three_months >= 12 order by 1""")
    found = reports.rows("""
        select distinct entity from street.repeat_locations
        where definition = 'three_months' order by 1""")
    assert found == expected
    assert found
