"""Rows of groups are left out only when they are titles or totals of the rows below them."""

from pathlib import Path

from hereabouts.sources.inspection.inspect import inspect

YEARS_THEN_QUARTERS = """Turnover by year and by quarter
Year,Quarter,Turnover
2012,,448773
2013,,452197
2014,,467115
2014,Q1,114670
,Q2,117800
,Q3,121100
,Q4,113545
2015,Q1,114136
,Q2,120601
,Q3,118154
,Q4,124046
"""
TOTALS_OF_GROUPS = """Turnover by region and shop
Region,Shop,Turnover
England,,120
North,,60
,Ashby,10
,Brampton,20
,Corley,13
,Dunmere,17
South,,60
,Easthope,14
,Fenwick,16
,Garston,19
,Hatherley,11
"""


def test_years_with_figures_and_no_quarters_are_not_left_out_unsaid(tmp_path: Path) -> None:
    found = inspect(written(tmp_path, YEARS_THEN_QUARTERS))

    assert all(proposal.rows == 11 for proposal in found.proposals)


def test_totals_of_the_rows_below_them_are_left_out(tmp_path: Path) -> None:
    (proposal,) = inspect(written(tmp_path, TOTALS_OF_GROUPS)).proposals

    assert proposal.rows == 8
    assert proposal.options["keep_rows_with"] == ["Shop"]


def written(folder: Path, text: str) -> Path:
    """The text as a file."""
    path = folder / "turnover.csv"
    path.write_text(text, encoding="utf-8")
    return path
