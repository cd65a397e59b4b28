"""What of a project folder says who may use what, read again whenever a file changes.

A site that runs asks this every few seconds, so a file is parsed only when it changed. What cannot
be read, or breaks a rule, opens nothing: an agreement with a fault in it is left out, and everybody
else's goes on.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.model.agreement import Agreement
from hereabouts.model.organisation import Organisation
from hereabouts.model.pre_release import PreReleaseList
from hereabouts.model.product import Product
from hereabouts.project.draft import Draft
from hereabouts.project.folder import ProjectFile, list_files
from hereabouts.project.lint import (
    agreement_areas,
    agreement_dates,
    agreement_law,
    agreement_names,
    one_controller,
    pre_release_hours,
    pre_release_names,
    pre_release_people,
)
from hereabouts.project.read_agreement import read_agreement
from hereabouts.project.read_contract import read_contract
from hereabouts.project.read_organisations import read_organisations
from hereabouts.project.read_pre_release import read_pre_release
from hereabouts.project.reader import Reader
from hereabouts.project.yaml_text import Document

RULES = (
    agreement_names,
    agreement_areas,
    agreement_dates,
    agreement_law,
    one_controller,
    pre_release_hours,
    pre_release_names,
    pre_release_people,
)
CONTRACT = "contract.odcs.yaml"
KINDS = frozenset(
    {"organisations", "purposes", "agreement", "pre_release", "access_policy", "access_test"}
)

Stamp = tuple[int, int, int]  # when it was written, how long it is, which file it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """Products by their contracts alone, and whatever of the rest holds good."""

    products: Mapping[str, Product]
    organisations: Mapping[str, Organisation]
    purposes: Mapping[str, str]
    agreements: Mapping[str, Agreement]
    pre_release: Mapping[str, PreReleaseList]
    policies: Mapping[str, str]  # text of policies/access/*.cedar, by path
    tests: Mapping[str, Sequence[Mapping[str, Any]]]  # of policies/access/*_test.yml, by path
    problems: tuple[ProjectError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What one file says; nothing where it cannot be read."""

    said: Any
    document: Document | None
    problems: tuple[ProjectError, ...] = field(default=())


class SharingFolder:
    """The files of one folder that say who may use what. Not for several threads at once."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._kept: dict[str, tuple[Stamp, _Read]] = {}

    def stamps(self) -> Mapping[str, Stamp]:
        """The files there are; the same again when nothing changed."""
        found = {}
        for file in list_files(self._root):
            if _matters(file):
                with suppress(FileNotFoundError):  # it was taken away since it was listed
                    stat = os.stat(f"{self._root}/{file.path}")  # noqa: PTH116  # thousands a second
                    found[file.path] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        return found

    def read(self, stamps: Mapping[str, Stamp]) -> Sharing:
        """What the files say; of those in `stamps` that did not change, what they said before."""
        files = [file for file in list_files(self._root) if file.path in stamps]
        read = [(file, self._read(file, stamps[file.path])) for file in files]
        self._kept = {path: one for path, one in self._kept.items() if path in stamps}
        return _sharing(read)

    def _read(self, file: ProjectFile, stamp: Stamp) -> _Read:
        kept = self._kept.get(file.path)
        if kept is None or kept[0] != stamp:
            kept = (stamp, _read(self._root, file))
            self._kept[file.path] = kept
        return kept[1]


def _matters(file: ProjectFile) -> bool:
    return file.kind in KINDS or file.path.endswith(f"/{CONTRACT}")


def _read(root: Path, file: ProjectFile) -> _Read:
    reader = Reader(root)
    said: Any = None
    if file.kind == "access_policy":
        said = reader.text(file.path)
    elif fitted := reader.fitted(file.path, **_schemas(file)):
        said = _of_kind(file, *fitted, reader)
    return _Read(
        said=said, document=reader.documents.get(file.path), problems=tuple(reader.problems)
    )


def _schemas(file: ProjectFile) -> dict[str, str]:
    if file.kind == "product":
        return {"kind": "contract", "also": "contract_in_use"}
    return {"kind": file.kind}


def _of_kind(file: ProjectFile, data: Any, document: Document, reader: Reader) -> Any:
    if file.kind == "agreement":
        return read_agreement(data, document, name=file.id)
    if file.kind == "pre_release":
        return read_pre_release(data, document, name=file.id)
    if file.kind == "organisations":
        return read_organisations(data, document)
    return _product(file, data, document, reader) if file.kind == "product" else data


def _product(file: ProjectFile, data: Any, document: Document, reader: Reader) -> Product | None:
    """The product by its contract alone: how it is made is nothing to who may use it."""
    domain, name = file.name
    contract = read_contract(data, document, domain=domain, problems=reader.problems)
    if contract is None:
        return None
    folder = str(reader.root / file.path.removesuffix(f"/{CONTRACT}"))
    return Product(domain=domain, name=name, contract=contract, folder=folder, at=contract.at)


def _sharing(read: Sequence[tuple[ProjectFile, _Read]]) -> Sharing:
    draft = _draft(read)
    problems = [problem for _, one in read for problem in one.problems]
    broken = [problem for rule in RULES for problem in rule.check(draft)]
    faulty = {problem.at.path for problem in broken if problem.at}
    return Sharing(
        products=draft.products,
        organisations=draft.organisations,
        purposes=draft.purposes,
        agreements={
            name: one for name, one in draft.agreements.items() if one.at.path not in faulty
        },
        pre_release={
            name: one for name, one in draft.pre_release.items() if one.at.path not in faulty
        },
        policies=_by_path(read, "access_policy"),
        tests=_by_path(read, "access_test"),
        problems=(*problems, *broken),
    )


def _by_path(read: Sequence[tuple[ProjectFile, _Read]], kind: str) -> dict[str, Any]:
    good = ((file, one.said) for file, one in read if one.said is not None)
    return {file.path: said for file, said in good if file.kind == kind}


def _draft(read: Sequence[tuple[ProjectFile, _Read]]) -> Draft:
    """What the rules about agreements look at."""
    good = [(file, one.said) for file, one in read if one.said is not None]
    whole = {file.kind: said for file, said in good}
    lost = [file for file, one in read if one.said is None]
    return Draft(
        root="",
        files=tuple(file for file, _ in read),
        documents={file.path: one.document for file, one in read if one.document},
        place=None,
        products={file.id: said for file, said in good if file.kind == "product"},
        indicators={},
        policies={},
        pages={},
        organisations=whole.get("organisations", {}),
        purposes=whole.get("purposes", {}),
        agreements={file.id: said for file, said in good if file.kind == "agreement"},
        pre_release={file.id: said for file, said in good if file.kind == "pre_release"},
        unread=frozenset((file.kind, file.id) for file in lost),
    )
