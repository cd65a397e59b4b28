import duckdb
import pytest

from hereabouts.quality.uk_dates import FORMS
from hereabouts.sources.inspection.periods import is_age, is_period, period_format


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["2018-JUN", "2017-SEP"], "month"),
        (["Jun-18", "Sept 2019", "2018-06"], "month"),
        (["2011-10", "2011-11", "2011-12"], "month"),
        (["2010-11", "2011-12"], "financial_year"),
        (["2023/24", "2023-24", "2023/2024"], "financial_year"),
        (["2019", "2020"], "year"),
        (["Q1 2020", "2020 Q2", "2020Q3", "2008/4"], "quarter"),
        (["31/03/2020", "31 March 2020", "31-Mar-20"], "day"),
        (["2019", "Q1 2020"], ""),
        (["2023/25"], ""),
        ([], ""),
    ],
)
def test_texts_name_periods_of_one_kind(texts: list[str], name: str) -> None:
    assert period_format(texts) == name


@pytest.mark.parametrize(
    "text",
    """2018-JUN|Jun-18|April 2022|2023/24|2023 to 2024|Q1 2020|2020Q4|2008/4|31/03/2020
    31st March 2020|31-Mar-20|1999|2018M06|Quarter 2, 2020""".replace("\n    ", "|").split("|"),
)
def test_what_is_found_to_be_a_period_is_read_as_one(text: str) -> None:
    """The inspection and the contract's reading know the same texts."""
    assert is_period(text)
    with duckdb.connect() as connection:
        read = FORMS[period_format([text])](f"'{text}'")
        assert connection.execute(f"select {read}").fetchall() != [(None,)]


@pytest.mark.parametrize("text", ["7", "90+", "Age 12", "aged 5 years", "85 and over"])
def test_a_single_age(text: str) -> None:
    assert is_age(text)


@pytest.mark.parametrize("text", ["0 - 4", "901 Occupational Medicine", "130", "All ages", ""])
def test_no_single_age(text: str) -> None:
    assert not is_age(text)
