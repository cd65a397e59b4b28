"""Read every file of a project folder into a draft."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeVar

from hereabouts.errors import Location, ProjectError
from hereabouts.model.definition import Definition
from hereabouts.model.dictionary import Dictionary
from hereabouts.model.indicator import Indicator
from hereabouts.model.maturity import Maturity
from hereabouts.model.notices import Notices
from hereabouts.model.place import Place
from hereabouts.model.product import Product
from hereabouts.project.draft import Draft
from hereabouts.project.folder import ProjectFile, list_files, name_problems
from hereabouts.project.read_agreement import read_agreement
from hereabouts.project.read_definition import read_definition
from hereabouts.project.read_dictionary import read_dictionary
from hereabouts.project.read_glossary import read_glossary
from hereabouts.project.read_indicator import read_indicator
from hereabouts.project.read_maturity import read_maturity
from hereabouts.project.read_notices import read_notices
from hereabouts.project.read_organisations import read_organisations
from hereabouts.project.read_page import read_page
from hereabouts.project.read_place import read_place
from hereabouts.project.read_policy import read_policy
from hereabouts.project.read_pre_release import read_pre_release
from hereabouts.project.read_product import read_product
from hereabouts.project.read_retention import read_hold, read_schedule
from hereabouts.project.reader import Reader
from hereabouts.project.yaml_text import Document

Read = TypeVar("Read")


def read_folder(reader: Reader) -> Draft:
    """Everything in the reader's folder that can be read; its problems gain the rest."""
    files = _list_files(reader)
    definitions = {definition.name: definition for definition in _read_definitions(reader, files)}
    products = {one.id: one for one in _read_products(reader, files, definitions) if one}
    indicators = {indicator.id: indicator for indicator in _read_indicators(reader, files)}
    policies = _read_each(reader, files, kind="disclosure_policy", read=read_policy)
    pages = _read_each(reader, files, kind="page", read=read_page)
    agreements = _read_each(reader, files, kind="agreement", read=read_agreement)
    terms = _merged(reader, files, kind="glossary", read=read_glossary)
    read: Mapping[str, Mapping[str, object]] = {
        "glossary": {"": terms} if terms else {},
        "product": products,
        "definition": definitions,
        "indicator": indicators,
        "disclosure_policy": policies,
        "page": pages,
        "agreement": agreements,
    }
    return Draft(
        root=str(reader.root),
        files=files,
        documents=reader.documents,
        place=_read_place(reader, files),
        products=products,
        indicators=indicators,
        policies=policies,
        pages=pages,
        terms=terms,
        dictionary=_read_dictionary(reader, files),
        notices=_read_notices(reader, files),
        definitions=definitions,
        agreements=agreements,
        **_governing(reader, files),
        unread=frozenset(_unread(files, read)),
    )


def _list_files(reader: Reader) -> tuple[ProjectFile, ...]:
    """The files of the folder; its problems gain names that cannot be."""
    files = list_files(reader.root)
    reader.problems.extend(problem for file in files for problem in name_problems(file))
    return files


def _governing(reader: Reader, files: tuple[ProjectFile, ...]) -> dict[str, Any]:
    """What says how data is governed, and is named by nothing that could call it unknown."""
    return {
        "organisations": _merged(reader, files, kind="organisations", read=read_organisations),
        "purposes": _merged(reader, files, kind="purposes", read=lambda said, _: dict(said)),
        "schedules": _read_each(reader, files, kind="retention_schedule", read=read_schedule),
        "holds": _read_each(reader, files, kind="hold", read=read_hold),
        "pre_release": _read_each(reader, files, kind="pre_release", read=read_pre_release),
        "maturity": _read_maturity(reader, files),
    }


def _read_place(reader: Reader, files: tuple[ProjectFile, ...]) -> Place | None:
    if not any(file.kind == "place" for file in files):
        do = "run this in a project folder, or make one with `hereabouts init DIR`"
        at = Location("place.yml")
        reader.problems.append(ProjectError("there is no place.yml", code="P130", do=do, at=at))
    for _, fitted in reader.each_fitted(files, kind="place"):
        return read_place(*fitted, reader)
    return None


def _read_dictionary(reader: Reader, files: tuple[ProjectFile, ...]) -> Dictionary:
    read = (read_dictionary(*fitted) for _, fitted in reader.each_fitted(files, kind="dictionary"))
    return next(read, Dictionary())


def _read_notices(reader: Reader, files: tuple[ProjectFile, ...]) -> Notices | None:
    read = (read_notices(*fitted) for _, fitted in reader.each_fitted(files, kind="notices"))
    return next(read, None)


def _read_maturity(reader: Reader, files: tuple[ProjectFile, ...]) -> Maturity | None:
    read = (read_maturity(*fitted) for _, fitted in reader.each_fitted(files, kind="maturity"))
    return next(read, None)


def _merged(
    reader: Reader,
    files: tuple[ProjectFile, ...],
    *,
    kind: str,
    read: Callable[[Any, Document], Mapping[str, Read]],
) -> dict[str, Read]:
    """What the one file of a kind declares by name; nothing where there is no such file."""
    return {
        name: one
        for _, fitted in reader.each_fitted(files, kind=kind)
        for name, one in read(*fitted).items()
    }


def _read_products(
    reader: Reader, files: tuple[ProjectFile, ...], definitions: Mapping[str, Definition]
) -> Iterator[Product | None]:
    listed = (file for file in files if file.kind == "product")
    for (domain, name), group in groupby(listed, key=lambda file: (file.name[0], file.name[1])):
        paths = {file.path.rpartition("/")[2]: file.path for file in group}
        yield read_product(reader, domain=domain, name=name, files=paths, definitions=definitions)


def _read_each(
    reader: Reader, files: tuple[ProjectFile, ...], *, kind: str, read: Callable[..., Read]
) -> dict[str, Read]:
    """Files of one kind that are always something when they fit their schema, by their names."""
    return {
        file.id: read(*fitted, name=file.id)
        for file, fitted in reader.each_fitted(files, kind=kind)
    }


def _read_definitions(reader: Reader, files: tuple[ProjectFile, ...]) -> Iterator[Definition]:
    for file, fitted in reader.each_fitted(files, kind="definition"):
        found = read_definition(*fitted, name=file.id, problems=reader.problems)
        if found:
            yield found


def _read_indicators(reader: Reader, files: tuple[ProjectFile, ...]) -> Iterator[Indicator]:
    for file, fitted in reader.each_fitted(files, kind="indicator"):
        name = (file.name[0], file.name[1])
        found = read_indicator(*fitted, name=name, problems=reader.problems)
        if found:
            yield found


def _unread(
    files: tuple[ProjectFile, ...], read: Mapping[str, Mapping[str, object]]
) -> Iterator[tuple[str, str]]:
    for file in files:
        if file.kind in read and file.id not in read[file.kind]:
            yield file.kind, file.id
