"""What a row says of somebody, taken apart."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.accounts.keeping_people import written
from hereabouts.doors.web.accounts.wanted_person import parse_person
from hereabouts.model.person import Role

GOOD = {
    "email": "Ann@Example.org ",
    "name": "Ann Other",
    "organisation": "council",
    "roles": "health:reader; *:Owner;",
    "training_valid_to": "2027-03-31",
}
DOMAINS = st.from_regex(r"\*|[a-z][a-z0-9_]{0,8}", fullmatch=True)
ROLES = st.frozensets(st.tuples(DOMAINS, st.sampled_from(Role)), max_size=6)


def test_a_good_row_is_somebody() -> None:
    found, wrong = parse_person(GOOD, {"council"})
    assert wrong == ()
    assert found is not None
    assert (found.email, found.name) == ("ann@example.org", "Ann Other")
    assert found.roles == {("health", Role.READER), ("*", Role.OWNER)}
    assert found.training_valid_to == date(2027, 3, 31)


@pytest.mark.parametrize("day", [date(2027, 3, 31), datetime(2027, 3, 31, 9), "2027-03-31"])  # noqa: DTZ001
def test_a_day_is_one_however_the_file_holds_it(day: object) -> None:
    found, _wrong = parse_person({**GOOD, "training_valid_to": day}, ())
    assert found is not None
    assert found.training_valid_to == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"email": "ann"}, "email: not an e-mail address"),
        ({"email": None}, "email: not an e-mail address"),
        ({"email": "a@b@example.org"}, "email: not an e-mail address"),
        ({"organisation": "other"}, "organisation: not one of organisations.yml"),
        ({"roles": "health"}, "roles: number 1 is not domain:role"),
        ({"roles": "health:reader; health:king"}, "roles: number 2 is not domain:role"),
        ({"training_valid_to": "31/03/2027"}, "training_valid_to: not a day as in 2027-03-31"),
        ({"name": "x" * 201}, "name: longer than 200 characters"),
        ({"name": "=cmd|'/c calc'!A1"}, "name: begins with a sign that a spreadsheet would run"),
        ({"name": "+Ann"}, "name: begins with a sign that a spreadsheet would run"),
    ],
)
def test_a_row_at_fault_says_why(change: dict[str, object], says: str) -> None:
    found, wrong = parse_person({**GOOD, **change}, {"council"})
    assert found is None
    assert wrong[0].startswith(says)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    _found, wrong = parse_person({"email": "x", "roles": "y", "training_valid_to": "z"}, ())
    assert len(wrong) == 3


def test_what_is_wrong_never_repeats_what_was_written() -> None:
    _found, wrong = parse_person({"email": "s3cret", "roles": "s3cret", "name": "=s3cret"}, ())
    assert "s3cret" not in " ".join(wrong)


@given(ROLES)
def test_roles_are_read_as_they_are_written(roles: frozenset[tuple[str, Role]]) -> None:
    found, _wrong = parse_person({**GOOD, "roles": written(roles)}, ())
    assert found is not None
    assert found.roles == roles


@given(st.dictionaries(st.sampled_from(sorted(GOOD)), st.none() | st.text() | st.integers()))
def test_whatever_is_written_is_somebody_or_has_a_reason(said: dict[str, object]) -> None:
    found, wrong = parse_person(said, ())
    assert (found is None) == bool(wrong)
