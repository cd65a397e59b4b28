"""The nearest name, or the known ones."""

from hereabouts.errors import Location
from hereabouts.project.names import advice, unknown_name


def test_a_near_name_is_offered() -> None:
    error = unknown_name("field", "obs_valu", known=["obs_value"], code="P999", at=Location("a", 2))
    assert str(error) == (
        "a:2: unknown field 'obs_valu' [P999]\n"
        "  do: did you mean 'obs_value'? If not, declare 'obs_valu' first"
    )


def test_with_no_near_name_the_known_ones_are_listed() -> None:
    error = unknown_name("field", "xyz", known=["b", "a"], code="P999", at=Location("a"))
    assert error.do == "declare 'xyz', or use one of: a, b"


def test_with_nothing_known_that_is_said() -> None:
    assert advice("x", known=[]) == "use one of: none yet"


def test_a_long_list_is_cut_short() -> None:
    known = [f"name_{n:02}" for n in range(20)]
    assert advice("q", known=known).endswith("name_11 and 8 more")
