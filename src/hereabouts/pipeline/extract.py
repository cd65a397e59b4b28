"""Rows of a product for another organisation: what an agreement opens, and not one more."""

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from hereabouts.engine.duckdb.session import session
from hereabouts.errors import AccessError
from hereabouts.govern.access.row_rule import RowRule, row_rule
from hereabouts.govern.access.standing import Access
from hereabouts.govern.access.words import Action, Asked, Decision
from hereabouts.model.agreement import EVERYTHING, Agreement
from hereabouts.model.person import Person, Role
from hereabouts.model.sql import qualified
from hereabouts.pipeline.quarantined import refuse_unknown
from hereabouts.pipeline.workspace import Workspace
from hereabouts.release.export import cannot_write, require_format, write_table

PICKED = "picked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be written, for whom."""

    product: str  # domain.product
    organisation: str  # who receives it
    purpose: str
    columns: tuple[str, ...] = (EVERYTHING,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What was written, by which agreement."""

    rows: int
    columns: tuple[str, ...]
    agreement: str
    until: datetime


def write_extract(workspace: Workspace, wish: Wish, file: Path) -> Extracted:
    """Write the rows and columns that an agreement opens, and say so in the audit log.

    Raises:
        ProjectError: P160 there is no such product.
        DataError: Q204 it was never made.
        AccessError: A103 no agreement opens it.
        ReleaseError: R301, R302 the file cannot be written so.
    """
    require_format(file)
    refuse_unknown(workspace, wish.product)
    at = workspace.project.products[wish.product].at
    table = workspace.made(wish.product, reader="an extract", at=at)
    access = Access(workspace.layout.root, check_seconds=0)
    agreement, decision, asked = _agreement(access, wish)
    access.record(asked, decision, door="extract")
    if agreement is None or decision.until is None:
        raise AccessError(
            f"nothing was written: {decision.reason}",
            code="A103",
            do="ask for less, or change the agreement with its parties",
        )
    rule = row_rule(access.standing().facts.products[wish.product], agreement, wish.columns)
    with session(workspace.layout.scratch, home=workspace.layout.home) as opened:
        opened.attach(wish.product, table)
        source = rule.select(qualified(wish.product))
        opened.connection.execute(f"create temp table {PICKED} as {source}", rule.parameters)
        # A session reaches no file but its own: written there, it is moved to where it belongs.
        made = workspace.layout.scratch / f"extract-{uuid4()}{file.suffix}"
        rows = write_table(opened.connection, PICKED, made)
    _move(made, file)
    return _extracted(rows, rule, agreement, decision.until)


def _move(made: Path, file: Path) -> None:
    try:
        shutil.move(made, file)
    except OSError as fault:
        made.unlink(missing_ok=True)
        raise cannot_write(file, fault) from fault


def _agreement(access: Access, wish: Wish) -> tuple[Agreement | None, Decision, Asked]:
    """The agreement that opens what is wished for; else why none does."""
    facts = access.standing().facts
    refused: tuple[None, Decision, Asked] | None = None
    for areas in _areas(access, wish):
        asked = _asked(access, wish, areas)
        decision = access.decide(asked)
        kind, _, name = decision.relied_on.partition(":")
        if decision.allowed and kind == "agreement":
            return facts.agreements[name], decision, asked
        refused = refused or (None, decision, asked)
    if refused is None:
        raise ValueError("every row is asked for at least")
    return refused


def _areas(access: Access, wish: Wish) -> tuple[tuple[str, ...], ...]:
    """Every row, and the rows of each agreement that names areas."""
    key = (wish.organisation, wish.product)
    agreements = access.standing().facts.by_recipient.get(key, ())
    shared = (one.product(wish.product) for one in agreements)
    return ((EVERYTHING,), *(one.areas for one in shared if one and EVERYTHING not in one.areas))


def _asked(access: Access, wish: Wish, areas: tuple[str, ...]) -> Asked:
    """An agreement is with an organisation: whom it trusts with the rows is its own to answer."""
    receives = Person(
        id=f"organisation-{wish.organisation}",
        organisation=wish.organisation,
        roles={"*": frozenset({Role.READER})},
        training_valid_to=date.max.replace(year=9998),
    )
    return Asked(
        person=receives,
        action=Action.READ,
        product=wish.product,
        now=access.now(),
        purpose=wish.purpose,
        columns=_named(access, wish, areas),
        areas=areas,
    )


def _named(access: Access, wish: Wish, areas: tuple[str, ...]) -> tuple[str, ...]:
    """Where every column is wished for: those that the agreement for these areas opens."""
    facts = access.standing().facts
    if EVERYTHING not in wish.columns:
        return wish.columns
    for agreement in facts.by_recipient.get((wish.organisation, wish.product), ()):
        shared = agreement.product(wish.product)
        if shared is not None and (shared.areas == areas or EVERYTHING in shared.areas):
            return facts.products[wish.product].named(shared.columns)
    return wish.columns


def _extracted(rows: int, rule: RowRule, agreement: Agreement, until: datetime) -> Extracted:
    return Extracted(rows=rows, columns=rule.columns, agreement=agreement.id, until=until)
