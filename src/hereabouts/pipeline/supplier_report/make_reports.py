"""One report for each supplier of a product."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hereabouts.errors import HereaboutsError
from hereabouts.model.product import Contract, Product
from hereabouts.pipeline.acquisition import HeldFile
from hereabouts.pipeline.supplier_report.copied_rows import copied_rows
from hereabouts.pipeline.supplier_report.deliveries import (
    Sent,
    chosen,
    earlier_files,
    sent_files,
    unread_because,
)
from hereabouts.pipeline.supplier_report.faults import FileFaults
from hereabouts.pipeline.supplier_report.findings import (
    MOST_CELLS,
    Before,
    Delivery,
    Problem,
    Report,
)
from hereabouts.pipeline.supplier_report.judging import Bounds, Judgement, judgement
from hereabouts.pipeline.workspace import Workspace
from hereabouts.quality.freshness import due


def make_reports(
    workspace: Workspace,
    product: Product,
    *,
    supplier: str | None = None,
    file: str | None = None,
    now: datetime | None = None,
) -> tuple[Report, ...]:
    """What each supplier is told of its newest delivery; of one supplier or file, if said.

    Raises:
        ProjectError: P390 nothing is received for the product; P391 it has no such supplier
            or file.
    """
    every = sent_files(workspace, product)
    wanted = chosen(product, every, supplier=supplier, file=file)
    before = earlier_files(workspace, product, wanted)
    held = [sent.held for sent in every if sent.held]
    counts = _judged_before(workspace, product, held, before)
    made: dict[str, list[Delivery]] = {}
    moment = now or datetime.now(UTC)
    with judgement(workspace, product, held, bounds=Bounds()) as found:
        for sent in wanted:
            earlier = before.get(sent.part.name)
            one = delivery(found, sent, earlier, counts.get(sent.part.name), now=moment)
            made.setdefault(_to(sent), []).append(one)
    contacts = {_to(sent): sent.part.contact for sent in wanted}
    return tuple(
        report(product, supplier=to, contact=contacts[to], deliveries=ones, now=moment)
        for to, ones in made.items()
    )


def report(
    product: Product, *, supplier: str, contact: str, deliveries: Sequence[Delivery], now: datetime
) -> Report:
    """The report that says `deliveries`."""
    contract = product.contract
    return Report(
        product=product.id,
        title=contract.title,
        purpose=contract.purpose,
        supplier=supplier,
        contact=contact,
        owner=contract.owner,
        reply_to=contract.contacts,
        made_at=now,
        deliveries=tuple(deliveries),
    )


def delivery(
    found: Judgement,
    sent: Sent,
    earlier: HeldFile | None,
    before: Before | None,
    *,
    now: datetime,
    most: int = MOST_CELLS,
) -> Delivery:
    """What was found in one file of a judgement.

    Args:
        found: the judgement, which still stands.
        sent: the file.
        earlier: the delivery before it, to know whether it is late.
        before: what was found in that.
        now: the time it is, with its zone.
        most: cells that are listed at most.
    """
    held = sent.held
    late, next_due = _late(found.product.contract, held, earlier, now)
    about = Delivery(
        name=sent.part.name,
        sent_as=sent.sent_as,
        sha256=held.sha256 if held else "",
        received_at=held.received_at if held else "",
        late_by_days=late,
        next_due=next_due,
        is_sheet=sent.part.ways[0].kind == "spreadsheet",
        before=before,
    )
    number = found.number_of(sent.part.name)
    if number is None:
        error = found.unread.get(sent.part.name) or unread_because(sent)
        return replace(about, unread=_problem(error))
    return _looked_into(found, about, number, most)


def _looked_into(found: Judgement, about: Delivery, number: int, most: int) -> Delivery:
    one = FileFaults(found, number, most=most)
    counted, faults = one.counted(), one.faults()
    cells, left_out = one.cells()
    return replace(
        about,
        layout=one.fitted.way.layout,
        is_sheet=one.fitted.way.kind == "spreadsheet",
        rows=counted.rows,
        passed=counted.passed,
        at_fault=counted.at_fault,
        unjudged=_problem(found.unjudged) if found.unjudged else None,
        faults=faults,
        cells=cells,
        cells_left_out=left_out,
        misses=one.misses(),
        headings=one.fitted.sent.headings,
        copied=copied_rows(found, one.fitted.sent, cells, faults),
    )


def _judged_before(
    workspace: Workspace, product: Product, held: Sequence[HeldFile], before: dict[str, HeldFile]
) -> dict[str, Before]:
    """Each delivery before, judged by the contract as it is now, so that the two compare."""
    if not before:
        return {}
    files = [before.get(file.name, file) for file in held]
    found: dict[str, Before] = {}
    with judgement(workspace, product, files, bounds=Bounds()) as judged:
        for name, file in before.items():
            number = judged.number_of(name)
            if number is None or judged.judged is None:
                continue
            one = FileFaults(judged, number)
            counted = one.counted()
            found[name] = Before(
                received_at=file.received_at,
                rows=counted.rows,
                at_fault=counted.at_fault,
                broken={fault.rule: fault.rows for fault in one.faults()},
            )
    return found


def _late(
    contract: Contract, held: HeldFile | None, earlier: HeldFile | None, now: datetime
) -> tuple[int, datetime | None]:
    """Days that it came after the one before it allowed, and when the next is due."""
    if held is None:
        return 0, None
    came = datetime.fromisoformat(held.received_at)
    late = 0
    if earlier:
        last = datetime.fromisoformat(earlier.received_at)
        promised = due(contract.frequency, contract.latency, last, came)
        late = _days(promised.overdue_by) if promised else 0
    following = due(contract.frequency, contract.latency, came, now)
    return late, following.next_due if following else None


def _days(overdue: timedelta) -> int:
    return max(1, overdue.days) if overdue else 0


def _problem(error: HereaboutsError) -> Problem:
    return Problem(words=error.problem, do=error.do, code=error.code)


def _to(sent: Sent) -> str:
    return sent.part.supplier or sent.part.name
