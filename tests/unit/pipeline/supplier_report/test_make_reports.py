"""The numbers and cells that each of three suppliers is told, by hand."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hereabouts.errors import ProjectError
from hereabouts.pipeline.supplier_report.findings import Delivery, Report, column_letters
from hereabouts.pipeline.supplier_report.make_reports import make_reports
from hereabouts.pipeline.workspace import Workspace, open_workspace
from tests.unit.pipeline.supplier_report.three_trusts import (
    ALPHA,
    CONTRACT,
    PRODUCT,
    built,
    three_trusts,
    write_beta,
)


@pytest.fixture(scope="module")
def trusts_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = three_trusts(tmp_path_factory.mktemp("trusts") / "place")
    built(root)
    return root


@pytest.fixture
def trusts(trusts_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trusts_once, tmp_path / "place"))


def reports(workspace: Workspace, **said: str | datetime) -> dict[str, Report]:
    product = workspace.project.products[PRODUCT]
    return {one.supplier: one for one in make_reports(workspace, product, **said)}  # type: ignore[arg-type]


def told(root: Path, supplier: str) -> Delivery:
    (one,) = reports(open_workspace(root), supplier=supplier)[supplier].deliveries
    return one


def cells(one: Delivery) -> list[tuple[int, str, str, str | None, str]]:
    return [
        (cell.row, cell.letters, cell.heading, cell.value, one.faults[cell.fault].code)
        for cell in one.cells
    ]


def test_each_supplier_is_told_of_its_own_rows(trusts: Path) -> None:
    counted = {
        name: [(one.rows, one.passed, one.at_fault) for one in report.deliveries]
        for name, report in reports(open_workspace(trusts)).items()
    }
    assert counted == {
        "Alpha Trust": [(4, 1, 3)],
        "Beta Trust": [(3, 1, 2)],
        "Gamma Trust": [(4, 3, 1)],  # two rows of two groups
    }


def test_cells_are_said_by_line_and_by_the_headings_that_were_sent(trusts: Path) -> None:
    assert cells(told(trusts, "Alpha Trust")) == [
        (3, "C", "Heads", "many", "Q101"),
        (4, "A", "Site code", "S9", "Q109"),
        (4, "B", "Group", "Reg N&M", "Q109"),
        (5, "B", "Group", "Porters", "Q107"),
    ]


def test_cells_of_a_sheet_are_said_by_its_own_rows_and_columns(trusts: Path) -> None:
    assert cells(told(trusts, "Beta Trust")) == [
        (5, "B", "Location", "S9", "Q109"),
        (5, "C", "Staff group", "Nursing", "Q109"),
        (6, "B", "Location", "Z", "Q103"),
        (6, "D", "Number", "-1", "Q104"),
    ]


def test_a_cell_of_a_column_that_became_a_row_is_said_where_it_stands(trusts: Path) -> None:
    assert cells(told(trusts, "Gamma Trust")) == [(3, "B", "Nursing", "=1+1", "Q101")]


def test_a_rule_is_said_in_the_suppliers_own_words_with_what_good_looks_like(trusts: Path) -> None:
    group, heads, key = told(trusts, "Alpha Trust").faults
    assert (group.rule, group.dimension, group.rows) == (
        "'Group' must be one of Nursing, Medical",
        "validity",
        1,
    )
    assert group.good == (
        "Must be text. Must be filled in. One of: Nursing, Medical, Reg N&M, Docs."
    )
    assert (heads.rule, heads.example) == ("'Heads' must be a whole number, such as 1234", "0")
    assert key.rule == "'Site code + Group' must not repeat"
    assert key.good.endswith("in this file and in those of other suppliers.")


def test_a_word_that_is_neither_known_nor_allowed_is_shown_back(trusts: Path) -> None:
    (miss,) = told(trusts, "Alpha Trust").misses
    assert (miss.heading, miss.value, miss.rows) == ("Group", "Porters", 1)
    assert miss.allowed == ("Nursing", "Medical", "Reg N&M", "Docs")


def test_rows_at_fault_are_copied_as_they_were_sent_with_the_bad_cells_marked(trusts: Path) -> None:
    one = told(trusts, "Alpha Trust")
    assert one.headings == ("Site code", "Group", "Heads")
    assert [(row.row, row.cells, sorted(row.bad)) for row in one.copied] == [
        (3, ("S2", "Docs", "many"), [2]),
        (4, ("S9", "Reg N&M", "5"), [0, 1]),
        (5, ("S3", "Porters", "7"), [1]),
    ]


def test_a_line_that_cannot_be_read_is_told_without_cells(trusts: Path) -> None:
    (trusts / "inbox" / "alpha.csv").write_text(ALPHA + "S7,Docs\n", "utf-8")
    built(trusts)
    one = told(trusts, "Alpha Trust")
    assert (one.rows, one.passed, one.at_fault) == (5, 1, 4)
    assert cells(one)[-1] == (6, "", "", None, "Q131")
    assert one.faults[-1].rule == "The line has 2 fields where the heading has 3"


def test_a_delivery_is_compared_with_the_one_before(trusts: Path) -> None:
    write_beta(trusts, (("S4", "Nursing", 3), ("S8", "Medical", -1), ("S7", "Medical", -2)))
    built(trusts)
    one = told(trusts, "Beta Trust")
    assert one.before is not None
    assert (one.before.rows, one.before.at_fault) == (3, 2)
    assert {rule: (one.before.broken[rule]) for rule in (one.faults[0].rule,)} == {
        "'Number' must be 0 or more": 1
    }
    assert one.faults[0].rows == 2
    assert told(trusts, "Alpha Trust").before is None


def test_a_file_that_fits_no_layout_is_told_why_and_others_are_not_held_up(trusts: Path) -> None:
    beta = trusts / "inbox" / "alpha.csv"
    beta.write_text(ALPHA.replace("Heads", "Headcount"), "utf-8")
    built(trusts)
    found = reports(open_workspace(trusts))
    (alpha,) = found["Alpha Trust"].deliveries
    assert alpha.unread is not None
    assert "it gives no 'persons'" in alpha.unread.words
    (beta_told,) = found["Beta Trust"].deliveries
    assert (beta_told.rows, beta_told.at_fault) == (3, 1)  # nobody else claims S9 now


def test_a_file_that_never_came_is_said(trusts: Path) -> None:
    source = trusts / "products" / "workforce" / "staff" / "source.yml"
    more = "  - {name: delta, supplier: Delta Trust, path: inbox/delta.csv}\n"
    source.write_text(source.read_text("utf-8") + more, "utf-8")
    one = told(trusts, "Delta Trust")
    assert one.unread is not None
    assert one.unread.words == "nothing has been received from Delta Trust yet"


def test_late_is_by_what_the_contract_promises(trusts: Path) -> None:
    contract = trusts / "products" / "workforce" / "staff" / "contract.odcs.yaml"
    contract.write_text(CONTRACT, "utf-8")
    lock = trusts / "products" / "workforce" / "staff" / "product.lock.yml"
    write_beta(trusts, (("S4", "Nursing", 3),))
    built(trusts)
    before = told(trusts, "Beta Trust").before
    assert before is not None
    came = datetime.fromisoformat(before.received_at)
    later = came.replace(year=came.year + 1).isoformat()
    text = lock.read_text("utf-8")
    head, tail = text.split("  beta:", 1)
    newest = tail.split("received_at: '", 1)[1].split("'", 1)[0]
    lock.write_text(f"{head}  beta:{tail.replace(newest, later, 1)}", "utf-8")
    one = told(trusts, "Beta Trust")
    assert 330 <= one.late_by_days <= 340
    assert one.next_due is not None
    assert told(trusts, "Gamma Trust").late_by_days == 0


def test_no_supplier_of_that_name_is_said_with_those_there_are(trusts: Path) -> None:
    workspace = open_workspace(trusts)
    with pytest.raises(ProjectError, match=r"has no supplier 'Alfa Trust'") as refused:
        make_reports(workspace, workspace.project.products[PRODUCT], supplier="Alfa Trust")
    assert refused.value.code == "P391"
    assert "Alpha Trust" in refused.value.do


def test_making_a_report_changes_no_table_and_no_lock(trusts: Path) -> None:
    def state() -> dict[str, float]:
        places = [trusts / ".hereabouts" / "lake", trusts / "products"]
        return {str(p): p.stat().st_mtime for place in places for p in place.rglob("*")}

    before = state()
    reports(open_workspace(trusts), now=datetime(2030, 1, 1, tzinfo=UTC))
    assert state() == before


def test_a_row_that_a_model_makes_anew_is_nobodys(trusts: Path) -> None:
    model = trusts / "products" / "workforce" / "staff" / "model.sql"
    model.write_text("select site, staff_group, persons from received", "utf-8")
    one = told(trusts, "Alpha Trust")
    assert one.unjudged is not None
    assert one.unjudged.code == "Q390"
    assert one.cells == ()


def test_cells_are_traced_through_a_model_that_keeps_the_row(trusts: Path) -> None:
    model = trusts / "products" / "workforce" / "staff" / "model.sql"
    model.write_text(
        "select _row, upper(site) as site, staff_group, persons from received", "utf-8"
    )
    assert cells(told(trusts, "Alpha Trust"))[0] == (3, "C", "Heads", "many", "Q101")


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (703, "AAA")])
def test_columns_are_called_as_a_spreadsheet_calls_them(column: int, letters: str) -> None:
    assert column_letters(column) == letters
    assert column_letters(None) == ""
