"""Files as people lay them out, made up here, and what an inspection says of each."""

from datetime import date
from pathlib import Path

from tests.unit.sources.inspection.made_up_files import AREAS, Look, keys, only, types


def test_a_tidy_sheet_needs_nothing_but_its_name(look: Look) -> None:
    rows = [["Area code", "Area", "Beds"], *([*area, n] for n, area in enumerate(AREAS))]
    proposal = only(look({"Beds": rows}))
    assert proposal.options == {"sheet": "Beds"}
    assert keys(proposal) == ["area_code"]
    assert types(proposal) == {"area_code": "string", "area": "string", "beds": "integer"}
    assert proposal.columns[0].pattern == "^[A-Z][0-9]{8}$"


def test_titles_above_and_notes_below_are_left_out(look: Look) -> None:
    rows = [
        ["Beds by area, England"],
        [],
        ["Area code", "Area", "Beds [note 1]"],
        *([*area, n] for n, area in enumerate(AREAS)),
        [],
        ["[note 1] Open at midnight"],
        ["Source: us"],
    ]
    proposal = only(look({"Beds": rows}))
    assert proposal.options == {"sheet": "Beds", "header_rows": "3", "skip_footer": "2"}
    assert proposal.title == "Beds by area, England"
    assert [column.title for column in proposal.columns] == ["Area code", "Area", "Beds"]


def test_heading_rows_under_merged_cells_are_joined(look: Look) -> None:
    rows = [
        ["", "", "Beds", ""],
        ["Area code", "Area", "open", "closed"],
        *([*area, n, n] for n, area in enumerate(AREAS)),
    ]
    proposal = only(look({"Beds": rows}, merged=["C1:D1"]))
    assert proposal.options == {"sheet": "Beds", "header_rows": "1-2"}
    assert [c.heading for c in proposal.columns][2:] == ["Beds open", "Beds closed"]


def test_headings_that_are_alike_are_made_different(look: Look) -> None:
    rows = [["Area code", "n", "n"], *([area[0], 1, 2] for area in AREAS)]
    proposal = only(look({"Beds": rows}))
    assert proposal.options["headings"] == ["Area code", "n", "n (2)"]


def test_a_row_of_series_codes_is_no_heading_and_no_data(look: Look) -> None:
    rows = [
        ["Time period", "New", "Repair"],
        ["Dataset code", "MV36", "MV37"],
        *([year, year / 7, year / 9] for year in range(2001, 2009)),
    ]
    proposal = only(look({"Output": rows}))
    assert proposal.options["data_rows"] == "3-"
    assert "header_rows" not in proposal.options


def test_a_note_beside_the_table_is_no_column(look: Look) -> None:
    rows: list[list[object]] = [["Code", "Beds"], *([f"R{n:02}", n] for n in range(60))]
    rows[4] += ["", "", "shaded: uncertain"]
    assert only(look({"Beds": rows})).options["data_columns"] == "A-B"


def test_single_ages_become_rows_and_their_total_does_not(look: Look) -> None:
    rows = [
        ["Population of small places"],
        ["Code", "Name", "All ages", *range(4), "4+"],
        *([*area, 15, 1, 2, 3, 4, 5] for area in AREAS),
    ]
    proposal = only(look({"Persons": rows}))
    assert proposal.options["unpivot"] == {
        "keep": ["Code", "Name"],
        "into": "age",
        "value": "population",
        "leave": ["All ages"],
        "match": r"\d{1,3}\+?",
    }
    assert keys(proposal) == ["code", "age"]
    assert [c.heading for c in proposal.columns] == ["Code", "Name", "age", "population"]


def test_years_become_rows_and_percentiles_do_not(look: Look) -> None:
    years = [["Area", "2021/22", "2022/23", "2023/24"], *([a[1], 1, 2, 3] for a in AREAS)]
    proposal = only(look({"Years": years}))
    assert proposal.columns[1].format == "financial_year"
    tenths = [["Area", "10", "20", "25", "30"], *([a[1], 1, 2, 3, 4] for a in AREAS)]
    found = only(look({"Tenths": tenths}))
    assert "unpivot" not in found.options
    assert [column.heading for column in found.columns][1:] == ["10", "20", "25", "30"]


def test_years_that_are_numbers_are_headings(look: Look) -> None:
    rows = [["Area", 2021, 2022, 2023], *([area[1], 5, 2, 3] for area in AREAS)]
    proposal = only(look({"Years": rows}))
    assert proposal.rows == 3
    assert [column.name for column in proposal.columns] == ["area", "year", "value"]


def test_a_table_without_headings_is_given_some(look: Look, tmp_path: Path) -> None:
    rows = [[*area, 9 - n] for n, area in enumerate(AREAS)]
    proposal = only(look({"Beds": rows}))
    assert proposal.options["headings"] == ["column_1", "column_2", "column_3"]
    assert proposal.options["data_rows"] == "1-"
    assert proposal.rows == 3


def test_two_years_are_two_columns(look: Look) -> None:
    rows = [["Area", "2022", "2023"], *([area[1], 1, 2] for area in AREAS)]
    assert "unpivot" not in only(look({"Years": rows})).options


def test_marks_in_a_column_of_numbers_are_markers(look: Look) -> None:
    rows = [["Area", "Beds"], *([f"Area {n}", n] for n in range(9)), ["X", "*"], ["Y", "[low]"]]
    proposal = only(look({"Beds": rows}))
    assert proposal.options["markers"] == {"*": "[c]", "[low]": "[low]"}
    marker = proposal.columns[-1]
    assert (marker.name, marker.marker_of, marker.type) == ("beds_marker", "beds", "string")


def test_words_in_a_column_of_words_are_no_markers(look: Look) -> None:
    rows = [["Area", "Class"], *([f"Area {n}", "c" if n % 2 else "x"] for n in range(9))]
    assert "markers" not in only(look({"Classes": rows})).options


def test_a_total_that_adds_up_is_left_out_and_one_with_a_code_stays(look: Look) -> None:
    rows = [["Area", "Beds"], ["North", 5], ["South", 7], ["East", 9], ["Total", 21]]
    assert only(look({"Beds": rows})).options["drop_rows"] == {"Area": ["Total"]}
    rows = [["Area", "Beds"], ["North", 5], ["South", 7], ["East", 9], ["Total", 99]]
    proposal = only(look({"Beds": rows}))
    assert "drop_rows" not in proposal.options
    assert "not the sum of the others" in " ".join(proposal.notes)


def test_a_total_without_the_code_that_all_others_have_is_left_out(look: Look) -> None:
    rows = [
        ["Org code", "Org name", "Beds"],
        ["", "England", sum(range(60))],
        *([f"R{n:02}", f"Trust {n}", n] for n in range(60)),
    ]
    proposal = only(look({"Beds": rows}))
    assert proposal.options["keep_rows_with"] == ["Org code"]
    assert proposal.rows == 60


def test_a_label_that_stands_once_is_filled_down(look: Look) -> None:
    months = ["Jan", "Feb", "Mar", "Apr"]
    rows: list[list[object]] = [["Year", "Month", "Visits"]]
    for year in (2021, 2022, 2023):
        rows += [[year if n == 0 else "", month, n * 9] for n, month in enumerate(months)]
    proposal = only(look({"Visits": rows}))
    assert proposal.options["fill_down"] == ["Year"]
    assert keys(proposal) == ["year", "month"]


def test_a_group_on_a_row_of_its_own_is_filled_down_and_its_total_left_out(look: Look) -> None:
    rows: list[list[object]] = [["Region", "Trust", "Staff"]]
    for region in ("North", "South"):
        rows += [[region, "", 99], *(["", f"{region} {n}", n] for n in range(5))]
    proposal = only(look({"Staff": rows}))
    assert proposal.options["fill_down"] == ["Region"]
    assert proposal.options["keep_rows_with"] == ["Trust"]
    assert proposal.rows == 10


def test_whole_years_above_their_quarters_are_not_taken_for_totals(look: Look) -> None:
    rows: list[list[object]] = [["Year", "Quarter", "Turnover"]]
    rows += [[year, "", year] for year in range(2001, 2006)]
    for year in range(2004, 2010):
        rows += [[year if n == 1 else "", f"Q{n}", n * year] for n in range(1, 5)]
    found = look({"Turnover": rows})
    assert all(p.rows == 29 and "fill_down" not in p.options for p in found.proposals)


def test_summaries_below_the_months_are_left_out(look: Look) -> None:
    rows: list[list[object]] = [["Year", "Month", "Visits"]]
    for year in (2021, 2022, 2023):
        rows += [[year if n == 0 else "", month, n * 9] for n, month in enumerate("JFMA")]
    rows += [["Latest three months", "", 54], ["Year to date", "", 54]]
    proposal = only(look({"Visits": rows}))
    assert proposal.rows == 12
    assert proposal.options["keep_rows_with"] == ["Month"]


def test_a_row_without_its_figure_is_still_a_row(look: Look) -> None:
    rows = [["Area code", "Name", "Beds"], *([*area, n] for n, area in enumerate(AREAS))]
    rows.insert(2, ["E06000009", "", ""])
    assert only(look({"Beds": rows})).rows == 4


def test_the_key_is_as_small_as_can_be(look: Look) -> None:
    rows: list[list[object]] = [["Month", "Org", "Group", "Staff"]]
    rows += [[m, o, g, 1] for m in ("Jan-21", "Feb-21") for o in "ABC" for g in ("x1", "x2")]
    assert keys(only(look({"Staff": rows}))) == ["month", "org", "group"]


def test_codes_keep_their_zeros(look: Look) -> None:
    rows = [["Practice", "Patients"], *([f"{n:05}", n] for n in range(9))]
    assert types(only(look({"Practices": rows})))["practice"] == "string"
    rows = [["URN", "Pupils"], *([136290 + n, n] for n in range(9))]
    assert types(only(look({"Schools": rows})))["urn"] == "string"


def test_dates_of_the_file_are_dates(look: Look) -> None:
    rows = [["Day", "Visits"], *([date(2021, 3, n + 1), n] for n in range(9))]
    assert types(only(look({"Visits": rows})))["day"] == "date"
