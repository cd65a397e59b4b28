"""product.lock.yml: what was received for a product, and when. Written by a run, never by hand."""

from datetime import UTC, datetime
from pathlib import Path

import yaml

from hereabouts.lake.objects import object_path
from hereabouts.model.product import Product
from hereabouts.sources import Previous, Received

NAME = "product.lock.yml"
_HEADING = "# Written by hereabouts build: what was received, and from where. Do not edit.\n"


def read_lock(product: Product) -> dict[str, str]:
    """What the lock says, or nothing when there is none."""
    path = Path(product.folder) / NAME
    if not path.exists():
        return {}
    return dict(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) or {})  # noqa: S506  text only


def previous(product: Product, objects: Path) -> Previous | None:
    """What was received last time, if its bytes are still here."""
    lock = read_lock(product)
    if not lock:
        return None
    kept = object_path(objects, lock["sha256"])
    if not kept.exists():
        return None
    return Previous(
        sha256=lock["sha256"],
        etag=lock.get("etag") or None,
        last_modified=lock.get("last_modified") or None,
        kept=kept,
    )


def write_lock(product: Product, received: Received) -> None:
    """Record `received`, unless the lock already names the same bytes from the same place."""
    lock = read_lock(product)
    if lock.get("sha256") == received.sha256 and lock.get("origin") == received.origin:
        return
    entries = {
        "name": received.name,
        "origin": received.origin,
        "sha256": received.sha256,
        "size": str(received.size),
        "received_at": received.fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
        "etag": received.etag or "",
        "last_modified": received.last_modified or "",
    }
    text = _HEADING + yaml.safe_dump(entries, sort_keys=False, allow_unicode=True)
    path = Path(product.folder) / NAME
    unfinished = path.with_suffix(".part")
    unfinished.write_text(text, "utf-8")
    unfinished.replace(path)


def received_at(product: Product) -> datetime | None:
    """When the bytes in use first came, or None."""
    text = read_lock(product).get("received_at")
    return datetime.fromisoformat(text) if text else None
