"""product.lock.yml: what was received for a product, and when. Written by a run, never by hand."""

from datetime import UTC
from pathlib import Path

import yaml

from hereabouts.lake.objects import object_path
from hereabouts.model.product import Product
from hereabouts.sources import Previous, Received

NAME = "product.lock.yml"
_NEEDED = {"origin", "sha256", "received_at"}
_HEADING = "# Written by hereabouts build: what was received, and from where. Do not edit.\n"


def read_lock(product: Product) -> dict[str, str]:
    """What the lock says; nothing when there is none, or none that a run wrote whole.

    Two people's builds can collide in version control: the next build writes the lock again.
    """
    path = Path(product.folder) / NAME
    if not path.exists():
        return {}
    try:
        said = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  text only
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    return said if isinstance(said, dict) and said.keys() >= _NEEDED else {}


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
        origin=lock["origin"],
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
