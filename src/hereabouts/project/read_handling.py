"""From a contract's own properties to how the product may be handled."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hereabouts.model.handling import Handling

Said = Mapping[str, Any]
_YES = {"true", "yes"}
#: Field of Handling -> the contract's own property that says it in words.
_WORDS = {
    "power": "legalPower",
    "interests": "legitimateInterests",
    "data_subjects": "dataSubjects",
    "collected_from": "collectedFrom",
    "recipients": "recipients",
    "transfers": "transfers",
    "automated_decisions": "automatedDecisions",
    "dpia": "dpia",
}


def read_handling(contract: Said) -> Handling:
    """What a contract, whose shape is right, says of law, third parties and shared fields."""
    columns: Sequence[Said] = contract["schema"][0]["properties"]
    about = dict(_custom(contract))
    return Handling(
        lawful_basis=about.get("lawfulBasis", ""),
        condition=about.get("specialCategoryCondition", ""),
        third_party=tuple(
            column["name"]
            for column in columns
            if dict(_custom(column)).get("thirdParty", "").lower() in _YES
        ),
        same_as={
            column["name"]: said["sameAs"]
            for column in columns
            if "sameAs" in (said := dict(_custom(column)))
        },
        **{field: about.get(name, "") for field, name in _WORDS.items()},
    )


def _custom(said: Said) -> Iterator[tuple[str, str]]:
    """Properties that are text, as the file has them."""
    for one in said.get("customProperties", ()):
        if isinstance(one["value"], str):
            yield one["property"], one["value"]
