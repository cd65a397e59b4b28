"""What a page may be asked."""

import pytest

from hereabouts.doors.web.address import AddressError, canonical_query, choose, read_query


def test_what_is_asked_is_read_and_what_is_empty_counts_as_not_asked() -> None:
    assert read_query("sort=area&page=&q=Ynys+M%C3%B4n", allowed=("sort", "page", "q")) == {
        "sort": "area",
        "q": "Ynys Môn",
    }


@pytest.mark.parametrize(
    "query",
    [
        "unknown=1",
        "sort=area&sort=rank",
        "sort=&sort=rank",
        "q=" + "a" * 201,
        "&".join(f"a{i}=1" for i in range(21)),
        "=1",
        "sort",
        "SORT=area",
    ],
)
def test_an_address_with_a_part_nobody_knows_is_refused(query: str) -> None:
    if query == "sort":
        assert read_query(query, allowed=("sort", "q")) == {}
        return
    with pytest.raises(AddressError, match="W201") as caught:
        read_query(query, allowed=("sort", "q"))
    assert caught.value.status == 400
    assert caught.value.do == "use only sort, q"


def test_a_page_that_is_asked_nothing_says_so() -> None:
    with pytest.raises(AddressError) as caught:
        read_query("a=1", allowed=())
    assert caught.value.do == "leave out what follows the ?"


def test_the_refusal_never_repeats_what_was_asked() -> None:
    with pytest.raises(AddressError) as caught:
        read_query("%3Cscript%3E=1", allowed=("q",))
    assert "script" not in str(caught.value)


def test_the_same_parameters_in_another_order_are_the_same_address() -> None:
    assert canonical_query("b=2&a=1") == canonical_query("a=1&b=2") == "a=1&b=2"
    assert canonical_query("a=%41&b=x%20y") == "a=A&b=x+y"
    assert canonical_query("") == ""


def test_parameters_that_are_empty_or_twice_there_stay_in_the_address() -> None:
    assert canonical_query("a=&a=1") == "a=&a=1"


def test_one_of_the_choices_or_the_usual_one() -> None:
    assert choose(None, among=("a", "b"), otherwise="b", what="order") == "b"
    assert choose("a", among=("a", "b"), otherwise="b", what="order") == "a"
    with pytest.raises(AddressError, match="W202") as caught:
        choose("c", among=(str(i) for i in range(99)), otherwise="1", what="order")
    assert caught.value.status == 400
    assert caught.value.do == "use 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
