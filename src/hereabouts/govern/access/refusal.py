"""Why something was refused: the clause that failed, in plain words."""

from collections.abc import Sequence

from cedarpy import AuthzResult

from hereabouts.govern.access.policy_set import Policies, clauses
from hereabouts.govern.access.question import Question
from hereabouts.govern.access.words import Action, Decision
from hereabouts.model.agreement import Agreement

Refused = Sequence[tuple[Question, AuthzResult]]


def no_such_product() -> Decision:
    """What is not there is refused in the words of what may not be seen."""
    reason = "there is no such product, or nothing opens it to you"
    return Decision(allowed=False, policy="", clause="product", reason=reason)


def no_such_column() -> Decision:
    """A column that the product does not have."""
    reason = "the product has no such column"
    return Decision(allowed=False, policy="", clause="product.columns", reason=reason)


def explain(refused: Refused, policies: Policies) -> Decision:
    """The refusal: by a guard that nothing overrides, else by what came nearest to allowing it.

    Args:
        refused: each question put and its answer; one of them relies on nothing.
        policies: that were asked.
    """
    question, answer = next(one for one in refused if one[0].relied_on is None)
    if answer.diagnostics.reasons:
        named = answer.diagnostics.id_annotations_by_reason
        policy = min(named.get(one, one) for one in answer.diagnostics.reasons)
        reason = policies.says[policy]
        return Decision(allowed=False, policy=policy, clause=policy, reason=reason)
    relying = [(one, failed_clauses(one)) for one, _ in refused if one.relied_on is not None]
    if not relying:
        return _nothing_opens_it(question)
    return _clause_failed(*min(relying, key=lambda found: len(found[1])))


def failed_clauses(question: Question) -> tuple[str, ...]:
    """The conditions that do not hold of what the question relies on, in their order."""
    answer = question.put_to(clauses().parsed)
    held = set(answer.diagnostics.id_annotations_by_reason.values())
    kind = "agreement." if isinstance(question.relied_on, Agreement) else "grant."
    return tuple(name for name in clauses().says if name.startswith(kind) and name not in held)


def _clause_failed(question: Question, failed: tuple[str, ...]) -> Decision:
    one = question.relied_on
    said = "; ".join(clauses().says[name] for name in failed)
    called = f"the agreement {one.title!r}" if isinstance(one, Agreement) else "what was granted"
    return Decision(
        allowed=False,
        policy="",
        relied_on=question.relies_on,
        clause=failed[0] if failed else "",
        reason=f"{called} does not open it: {said or 'a policy of the place forbids it'}",
    )


def _nothing_opens_it(question: Question) -> Decision:
    if question.asked.action is Action.APPROVE:
        reason = "only who answers for the product may decide about it"
    elif question.asked.person is None:
        reason = "you have not signed in"
    else:
        reason = "no agreement with your organisation and no grant of yours names it"
    return Decision(allowed=False, policy="", clause="nothing-opens-it", reason=reason)
