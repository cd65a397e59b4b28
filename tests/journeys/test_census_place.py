"""A place on real Census 2021 counts: six levels of area, two vintages, added up from counts."""

import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from hereabouts.engine.duckdb.session import scan
from hereabouts.lake.tables import Lake

pytestmark = [pytest.mark.journey, pytest.mark.real]

LEVEL = """  {0}:
    {{title: {1}, plural: {1}s, short: {1}, product: geography.{0}, code: code, name: name}}
"""
TITLES = {
    "msoa21": "MSOA",
    "ward24": "Ward",
    "ltla24": "Council",
    "icb24": "ICB",
    "country": "Country",
}
PARENTS = ", ".join(f"{level}: {level}_code" for level in TITLES)
PLACE = f"""title: England and Wales on Census 2021
description: Real counts.
organisation: A trial
contact: data@example.org
home_area_type: icb24
area_types:
  lsoa21:
    title: LSOA
    plural: LSOAs
    short: LSOA
    base: yes
    product: geography.lsoa21
    code: lsoa21_code
    name: lsoa21_name
    parents: {{{PARENTS}}}
{"".join(LEVEL.format(level, title) for level, title in TITLES.items())}
  neighbourhood: {{title: Neighbourhood, plural: Neighbourhoods, short: Neighbourhood}}
neighbourhoods:
  N1: {{name: City of London north, members: [E01000001, E01000002]}}
"""
OLD = "silver/people/population19"
LEVELS = {
    "msoa21": "msoa21_code as code, msoa21_name as name",
    "ward24": "ward24_code as code, ward24_name as name",
    "ltla24": "ltla24_code as code, ltla24_name as name",
    "icb24": "icb24_code as code, icb24_name as name",
    "country": "country_code as code, country_code as name",
}
CONVERT = """from: people.population19
area: lsoa11_code
to: area_code
by:
  - {product: geography.lookup11to21, old: lsoa11_code, new: lsoa21_code, change: change_code}
columns: [people_count]
weights: {product: people.disability, area: area_code, weight: residents_count}
hold_out: {product: people.disability, area: area_code, column: residents_count}
error_at_most: 0.25
"""


def contract(columns: dict[str, str], *, key: str, names: dict[str, str] | None = None) -> str:
    rows = "\n".join(
        f"      - {{name: {name}, physicalName: {(names or {}).get(name, name)},"
        f" logicalType: {kind}, primaryKey: {'true' if name in key.split() else 'false'}}}"
        for name, kind in columns.items()
    )
    return f"""apiVersion: v3.2.0
kind: DataContract
id: trial
name: A trial
version: 1.0.0
status: active
domain: trial
description: {{purpose: A trial., limitations: None., usage: None.}}
team:
  name: Trial
  members:
    - {{username: data@example.org, role: owner}}
schema:
  - name: trial
    logicalType: object
    dataGranularityDescription: One row each
    properties:
{rows}
customProperties:
  - {{property: sensitivity, value: open}}
  - {{property: synthetic, value: false}}
"""


def add(place: Path, product: str, text: str, **files: str) -> None:
    folder = place / "products" / product.replace(".", "/")
    folder.mkdir(parents=True)
    (folder / "contract.odcs.yaml").write_text(text)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content)


@pytest.fixture(scope="module")
def census(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("census") / "place"
    (place / "inbox").mkdir(parents=True)
    for name in (
        "geography/lsoa21_hierarchy_derived.csv",
        "geography/lookup_lsoa11_lsoa21_ltla22.csv",
        "census/disability21_lsoa21_ew.parquet",
        "census/population19_lsoa11.parquet",
    ):
        shutil.copyfile(shared_data / name, place / "inbox" / Path(name).name)
    (place / "place.yml").write_text(PLACE)
    (place / "glossary.yml").write_text("LSOA: A small area.\n")
    areas = dict.fromkeys(
        ("lsoa21_code", "lsoa21_name", "msoa21_code", "msoa21_name", "ward24_code", "ward24_name",
         "ltla24_code", "ltla24_name", "icb24_code", "icb24_name", "country_code"),
        "string",
    )  # fmt: skip
    add(
        place,
        "geography.lsoa21",
        contract(areas, key="lsoa21_code"),
        source_yml="kind: csv\npath: inbox/lsoa21_hierarchy_derived.csv\n",
        model_sql="select *, case left(lsoa21_code, 1) when 'E' then 'E92000001'"
        " else 'W92000004' end as country_code from received\n",
    )
    for level, columns in LEVELS.items():
        code = columns.split(" ", 1)[0]
        add(
            place,
            f"geography.{level}",
            contract({"code": "string", "name": "string"}, key="code"),
            model_sql=f"select distinct {columns} from geography.lsoa21 where {code} is not null\n",
        )
    add(
        place,
        "geography.lookup11to21",
        contract(
            dict.fromkeys(("lsoa11_code", "lsoa21_code", "change_code"), "string"),
            key="lsoa11_code lsoa21_code",
        ),
        source_yml="kind: csv\npath: inbox/lookup_lsoa11_lsoa21_ltla22.csv\n",
    )
    add(
        place,
        "people.disability",
        contract(
            {"area_code": "string", "disability": "string", "residents_count": "integer"},
            key="area_code disability",
            names={"area_code": "lsoa21_code", "residents_count": "n"},
        ),
        source_yml="kind: parquet\npath: inbox/disability21_lsoa21_ew.parquet\n",
    )
    add(
        place,
        "people.population19",
        contract(
            {"lsoa11_code": "string", "people_count": "integer"},
            key="lsoa11_code",
            names={"people_count": "total_population"},
        ),
        source_yml="kind: parquet\npath: inbox/population19_lsoa11.parquet\n",
    )
    add(
        place,
        "people.population19_lsoa21",
        contract(
            {"area_code": "string", "people_count": "number", "status": "string"}, key="area_code"
        ),
        convert_yml=CONVERT,
    )
    indicator = place / "indicators" / "health" / "disabled.yml"
    indicator.parent.mkdir(parents=True)
    indicator.write_text("""title: Disabled residents
short_title: Disabled
why: Need.
method: proportion
numerator: {product: people.disability, sum: residents_count, where: "disability like 'Disabled%'"}
denominator: {product: people.disability, sum: residents_count}
area: {type: lsoa21, column: area_code}
period: {label: Census 2021, start: 2021-03-21, end: 2021-03-22}
multiplier: 100
unit: percent
decimals: 1
better: neither
area_types: [lsoa21, msoa21, ward24, ltla24, icb24, country, neighbourhood]
policy: small_counts
""")
    policy = place / "policies" / "disclosure" / "small_counts.yml"
    policy.parent.mkdir(parents=True)
    policy.write_text("""title: Small counts
scheme: suppress_and_round
suppress_from: 1
suppress_to: 7
round_to: 5
hide_zero: no
audiences: [open]
why: People.
approved_by: Trial
review_on: 2027-01-01
""")
    for command in ("build", "release"):
        done = CliRunner().invoke(main, [command, "--folder", str(place)])
        assert done.exit_code == 0, done.stderr
    return place


def test_every_level_is_added_up_from_counts(census: Path) -> None:
    lake = Lake(census / ".hereabouts" / "lake")
    inbox = census / "inbox"
    with duckdb.connect() as connection:
        connection.execute(f"create view o as {scan(lake.open('observations'))}")
        connection.execute(f"""
            create view truth as
            select h.*, case left(h.lsoa21_code, 1) when 'E' then 'E92000001' else 'W92000004' end
                     as country_code,
                   sum(d.n) filter (d.disability like 'Disabled%') as numerator, sum(d.n) as total
            from read_csv('{inbox}/lsoa21_hierarchy_derived.csv', all_varchar=true) as h
            join '{inbox}/disability21_lsoa21_ew.parquet' as d using (lsoa21_code)
            group by all""")
        for level in ("lsoa21", "msoa21", "ward24", "ltla24", "icb24", "country"):
            code = f"{level}_code"
            differing = connection.execute(
                f"""select count(*) from
                    (select {code} as code, sum(numerator) n, sum(total) d from truth
                     where {code} is not null group by 1) as t
                    full join (select area_code, numerator, denominator from o where area_type = ?)
                        as o on o.area_code = t.code
                    where o.numerator is distinct from t.n or o.denominator is distinct from t.d""",
                [level],
            ).fetchone()
            assert differing == (0,), level
        counts = dict(connection.execute("select area_type, count(*) from o group by 1").fetchall())
    assert counts["lsoa21"] == 35_672
    assert counts["msoa21"] == 7_264
    assert counts["country"] == 2
    assert counts["neighbourhood"] == 1


def test_an_older_vintage_is_carried_over_and_says_how(census: Path) -> None:
    lake = Lake(census / ".hereabouts" / "lake")
    with duckdb.connect() as connection:
        connection.execute(
            f"create view new as {scan(lake.open('gold/people/population19_lsoa21'))}"
        )
        connection.execute(f"create view old as {scan(lake.open('silver/people/population19'))}")
        how = dict(connection.execute("select status, count(*) from new group by 1").fetchall())
        totals = connection.execute(
            "select (select sum(people_count) from new), (select sum(people_count) from old)"
        ).fetchone()
    assert how == {"exact": 33_647, "summed": 119, "apportioned": 1_906}
    assert totals is not None
    assert totals[0] == pytest.approx(totals[1], rel=1e-12)
