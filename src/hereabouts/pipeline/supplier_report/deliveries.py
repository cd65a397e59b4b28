"""Which bytes each file of a product was last received as, and which were before them."""

import json
from dataclasses import dataclass

from hereabouts.errors import HereaboutsError, LakeError, ProjectError
from hereabouts.lake.layout import bronze
from hereabouts.lake.objects import object_path
from hereabouts.model.product import Product, SourceFile
from hereabouts.pipeline.acquisition import HeldFile, kept_file
from hereabouts.pipeline.lock_file import read_lock
from hereabouts.pipeline.workspace import Workspace
from hereabouts.project.names import advice

VERSIONS_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Sent:
    """A file of a product, and its bytes; None when there are none here."""

    part: SourceFile
    held: HeldFile | None
    sent_as: str = ""


def sent_files(workspace: Workspace, product: Product) -> tuple[Sent, ...]:
    """Every file of the product as it was last received.

    Raises:
        ProjectError: P390 nothing is received for the product.
    """
    return tuple(_sent(workspace, product, part) for part in parts_of(product))


def parts_of(product: Product) -> tuple[SourceFile, ...]:
    """The files that are received for a product.

    Raises:
        ProjectError: P390 nothing is.
    """
    if product.source is None:
        raise ProjectError(
            f"nothing is received for '{product.id}'",
            code="P390",
            do="name a product that has a source.yml",
            at=product.at,
        )
    return product.source.parts


def _sent(workspace: Workspace, product: Product, part: SourceFile) -> Sent:
    sent_as = read_lock(product, name=part.name).get("name", "")
    return Sent(part, kept_file(workspace, product, part), sent_as)


def chosen(
    product: Product, files: tuple[Sent, ...], *, supplier: str | None, file: str | None
) -> tuple[Sent, ...]:
    """Those of one supplier, or the one called `file`; all when neither is said.

    Raises:
        ProjectError: P391 the product has no such supplier or file.
    """
    wanted = (supplier or file or "").casefold()
    if not wanted:
        return files
    names = [sent.part.supplier if supplier else sent.part.name for sent in files]
    found = tuple(s for s, name in zip(files, names, strict=True) if name.casefold() == wanted)
    if found:
        return found
    known = list(dict.fromkeys(name for name in names if name))
    what = "supplier" if supplier else "file"
    raise ProjectError(
        f"'{product.id}' has no {what} '{supplier or file}'",
        code="P391",
        do=advice(supplier or file or "", known=known) if known else f"leave out --{what}",
        at=product.source.at if product.source else product.at,
    )


def earlier_files(
    workspace: Workspace, product: Product, files: tuple[Sent, ...]
) -> dict[str, HeldFile]:
    """The delivery before, of each file that had another which could be read, by its name."""
    now = {sent.part.name: sent.held.sha256 for sent in files if sent.held}
    found: dict[str, HeldFile] = {}
    for listed in _versions(workspace, product):
        for said in listed:
            name, sha256 = said["name"], said["file"]
            path = object_path(workspace.layout.objects, sha256)
            if name in now and name not in found and sha256 != now[name] and path.exists():
                found[name] = HeldFile(name, sha256, path, said["origin"], said["received_at"])
        if len(found) == len(now):
            break
    return found


def _versions(workspace: Workspace, product: Product) -> list[list[dict[str, str]]]:
    """What versions of bronze say they were read from, the newest first."""
    table = workspace.lake.latest(bronze(product.id))
    said: list[list[dict[str, str]]] = []
    while table:
        said.append(json.loads(table.facts.get("files", "[]")))
        if table.version == 0 or len(said) == VERSIONS_LOOKED_AT:
            break
        try:
            table = workspace.lake.open(table.name, version=table.version - 1)
        except LakeError:  # erased or vacuumed: there is no before
            break
    return said


def unread_because(sent: Sent) -> HereaboutsError:
    """Why there is nothing to look at."""
    return ProjectError(
        f"nothing has been received from {sent.part.words} yet"
        if not sent.sent_as
        else f"the bytes of '{sent.sent_as}' are no longer here",
        code="P392",
        do="send the file, and let the product be built",
        at=sent.part.at,
    )
