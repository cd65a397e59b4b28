"""Rows leave by an agreement: cut in SQL to its areas and columns, and said in the audit log."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import AccessError
from hereabouts.govern.audit import AuditLog
from hereabouts.pipeline.extract import Extracted, Wish, write_extract
from hereabouts.pipeline.workspace import open_workspace

PRODUCT = "library.membership"
WISH = Wish(product=PRODUCT, organisation="wold_icb", purpose="reading_plan")
ORGANISATIONS = """doggerland: {title: Doggerland Council, kind: council, domains: [library]}
wold_icb: {title: Wold ICB, kind: icb}
police: {title: Police, kind: police}
"""
AGREEMENT = """title: Reading plan
providers: [doggerland]
recipients: [wold_icb]
purposes: [reading_plan]
objective: To see where few residents are members.
lawful_basis: 6(1)(e)
products:
  - product: library.membership
    columns: [area_code, members_count]
    areas: [AREA]
    area_column: area_code
starts_on: 2020-01-01
ends_on: 2098-12-31
review_on: 2030-01-15
retention: 2 y
approved_by: Head of libraries
approved_on: 2019-12-20
"""


@pytest.fixture
def area(built: Path) -> str:
    """One area, whose rows are shared; the others' are not."""
    whole = open_workspace(built)
    with duckdb.connect() as connection:
        table = whole.latest(PRODUCT)
        assert table
        sql = "select min(area_code) from read_parquet(?)"
        found = connection.execute(sql, [list(table.files)]).fetchone()
    assert found
    return str(found[0])


@pytest.fixture
def shared(built: Path, area: str) -> Path:
    (built / "organisations.yml").write_text(ORGANISATIONS, encoding="utf-8")
    (built / "purposes.yml").write_text("reading_plan: To plan libraries.\n", encoding="utf-8")
    (built / "agreements").mkdir()
    text = AGREEMENT.replace("AREA", area)
    (built / "agreements/reading.yml").write_text(text, encoding="utf-8")
    return built


def extract(root: Path, file: str = "out.parquet", wish: Wish = WISH) -> Extracted:
    return write_extract(open_workspace(root), wish, root / file)


def test_rows_and_columns_are_those_of_the_agreement(shared: Path, area: str) -> None:
    found = extract(shared)
    assert (found.rows, found.columns, found.agreement) == (
        1,
        ("area_code", "members_count"),
        "reading",
    )
    rows = duckdb.sql(f"from read_parquet('{shared / 'out.parquet'}')")
    assert rows.columns == ["area_code", "members_count"]
    assert [row[0] for row in rows.fetchall()] == [area]
    (said,) = AuditLog(shared).records(action="data.read")
    assert (said.actor, said.outcome) == ("person:organisation-wold_icb", "allowed")
    assert said.detail["relied_on"] == "agreement:reading"


def test_an_agreement_on_every_area_opens_every_row(shared: Path) -> None:
    file = shared / "agreements/reading.yml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(one for one in lines if "area" not in one or "columns" in one))
    assert extract(shared, "out.csv").rows > 5
    assert (shared / "out.csv").read_text("utf-8").startswith("area_code,members_count\n")


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (replace(WISH, purpose="marketing"), "it does not cover this purpose"),
        (replace(WISH, columns=("residents_count",)), "it does not cover every column asked for"),
        (replace(WISH, organisation="police"), "no agreement with your organisation"),
    ],
)
def test_what_no_agreement_opens_is_not_written(shared: Path, wish: Wish, words: str) -> None:
    with pytest.raises(AccessError, match=words) as refused:
        extract(shared, wish=wish)
    assert refused.value.code == "A103"
    assert not (shared / "out.parquet").exists()
    (said,) = AuditLog(shared).records(action="data.read")
    assert said.outcome == "refused"


def test_an_agreement_that_is_over_opens_nothing(shared: Path) -> None:
    file = shared / "agreements/reading.yml"
    over = file.read_text("utf-8").replace("2098-12-31", "2021-12-31").replace("2030-", "2021-")
    file.write_text(over, encoding="utf-8")
    with pytest.raises(AccessError, match="it has ended"):
        extract(shared)
