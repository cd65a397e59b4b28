"""What retired codes became, for messages about areas that are not known."""

from collections.abc import Sequence

from hereabouts.engine.duckdb.session import Session
from hereabouts.geography.code_history import retired_sql
from hereabouts.pipeline.workspace import Workspace

_SAID_AT_MOST = 3


def became_words(
    workspace: Workspace, opened: Session, codes: Sequence[str | None], *, say_codes: bool = True
) -> str:
    """`; 2 of them are retired: 'E07000163' became 'E06000065', ...`, or nothing to say.

    Args:
        workspace: its place may declare a code history, which is used once it has been made.
        opened: sees the history afterwards.
        codes: of areas that were not found.
        say_codes: whether the codes may be said; otherwise only how many are retired.
    """
    history = workspace.project.place.code_history
    table = workspace.latest(history.product) if history else None
    if history is None or table is None:
        return ""
    opened.attach(history.product, table)
    sql = f"select code, became from ({retired_sql(history)}) where list_contains(?, code)"
    found = opened.connection.execute(sql, [[code for code in codes if code]]).fetchall()
    retired: dict[str, list[str]] = {}
    for code, became in found:
        retired.setdefault(code, []).extend([became] if became else [])
    if not retired:
        return ""
    said = f"; {len(retired)} of them are retired codes"
    return f"{said}: {', '.join(_became(*one) for one in _some(retired))}" if say_codes else said


def _some(retired: dict[str, list[str]]) -> list[tuple[str, list[str]]]:
    return sorted(retired.items())[:_SAID_AT_MOST]


def _became(code: str, became: list[str]) -> str:
    return f"{code!r} became {' and '.join(map(repr, became)) if became else 'nothing'}"
