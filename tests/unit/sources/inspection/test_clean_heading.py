import pytest

from hereabouts.sources.inspection.clean_heading import clean_heading, column_names


@pytest.mark.parametrize(
    ("said", "clean"),
    [
        ("All\nstaff", "All staff"),
        ("European Union1 All staff", "European Union1 All staff"),
        ("Geography1", "Geography"),
        ("Per head (£)1", "Per head (£)"),
        ("Beds [note 1]", "Beds"),
        ("SCA PFI status [note 2, 3]", "SCA PFI status"),
        ("Dec†", "Dec"),
        ("Visits¹", "Visits"),
        ("Starting (2)", "Starting"),
        ("IMD 2019", "IMD 2019"),
        ("LSOA21", "LSOA21"),
        ("90+", "90+"),
        ("[note 1]", "[note 1]"),
    ],
)
def test_a_heading_loses_its_notes_and_keeps_its_numbers(said: str, clean: str) -> None:
    assert clean_heading(said) == clean


def test_names_are_plain_and_each_different() -> None:
    headings = ["% male GPs", "Total (£)", "total (£)", "Ynys Môn", "2021/22", "", "'Low' R&M"]
    assert column_names(headings) == (
        "percent_male_gps",
        "total_gbp",
        "total_gbp_2",
        "ynys_mon",
        "n_2021_22",
        "column_6",
        "low_r_and_m",
    )
