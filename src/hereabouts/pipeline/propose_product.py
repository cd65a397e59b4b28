"""From a file to a new product that builds: look, propose, write, build."""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from hereabouts.errors import HereaboutsError, Location, ProjectError, SourceError
from hereabouts.model.product import Source
from hereabouts.model.proposal import Inspection, Proposal
from hereabouts.pipeline.build import build
from hereabouts.pipeline.progress import Progress
from hereabouts.pipeline.runs import RunRecord
from hereabouts.pipeline.workspace import Workspace, open_workspace
from hereabouts.project.new_plan import NewProduct
from hereabouts.project.new_product import product_folder, write_product
from hereabouts.sources import acquire
from hereabouts.sources.inspection.inspect import inspect
from hereabouts.sources.inspection.pointed_to import Rows, Told

DOMAIN = "incoming"  # where nobody said
MOST_BAD = "0.01"  # the share of rows, where some cells of the file are odd


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person said. Empty: not said."""

    sheet: str = ""
    header_rows: Rows | None = None
    data_rows: Rows | None = None
    key: tuple[str, ...] = ()
    domain: str = ""
    name: str = ""
    title: str = ""
    owner: str = ""
    licence: str = ""
    attribution: str = ""
    sensitivity: str = ""
    allow_private_addresses: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The file to look at, and where source.yml will say it is."""

    path: Path
    url: str  # empty for a file
    name: str  # what a person calls it


@dataclass(frozen=True, slots=True, kw_only=True)
class NewlyBuilt:
    """What became of it."""

    product: NewProduct
    written: tuple[Path, ...]
    record: RunRecord | None  # None when the build could not reach it
    errors: tuple[HereaboutsError, ...]  # of this product


def fetched(workspace: Workspace, file: str, *, allow_private: bool = False) -> Given:
    """The file itself, or what an address gives.

    Args:
        workspace: whose scratch a download is put in.
        file: a path, or an address that begins with http:// or https://.
        allow_private: whether the address may be one of this machine or network.

    Raises:
        SourceError: S165 there is no such file; S101 to S112 the address does not give it.
    """
    if not re.match(r"https?://", file):
        path = Path(file)
        if not path.is_file():
            raise SourceError(
                f"there is no file '{path.name}' to look at",
                code="S165",
                do="give the path of a file, or an address that begins with https://",
            )
        return Given(path=path, url="", name=path.name)
    workspace.layout.scratch.mkdir(parents=True, exist_ok=True)
    options = {"allow_private_addresses": "true"} if allow_private else {}
    source = Source(kind="csv", location={"url": file}, options=options, at=Location("source.yml"))
    received = acquire(
        source, root=workspace.layout.root, scratch=workspace.layout.scratch, previous=None
    )
    return Given(
        path=received.path, url=file, name=Path(unquote(urlsplit(file).path)).name or "file"
    )


def looked_at(given: Given, wish: Wish) -> Inspection:
    """What the file shows, with what a person pointed to.

    Raises:
        SourceError: S160, S161 and what reading a workbook raises.
    """
    told = Told(wish.header_rows, wish.data_rows)
    return inspect(given.path, sheet=wish.sheet or None, told=told)


def decided(inspection: Inspection, given: Given) -> Proposal:
    """The one proposal.

    Raises:
        SourceError: S163 it could not be decided which, or how.
    """
    if len(inspection.proposals) == 1:
        return inspection.proposals[0]
    raise SourceError(
        f"'{given.name}' was looked at, and nothing was written. {' '.join(inspection.undecided)}",
        code="S163",
        do="say what is meant with --sheet, --header-rows or --data-rows; or write source.yml by "
        "hand, which can say more: docs/how-to/read-files-that-differ.md",
    )


def with_key(proposal: Proposal, key: Sequence[str]) -> Proposal:
    """The proposal with the key that a person named, or the one that was found.

    Raises:
        ProjectError: P352 there is no such column.
        SourceError: S164 no columns tell the rows apart, and nobody said which do.
    """
    known = {word: c.name for c in proposal.columns for word in (c.name, c.heading, c.title)}
    if unknown := [word for word in key if word not in known]:
        names = ", ".join(c.name for c in proposal.columns if not c.marker_of)
        raise ProjectError(
            f"the table has no column {unknown[0]!r} to be part of its key",
            code="P352",
            do=f"give --key once for each, from: {names}",
        )
    if not key and not any(column.key for column in proposal.columns):
        raise SourceError(
            "No set of columns tells the rows of the table apart, so nothing was written",
            code="S164",
            do="name the columns with --key, once for each; if whole rows are repeated, ask the "
            "publisher for a file in which they are not",
        )
    if not key:
        return proposal
    chosen = {known[word] for word in key}
    columns = tuple(
        replace(c, key=c.name in chosen, required=c.name in chosen) for c in proposal.columns
    )
    return replace(proposal, columns=columns)


def planned(workspace: Workspace, given: Given, proposal: Proposal, wish: Wish) -> NewProduct:
    """The product as it would be written.

    Raises:
        ProjectError: P350 it is there already; P351 its name is none.
    """
    domain, name = wish.domain or DOMAIN, wish.name or suggested_name(given)
    product_folder(workspace.layout.root, domain, name)
    title = wish.title or proposal.title or name.replace("_", " ").capitalize()
    if wish.allow_private_addresses:
        options = {"allow_private_addresses": "true", **proposal.options}
        proposal = replace(proposal, options=options)
    is_odd = any("neither numbers" in note for note in proposal.notes)
    return NewProduct(
        domain=domain,
        name=name,
        title=title,
        purpose=f"Made from {given.name}.",
        location=("url", given.url) if given.url else ("path", _inside(workspace, given)),
        proposal=proposal,
        team=workspace.project.place.title,
        owner=wish.owner,
        licence=wish.licence,
        attribution=wish.attribution,
        sensitivity=wish.sensitivity or "internal",
        bad_rows_at_most=MOST_BAD if is_odd else "",
        why_title="" if wish.title else "what the file calls itself",
        why_owner="" if wish.owner else "nobody was named: add `members` with the owner",
        why_key="" if wish.key else "the smallest set of columns whose rows all differ",
        why_sensitivity="" if wish.sensitivity else "nobody said; open, internal or personal",
    )


def suggested_name(given: Given) -> str:
    """The file's name as a product's."""
    stem = re.sub(r"[^a-z0-9]+", "_", Path(given.name).stem.lower()).strip("_")[:60].strip("_")
    return stem if stem[:1].isalpha() else f"file_{stem}".strip("_")


def made(
    workspace: Workspace, given: Given, product: NewProduct, *, progress: Progress
) -> NewlyBuilt:
    """Copy the file into the folder, write the product, and build.

    Raises:
        ProjectError: P350, P351, P353 something is there already; P354 the folder is closed.
        ProblemsError: the folder has faults.
    """
    root = workspace.layout.root
    if not given.url:
        _copy(given.path, root / product.location[1])
    written = write_product(root, product)
    built = build(open_workspace(root), progress=progress)
    record = next((r for r in built.records if r.step == product.id), None)
    place = written[0].parent.as_posix()
    mine = tuple(e for e in built.errors if product.id in str(e) or place in str(e.at or ""))
    failed = record is None or record.outcome != "made"
    return NewlyBuilt(
        product=product,
        written=written,
        record=record,
        errors=(mine or built.errors) if failed else (),
    )


def _inside(workspace: Workspace, given: Given) -> str:
    """The file's path in the project folder, where it is or will be."""
    root, path = workspace.layout.root, given.path.resolve()
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return f"inbox/{given.name}"


def _copy(source: Path, target: Path) -> None:
    if source.resolve() == target.resolve():
        return
    if target.exists():
        if target.read_bytes() == source.read_bytes():
            return
        raise ProjectError(
            f"inbox/{target.name} is there already, and is another file",
            code="P353",
            do="give the new file a name of its own, or look at the one in inbox/",
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
