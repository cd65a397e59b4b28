"""The bytes that were received for a product, and which of them hold rows that go."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import yaml

from hereabouts.engine.duckdb.session import Session, scan
from hereabouts.govern.retention.holdings import Holdings
from hereabouts.govern.retention.remembered import remember_destroyed
from hereabouts.govern.retention.sieve import UNKNOWN, Sieve, condition
from hereabouts.lake.forgetting import earlier, remembered
from hereabouts.lake.layout import bronze, corrected
from hereabouts.lake.objects import object_path
from hereabouts.model.product import Product

LOCK = "product.lock.yml"
#: Facts of bronze: earlier files that its own history no longer names, and those that were to
#: go and were held.
STILL_THERE, WAITING = "objects", "waiting"
Received = dict[str, str]  # SHA-256 -> when it came; empty where nobody knows


def received_objects(holdings: Holdings, product: Product) -> Received:
    """Every object that was received for the product, and is here."""
    found: Received = {}
    for facts in remembered(holdings.lake, bronze(product.id)):
        found |= {sha: at for sha, at in _listed(facts).items() if sha not in found}
    found |= {sha: at for sha, at in _locked(product).items() if sha not in found}
    found |= {sha: "" for sha in _corrections(holdings, product) if sha not in found}
    return {sha: at for sha, at in found.items() if is_here(holdings, sha)}


def waiting_files(holdings: Holdings, product: Product) -> frozenset[str]:
    """The files that were to go before, had to stay then, and are here."""
    said = remembered(holdings.lake, bronze(product.id))
    listed = {sha for facts in said for sha in json.loads(facts.get(WAITING, "[]"))}
    return frozenset(sha for sha in listed if is_here(holdings, sha))


def facts_that_stay(
    holdings: Holdings, product: Product, *, gone: frozenset[str], left: frozenset[str]
) -> dict[str, str]:
    """What bronze must go on remembering of files once its history is forgotten.

    Args:
        holdings: the project.
        product: whose bronze.
        gone: files that go now.
        left: files that should go, and cannot yet.
    """
    here = received_objects(holdings, product)
    still = {sha: at for sha, at in here.items() if sha not in gone}
    wait = (waiting_files(holdings, product) | left) - gone
    return {STILL_THERE: json.dumps(still), WAITING: json.dumps(sorted(wait))}


def is_here(holdings: Holdings, sha256: str) -> bool:
    """Whether the object is still kept."""
    return object_path(holdings.layout.objects, sha256).exists()


def objects_that_go(
    holdings: Holdings, session: Session, product: Product, sieve: Sieve
) -> Received:
    """The objects with a row that goes, or of which nobody can say that they have none."""
    free = files_without(holdings, session, product, sieve)
    here = received_objects(holdings, product)
    return {sha: at for sha, at in here.items() if sha not in free}


def files_without(
    holdings: Holdings, session: Session, product: Product, sieve: Sieve
) -> frozenset[str]:
    """The files of readable versions of bronze that have no such row."""
    seen: set[str] = set()
    holding: set[str] = set()
    for version in earlier(holdings.lake, bronze(product.id)):
        files = set(_files(version.facts))
        where = condition(sieve, product, version, "bronze")
        if where == UNKNOWN or "_file" not in version.columns:
            holding |= files
        elif version.files:
            seen |= files
            asked = f"select distinct _file from ({scan(version)}) as held where {where}"
            holding |= {str(row[0]) for row in session.connection.sql(asked).fetchall()}
    return frozenset(seen - holding - waiting_files(holdings, product))


def used_by_others(holdings: Holdings, product: Product) -> frozenset[str]:
    """The objects that other products were made from: the same bytes twice are one object."""
    others = (one for one in holdings.project.products.values() if one.id != product.id)
    return frozenset(sha for one in others if one.source for sha in received_objects(holdings, one))


def drop_lock(product: Product, gone: frozenset[str]) -> None:
    """Take what is gone out of product.lock.yml, and the file with it when nothing is left."""
    path = Path(product.folder) / LOCK
    said = _lock(path)
    files = said.get("files")
    if isinstance(files, dict):
        left = {k: v for k, v in files.items() if v.get("sha256") not in gone}
        said = {"files": left} if left else {}
    elif said.get("sha256") in gone:
        said = {}
    else:
        return
    if not said:
        path.unlink(missing_ok=True)
        return
    lines = path.read_text("utf-8").splitlines(keepends=True)
    heading = "".join(line for line in lines if line.startswith("#"))
    unfinished = path.with_suffix(".part")
    text = heading + yaml.safe_dump(said, sort_keys=False, allow_unicode=True)
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)


def destroy(holdings: Holdings, product: Product, gone: Received) -> None:
    """Delete received files, and remember by marks that they are not to be kept again.

    Args:
        holdings: the project.
        product: whose they are; its product.lock.yml names them no more.
        gone: SHA-256 -> when it came.
    """
    if not gone:
        return
    remember_destroyed(holdings.home, gone)
    for sha in gone:
        object_path(holdings.layout.objects, sha).unlink(missing_ok=True)
    drop_lock(product, frozenset(gone))


def _listed(facts: Mapping[str, str]) -> Received:
    found: Received = json.loads(facts.get(STILL_THERE, "{}"))
    return {**found, **_files(facts)}


def _files(facts: Mapping[str, str]) -> Received:
    return {one["file"]: one["received_at"] for one in json.loads(facts.get("files", "[]"))}


def _locked(product: Product) -> Received:
    said = _lock(Path(product.folder) / LOCK)
    entries = [said, *(said.get("files") or {}).values()]
    return {one["sha256"]: one.get("received_at", "") for one in entries if "sha256" in one}


def _lock(path: Path) -> dict[str, Any]:
    """What the lock says; nothing where it is not there or no YAML, as for a build."""
    try:
        said = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  text only
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return {}
    return said if isinstance(said, dict) else {}


def _corrections(holdings: Holdings, product: Product) -> Iterator[str]:
    """Files in which people sent corrected rows of the product."""
    table = holdings.lake.latest(corrected(product.id))
    if table and table.files:
        with duckdb.connect() as connection:
            rows = connection.sql(f"select distinct sha256 from ({scan(table)}) as held")
            yield from (str(row[0]) for row in rows.fetchall())
