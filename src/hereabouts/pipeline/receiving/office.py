"""What takes files from suppliers: handed to the site, which knows nothing of what is behind it."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hereabouts.doors.web.receiving import AskedColumn, Checked, Invited, Receipt
from hereabouts.errors import AccessError, ProjectError
from hereabouts.model.product import Product, SourceFile
from hereabouts.pipeline.acquisition import HeldFile
from hereabouts.pipeline.receiving.arrivals import Arrival, Arrivals
from hereabouts.pipeline.receiving.deliveries_log import (
    Logged,
    log_delivery,
    logged_deliveries,
    new_receipt,
)
from hereabouts.pipeline.receiving.destination import file_to_send, put_in_place
from hereabouts.pipeline.receiving.invitations import Invitation, Invitations
from hereabouts.pipeline.receiving.turnstile import Turnstile
from hereabouts.pipeline.supplier_report.deliveries import Sent, sent_files
from hereabouts.pipeline.supplier_report.findings import Delivery, Problem
from hereabouts.pipeline.supplier_report.judging import BOUND_REACHED, Bounds, judgement
from hereabouts.pipeline.supplier_report.make_reports import delivery
from hereabouts.pipeline.supplier_report.page import delivery_part
from hereabouts.pipeline.workspace import Workspace, open_workspace
from hereabouts.project.supplier_schema.asked import Request, request
from hereabouts.project.supplier_schema.in_words import example, meaning
from hereabouts.project.supplier_schema.write import write_schemas_for
from hereabouts.sources.received import sha256_of

MOST_BYTES = 50 * 1024 * 1024
MOST_SHOWN = 500  # cells at fault on the page
BOUNDS = Bounds(memory_limit="1GB", threads=1, seconds=60.0)
Clock = Callable[[], datetime]


class ReceivingOffice:
    """Takes files for the products of one folder, by links that `hereabouts invite` made.

    Args:
        root: the project folder. It is read anew each time: a contract may change.
        environ: where the secret of links is.
        most_bytes: of one file.
        bounds: what one check may take.
        clock: the time it is.
    """

    def __init__(
        self,
        root: Path,
        *,
        environ: Mapping[str, str] | None = None,
        most_bytes: int = MOST_BYTES,
        bounds: Bounds = BOUNDS,
        clock: Clock = lambda: datetime.now(UTC),
    ) -> None:
        self.most_bytes = most_bytes
        self._root, self._bounds, self._clock = root, bounds, clock
        self._home = root.resolve() / ".hereabouts"
        self._links = Invitations(self._home, environ=os.environ if environ is None else environ)
        self._arrivals = Arrivals(self._home)
        self._turnstile = Turnstile(most_waiting=2, seconds=90.0)

    def describe(self, token: str) -> Invited:
        """What the link asks for."""
        link, _, product, part = self._opened(token)
        wanted = _request(product, part)
        contract = product.contract
        return Invited(
            product=product.id,
            title=contract.title,
            purpose=contract.purpose,
            owner=contract.owner,
            contact=next(iter(contract.contacts), ""),
            supplier=part.supplier,
            file=part.name or "the file",
            kind=part.ways[0].kind,
            columns=tuple(_columns(product, wanted)),
            has_template=wanted is not None,
            most_bytes=self.most_bytes,
            expires_at=link.expiry,
        )

    def template(self, token: str) -> tuple[str, bytes] | None:
        """A workbook to fill in, and its name."""
        _, workspace, product, part = self._opened(token)
        wanted = _request(product, part)
        if wanted is None:
            return None
        scratch = workspace.layout.scratch
        scratch.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="template-", dir=scratch) as own:
            (path,) = write_schemas_for(wanted, Path(own), formats=("xlsx",))
            return path.name, path.read_bytes()

    def check(self, token: str, upload: Path, *, name: str) -> Checked:
        """Judge the file among the others of its product, and keep it apart."""
        link, workspace, product, part = self._opened(token)
        with self._turnstile.turn():
            kept = self._arrivals.keep(link.id, upload)
            found = self._judge(workspace, product, part, kept, name)
        why_not = _why_not(found, product.contract.bad_rows_at_most)
        self._arrivals.judged(
            link.id,
            Arrival(
                sha256=found.sha256,
                size=kept.stat().st_size,
                rows=found.rows,
                faults=found.at_fault,
                may_send=not why_not,
            ),
        )
        return Checked(
            sha256=found.sha256,
            name=found.sent_as,
            may_send=not why_not,
            faults=found.at_fault,
            why_not=why_not,
            body=str(delivery_part(found)),
        )

    def accept(self, token: str, sha256: str) -> Receipt:
        """Put the file that was checked where the source looks, and say so in the log."""
        link, workspace, _, part = self._opened(token)
        with self._turnstile.turn():
            kept, found = self._arrivals.take(link.id, sha256)
            put_in_place(workspace, part, kept)
            now = self._clock()
            logged = Logged(
                receipt=new_receipt(now),
                at=now.astimezone(UTC).isoformat(timespec="seconds"),
                link=link.id,
                product=link.product,
                file=link.file,
                sha256=found.sha256,
                size=found.size,
                rows=found.rows,
                faults=found.faults,
            )
            log_delivery(self._home, logged)
            self._arrivals.forget(link.id)
        return _receipt(logged)

    def receipt(self, token: str, number: str) -> Receipt | None:
        """What this link's holder was given before."""
        link, *_ = self._opened(token)
        every = logged_deliveries(self._home)
        return next(
            (_receipt(one) for one in every if (one.link, one.receipt) == (link.id, number)), None
        )

    def _opened(self, token: str) -> tuple[Invitation, Workspace, Product, SourceFile]:
        link = self._links.read(token, now=self._clock())
        workspace = open_workspace(self._root)
        product = workspace.project.products.get(link.product)
        try:
            if product:
                return link, workspace, product, file_to_send(workspace, product, link.file)
        except ProjectError:
            pass
        raise AccessError(
            "what this link asks for is not asked for any more",
            code="A303",
            do="ask whoever sent it to you for a new one",
        )

    def _judge(
        self, workspace: Workspace, product: Product, part: SourceFile, kept: Path, name: str
    ) -> Delivery:
        now = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        held = HeldFile(part.name, sha256_of(kept), kept, "sent through the site", now)
        every = sent_files(workspace, product)
        before = next((one.held for one in every if one.part.name == part.name), None)
        files = [
            held if one.part.name == part.name else one.held
            for one in every
            if one.held or one.part.name == part.name
        ]
        sent = Sent(part, held, _plain(name))
        there = [file for file in files if file]
        try:
            with judgement(workspace, product, there, bounds=self._bounds) as found:
                return delivery(found, sent, before, None, now=self._clock(), most=MOST_SHOWN)
        except BOUND_REACHED:
            return _too_much(sent, held)


def _request(product: Product, part: SourceFile) -> Request | None:
    """None where the file has another shape than the contract, so that nobody can fill it in."""
    try:
        return request(product, part.supplier or part.name or None)
    except ProjectError:
        return None


def _columns(product: Product, wanted: Request | None) -> Iterator[AskedColumn]:
    if wanted is None:
        for column in product.contract.columns:
            yield AskedColumn(
                heading=column.source_name, good=column.description or column.title, example=""
            )
        return
    for asked in wanted.columns:
        yield AskedColumn(
            heading=asked.heading, good=meaning(asked), example=example(wanted, asked)
        )


def _why_not(found: Delivery, allowed: float) -> str:
    if found.unread:
        return "The file cannot be read"
    if found.unjudged:
        return "Its rows cannot be checked"
    if not found.rows:
        return "The file has no rows"
    if found.at_fault / found.rows > allowed:
        share = "no row may be" if not allowed else f"at most {allowed:.1%} of rows may be"
        plural = "row is" if found.at_fault == 1 else "rows are"
        return f"{found.at_fault:,} {plural} at fault, and {share}"
    return ""


def _too_much(sent: Sent, held: HeldFile) -> Delivery:
    return Delivery(
        name=sent.part.name,
        sent_as=sent.sent_as,
        sha256=held.sha256,
        received_at=held.received_at,
        late_by_days=0,
        next_due=None,
        unread=Problem(
            words="checking it takes more time or memory than this page may use",
            do="send a smaller file, or ask whoever sent you the link",
            code="Q391",
        ),
    )


def _receipt(one: Logged) -> Receipt:
    return Receipt(
        number=one.receipt,
        product=one.product,
        file=one.file or "the file",
        rows=one.rows,
        faults=one.faults,
        accepted_at=datetime.fromisoformat(one.at),
    )


def _plain(name: str) -> str:
    """What the sender's program called the file: its last part, of a length that can be shown."""
    return name.replace("\\", "/").rpartition("/")[2][:100] or "the file"
