"""Make a release: protect, check, bundle, and then one commit that is the switch."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from hereabouts.engine.duckdb.session import Session, session
from hereabouts.errors import DisclosureError
from hereabouts.lake.tables import Lake
from hereabouts.model.policy import Audience
from hereabouts.release.bundle import read_description
from hereabouts.release.describe import Json
from hereabouts.release.describe_agreements import reads_shown
from hereabouts.release.disclosure_report_words import write_report
from hereabouts.release.embargo import embargo_of, refuse_another, refuse_early
from hereabouts.release.naming import bundle_name
from hereabouts.release.prepare import Prepared, prepare
from hereabouts.release.protect import PROTECTED
from hereabouts.release.quality_gate import refuse_red
from hereabouts.release.request import ReleaseRequest

RELEASES = "_releases"
REHEARSAL = "rehearsal"  # in the scratch folder
REPORTS = "reports"  # beside the releases: no door reads it
#: Raised when protection or what a bundle holds changes, so that all is released again.
BUNDLE_VERSION = "8"


@dataclass(frozen=True, slots=True)
class Release:
    """A numbered release; `new` is false when nothing had changed since it was made."""

    number: int
    audience: Audience
    folder: Path
    description: Json
    new: bool


def make_release(lake: Lake, request: ReleaseRequest) -> Release:
    """Release the pinned versions to the audience, or find that they already are.

    The manifest row in `_releases` is the switch: a run killed before it leaves no release,
    and one killed after it is finished by `finish_interrupted` at the next.

    Raises:
        DisclosureError: what would be shown breaks its policy, or D321 could be worked out.
        ReleaseError: R201 it cannot be written; R311 a product is red, and that is not accepted;
            R321 to R324 its embargo cannot be.
    """
    refuse_red(request.quality)
    finish_interrupted(lake, request.releases)
    content = _content(request)
    rows = _manifest_rows(lake)
    same = [row for row in rows if row["audience"] == request.audience]
    if same and same[-1]["content"] == content and _folder(request, same[-1]).exists():
        return _already(request, same[-1])
    _refuse_early(request, same)
    number = _next_number(rows)
    with session(request.scratch, home=request.releases.parent) as opened:
        return _write(lake, opened, request, number=number, content=content)


def rehearse_release(lake: Lake, request: ReleaseRequest) -> Prepared:
    """Do everything that a release does but commit, and leave nothing behind.

    Nobody else rehearses meanwhile; what a rehearsal left that was killed goes with the next.

    Raises:
        DisclosureError, ReleaseError: as `make_release` would.
    """
    refuse_red(request.quality)
    rows = _manifest_rows(lake)
    _refuse_early(request, [row for row in rows if row["audience"] == request.audience])
    number = _next_number(rows)
    away = request.scratch / REHEARSAL
    shutil.rmtree(away, ignore_errors=True)
    away.mkdir(parents=True)
    try:
        folder = away / bundle_name(number, request.audience)
        with session(request.scratch, home=request.releases.parent) as opened:
            return prepare(opened, request, folder, number=number, made_at=_now())
    finally:
        shutil.rmtree(away)


def _next_number(rows: list[dict[str, str]]) -> int:
    return max((int(row["number"]) for row in rows), default=0) + 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def finish_interrupted(lake: Lake, releases: Path) -> None:
    """Put in place bundles whose manifest was committed, and drop those whose was not."""
    left = list(releases.glob("*.part"))
    rows = _manifest_rows(lake) if left else []
    committed = {bundle_name(int(row["number"]), row["audience"]) for row in rows}
    for unfinished in left:
        final = unfinished.with_suffix("")
        if final.name in committed and not final.exists():
            unfinished.replace(final)
        else:
            shutil.rmtree(unfinished)


def _write(
    lake: Lake, opened: Session, request: ReleaseRequest, *, number: int, content: str
) -> Release:
    connection = opened.connection
    final = request.releases / bundle_name(number, request.audience)
    unfinished = final.with_name(f"{final.name}.part")
    try:
        made = prepare(opened, request, unfinished, number=number, made_at=_now())
    except DisclosureError:
        shutil.rmtree(unfinished, ignore_errors=True)  # what may not be shown does not lie about
        raise
    description = made.description
    write_report(made.report, request.releases.parent / REPORTS)
    published = lake.write(
        f"published/observations_{request.audience}",
        connection.sql(f"from {PROTECTED}"),
        facts={"release": str(number)},
    )
    _commit(lake, connection, description | {"published": published.version}, content)
    unfinished.replace(final)
    return Release(number, request.audience, final, description, new=True)


def _commit(
    lake: Lake, connection: duckdb.DuckDBPyConnection, description: Json, content: str
) -> None:
    manifest = json.dumps(
        {key: description[key] for key in ("tables", "published", "synthetic", "disclosure")}
    )
    row = connection.sql(
        "select $1::bigint as number, $2::varchar as audience, $3::varchar as made_at,"
        " $4::varchar as content, $5::varchar as manifest",
        params=[
            description["number"],
            description["audience"],
            description["made_at"],
            content,
            manifest,
        ],
    )
    lake.write(RELEASES, row, facts={"release": str(description["number"])}, append=True)


def _manifest_rows(lake: Lake) -> list[dict[str, str]]:
    """Every release ever made, oldest first."""
    table = lake.latest(RELEASES)
    if table is None:
        return []
    with duckdb.connect() as connection:
        found = connection.execute(
            "select number, audience, content from read_parquet($1, union_by_name=true)"
            " order by number",
            [list(table.files)],
        ).fetchall()
    return [{"number": str(n), "audience": a, "content": c} for n, a, c in found]


def _already(request: ReleaseRequest, row: dict[str, str]) -> Release:
    folder = _folder(request, row)
    refuse_another(int(row["number"]), embargo_of(folder), request.embargo)
    return Release(
        int(row["number"]), request.audience, folder, read_description(folder), new=False
    )


def _refuse_early(request: ReleaseRequest, same: list[dict[str, str]]) -> None:
    numbers = tuple(int(row["number"]) for row in same)
    refuse_early(request.releases, numbers, audience=request.audience, embargo=request.embargo)


def _folder(request: ReleaseRequest, row: dict[str, str]) -> Path:
    return request.releases / bundle_name(int(row["number"]), row["audience"])


def _content(request: ReleaseRequest) -> str:
    """A hash of all that a release shows but its number and moment."""
    pins = [f"{table.name}:{table.facts.get('fingerprint')}" for table in request.tables]
    shown = [dict(request.artefacts), dict(request.receipts), request.declared, request.audience]
    shown.append({name: found.as_json() for name, found in request.quality.items()})
    shown += [reads_shown(request), [dict(notice) for notice in request.notices]]
    plain = json.dumps([BUNDLE_VERSION, pins, *shown], default=str)
    return hashlib.sha256(plain.encode()).hexdigest()
