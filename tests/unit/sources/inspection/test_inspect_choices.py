"""What an inspection cannot decide, what it is told, and files of other kinds."""

from pathlib import Path

import duckdb
import pytest

from hereabouts.errors import SourceError
from hereabouts.sources.inspection.inspect import inspect
from hereabouts.sources.inspection.pointed_to import Told
from tests.unit.sources.inspection.made_up_files import AREAS, Look, keys, only, text


def test_between_two_sheets_it_does_not_choose(look: Look) -> None:
    rows = [["Area", "Beds"], *([f"Area {n}", n] for n in range(9))]
    found = look({"Notes": [["a", "b"]], "Males": rows, "Females": rows})
    assert found.proposals == ()
    assert found.sheets == ("Males", "Females")
    assert "'Males' (9 rows), 'Females' (9 rows)" in found.undecided[0]
    told = look({"Males": rows, "Females": rows}, sheet="Females")
    assert only(told).options == {"sheet": "Females"}


def test_a_small_sheet_beside_a_large_one_is_no_rival(look: Look) -> None:
    large = [["Area", "Beds"], *([f"Area {n}", n] for n in range(90))]
    assert only(look({"Beds": large, "Few": large[:5]})).options["sheet"] == "Beds"


def test_a_sheet_that_is_not_there_is_said(look: Look) -> None:
    with pytest.raises(SourceError) as refused:
        look({"Beds": [["a", "b"]]}, sheet="Bedz")
    assert refused.value.code == "S161"


def test_tables_one_below_another_are_not_one(look: Look) -> None:
    rows: list[list[object]] = []
    for year in (2021, 2022, 2023):
        rows += [[f"Table of {year}"], ["Area", "Beds", "Cots"], *([a[1], 1, 2] for a in AREAS), []]
    found = look({"Beds": rows})
    assert found.proposals == ()
    assert "3 tables one below another: headings stand in rows 2, 8, 14" in found.undecided[0]


def test_titles_that_say_what_rows_are_about_are_not_lost(look: Look) -> None:
    rows: list[list[object]] = [["Year", "Payers", "Tax"]]
    for area in ("England", "Wales", "Scotland"):
        rows += [[area], *([f"{y}-{y - 1999:02}", 1, 2] for y in range(2001, 2009))]
    found = look({"Tax": rows})
    assert found.proposals == ()
    assert "in rows of one cell between them (2, 11, 20)" in found.undecided[0]


def test_a_csv_with_a_title_and_a_footer(tmp_path: Path) -> None:
    lines = ["A title", "", "Area;Beds", *(f"Área {n};{n}" for n in range(9)), "", "Source: us", ""]
    proposal = only(text(tmp_path, "\r\n".join(lines), encoding="cp1252"))
    assert proposal.options == {
        "encoding": "cp1252",
        "delimiter": ";",
        "header_rows": "3",
        "skip_footer": "1",
    }


def test_rows_may_be_pointed_to(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("Area,Beds\nx,y\nA,1\nB,2\nC,3\nD,4\n", encoding="utf-8")
    found = inspect(path, told=Told(header=(1, 1), data=(3, 5)))
    proposal = only(found)
    assert proposal.options["data_rows"] == "3-"
    assert proposal.options["skip_footer"] == "1"
    assert proposal.rows == 3


def test_parquet_says_itself_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "file.parquet"
    with duckdb.connect() as connection:
        connection.execute(
            f"copy (select 'R' || range as org_code, range as beds from range(9)) to '{path}'"
        )
    proposal = only(inspect(path))
    assert (proposal.kind, proposal.options, keys(proposal)) == ("parquet", {}, ["org_code"])


@pytest.mark.parametrize(
    "content", [b"", b"   \n", b"<!DOCTYPE html><html>", b"%PDF-1.7", b"\x1f\x8b\x08"]
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(SourceError) as refused:
        inspect(path)
    assert refused.value.code == "S160"


def test_words_alone_are_no_table(tmp_path: Path) -> None:
    assert text(tmp_path, "one\ntwo\nthree\n").proposals == ()


def test_a_profile_has_numbers_and_no_words(look: Look) -> None:
    rows = [["Area", "Beds"], ["Secret place", 5], ["Other", 7], ["Third", ""], ["Fourth", 9]]
    proposal = only(look({"Beds": rows}))
    assert dict(proposal.columns[0].facts) == {"empty": "none", "distinct": "4"}
    assert dict(proposal.columns[1].facts) == {
        "empty": "25.0%",
        "distinct": "3",
        "smallest": "5",
        "largest": "9",
    }
