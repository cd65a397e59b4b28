"""Get what every source product is made from, and keep its bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import HereaboutsError
from hereabouts.lake.objects import keep
from hereabouts.model.product import Product
from hereabouts.pipeline.lock_file import previous, read_lock, write_lock
from hereabouts.pipeline.workspace import Workspace
from hereabouts.sources import acquire


@dataclass(frozen=True, slots=True)
class Held:
    """The bytes a source product is to be made from."""

    sha256: str
    path: Path
    origin: str
    received_at: str  # when these bytes first came, in UTC

    @property
    def facts(self) -> dict[str, str]:
        """What a version made from these bytes remembers of them."""
        return {"file": self.sha256, "origin": self.origin, "received_at": self.received_at}


@dataclass(frozen=True, slots=True)
class Acquired:
    """What came, and what did not: a failure is a finding, not the end of the run."""

    held: dict[str, Held]
    failed: dict[str, HereaboutsError]


def acquire_all(workspace: Workspace, products: Iterable[Product]) -> Acquired:
    """Look at every source; bytes seen before are not kept twice."""
    found = Acquired({}, {})
    for product in products:
        try:
            found.held[product.id] = _acquire(workspace, product)
        except HereaboutsError as error:
            found.failed[product.id] = error
    return found


def _acquire(workspace: Workspace, product: Product) -> Held:
    if product.source is None:
        raise TypeError(f"{product.id} is not a source product")
    layout = workspace.layout
    layout.scratch.mkdir(parents=True, exist_ok=True)
    received = acquire(
        product.source,
        root=layout.root,
        scratch=layout.scratch,
        previous=previous(product, layout.objects),
    )
    kept = keep(layout.objects, received.path, sha256=received.sha256)
    write_lock(product, received)
    if received.path.is_relative_to(layout.scratch):
        received.path.unlink(missing_ok=True)
    return Held(received.sha256, kept, received.origin, read_lock(product)["received_at"])
