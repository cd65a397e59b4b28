"""The certificate of a deletion: what went, under which rule, what was searched and what stays."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from hereabouts.errors import GoverningError

Json = dict[str, Any]
_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.4em;"
    "text-align:left;vertical-align:top;overflow-wrap:anywhere}"
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate, and where it was written."""

    content: Json
    sha256: str  # of the JSON file
    json_path: Path
    html_path: Path

    @property
    def verified(self) -> bool:
        """Whether the search after the deletion found nothing, and nothing stays."""
        return bool(self.content["verified"])


def write_certificate(folder: Path, content: Json) -> Certificate:
    """Write it as JSON and as a page; the same content makes the same bytes.

    Raises:
        GoverningError: G136 it cannot be written; what was deleted is deleted.
    """
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    stem = folder / content["certificate"]
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for suffix, said in ((".json", text), (".html", page(content, digest))):
            unfinished = stem.with_name(f"{stem.name}{suffix}.part")
            unfinished.write_text(said, "utf-8")
            unfinished.replace(stem.with_name(f"{stem.name}{suffix}"))
    except OSError as error:
        raise GoverningError(
            f"the certificate cannot be written ({type(error).__name__})",
            code="G136",
            do="make room, then run the same command again: it goes on where it stopped",
        ) from error
    json_path = stem.with_name(f"{stem.name}.json")
    return Certificate(content, digest, json_path, json_path.with_suffix(".html"))


def page(content: Json, sha256: str) -> str:
    """The certificate as one page that needs nothing else."""
    title = f"Certificate of deletion {content['certificate']}"
    rule = content.get("schedule") or {}
    about = {
        "Place": content["place"],
        "Under": f"{rule['name']}: {rule['authority']}" if rule else content["reason"],
        "Ordered by": content["ordered_by"],
        "Began": content["began_at"],
        "Ended": content["ended_at"],
        "Verified": "yes" if content["verified"] else "no: see what stays",
        "SHA-256 of the JSON file": sha256,
    }
    parts = [
        _table("About", ("what", "said"), about.items()),
        *(_product(one) for one in content["products"]),
        _table("Searched after the deletion", ("what", "said"), content["searched"].items()),
        _list("What stays, and why", content["left"]),
    ]
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}'
        f"</title><style>{_STYLE}</style></head><body><main><h1>{escape(title)}</h1>"
        + "".join(parts)
        + "</main></body></html>\n"
    )


def _product(one: Mapping[str, Any]) -> str:
    rows = [(f"rows of {kind}", f"{number:,}") for kind, number in one["rows"].items()]
    rows += [
        ("rows left", f"{one['rows_left']:,}"),
        ("earlier versions", f"{one['versions']:,}"),
        ("keys of the rows, as one HMAC under a key that was thrown away", one["keys"]),
        ("received files, by SHA-256", ", ".join(one["files"]) or "none"),
    ]
    if one["archived"]:
        kept = one["archived"]
        rows.append(("archived first", f"{kept['rows']:,} rows, SHA-256 {kept['sha256']}"))
    return _table(one["product"], ("what went", "how much"), rows)


def _table(title: str, heads: tuple[str, str], rows: Iterable[tuple[str, object]]) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(
        f'<tr><th scope="row">{escape(str(name))}</th><td>{escape(_said(value))}</td></tr>'
        for name, value in rows
    )
    rows_of_it = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f"<h2>{escape(title)}</h2><table>{rows_of_it}</table>"


def _said(value: object) -> str:
    return ", ".join(map(str, value)) or "nothing" if isinstance(value, list) else str(value)


def _list(title: str, said: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in said)
    return f"<h2>{escape(title)}</h2><ul>{items or '<li>nothing</li>'}</ul>"
