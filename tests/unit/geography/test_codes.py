import pytest

from hereabouts.errors import DataError
from hereabouts.geography.codes import AreaCode


@pytest.mark.parametrize("text", ["E08000025", " e08000025 ", "E08 000025", "E08\u00a0000025"])
def test_a_code_is_read_as_people_type_it(text: str) -> None:
    assert AreaCode.parse(text).value == "E08000025"


@pytest.mark.parametrize("letter", "EWSNKJLM")
def test_the_first_letter_is_a_country_or_a_border(letter: str) -> None:
    assert AreaCode.parse(f"{letter}01000001").entity == f"{letter}01"


@pytest.mark.parametrize(
    "text", ["", "EX1 1AA", "A08000025", "E0800002", "E080000255", "E0800002٣"]
)
def test_anything_else_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(DataError) as caught:
        AreaCode.parse(text)
    assert str(caught.value) == "not an area code [Q801]\n  do: use codes such as 'E08000025'"
