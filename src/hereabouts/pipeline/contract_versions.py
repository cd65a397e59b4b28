"""Two versions of the contracts of a folder, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hereabouts.errors import Location, ProblemsError, ProjectError
from hereabouts.model.product import Contract, Product
from hereabouts.model.project import Project
from hereabouts.pipeline.contract_impact import Broken, find_broken
from hereabouts.project import find_problems
from hereabouts.project.contract_diff.change import Change, Effect, breaks_readers
from hereabouts.project.contract_diff.compare import compare
from hereabouts.project.contract_diff.version_step import VersionStep, version_step
from hereabouts.project.earlier_contract import (
    contract_from_file,
    contract_from_text,
    contracts_at,
)
from hereabouts.project.names import advice

CONTRACT = "contract.odcs.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractChanges:
    """What changed of one contract, whom it breaks, and the version it calls for."""

    product: str  # `domain.product`, or the contract's id where the folder has no such product
    changes: tuple[Change, ...]
    broken: tuple[Broken, ...]
    step: VersionStep

    @property
    def is_breaking(self) -> bool:
        """Whether anything that somebody may rely on is no longer so."""
        return any(change.effect is Effect.BREAKING for change in self.changes)


def changes_since(
    root: Path, product_id: str | None, *, revision: str
) -> tuple[ContractChanges, ...]:
    """What changed in the folder since a revision of its git repository.

    Args:
        root: the project folder.
        product_id: one product, or None for every one whose contract changed.
        revision: a commit, branch or tag.

    Raises:
        ProjectError: P370 there is no such revision; P372 there is no such product.
        ProblemsError: a contract, as it was or as it is, cannot be read.
    """
    project = _project(root)
    texts = contracts_at(root, revision)
    known = {**texts, **project.products}
    if product_id is not None and product_id not in known:
        raise ProjectError(
            f"there is no product '{product_id}'", code="P372", do=advice(product_id, known=known)
        )
    wanted = (
        [product_id] if product_id is not None else [n for n in texts if _differs(root, n, texts)]
    )
    return tuple(
        found for name in wanted if name in texts for found in _since(project, root, name, texts)
    )


def changes_between(
    root: Path, product_id: str | None, *, old: Path | None, new: Path | None
) -> ContractChanges:
    """What changed from one file to another; a file not given is the product's contract.

    Raises:
        ProjectError: P371 a file cannot be read; P372 no product is named, or none of that name.
        ProblemsError: a contract cannot be read.
    """
    project, _ = find_problems(root)
    product = _product(project, product_id, old, new)
    if product is None and (old is None or new is None or product_id is not None):
        near = advice(product_id or "", known=project.products if project else {})
        raise ProjectError(
            f"there is no product '{product_id or ''}' to compare with",
            code="P372",
            do=f"name the product, or give both --from and --to; {near}",
        )
    before = contract_from_file(old) if old else _held(product)
    after = contract_from_file(new) if new else _held(product)
    return _compared(project, product, before, after)


def _since(
    project: Project, root: Path, name: str, texts: dict[str, str]
) -> Iterator[ContractChanges]:
    path = _path(name)
    before = contract_from_text(texts[name], path=path, domain=name.partition(".")[0])
    product = project.products.get(name)
    if product is not None:
        yield _compared(project, product, before, product.contract)
    elif not (root / path).exists():
        yield _gone(project, name, before)


def _compared(
    project: Project | None, product: Product | None, before: Contract, after: Contract
) -> ContractChanges:
    changes = compare(before, after, made_here=bool(product and (product.model or product.recipe)))
    broken = find_broken(project, product, changes, old=before) if project and product else ()
    return ContractChanges(
        product=product.id if product else after.id,
        changes=changes,
        broken=broken,
        step=version_step(changes, was=before.version, now=after.version),
    )


def _gone(project: Project, name: str, before: Contract) -> ContractChanges:
    """A product that was taken out: everyone who read any of it."""
    domain, _, table = name.partition(".")
    at = Location(_path(name))
    product = Product(domain=domain, name=table, contract=before, folder="", at=at)
    changes = (breaks_readers("the product is gone", gone=True),)
    return ContractChanges(
        product=name,
        changes=changes,
        broken=find_broken(project, product, changes, old=before),
        step=version_step((), was=before.version, now=before.version),
    )


def _project(root: Path) -> Project:
    """The folder as it is, which may have problems elsewhere: they are what a change may cause."""
    project, problems = find_problems(root)
    unread = [p for p in problems if p.at and p.at.path.endswith((CONTRACT, "place.yml"))]
    unread = [p for p in unread if not _is_read(project, p)]
    if project is None or unread:
        raise ProblemsError(unread or problems)
    return project


def _is_read(project: Project | None, problem: ProjectError) -> bool:
    path = problem.at.path if problem.at else ""
    read = {_path(name) for name in project.products} if project else set()
    return project is not None and (path in read or path == "place.yml")


def _differs(root: Path, name: str, texts: dict[str, str]) -> bool:
    path = root / _path(name)
    return not path.exists() or path.read_bytes() != texts[name].encode()


def _path(product_id: str) -> str:
    domain, _, name = product_id.partition(".")
    return f"products/{domain}/{name}/{CONTRACT}"


def _product(
    project: Project | None, product_id: str | None, *files: Path | None
) -> Product | None:
    """The product that is named, or whose own contract one of the files is."""
    if project is None:
        return None
    if product_id is not None:
        return project.products.get(product_id)
    given = [str(file.resolve().parent) for file in files if file]
    return next((p for p in project.products.values() if p.folder in given), None)


def _held(product: Product | None) -> Contract:
    if product is None:
        raise TypeError("a product is asked for where no file is given")
    return product.contract
