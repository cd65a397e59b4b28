"""One decision: an agreement is the switch, and a refusal says which clause failed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.govern.access.decide import decide
from hereabouts.govern.access.policy_set import clauses, join_policies, own_policies
from hereabouts.govern.access.words import Action, Decision
from hereabouts.model.agreement import EVERYTHING, SharedProduct
from hereabouts.model.person import Person, Role
from tests.unit.govern.access.place_of_two import (
    ANA,
    ASKED,
    GRANT,
    NOW,
    SUE,
    WINTER,
    facts,
)

LAST_SECOND = datetime(2027, 3, 31, 22, 59, 59, tzinfo=UTC)  # summer time has begun


def ask(**changes: Any) -> Decision:
    return decide(replace(ASKED, **changes), facts=facts(), policies=own_policies())


def test_an_agreement_in_force_opens_what_it_names() -> None:
    decision = ask()
    assert decision.allowed
    assert (decision.policy, decision.relied_on) == ("agreement", "agreement:winter")
    assert decision.reason == "an agreement opens it: Winter planning"
    assert decision.until == datetime(2027, 3, 31, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "clause", "words"),
    [
        ({"purpose": "marketing"}, "agreement.purpose", "it does not cover this purpose"),
        ({"purpose": ""}, "agreement.purpose", "it does not cover this purpose"),
        (
            {"columns": ("nhs_number",)},
            "agreement.columns",
            "it does not cover every column asked for",
        ),
        (
            {"areas": ("E06000031", "E06000001")},
            "agreement.areas",
            "it does not cover every area asked for",
        ),
        ({"areas": (EVERYTHING,)}, "agreement.areas", "it does not cover every area asked for"),
        (
            {"now": LAST_SECOND + timedelta(seconds=1)},
            "agreement.ended",
            "it has ended",
        ),
        ({"now": datetime(2026, 3, 31, 22, tzinfo=UTC)}, "agreement.begun", "it has not begun"),
        (
            {"person": replace(ANA, roles={})},
            "agreement.role",
            "you have no role in the product's domain",
        ),
    ],
)
def test_a_refusal_names_the_clause_that_failed(
    changes: dict[str, Any], clause: str, words: str
) -> None:
    decision = ask(**changes)
    assert not decision.allowed
    assert decision.clause == clause
    assert decision.reason == f"the agreement 'Winter planning' does not open it: {words}"


def test_access_ends_the_second_the_agreement_does() -> None:
    last = {"person": replace(ANA, training_valid_to=date(2028, 1, 1))}
    assert ask(now=LAST_SECOND, **last).allowed
    assert not ask(now=LAST_SECOND + timedelta(seconds=1), **last).allowed


def test_a_revoked_agreement_opens_nothing_from_that_day_on() -> None:
    revoked = replace(WINTER, revoked_on=NOW.date(), revoked_why="The winter was mild.")
    refused = decide(ASKED, facts=facts(revoked), policies=own_policies())
    assert not refused.allowed
    assert refused.clause == "agreement.revoked"
    before = replace(ASKED, now=NOW - timedelta(days=1))
    allowed = decide(before, facts=facts(revoked), policies=own_policies())
    assert allowed.allowed
    assert allowed.until == datetime(2026, 11, 29, tzinfo=UTC)


def test_another_organisations_agreement_opens_nothing() -> None:
    other = replace(WINTER, id="other", recipients=("police",))
    refused = decide(ASKED, facts=facts(other), policies=own_policies())
    assert not refused.allowed
    assert refused.reason == "no agreement with your organisation and no grant of yours names it"


def test_of_two_agreements_the_one_that_opens_it_is_relied_on() -> None:
    ended = replace(WINTER, id="last_winter", ends_on=date(2026, 5, 1))
    decision = decide(ASKED, facts=facts(ended, WINTER), policies=own_policies())
    assert decision.relied_on == "agreement:winter"


def test_everything_of_a_product_is_not_what_stands_for_a_person() -> None:
    shared = SharedProduct(product="care.clients")
    whole = replace(WINTER, products=(shared,))
    open_all = facts(whole)
    every = replace(ASKED, columns=(EVERYTHING,), areas=(EVERYTHING,))
    assert decide(every, facts=open_all, policies=own_policies()).allowed
    person = replace(every, columns=("nhs_number",))
    assert not decide(person, facts=open_all, policies=own_policies()).allowed
    named = replace(WINTER, products=(replace(shared, columns=("nhs_number",)),))
    assert decide(person, facts=facts(named), policies=own_policies()).allowed


def test_own_analysts_read_without_an_agreement_and_readers_only_view() -> None:
    assert ask(person=SUE, purpose="").policy == "own-analysts"
    reader = replace(SUE, roles={"care": frozenset({Role.READER})})
    assert not ask(person=reader).allowed
    assert ask(person=reader, action=Action.VIEW).policy == "own-staff"
    elsewhere = replace(SUE, roles={"housing": frozenset({Role.OWNER})})
    assert not ask(person=elsewhere, action=Action.VIEW).allowed
    assert ask(person=replace(SUE, roles={"*": frozenset({Role.ANALYST})})).allowed


def test_training_that_is_out_of_date_stops_what_is_about_people() -> None:
    lapsed = replace(SUE, training_valid_to=NOW.date() - timedelta(days=1))
    refused = ask(person=lapsed)
    assert (refused.allowed, refused.policy) == (False, "training-lapsed")
    assert "training in handling information is out of date" in refused.reason
    assert not ask(person=replace(SUE, training_valid_to=None)).allowed
    assert ask(person=replace(SUE, training_valid_to=NOW.date())).allowed
    assert ask(person=lapsed, product="care.visits").allowed


def test_anybody_may_read_what_is_open_and_only_that() -> None:
    assert ask(person=None, product="care.beds", areas=(EVERYTHING,)).policy == "open-by-default"
    refused = ask(person=None, product="care.visits")
    assert (refused.allowed, refused.reason) == (False, "you have not signed in")


def test_a_product_that_is_not_there_is_refused_like_one_that_may_not_be_seen() -> None:
    refused = ask(product="care.secrets")
    assert refused.reason == "there is no such product, or nothing opens it to you"
    assert ask(columns=("shoe_size",)).clause == "product.columns"


def test_a_grant_opens_one_product_to_one_person_for_one_purpose_until_its_end() -> None:
    asked = replace(ASKED, product="care.visits")
    rest = {"facts": facts(), "policies": own_policies(), "grants": (GRANT,)}
    allowed = decide(asked, **rest)  # type: ignore[arg-type]
    assert (allowed.policy, allowed.relied_on, allowed.until) == ("grant", "grant:g1", GRANT.ends)
    for changes, clause in (
        ({"now": GRANT.ends}, "grant.ended"),
        ({"purpose": "marketing"}, "grant.purpose"),
        ({"columns": ("nhs_number",)}, "grant.columns"),
        ({"person": replace(ANA, id="bob")}, "nothing-opens-it"),
    ):
        refused = decide(replace(asked, **changes), **rest)  # type: ignore[arg-type]
        assert (refused.allowed, refused.clause) == (False, clause)
    gone = decide(asked, **{**rest, "grants": (replace(GRANT, revoked=True),)})  # type: ignore[arg-type]
    assert gone.clause == "grant.revoked"


def test_only_owners_approve_and_nobody_their_own_request() -> None:
    owner = replace(SUE, roles={"care": frozenset({Role.OWNER})})
    assert ask(action=Action.APPROVE, person=owner, asker="ana").policy == "owners-approve"
    own = ask(action=Action.APPROVE, person=owner, asker=owner.id)
    assert (own.allowed, own.policy) == (False, "nobody-approves-their-own")
    assert not ask(action=Action.APPROVE, person=SUE, asker="ana").allowed


def test_a_name_that_is_also_cedar_is_only_a_name() -> None:
    sly = replace(ANA, id='ana" || principal == Place::Person::"sue')
    assert not ask(person=replace(sly, organisation="")).allowed


def test_a_place_may_add_policies_of_its_own() -> None:
    curfew = """@id("no-nights") @says("nothing is read at night")
    forbid (principal, action, resource)
    when { context.now.toTime() < duration("6h") };"""
    policies = join_policies({"policies/access/nights.cedar": curfew})
    night = replace(ASKED, now=datetime(2026, 11, 29, 3, tzinfo=UTC))
    refused = decide(night, facts=facts(), policies=policies)
    assert (refused.policy, refused.reason) == ("no-nights", "nothing is read at night")
    assert decide(ASKED, facts=facts(), policies=policies).allowed


@given(
    role=st.sampled_from(["", *Role]),
    organisation=st.sampled_from(["board", "council", "police"]),
    purpose=st.sampled_from(["winter_planning", "marketing"]),
    columns=st.sets(st.sampled_from(["nhs_number", "age_band", "area_code"]), min_size=1),
    areas=st.sets(st.sampled_from(["E06000031", "E07000010", "E06000001", EVERYTHING]), min_size=1),
    days=st.integers(-300, 300),
)
def test_the_policies_agree_with_the_agreement_as_it_is_read_aloud(
    role: str, organisation: str, purpose: str, columns: set[str], areas: set[str], days: int
) -> None:
    person = Person(
        id="x",
        organisation=organisation,
        roles={"care": frozenset({Role(role)} if role else ())},
        training_valid_to=date(2030, 1, 1),
    )
    now = NOW + timedelta(days=days)
    allowed = ask(
        person=person, purpose=purpose, columns=tuple(columns), areas=tuple(areas), now=now
    ).allowed
    own = organisation == "council" and role in {"analyst", "steward", "owner"}
    by_agreement = (
        organisation == "board"
        and role in {"reader", "analyst", "steward", "owner"}
        and purpose == "winter_planning"
        and columns <= {"age_band", "area_code"}
        and areas <= {"E06000031", "E07000010"}
        and date(2026, 4, 1) <= now.date() <= date(2027, 3, 31)
    )
    assert allowed is (own or by_agreement)


@given(
    purpose=st.sampled_from(["winter_planning", "marketing"]),
    columns=st.sets(st.sampled_from(["nhs_number", "age_band"]), min_size=1),
    area=st.sampled_from(["E06000031", "E06000001", EVERYTHING]),
    days=st.integers(-300, 300),
    revoked=st.booleans(),
)
def test_the_clauses_are_the_parts_of_the_permit(
    purpose: str, columns: set[str], area: str, days: int, *, revoked: bool
) -> None:
    """A clause is named in a refusal if and only if the permit would have failed for it."""
    agreement = replace(WINTER, revoked_on=date(2026, 4, 1)) if revoked else WINTER
    asked = replace(
        ASKED,
        purpose=purpose,
        columns=tuple(columns),
        areas=(area,),
        now=NOW + timedelta(days=days),
        person=replace(ANA, training_valid_to=date(2030, 1, 1)),
    )
    decision = decide(asked, facts=facts(agreement), policies=own_policies())
    assert decision.allowed is not bool(decision.clause)
    assert not decision.clause or decision.clause in clauses().says
