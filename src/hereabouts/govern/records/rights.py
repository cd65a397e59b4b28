"""Which rights somebody has over data about them, which depend on why it is held.

Source:
    UK GDPR, Articles 7(3), 15 to 22; Information Commissioner's Office, A guide to individual
    rights: erasure and portability do not go with every lawful basis, and objecting goes with two.
"""

from collections.abc import Iterator, Sequence

from hereabouts.govern.records.writing import Block, Bullets
from hereabouts.model.lawful import (
    CONSENT,
    CONTRACT,
    LEGAL_DUTY,
    LEGITIMATE_INTERESTS,
    PUBLIC_TASK,
    RECOGNISED_INTERESTS,
)
from hereabouts.model.product import Product

ALWAYS = (
    "You can ask for a copy of what we hold about you. It is free.",
    "You can ask us to put right what is wrong.",
    "You can ask us to stop using it while we look into what you say.",
)
ERASE = "You can ask us to delete it. We may have to keep some of it, and we will tell you why."
OBJECT = "You can tell us to stop. We stop unless we have a very strong reason not to."
CARRY = "You can ask for it in a form that a computer reads, to take it somewhere else."
TAKE_BACK = "You can take back your yes at any time. What we did before stays lawful."
_OBJECTED_TO = {PUBLIC_TASK, LEGITIMATE_INTERESTS, RECOGNISED_INTERESTS}


def rights(products: Sequence[Product]) -> Iterator[Block]:
    """The rights over all of the products; a right over some of them names those."""
    yield Bullets(items=(*ALWAYS, *_depending(products)))
    yield "We answer within one month. If it is hard we may take two more, and we tell you."


def _depending(products: Sequence[Product]) -> Iterator[str]:
    for words, bases in (
        (ERASE, {CONSENT, CONTRACT, "6(1)(d)", LEGITIMATE_INTERESTS, RECOGNISED_INTERESTS}),
        (OBJECT, _OBJECTED_TO),
        (CARRY, {CONSENT, CONTRACT}),
        (TAKE_BACK, {CONSENT}),
    ):
        yield from _over(products, words, bases)
    if all(one.handling.lawful_basis in (PUBLIC_TASK, LEGAL_DUTY) for one in products):
        yield "You can ask us to delete what we should not hold, or hold no longer need of."


def _over(products: Sequence[Product], words: str, bases: set[str]) -> Iterator[str]:
    having = [one for one in products if one.handling.lawful_basis in bases]
    if having and len(having) == len(products):
        yield words
    elif having:
        yield f"{words} This is so for: {', '.join(one.contract.title for one in having)}."
