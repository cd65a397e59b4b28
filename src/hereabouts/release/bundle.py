"""A release on disk: what a site reads, and nothing that it may not show."""

import json
from datetime import datetime
from pathlib import Path

import duckdb
import orjson

from hereabouts.errors import ReleaseError
from hereabouts.model.sql import literal
from hereabouts.release.describe import (
    Json,
    describe_area_types,
    describe_benchmarks,
    describe_groups,
    describe_indicator,
    describe_place,
    describe_product,
    describe_similar,
    disclosure_summary,
    is_synthetic,
    tables_of,
)
from hereabouts.release.describe_agreements import describe_agreements
from hereabouts.release.describe_neighbourhoods import describe_neighbourhoods
from hereabouts.release.describe_page import describe_page
from hereabouts.release.describe_parties import describe_definitions, describe_organisations
from hereabouts.release.describe_versions import products_before, with_versions
from hereabouts.release.embargo import describe_embargo
from hereabouts.release.glossary import (
    describe_dictionary,
    describe_glossary,
    describe_glossary_terms,
)
from hereabouts.release.hot_spots import HOT_SPOTS
from hereabouts.release.protect import PROTECTED
from hereabouts.release.request import ReleaseRequest
from hereabouts.release.retired_areas import TABLE as RETIRED
from hereabouts.release.similar_areas import SIMILAR

_BY_SLICE = "indicator, area_type, period_start, category, area_code"
_BY_INDICATOR = "indicator, area_type, period_start, breakdown, category, area_code"


def describe(
    connection: duckdb.DuckDBPyConnection, request: ReleaseRequest, *, number: int, made_at: str
) -> Json:
    """Everything release.json says, before it is written."""
    project = request.project
    return {
        "number": number,
        "audience": request.audience.value,
        "made_at": made_at,
        "embargo": describe_embargo(request.embargo),
        "synthetic": any(is_synthetic(project, name) for name in request.products),
        "place": describe_place(project),
        "area_types": describe_area_types(request, connection),
        "neighbourhoods": describe_neighbourhoods(request),
        "benchmarks": describe_benchmarks(project),
        "groups": describe_groups(project),
        "similar_areas": describe_similar(project),
        "indicators": [
            describe_indicator(indicator, request, connection)
            for indicator in project.indicators.values()
        ],
        "products": with_versions(
            [describe_product(project.products[name], request) for name in request.products],
            products_before(request.releases, audience=request.audience, number=number),
            number=number,
            made_at=made_at,
        ),
        "organisations": describe_organisations(project),
        "agreements": describe_agreements(request, datetime.fromisoformat(made_at).date()),
        "notices": list(request.notices),
        "reads_since": request.reads.since.isoformat() if request.reads.since else None,
        "definitions": describe_definitions(project),
        "pages": [describe_page(page) for page in project.pages.values()],
        "glossary": describe_glossary(project),
        "also_called": {term: list(names) for term, names in project.also_called.items()},
        "terms": describe_glossary_terms(project),
        "dictionary": describe_dictionary(project),
        "tables": dict(tables_of(request)),
        "disclosure": disclosure_summary(connection, project, request.audience),
    }


def write_bundle(connection: duckdb.DuckDBPyConnection, folder: Path, *, description: Json) -> None:
    """Write `serve.duckdb` and, last, `release.json` into a folder that is new.

    Raises:
        ReleaseError: R201 there is no room, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True)
        _write_database(connection, folder / "serve.duckdb")
        write_description(folder, description)
    except (OSError, duckdb.IOException) as error:
        raise ReleaseError(
            f"the release could not be written ({type(error).__name__})",
            code="R201",
            do="free some disk, then release again; earlier releases are untouched",
        ) from error


def write_description(folder: Path, description: Json) -> None:
    """Write release.json, in place of any before."""
    text = orjson.dumps(description, option=orjson.OPT_INDENT_2)
    (folder / "release.json").write_bytes(text)


def _write_database(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    connection.execute(f"attach {literal(str(path))} as serve")
    connection.execute(
        f"create table serve.observations as from {PROTECTED} order by {_BY_INDICATOR}"
    )
    connection.execute(
        f"create table serve.observations_by_area as from {PROTECTED}"
        " order by area_type, area_code, indicator, period_start, category"
    )
    connection.execute("create table serve.inequalities as from inequalities")
    connection.execute("create table serve.areas as from areas order by area_type, number")
    connection.execute(
        "create table serve.members as from belonging order by area_type, area_code, base_code"
    )
    connection.execute("create table serve.parents as from parents order by area_type, area_code")
    connection.execute("create table serve.postcodes as from postcodes order by postcode")
    connection.execute(f"create table serve.{RETIRED} as from {RETIRED} order by all")
    for name, order in ((HOT_SPOTS, _BY_SLICE), (SIMILAR, "area_code, place")):
        connection.execute(f"create table serve.{name} as from {name} order by {order}")
    connection.execute("detach serve")


def read_description(folder: Path) -> Json:
    """release.json of a finished bundle."""
    found: Json = json.loads((folder / "release.json").read_text("utf-8"))
    return found
