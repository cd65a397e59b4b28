"""Do what a schedule says: refuse what is held, archive, delete, look again, certify."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import GoverningError, one_error
from hereabouts.govern.audit import AuditLog
from hereabouts.govern.retention.archive import archive, archive_folder
from hereabouts.govern.retention.certificate import Certificate, Json, write_certificate
from hereabouts.govern.retention.delete import Deleted, delete_rows, merged, sweep_working_files
from hereabouts.govern.retention.due import Due, find_due
from hereabouts.govern.retention.held import refuse_held
from hereabouts.govern.retention.holdings import Holdings
from hereabouts.govern.retention.journal import Journal, begin
from hereabouts.govern.retention.verify import look_again
from hereabouts.lake.build_lock import build_lock
from hereabouts.model.retention import RetentionSchedule, Then
from hereabouts.project.names import advice

OPERATOR = "operator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Who wants it, in what role, and when it is."""

    by: str
    now: datetime
    leave_held: bool = False  # pass over products that a hold protects something of


def schedule_called(holdings: Holdings, name: str) -> RetentionSchedule:
    """The schedule, or an error that says which there are.

    Raises:
        GoverningError: G137 there is none of that name.
    """
    known = holdings.project.schedules
    if name not in known:
        raise GoverningError(
            f"there is no retention schedule {name!r}", code="G137", do=advice(name, known=known)
        )
    return known[name]


def run_schedule(
    holdings: Holdings, schedule: RetentionSchedule, order: Order
) -> Certificate | None:
    """Archive and delete what a schedule takes today; None when that is nothing.

    Stopped at any moment, it is finished by running it again. Nothing goes while a hold protects
    something of it, unless the order says to leave such products out.

    Raises:
        GoverningError: G131 a hold protects what would go; G133 or G134 the archive; G135 another
            deletion was stopped; G136 the certificate.
        LakeError: L201 a build is running; L301 or L302 a table cannot be written.
    """
    with build_lock(holdings.layout.home), holdings.session() as session:
        journal = begin(
            holdings.home,
            what=f"schedule {schedule.name}",
            certificate=certificate_name(order.now),
            began_at=order.now.isoformat(timespec="seconds"),
        )
        run = _Run(holdings, session, schedule, order, journal)
        due = _going(run)
        if not due and not journal.products:
            return None
        if schedule.then is Then.ARCHIVE:
            archive_folder(holdings, schedule)
        for one in due:
            _take(run, one)
        return _certify(run, due)


@dataclass(frozen=True, slots=True)
class _Run:
    holdings: Holdings
    session: Session
    schedule: RetentionSchedule
    order: Order
    journal: Journal

    def record(self, action: str, product_id: str, detail: Json, *, outcome: str = "done") -> None:
        said = {"schedule": self.schedule.name, **detail}
        log = AuditLog(self.holdings.layout.root)
        record(log, action, f"product:{product_id}", said, outcome=outcome)


def certificate_name(now: datetime) -> str:
    """A name that sorts by time, such as `20261129T101500Z`."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def record(log: AuditLog, action: str, what: str, detail: Json, *, outcome: str = "done") -> None:
    """Say it in the audit log: counts and names of rules, never a value."""
    log.append(action=action, actor=OPERATOR, object=what, outcome=outcome, detail=detail)


def _going(run: _Run) -> list[Due]:
    """What goes, or was going when a run was stopped; refused while a hold protects any of it."""
    every = find_due(run.holdings, run.session, run.schedule, run.order.now)
    due = [
        one for one in every if one.going.anything or one.going.product.id in run.journal.products
    ]
    held = [one.going for one in due if one.going.held]
    if held and not run.order.leave_held:
        for one in held:
            names = [back.hold.name for back in one.held]
            run.record("retention.deleted", one.product.id, {"holds": names}, outcome="refused")
        what = f"schedule {run.schedule.name!r}"
        raise one_error([refuse_held(one.product, one.held, what) for one in held])
    return [one for one in due if not one.going.held]


def _take(run: _Run, due: Due) -> None:
    """Archive and delete what is due of one product, with each step in the journal."""
    product, journal = due.going.product, run.journal
    if product.id in journal.done:
        return
    if product.id not in journal.products:
        expected = Deleted(
            product=product.id,
            rows={"table": due.going.rows},
            files=tuple(sorted(due.going.objects)),
            archived=_archived(run, due),
        )
        journal.products[product.id] = expected.as_json()
        journal.write()
    before = Deleted(**journal.products[product.id])
    today = run.order.now.date()
    went = delete_rows(run.holdings, run.session, due.going, today=today, known=before.files)
    deleted = merged(before, went)
    journal.done[product.id] = deleted.as_json()
    journal.write()
    detail = {"certificate": journal.certificate, "rows": deleted.rows, "files": len(deleted.files)}
    run.record("retention.deleted", product.id, detail)


def _archived(run: _Run, due: Due) -> dict[str, Any]:
    if run.schedule.then is not Then.ARCHIVE:
        return {}
    name, now = run.journal.certificate, run.order.now
    archived = archive(run.holdings, run.session, due, certificate=name, now=now)
    run.record("retention.archived", due.going.product.id, {"rows": archived["rows"]})
    return archived


def _certify(run: _Run, due: Sequence[Due]) -> Certificate:
    holdings, journal = run.holdings, run.journal
    deleted = [Deleted(**said) for said in journal.done.values()]
    swept = sweep_working_files(holdings, tuple(one.product for one in deleted))
    sieves = [(one.going.product, one.going.sieve) for one in due]
    gone = [sha for one in deleted for sha in one.files]
    looked = look_again(holdings, run.session, sieves, gone)
    content = {
        "certificate": journal.certificate,
        "kind": "retention",
        "place": holdings.project.place.title,
        "schedule": _said(run.schedule),
        "ordered_by": run.order.by,
        "began_at": journal.began_at,
        "ended_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "products": [one.as_json() for one in deleted],
        "searched": {**looked.as_json(), "working files deleted": swept},
        "left": what_is_left(deleted, {one.going.product.id: one.going.releases for one in due}),
        "verified": looked.clean and not any(one.files_left for one in deleted),
    }
    return certify(holdings, journal, content)


def certify(holdings: Holdings, journal: Journal, content: Json) -> Certificate:
    """Write the certificate, put its hash into the audit log, and end the journal.

    Raises:
        GoverningError: G136 it cannot be written.
    """
    certificate = write_certificate(holdings.certificates, content)
    detail = {"certificate": journal.certificate, "sha256": certificate.sha256}
    kind = content["kind"]
    record(AuditLog(holdings.layout.root), f"{kind}.certified", kind, detail)
    journal.end()
    return certificate


def what_is_left(deleted: Sequence[Deleted], releases: dict[str, tuple[int, ...]]) -> list[str]:
    """What a deletion does not reach, in words: for people to do, or to know."""
    said = []
    for one in deleted:
        for why in sorted(set(one.files_left.values())):
            number = sum(reason == why for reason in one.files_left.values())
            files = "received file" if number == 1 else "received files"
            said.append(f"{number:,} {files} of {one.product}: {why}")
        said += [
            f"the source of {one.product}, {where}, is not the platform's: ask for what it holds"
            " to be deleted there"
            for where in one.elsewhere
        ]
        if numbers := releases.get(one.product):
            listed = ", ".join(map(str, numbers))
            said.append(
                f"releases {listed} were made from earlier versions of {one.product}: they hold"
                " figures and no rows, stay readable, and cannot be made from its rows again"
            )
    return [*said, "backups of the machine, which end by their own schedule"]


def _said(schedule: RetentionSchedule) -> Json:
    return {
        "name": schedule.name,
        "record_type": schedule.record_type,
        "keep": schedule.keep,
        "counted_from": schedule.counted_from,
        "then": schedule.then.value,
        "authority": schedule.authority,
        "driver": schedule.driver.value,
        "approved_by": schedule.approved_by,
        "approved_on": schedule.approved_on.isoformat(),
    }
