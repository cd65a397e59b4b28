"""What a breakdown and its categories are called."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.breakdown_words import breakdown_title, category_words, in_order
from hereabouts.release.manifest_columns import ReleasedColumn
from hereabouts.release.reader import ReleaseReader

ages = st.lists(st.integers(0, 100).map(lambda age: f"{age} to {age + 4}"), unique=True)


def test_a_breakdown_is_called_as_its_contract_calls_it(reader: ReleaseReader) -> None:
    manifest = reader.manifest
    nurses = manifest.indicator_of("workforce.nurses")
    assert nurses is not None
    assert breakdown_title(manifest, nurses) == "Sex"  # from its name alone
    column = ReleasedColumn(
        name="sex", title="sex of nurse", type="string", unit="", description=""
    )
    products = tuple(
        replace(one, columns=(column,)) if one.id == "workforce.staff" else one
        for one in manifest.products
    )
    assert breakdown_title(replace(manifest, products=products), nurses) == "Sex of nurse"


@pytest.mark.parametrize(
    ("category", "title", "said"),
    [
        ("all", "Sex", "All"),
        ("all", "Age band", "All ages"),
        ("all", "Main condition", "All conditions"),
        ("all", "Staff group", "All"),
        ("all", "Message", "All"),  # which only ends like an age
        ("female", "Sex", "Female"),
        ("0 to 4", "Age band", "0 to 4"),
    ],
)
def test_a_total_is_called_after_what_it_is_the_total_of(
    category: str, title: str, said: str
) -> None:
    assert category_words(category, title=title) == said


def test_ages_are_in_the_order_of_age_and_the_total_first() -> None:
    most_first = ("85+", "5 to 9", "all", "10 to 14", "Under 5")
    assert in_order(most_first) == ("all", "Under 5", "5 to 9", "10 to 14", "85+")


def test_what_has_no_number_keeps_its_order() -> None:
    assert in_order(("Female", "all", "Male")) == ("all", "Female", "Male")


@given(ages)
def test_no_category_is_lost_and_none_is_before_a_younger(categories: list[str]) -> None:
    found = in_order((*categories, "all"))
    assert sorted(found) == sorted((*categories, "all"))
    youngest = [int(one.split()[0]) for one in found[1:]]
    assert youngest == sorted(youngest)
