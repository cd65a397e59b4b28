"""Pre-release lists are read, and what is wrong with one is said at its line."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.errors import Location
from hereabouts.model.person import Person, Role
from hereabouts.model.pre_release import PreReleaseList, PreReleasePost
from hereabouts.project.sharing_folder import SharingFolder

Say = Callable[[], list[str]]
FILE = "policies/pre_release/quarterly.yml"
LIST = """title: Quarterly figures
statistics: [library.membership_rate]
hours: 24
people:
  - post: Director of culture
    organisation: doggerland
    roles: [library:owner]
why: To be ready to answer.
approved_by: Head of statistics
approved_on: 2026-11-01
"""
ORGANISATIONS = "doggerland: {title: Doggerland Council, kind: council}\n"
NOON = datetime(2026, 12, 10, 12, tzinfo=UTC)


@pytest.fixture
def declare(place: Path) -> Callable[..., None]:
    """Write a list, with what is replaced in it."""
    indicator = next((place / "indicators").glob("*/*.yml"))
    named = f"{indicator.parent.name}.{indicator.stem}"

    def write(*pairs: tuple[str, str]) -> None:
        text = LIST.replace("library.membership_rate", named)
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        (place / FILE).parent.mkdir(parents=True, exist_ok=True)
        (place / FILE).write_text(text, encoding="utf-8")
        (place / "organisations.yml").write_text(ORGANISATIONS, encoding="utf-8")

    return write


def test_a_list_is_read_by_whatever_serves_the_folder(
    place: Path, declare: Callable[..., None], said: Say
) -> None:
    declare()
    assert said() == []
    folder = SharingFolder(place)
    one = folder.read(folder.stamps()).pre_release["quarterly"]
    assert (one.hours, one.people[0].post) == (24, "Director of culture")
    assert one.people[0].roles == ("library:owner",)


WRONG = {
    "an organisation": (
        ("organisation: doggerland", "organisation: doggerlnd"),
        "6 P550 unknown organisation 'doggerlnd'",
    ),
    "a domain": (("library:owner", "libary:owner"), "7 P550 unknown domain 'libary'"),
    "an indicator": (
        ("statistics: [", "statistics: [library.loans, "),
        "2 P551 unknown indicator 'library.loans'",
    ),
    "more than a day": (
        ("hours: 24", "hours: 25"),
        "3 P552 pre-release access is for at most 24 hours, and this says 25",
    ),
    "nobody": (
        ("\n    roles: [library:owner]", ""),
        "5 P553 the post 'Director of culture' names nobody who fills it",
    ),
    "two ways to fill it": (
        ("    roles:", "    person: ana\n    roles:"),
        "5 P553 the post 'Director of culture' names both an account and roles",
    ),
    "no hours at all": (("hours: 24", "hours: 0"), "3 P107 'hours' is too small"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_is_said_at_its_line(
    wrong: str, declare: Callable[..., None], said: Say
) -> None:
    pair, expected = WRONG[wrong]
    declare(pair)
    assert said() == [f"{FILE}:{expected}"]


ROLES = st.dictionaries(
    st.sampled_from(["library", "care", "*"]), st.frozensets(st.sampled_from(Role))
)


@given(
    organisation=st.sampled_from(["council", "board"]),
    person=st.sampled_from(["ana", "ben"]),
    roles=ROLES,
    before=st.timedeltas(timedelta(hours=-30), timedelta(hours=30)),
)
def test_nobody_is_let_in_who_is_not_on_it_or_before_its_hours(
    organisation: str, person: str, roles: dict[str, frozenset[Role]], before: timedelta
) -> None:
    post = PreReleasePost(post="Owner", organisation="council", roles=("library:owner",))
    named = PreReleasePost(post="Press", organisation="council", person="ben")
    one = PreReleaseList(
        name="quarterly",
        title="Quarterly figures",
        statistics=("*",),
        hours=6,
        people=(post, named),
        why="To answer.",
        approved_by="Head of statistics",
        approved_on=NOON.date(),
        at=Location(FILE),
    )
    asks = Person(id=person, organisation=organisation, roles=roles)
    owns = any(Role.OWNER in roles.get(domain, ()) for domain in ("library", "*"))
    listed = organisation == "council" and (person == "ben" or owns)
    opens = one.opens_to(asks, now=NOON - before, published=NOON)
    assert opens == (listed and before <= timedelta(hours=6))
