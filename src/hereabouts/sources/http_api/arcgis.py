"""A layer of an ArcGIS FeatureServer, as ONS publishes its Open Geography Portal.

`address` is the layer's, such as `https://.../FeatureServer/0`. Pages are asked for in the order
of the object id, so that they neither overlap nor leave gaps; how many there are is asked for
before and after. Geometry comes in EPSG:4326. An error has status 200 and a body with `error`.
Dates come as milliseconds since 1970 and are written as ISO 8601 in UTC.

Source: Esri, ArcGIS REST API, "Query (Feature Service/Layer)",
https://developers.arcgis.com/rest/services-reference/enterprise/query-feature-service-layer/ and
"Web feature layer query patterns",
https://pro.arcgis.com/en/pro-app/latest/help/data/services/web-feature-layer-query-patterns.htm
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hereabouts.errors import SourceError
from hereabouts.sources.http_api.job import Job
from hereabouts.sources.http_api.json_text import Written, parse, written
from hereabouts.sources.http_api.plain import flat_record, parsed_json, whole
from hereabouts.sources.http_api.refusals import PassingError, refused, words_of

BUSY = frozenset({"429", "502", "503", "504"})
USUAL_PAGE = 1000  # records, where the layer does not say
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What a layer says of itself."""

    object_id: str
    most: int  # records a page
    dates: frozenset[str]
    numbers: frozenset[str]
    fields: tuple[str, ...]
    can_page: bool


def receive(job: Job) -> Path:
    """The layer's records as a table, or its features as GeoJSON.

    Raises:
        SourceError: S202 to S210.
    """
    layer = _layer(job)
    where = _where(job, layer)
    before = _count(job, where)
    if before > layer.most and not layer.can_page:
        raise job.broken("has more records than it gives at once, and cannot give pages")
    if job.settings.kind == "geojson":
        path, came = _features(job, layer, where)
    else:
        path, came = _table(job, layer, where)
    job.check_total(came, before)
    job.check_total(came, _count(job, where))
    return path


def iso(milliseconds: str) -> str:
    """A date of ArcGIS as ISO 8601 in UTC; as it came where it is no such number."""
    try:
        moment = EPOCH + timedelta(milliseconds=int(milliseconds))
    except (ValueError, OverflowError):
        return milliseconds
    unit = "milliseconds" if moment.microsecond else "seconds"
    return moment.isoformat(timespec=unit).replace("+00:00", "Z")


def _table(job: Job, layer: Layer, where: str) -> tuple[Path, int]:
    with closing(job.table()) as table:
        table.declare(layer.fields)
        for attributes in _attributes(job, layer, where):
            record = flat_record(attributes, job)
            table.add(record, identity=[str(record.get(layer.object_id))])
        return table.finish(), table.count


def _attributes(job: Job, layer: Layer, where: str) -> Iterator[dict[str, Any]]:
    for feature in _pages(job, layer, {"where": where, "f": "json", "returnGeometry": "false"}):
        yield _dated(feature.get("attributes"), layer, job)


def _features(job: Job, layer: Layer, where: str) -> tuple[Path, int]:
    path, came, seen = job.folder / "whole.geojson", 0, set()
    asked = {"where": where, "f": "geojson", "outSR": "4326", "returnGeometry": "true"}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","features":[')
        for feature in _pages(job, layer, asked):
            properties = _dated(feature.get("properties"), layer, job)
            mark = str(properties.get(layer.object_id, feature.get("id")))
            if mark in seen:
                raise job.shifted("gave the same record twice, so its pages overlap", "S207")
            seen.add(mark)
            text = _feature_text({**feature, "properties": properties}, job)
            file.write((",\n" if came else "\n") + text)
            came += 1
        file.write("\n]}\n")
    return path, came


def _feature_text(feature: dict[str, Any], job: Job) -> str:
    kept = {"type": "Feature", "geometry": feature.get("geometry")}
    try:
        text = written({**kept, "properties": feature["properties"]})
        text.encode("utf-8")
    except ValueError:  # nested without end, or half of a surrogate pair
        raise job.broken("gives a feature that cannot be written") from None
    return text


def _pages(job: Job, layer: Layer, asked: dict[str, str]) -> Iterator[dict[str, Any]]:
    size, offset = min(job.settings.size or layer.most, layer.most), 0
    paged = {"orderByFields": layer.object_id, "resultRecordCount": str(size)}
    fields = job.settings.named.get("fields", "*")
    while True:
        answer = _ask(
            job,
            "/query",
            {
                **asked,
                "outFields": _with_id(fields, layer),
                **({**paged, "resultOffset": str(offset)} if layer.can_page else {}),
            },
        )
        features = answer.get("features")
        if not isinstance(features, list) or not all(isinstance(f, dict) for f in features):
            raise job.broken("gives a page without `features`")
        yield from features
        offset += len(features)
        if not _exceeded(answer):
            return
        if not features:
            raise job.shifted("says that there is more, and gives nothing")


def _exceeded(answer: dict[str, Any]) -> bool:
    # GeoJSON has it among the collection's own properties.
    inner = answer.get("properties")
    said = [answer.get("exceededTransferLimit")]
    said += [inner.get("exceededTransferLimit")] if isinstance(inner, dict) else []
    return any(flag is True for flag in said)


def _with_id(fields: str, layer: Layer) -> str:
    names = [name.strip() for name in fields.replace("\n", ",").split(",") if name.strip()]
    return ",".join(names if "*" in names else dict.fromkeys([*names, layer.object_id]))


def _dated(attributes: Any, layer: Layer, job: Job) -> dict[str, Any]:
    if not isinstance(attributes, dict):
        raise job.broken("gives a record without attributes")
    return {
        name: iso(value) if name in layer.dates and isinstance(value, Written) else value
        for name, value in attributes.items()
    }


def _layer(job: Job) -> Layer:
    said = _ask(job, "", {"f": "json"})
    fields = [f for f in said.get("fields") or () if isinstance(f, dict) and "name" in f]
    kinds = {str(field["name"]): str(field.get("type")) for field in fields}
    ids = [name for name, kind in kinds.items() if kind == "esriFieldTypeOID"]
    object_id = said.get("objectIdField") or (ids[0] if ids else None)
    if not isinstance(object_id, str) or object_id not in kinds:
        raise job.broken(
            "is not a layer with an object id: the address ends with the layer's "
            "number, such as /FeatureServer/0"
        )
    advanced = said.get("advancedQueryCapabilities")
    wanted = job.settings.named.get("fields")
    return Layer(
        object_id=object_id,
        most=max(1, whole(said.get("maxRecordCount") or Written(USUAL_PAGE), job)),
        dates=frozenset(name for name, kind in kinds.items() if kind == "esriFieldTypeDate"),
        numbers=frozenset(name for name, kind in kinds.items() if _is_number(kind)),
        fields=() if wanted else tuple(kinds),
        can_page=not isinstance(advanced, dict) or advanced.get("supportsPagination") is not False,
    )


def _is_number(kind: str) -> bool:
    return kind.removeprefix("esriFieldType") in {
        "OID",
        "Integer",
        "SmallInteger",
        "BigInteger",
        "Double",
        "Single",
    }


def _where(job: Job, layer: Layer) -> str:
    where, cursor = job.settings.named.get("where", "1=1"), job.settings.cursor
    if cursor is None or job.held is None:
        return where
    if cursor.field not in {*layer.dates, *layer.numbers, *layer.fields}:
        raise job.broken("has no field of the name that `cursor` says")
    newest = job.held.newest
    if cursor.field in layer.dates:
        value = f"TIMESTAMP '{newest[:19].replace('T', ' ')}'"
    elif cursor.field in layer.numbers:
        value = newest
    else:
        value = "'" + newest.replace("'", "''") + "'"
    return f"({where}) AND {cursor.field} >= {value}"


def _count(job: Job, where: str) -> int:
    answer = _ask(job, "/query", {"where": where, "returnCountOnly": "true", "f": "json"})
    return whole(answer.get("count"), job)


def _ask(job: Job, below: str, asked: dict[str, str]) -> dict[str, Any]:
    address = job.settings.address
    url = address.copy_with(path=address.path.rstrip("/").removesuffix("/query") + below)
    answer = job.session.page(url, {**job.settings.parameters, **asked}, check=_check_busy)
    parsed = parsed_json(answer, job)
    if not isinstance(parsed, dict):
        raise job.broken("gives an answer that is no object")
    if isinstance(parsed.get("error"), dict):
        raise _refused(job, answer.body, parsed["error"])
    return parsed


def _refused(job: Job, body: bytes, error: dict[str, Any]) -> SourceError:
    code = error.get("code")
    status = int(code) if isinstance(code, Written) and len(code) < 6 and code.isdigit() else 200
    return refused(job.origin, status, words_of(body, job.session.secrets), at=job.at)


def _check_busy(body: bytes) -> None:
    if len(body) > 10_000 or b'"error"' not in body:
        return
    try:
        said = parse(body)
    except ValueError:
        return
    error = said.get("error") if isinstance(said, dict) else None
    if isinstance(error, dict) and error.get("code") in BUSY:
        raise PassingError
