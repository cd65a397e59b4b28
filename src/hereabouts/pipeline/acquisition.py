"""Get what every source product is made from, and keep its bytes."""

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import HereaboutsError, one_error
from hereabouts.govern.retention.holdings import FOLDER as RETENTION
from hereabouts.govern.retention.remembered import destroyed_at
from hereabouts.lake.layout import Layout
from hereabouts.lake.objects import keep, object_path
from hereabouts.model.product import Product, SourceFile
from hereabouts.pipeline.lock_file import previous, read_lock, write_lock
from hereabouts.pipeline.workspace import Workspace
from hereabouts.sources import Received, acquire

WITHHELD = "withheld"  # in the scratch folder: bytes that are read and not kept


@dataclass(frozen=True, slots=True)
class HeldFile:
    """The bytes of one file."""

    name: str  # empty for the only one
    sha256: str
    path: Path
    origin: str
    received_at: str  # when these bytes first came, in UTC
    notes: tuple[str, ...] = ()  # what a person may want to know, such as what was passed over


@dataclass(frozen=True, slots=True)
class Held:
    """The bytes a source product is to be made from: at least one file."""

    files: tuple[HeldFile, ...]

    @property
    def sha256(self) -> str:
        """The hash of the only file, or of the names and hashes of several."""
        if len(self.files) == 1:
            return self.files[0].sha256
        listed = "\n".join(f"{file.name} {file.sha256}" for file in self.files)
        return hashlib.sha256(listed.encode()).hexdigest()

    @property
    def facts(self) -> dict[str, str]:
        """What a version made from these bytes remembers of them; the newest to come, of many."""
        return {
            "file": self.sha256,
            "origin": ", ".join(dict.fromkeys(file.origin for file in self.files)),
            "received_at": max(file.received_at for file in self.files),
        }


@dataclass(frozen=True, slots=True)
class Acquired:
    """What came, and what did not: a failure is a finding, not the end of the run."""

    held: dict[str, Held]
    failed: dict[str, HereaboutsError]


def acquire_all(
    workspace: Workspace,
    products: Iterable[Product],
    *,
    ask: Callable[[Product], bool] = lambda _: True,
    tell: Callable[[str], None] = lambda _: None,
) -> Acquired:
    """Look at every source; bytes seen before are not kept twice.

    Args:
        workspace: where to keep them.
        products: source products.
        ask: whether a product's source is to be asked now; where not, what came last stands.
        tell: called with each file before it is looked for.
    """
    found = Acquired({}, {})
    forget_withheld(workspace.layout.scratch)
    for product in products:
        try:
            kept = None if ask(product) else _kept(workspace, product)
            found.held[product.id] = kept or _acquire(workspace, product, tell)
        except HereaboutsError as error:
            found.failed[product.id] = error
    return found


def _acquire(workspace: Workspace, product: Product, tell: Callable[[str], None]) -> Held:
    """Every file of the product: all that cannot be had are said at once."""
    if product.source is None:
        raise TypeError(f"{product.id} is not a source product")
    files: list[HeldFile] = []
    problems: list[HereaboutsError] = []
    for part in product.source.parts:
        tell(f"{product.id} {part.name}".rstrip())
        try:
            files.append(_acquire_part(workspace, product, part))
        except HereaboutsError as error:
            problems.append(error)
    if problems:
        raise one_error(problems)
    return Held(tuple(files))


def _kept(workspace: Workspace, product: Product) -> Held | None:
    """What came last of every file of the product; None when not all of it is here."""
    files = []
    for part in product.source.parts if product.source else ():
        file = kept_file(workspace, product, part)
        if file is None:
            return None
        files.append(file)
    return Held(tuple(files))


def kept_file(workspace: Workspace, product: Product, part: SourceFile) -> HeldFile | None:
    """What came last of one file; None when it never came, or its bytes are not here."""
    lock = read_lock(product, name=part.name)
    path = object_path(workspace.layout.objects, lock["sha256"]) if lock else None
    if path is None or not path.exists():
        return None
    return HeldFile(part.name, lock["sha256"], path, lock["origin"], lock["received_at"])


def _acquire_part(workspace: Workspace, product: Product, part: SourceFile) -> HeldFile:
    layout = workspace.layout
    layout.scratch.mkdir(parents=True, exist_ok=True)
    received = acquire(
        part.ways[0],
        root=layout.root,
        scratch=layout.scratch,
        previous=previous(product, layout.objects, name=part.name),
    )
    if (came := destroyed_at(layout.home / RETENTION, received.sha256)) is not None:
        return _withheld(layout, part, received, came)
    kept = keep(layout.objects, received.path, sha256=received.sha256)
    write_lock(product, received, name=part.name)
    if received.path.is_relative_to(layout.scratch):
        received.path.unlink(missing_ok=True)
    lock = read_lock(product, name=part.name)
    return HeldFile(
        part.name,
        received.sha256,
        kept,
        received.origin,
        lock["received_at"],
        notes=received.notes,
    )


def _withheld(layout: Layout, part: SourceFile, received: Received, came: str) -> HeldFile:
    """Bytes that were destroyed, and that the source still has: read once, and not kept again."""
    path = keep(layout.scratch / WITHHELD, received.path, sha256=received.sha256)
    if received.path.is_relative_to(layout.scratch):
        received.path.unlink(missing_ok=True)
    return HeldFile(part.name, received.sha256, path, received.origin, came, notes=received.notes)


def forget_withheld(scratch: Path) -> None:
    """Delete received bytes that were read and not kept."""
    shutil.rmtree(scratch / WITHHELD, ignore_errors=True)
