"""The one decision that every door asks for.

`decide` says whether a person may do something with a product, by which policy, relying on which
agreement or grant, and until when; a refusal names the clause that failed, in plain words.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from cedarpy import AuthzResult

from hereabouts.govern.access import facts as known
from hereabouts.govern.access.facts import Facts, ProductFacts
from hereabouts.govern.access.policy_set import Policies
from hereabouts.govern.access.question import Question, RelyOn
from hereabouts.govern.access.refusal import explain, no_such_column, no_such_product
from hereabouts.govern.access.words import Action, Asked, Decision
from hereabouts.model.agreement import EVERYTHING, Agreement
from hereabouts.model.grant import Grant


def decide(
    asked: Asked, *, facts: Facts, policies: Policies, grants: Sequence[Grant] = ()
) -> Decision:
    """Whether it may be done.

    Args:
        asked: who wants to do what with which product, for what, and how much of it.
        facts: what the project folder says now.
        policies: in force now.
        grants: of the person who asks; others' do not help.
    """
    product = facts.products.get(asked.product)
    if product is None:
        return no_such_product()
    if {*asked.columns} - {*product.columns, EVERYTHING}:
        return no_such_column()
    refused = []
    for one in _reasons(asked, product, facts, grants):
        question = Question(asked=asked, product=product, relied_on=one)
        answer = question.put_to(policies.parsed)
        if answer.allowed:
            return _allowed(question, answer, policies)
        refused.append((question, answer))
    return explain(refused, policies)


def _reasons(
    asked: Asked, product: ProductFacts, facts: Facts, grants: Sequence[Grant]
) -> Iterator[RelyOn]:
    """What might allow it: nothing in particular, a grant of theirs, an agreement of their own.

    The platform chooses them, never the asker. The likeliest come first: an agreement is what
    opens another organisation's product.
    """
    person = asked.person
    others = person is not None and person.organisation != product.controller
    own_first = asked.action is Action.APPROVE or product.is_open or not others
    if own_first:
        yield None
    if person is not None and asked.action is not Action.APPROVE:
        yield from (one for one in grants if (one.person, one.product) == (person.id, product.id))
        agreements = facts.by_recipient.get((person.organisation, product.id), ())
        yield from sorted(agreements, key=lambda one: _last(one, asked.now), reverse=True)
    if not own_first:
        yield None


def _last(agreement: Agreement, now: datetime) -> tuple[bool, datetime]:
    over = known.ends(agreement)
    return (known.begins(agreement) <= now < over, over)


def _allowed(question: Question, answer: AuthzResult, policies: Policies) -> Decision:
    named = answer.diagnostics.id_annotations_by_reason
    policy = min(named.get(one, one) for one in answer.diagnostics.reasons)
    one, says = question.relied_on, policies.says[policy]
    if one is None:
        return Decision(allowed=True, policy=policy, reason=says)
    says, until = (
        (f"{says}: {one.title}", known.ends(one))
        if isinstance(one, Agreement)
        else (says, one.ends)
    )
    relied_on = question.relies_on
    return Decision(allowed=True, policy=policy, relied_on=relied_on, reason=says, until=until)
