"""Where a file that is sent goes: the `path` that source.yml names, inside the project folder."""

import os
import shutil
from pathlib import Path

from hereabouts.errors import ProjectError
from hereabouts.lake.objects import keep
from hereabouts.model.product import Product, SourceFile
from hereabouts.pipeline.supplier_report.deliveries import Sent, chosen, parts_of
from hereabouts.pipeline.workspace import Workspace
from hereabouts.sources.received import sha256_of


def file_to_send(workspace: Workspace, product: Product, name: str) -> SourceFile:
    """The file of the product that a supplier may send.

    Raises:
        ProjectError: P390 nothing is received for it; P391 no such file; P394 it is not taken
            from a path inside the folder.
    """
    parts = parts_of(product)
    if len(parts) > 1 and not name:
        names = ", ".join(part.name for part in parts)
        raise ProjectError(
            f"'{product.id}' is made from several files",
            code="P391",
            do=f"say which with --file: {names}",
            at=product.source.at if product.source else product.at,
        )
    (found, *_) = chosen(
        product, tuple(Sent(part, None) for part in parts), supplier=None, file=name
    )
    destination(workspace, found.part)
    return found.part


def destination(workspace: Workspace, part: SourceFile) -> Path:
    """Where the bytes of the file are looked for.

    Raises:
        ProjectError: P394 it is not a path inside the project folder.
    """
    root = workspace.layout.root.resolve()
    said = part.ways[0].location.get("path", "")
    path = (root / said).resolve()
    inside = path.is_relative_to(root) and not path.is_relative_to(workspace.layout.home)
    if said and inside and path.relative_to(root).parts[0] == "inbox":
        return path
    raise ProjectError(
        "a file can be sent only where source.yml has `path:` of a file under inbox/",
        code="P394",
        do="set `path: inbox/...` for it, or have it fetched as it is now",
        at=part.at,
    )


def put_in_place(workspace: Workspace, part: SourceFile, held: Path) -> None:
    """Put the bytes where the source looks, whole or not at all; keep those that were there.

    Raises:
        ProjectError: P394.
        LakeError: L301 to L303.
        OSError: it cannot be written.
    """
    target, objects = destination(workspace, part), workspace.layout.objects
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_file():
        keep(objects, target, sha256=sha256_of(target))
    keep(objects, held, sha256=sha256_of(held))
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    with held.open("rb") as source, unfinished.open("wb") as file:
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(target)
