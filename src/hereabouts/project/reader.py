"""Read one file at a time, gathering what is wrong with each."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.project.folder import ProjectFile, read_text
from hereabouts.project.json_schemas import json_schema
from hereabouts.project.scalars import typed
from hereabouts.project.shape import find_faults
from hereabouts.project.yaml_text import Document, read_yaml

Fitted = tuple[Any, Document]  # a file's typed content, and its lines


class Reader:
    """Reads the files of one project folder. `problems` and `documents` grow as it goes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[ProjectError] = []
        self.documents: dict[str, Document] = {}

    def text(self, path: str) -> str | None:
        """The text of a file, or None when it cannot be read."""
        return read_text(self.root, path, problems=self.problems)

    def fitted(self, path: str | None, *, kind: str, also: str | None = None) -> Fitted | None:
        """The file's content and lines; None when there is no such file or it does not fit.

        Args:
            path: the file, or None when the folder has none.
            kind: the schema that types it and that it must fit.
            also: a second schema it must fit.
        """
        if path is None or (text := self.text(path)) is None:
            return None
        before = len(self.problems)
        document = read_yaml(text, path=path, problems=self.problems)
        if document is None:
            return None
        self.documents[path] = document
        schema = json_schema(kind)
        data = typed(document.data, schema=schema, root=schema)
        self.problems.extend(find_faults(document, data, kind=kind))
        said = {(str(problem.at), problem.problem) for problem in self.problems[before:]}
        for fault in find_faults(document, data, kind=also) if also else ():
            if (str(fault.at), fault.problem) not in said:
                self.problems.append(fault)
        return (data, document) if len(self.problems) == before else None

    def each_fitted(
        self, files: tuple[ProjectFile, ...], *, kind: str
    ) -> Iterator[tuple[ProjectFile, Fitted]]:
        """Those of `files` that are of one kind and fit its schema."""
        for file in files:
            if file.kind == kind and (fitted := self.fitted(file.path, kind=kind)):
                yield file, fitted
