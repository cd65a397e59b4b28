"""From source.yml to how the rows of a file are brought into the contract's headings."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.source import Reshape, Unpivot

RESHAPE = ("columns", "fill_down", "keep_rows_with", "drop_rows", "unpivot", "set")


def read_reshape(said: Mapping[str, Any]) -> Reshape:
    """The reshaping that `said`, which fits the schema of source.yml, declares."""
    return Reshape(
        columns=dict(said.get("columns", {})),
        fill_down=tuple(said.get("fill_down", ())),
        keep_rows_with=tuple(said.get("keep_rows_with", ())),
        drop_rows={key: tuple(cells) for key, cells in said.get("drop_rows", {}).items()},
        unpivot=_unpivot(said["unpivot"]) if "unpivot" in said else None,
        constants=dict(said.get("set", {})),
    )


def _unpivot(said: Mapping[str, Any]) -> Unpivot:
    into = said["into"]
    return Unpivot(
        keep=tuple(said["keep"]),
        into=tuple(into) if isinstance(into, list) else (into,),
        value=said["value"],
        leave=tuple(said.get("leave", ())),
        match=said.get("match", ""),
    )
