"""Write what a supplier is asked for into a folder, in each form."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hereabouts.errors import ProjectError
from hereabouts.project.supplier_schema.asked import Request
from hereabouts.project.supplier_schema.csvw import csvw
from hereabouts.project.supplier_schema.row_schema import row_schema
from hereabouts.project.supplier_schema.template import write_template


def write_schemas_for(wanted: Request, folder: Path, *, formats: Sequence[str]) -> tuple[Path, ...]:
    """Write one file for each of `formats` (see FORMATS), in that order, over any that is there.

    Raises:
        ProjectError: P375 the folder cannot be written to.
    """
    written = []
    for name in formats:
        ending, write = FORMATS[name]
        path = folder / f"{wanted.name}{ending}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f".{path.name}.part")
            write(wanted, unfinished)
            unfinished.replace(path)
        except OSError as error:
            raise ProjectError(
                f"{path} cannot be written: {error.strerror or 'unknown reason'}",
                code="P375",
                do="name a folder that may be written to with --to",
            ) from error
        written.append(path)
    return tuple(written)


def _json(make: Callable[[Request], Mapping[str, Any]]) -> Callable[[Request, Path], None]:
    def write(wanted: Request, path: Path) -> None:
        text = json.dumps(make(wanted), indent=2, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")

    return write


#: Name -> how its file's name ends, and what writes it.
FORMATS: Mapping[str, tuple[str, Callable[[Request, Path], None]]] = {
    "xlsx": (".xlsx", write_template),
    "json-schema": (".schema.json", _json(row_schema)),
    "csvw": (".csv-metadata.json", _json(csvw)),
}
