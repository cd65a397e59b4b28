"""Erase people by their keys, from every product that knows them, and keep them from coming back.

Source:
    UK GDPR Article 17 (right to erasure), and 17(3)(b) and (e) for what holds it back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import one_error
from hereabouts.govern.audit import AuditLog
from hereabouts.govern.retention.certificate import Certificate, Json
from hereabouts.govern.retention.delete import Deleted, delete_rows, merged, sweep_working_files
from hereabouts.govern.retention.going import Going, find_going
from hereabouts.govern.retention.held import refuse_held
from hereabouts.govern.retention.holdings import Holdings
from hereabouts.govern.retention.journal import Journal, begin
from hereabouts.govern.retention.marks import mark, normal_sql, secret_key
from hereabouts.govern.retention.people import Keys, key_columns
from hereabouts.govern.retention.remembered import remember_suppressed
from hereabouts.govern.retention.run import (
    Order,
    certificate_name,
    certify,
    record,
    what_is_left,
)
from hereabouts.govern.retention.search import Searched, search
from hereabouts.govern.retention.sieve import keyed
from hereabouts.govern.retention.verify import look_again
from hereabouts.lake.build_lock import build_lock
from hereabouts.model.product import Product


@dataclass(frozen=True, slots=True)
class _Erasure:
    holdings: Holdings
    session: Session
    keys: Keys
    order: Order
    reason: str
    journal: Journal


def find_people(holdings: Holdings, session: Session, keys: Keys, now: datetime) -> Iterator[Going]:
    """What is held of the people, in each product that has one of the fields."""
    for number, (field, values) in enumerate(keys.by_field.items()):
        for product_id, columns in key_columns(holdings.project, field).items():
            for column in columns:
                sieve = keyed(session, f"erased_{number}", column, values)
                yield find_going(holdings, session, holdings.product(product_id), sieve, now.date())


def erase(holdings: Holdings, keys: Keys, order: Order, *, reason: str) -> Certificate:
    """Delete everything of the people, remember their marks, search for them, and certify.

    Stopped at any moment, it is finished by running it again with the same keys. The next build
    leaves them out of what it receives.

    Args:
        holdings: the project.
        keys: whom.
        order: by whom it is ordered, and when.
        reason: the ground in words, such as the reference of the request. Nobody's name.

    Raises:
        GoverningError: G130 marks cannot be made; G131 a hold protects a row of theirs; G135
            another deletion was stopped; G136 the certificate cannot be written.
        LakeError: L201 a build is running; L301 or L302 a table cannot be written.
    """
    with build_lock(holdings.layout.home), holdings.session() as session:
        journal = begin(
            holdings.home,
            what=f"erasure {_name_of(holdings, keys)}",
            certificate=certificate_name(order.now),
            began_at=order.now.isoformat(timespec="seconds"),
        )
        run = _Erasure(holdings, session, keys, order, reason, journal)
        found = list(find_people(holdings, session, keys, order.now))
        _refuse_held(run, found)
        journal.write()
        _remember(run)
        for going in found:
            if going.anything or _step(going) in journal.products:
                _take(run, going)
        return _certify(run, found)


def made_again(holdings: Holdings, erased: tuple[str, ...]) -> tuple[str, ...]:
    """The products that are made from these, and have no field to find anybody by themselves."""
    found: list[str] = []
    waiting = list(erased)
    while waiting:
        name = waiting.pop()
        for product in holdings.project.products.values():
            if name in product.made_from and product.id not in (*found, *erased):
                found.append(product.id)
                waiting.append(product.id)
    return tuple(sorted(found))


def _name_of(holdings: Holdings, keys: Keys) -> str:
    """The same keys have the same name; nobody can tell whose they are."""
    return mark(secret_key(holdings.home), "request", "\0".join(sorted(keys.values)))[:16]


def _step(going: Going) -> str:
    return f"{going.product.id}.{going.sieve.column}"


def _refuse_held(run: _Erasure, found: list[Going]) -> None:
    held = [one for one in found if one.held]
    for one in held:
        detail = {"holds": [back.hold.name for back in one.held]}
        _say(run, one.product, detail, outcome="refused")
    if held:
        raise one_error([refuse_held(one.product, one.held, "the erasure") for one in held])


def _say(run: _Erasure, product: Product, detail: Json, *, outcome: str = "done") -> None:
    log = AuditLog(run.holdings.layout.root)
    record(log, "erasure.deleted", f"product:{product.id}", detail, outcome=outcome)


def _remember(run: _Erasure) -> None:
    """First of all: whatever happens next, the next build leaves them out."""
    for field, values in run.keys.by_field.items():
        asked = f"select {normal_sql('$1')}"
        normal = [run.session.connection.execute(asked, [v]).fetchone() for v in values]
        remember_suppressed(run.holdings.home, field, [str(row[0]) for row in normal if row])


def _take(run: _Erasure, going: Going) -> None:
    step, journal, product = _step(going), run.journal, going.product
    if step in journal.done:
        return
    if step not in journal.products:
        expected = Deleted(
            product=product.id, rows={"table": going.rows}, files=tuple(sorted(going.objects))
        )
        journal.products[step] = expected.as_json()
        journal.write()
    before = Deleted(**journal.products[step])
    today = run.order.now.date()
    went = delete_rows(run.holdings, run.session, going, today=today, known=before.files)
    deleted = merged(before, went)
    journal.done[step] = deleted.as_json()
    journal.write()
    detail = {"certificate": journal.certificate, "rows": deleted.rows, "files": len(deleted.files)}
    _say(run, product, detail)


def _certify(run: _Erasure, found: list[Going]) -> Certificate:
    holdings, journal = run.holdings, run.journal
    deleted = [Deleted(**said) for said in journal.done.values()]
    erased = tuple(one.product for one in deleted)
    swept = sweep_working_files(holdings, erased)
    sieves = [(one.product, one.sieve) for one in found if one.product.id in erased]
    looked = look_again(
        holdings, run.session, sieves, [sha for one in deleted for sha in one.files]
    )
    searched = search(holdings.layout.home, run.keys.values)
    again = made_again(holdings, erased)
    left = what_is_left(deleted, {one.product.id: one.releases for one in found})
    left += [f"{one} is made again without them by the next build" for one in again]
    left += [f"{path} still holds one of the values" for path in searched.found_in]
    content = {
        "certificate": journal.certificate,
        "kind": "erasure",
        "place": holdings.project.place.title,
        "reason": run.reason,
        "fields": {field: len(values) for field, values in run.keys.by_field.items()},
        "ordered_by": run.order.by,
        "began_at": journal.began_at,
        "ended_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "products": [one.as_json() for one in deleted],
        "searched": {**looked.as_json(), **_said(searched), "working files deleted": swept},
        "left": left,
        "verified": looked.clean
        and not searched.found_in
        and not any(one.files_left for one in deleted),
    }
    return certify(holdings, journal, content)


def _said(searched: Searched) -> Json:
    return {
        "files searched for the values, byte by byte": searched.files,
        "bytes": searched.bytes,
        "of them tables, searched cell by cell": searched.cells_of,
        "files with one of the values": list(searched.found_in),
    }
