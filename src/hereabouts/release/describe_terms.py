"""What release.json says of a contract's people, promises and columns, and what it keeps back.

The owner is named as the contract names it, as that is whom readers may turn to. Others of the
team, and approvers, are named only by words: an e-mail address among them is a person's, and is
not for publication. Of a column that is not open neither example nor allowed value is said.
"""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.product import Column, Contract, Product
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.model.stewardship import AccessRole
from hereabouts.release.request import ReleaseRequest
from hereabouts.release.shared_fields import explained

Json = dict[str, Any]
MOST_VALUES, MOST_EXAMPLES = 12, 5


def describe_terms(product: Product, request: ReleaseRequest) -> Json:
    """Version, people, promises, columns and quality over time."""
    contract, stewards = product.contract, product.contract.stewardship
    lineage = request.lineage.get(product.id, {})
    return {
        "version": contract.version,
        "status": contract.status,
        "domain": product.domain,
        "team": [
            {"role": member.role, "name": _without_address(member.name) or stewards.team}
            for member in stewards.members
        ],
        "access": [_access(role) for role in stewards.roles],
        "promises": [
            {"name": one.name, "value": one.value, "description": one.description}
            for one in stewards.promises
        ],
        "support": list(stewards.support),
        "columns": [
            _column(explained(one, request.project.dictionary), contract, lineage)
            for one in contract.columns
        ],
        "history": [past.as_json() for past in request.history.get(product.id, ())],
    }


def _access(role: AccessRole) -> Json:
    levels = map(_without_address, (role.first_approvers, role.second_approvers))
    return {
        "role": role.role,
        "access": role.access,
        "description": role.description,
        "approvers": [approvers for approvers in levels if approvers],
    }


def _without_address(name: str) -> str:
    return "" if "@" in name else name


def _column(column: Column, contract: Contract, lineage: Mapping[str, list[str]]) -> Json:
    sensitivity = column.sensitivity or contract.sensitivity
    is_open = sensitivity is Sensitivity.OPEN and contract.sensitivity is Sensitivity.OPEN
    to = column.reference
    return {
        "name": column.name,
        "title": column.title,
        "type": column.type.value,
        "unit": column.unit,
        "description": column.description,
        "sensitivity": sensitivity.value,
        "required": column.required,
        "unique": column.unique,
        "key": column.key,
        "pattern": column.pattern or "",
        "values": list(column.values[:MOST_VALUES]) if is_open else [],
        "values_count": len(column.values),
        "refers_to": f"{to.product}.{to.column}" if to else "",
        "synonyms": list(column.synonyms),
        "examples": list(column.examples[:MOST_EXAMPLES]) if is_open else [],
        "made_from": [_source(name) for name in lineage.get(column.name, ())],
    }


def _source(name: str) -> str:
    """`bronze.received.Heading` as `received.Heading`."""
    return name.removeprefix("bronze.")
