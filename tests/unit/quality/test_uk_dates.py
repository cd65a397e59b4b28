import duckdb
import pytest

from hereabouts.model.product import LogicalType
from hereabouts.quality.uk_dates import FORMS
from tests.unit.quality.small_contract import column, contract, typed


def read(form: str, text: str | None) -> str | None:
    """What a cell of a date column is read as, in ISO."""
    promise = contract(column("x", LogicalType.DATE, date_format=form))
    found = typed(promise, [[text]])[0][0]
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023/24", "2023-04-01"),
        ("2023-24", "2023-04-01"),
        ("2023–24", "2023-04-01"),
        ("2023/2024", "2023-04-01"),
        ("2023 to 2024", "2023-04-01"),
        ("2023-24 ", "2023-04-01"),
        ("FY 2023/24", "2023-04-01"),
        ("1999-00", "1999-04-01"),
        ("1999/2000", "1999-04-01"),
        ("2023/25", None),
        ("2023/2023", None),
        ("2023/2124", None),
        ("2023-11", None),
        ("2023", None),
        ("23/24", None),
        ("12023/24", None),
        ("", None),
    ],
)
def test_a_financial_year_begins_in_april(text: str, day: str | None) -> None:
    assert read("financial_year", text) == day


def test_an_academic_year_begins_in_september() -> None:
    assert read("academic_year", "2023/24") == "2023-09-01"
    assert read("academic_year", "2023/23") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [("2015", "2015-01-01"), ("1801", "1801-01-01"), ("15", None), ("2115", None), ("20155", None)],
)
def test_a_year_is_its_first_day(text: str, day: str | None) -> None:
    assert read("year", text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-JUN", "2018-06-01"),
        ("2021 Apr", "2021-04-01"),
        ("Jun-18", "2018-06-01"),
        ("Jun 18", "2018-06-01"),
        ("Sept 2019", "2019-09-01"),
        ("June 2018", "2018-06-01"),
        ("april 2022", "2022-04-01"),
        ("May-99", "1999-05-01"),
        ("Dec 1969", "1969-12-01"),
        ("Jan-69", "2069-01-01"),
        ("2018-06", "2018-06-01"),
        ("2018/06", "2018-06-01"),
        ("2018M06", "2018-06-01"),
        ("2018-06-17", "2018-06-01"),
        ("2018-06-17 00:00:00", "2018-06-01"),
        ("2018-13", None),
        ("2018-6", None),
        ("Juno 2018", None),
        ("Marchioness 2018", None),
        ("2018-02-30", None),
        ("June", None),
    ],
)
def test_a_month_is_its_first_day(text: str, day: str | None) -> None:
    assert read("month", text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Q1 2020", "2020-01-01"),
        ("2020 Q1", "2020-01-01"),
        ("2020Q4", "2020-10-01"),
        ("2020-Q2", "2020-04-01"),
        ("q3/2020", "2020-07-01"),
        ("Quarter 2 2020", "2020-04-01"),
        ("2008/4", "2008-10-01"),
        ("2020 Q5", None),
        ("2020/5", None),
        ("Q1", None),
        ("Q1 20", None),
    ],
)
def test_a_quarter_is_its_first_day(text: str, day: str | None) -> None:
    assert read("quarter", text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2020", "2020-03-31"),
        ("3/4/2020", "2020-04-03"),
        ("31.03.2020", "2020-03-31"),
        ("31-03-20", "2020-03-31"),
        ("01/01/70", "1970-01-01"),
        ("01/01/69", "2069-01-01"),
        ("31 March 2020", "2020-03-31"),
        ("31st March 2020", "2020-03-31"),
        ("2nd of May 2020", "2020-05-02"),
        ("31-Mar-20", "2020-03-31"),
        ("Thursday 27 July 2023", "2023-07-27"),
        ("2020-03-31", "2020-03-31"),
        ("2020-03-31 00:00:00", "2020-03-31"),
        ("29/02/2020", "2020-02-29"),
        ("29/02/2019", None),
        ("29/02/1900", None),
        ("31/04/2020", None),
        ("03/31/2020", None),
        ("32/01/2020", None),
        ("00/01/2020", None),
        ("31/03/2020 09:30", None),
        ("31/03", None),
    ],
)
def test_a_day_comes_before_its_month(text: str, day: str | None) -> None:
    assert read("day", text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1", "1900-01-01"),
        ("59", "1900-02-28"),
        ("61", "1900-03-01"),
        ("43921", "2020-03-31"),
        ("43921.0", "2020-03-31"),
        ("2958465", "9999-12-31"),
        ("60", None),  # 29 February 1900, which Excel believes in
        ("0", None),  # Excel's "day 0 of January 1900"
        ("-1", None),
        ("2958466", None),
        ("43921.5", None),
        ("43,921", None),
    ],
)
def test_excel_counts_days_from_1900_with_one_too_many(text: str, day: str | None) -> None:
    assert read("excel_serial", text) == day


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_read_as_nothing(form: str) -> None:
    assert read(form, None) is None
    assert read(form, "-") is None
    assert read(form, "[x]") is None


@pytest.mark.parametrize("form", FORMS)
def test_no_text_stops_a_query(form: str) -> None:
    odd = ["", "'", "0000-00-00", "9" * 40, "Q9 9999", "2020/" + "1" * 30, "\U0001f600"]
    with duckdb.connect() as connection:
        for text in odd:
            connection.execute(f"select {FORMS[form]('$1')}", [text])


def test_a_pattern_still_stands_beside_the_names() -> None:
    assert read("%d/%m/%Y", "31/03/2020") == "2020-03-31"
