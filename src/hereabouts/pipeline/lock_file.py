"""product.lock.yml: what was received for a product, and when. Written by a run, never by hand."""

from datetime import UTC
from pathlib import Path
from typing import Any

import yaml

from hereabouts.lake.objects import object_path
from hereabouts.model.product import Product
from hereabouts.sources import Previous, Received

NAME = "product.lock.yml"
_NEEDED = {"origin", "sha256", "received_at"}
_HEADING = "# Written by hereabouts build: what was received, and from where. Do not edit.\n"


def read_lock(product: Product, *, name: str = "") -> dict[str, str]:
    """What the lock says of the file called `name`, or of the only one.

    Nothing when there is none, or none that a run wrote whole: two people's builds can collide
    in version control, and the next build writes the lock again.
    """
    said = _read(product)
    files = said.get("files", {}) if name else {"": said}
    entry = files.get(name, {}) if isinstance(files, dict) else {}
    return entry if isinstance(entry, dict) and entry.keys() >= _NEEDED else {}


def _read(product: Product) -> dict[str, Any]:
    path = Path(product.folder) / NAME
    if not path.exists():
        return {}
    try:
        said = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  text only
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    return said if isinstance(said, dict) else {}


def previous(product: Product, objects: Path, *, name: str = "") -> Previous | None:
    """What was received last time, if its bytes are still here."""
    lock = read_lock(product, name=name)
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


def write_lock(product: Product, received: Received, *, name: str = "") -> None:
    """Record `received`, unless the lock already names the same bytes from the same place."""
    lock = read_lock(product, name=name)
    if lock.get("sha256") == received.sha256 and lock.get("origin") == received.origin:
        return
    entries: dict[str, Any] = {
        "name": received.name,
        "origin": received.origin,
        "sha256": received.sha256,
        "size": str(received.size),
        "received_at": received.fetched_at.astimezone(UTC).isoformat(timespec="seconds"),
        "etag": received.etag or "",
        "last_modified": received.last_modified or "",
    }
    if name:
        held = _read(product).get("files", {})
        named = {part.name for part in product.source.parts} if product.source else {name}
        others = held if isinstance(held, dict) else {}
        kept = {key: said for key, said in others.items() if key in named}
        entries = {"files": kept | {name: entries}}
    text = _HEADING + yaml.safe_dump(entries, sort_keys=False, allow_unicode=True)
    path = Path(product.folder) / NAME
    unfinished = path.with_suffix(".part")
    unfinished.write_text(text, "utf-8")
    unfinished.replace(path)
