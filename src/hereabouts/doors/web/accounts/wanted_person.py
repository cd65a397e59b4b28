"""What is said of somebody who is to have an account, taken apart and checked."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hereabouts.model.person import Role
from hereabouts.model.spreadsheet_safety import safe_cell

COLUMNS = ("email", "name", "organisation", "roles", "training_valid_to")
#: Headings that mean the same.
HEADINGS = {"e-mail": "email", "e_mail": "email", "e-mail_address": "email", "training": COLUMNS[4]}
_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}")
_ID = re.compile(r"[a-z][a-z0-9_]{0,62}")
LONGEST_NAME = 200
ROLES = tuple(role.value for role in Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPerson:
    """Somebody, as an account is to say them."""

    email: str
    name: str = ""
    organisation: str = ""
    roles: frozenset[tuple[str, Role]] = frozenset()  # domain, or * for all, and role
    training_valid_to: date | None = None


def parse_person(
    said: Mapping[str, object], organisations: Collection[str]
) -> tuple[WantedPerson | None, tuple[str, ...]]:
    """The person that a row says, or everything that is wrong with it.

    Args:
        said: column -> cell.
        organisations: ids in organisations.yml; where it has none, any id is taken.
    """
    cells = {column: _text(said.get(column)) for column in COLUMNS}
    roles, wrong = _roles(cells["roles"])
    trained, wrong_day = _day(said.get("training_valid_to"))
    wrong += [*wrong_day, *_wrong_cells(cells, organisations)]
    if wrong:
        return None, tuple(wrong)
    return WantedPerson(
        email=cells["email"].lower(),
        name=cells["name"],
        organisation=cells["organisation"],
        roles=roles,
        training_valid_to=trained,
    ), ()


def _wrong_cells(cells: Mapping[str, str], organisations: Collection[str]) -> list[str]:
    organisation = cells["organisation"]
    known = organisation in organisations if organisations else _ID.fullmatch(organisation)
    run = [column for column, cell in cells.items() if safe_cell(cell) != cell]
    found = {
        "email: not an e-mail address": not _EMAIL.fullmatch(cells["email"].lower()),
        f"name: longer than {LONGEST_NAME} characters": len(cells["name"]) > LONGEST_NAME,
        "organisation: not one of organisations.yml": bool(organisation) and not known,
        # Such a cell would be run by whoever opens a list of people in a spreadsheet.
        f"{', '.join(run)}: begins with a sign that a spreadsheet would run": bool(run),
    }
    return [words for words, is_wrong in found.items() if is_wrong]


def _roles(cell: str) -> tuple[frozenset[tuple[str, Role]], list[str]]:
    """`health:reader; *:owner` as pairs."""
    roles, wrong = set(), []
    for number, part in enumerate(filter(None, map(str.strip, cell.split(";"))), 1):
        domain, _colon, role = (piece.strip().lower() for piece in part.partition(":"))
        if role in ROLES and (domain == "*" or _ID.fullmatch(domain)):
            roles.add((domain, Role(role)))
        else:
            wrong.append(f"roles: number {number} is not domain:role, with {' or '.join(ROLES)}")
    return frozenset(roles), wrong


def _day(cell: object) -> tuple[date | None, list[str]]:
    if isinstance(cell, datetime):
        return cell.date(), []
    if isinstance(cell, date):
        return cell, []
    text = _text(cell)
    try:
        return (date.fromisoformat(text) if text else None), []
    except ValueError:
        return None, ["training_valid_to: not a day as in 2027-03-31"]


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()
