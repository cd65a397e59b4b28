"""An indicator as CSV: a block that says what it is, then every observation.

Each line of the block begins with `# `, which readers of CSV can be told to pass over
(`comment="#"`). Number columns hold numbers or nothing: a marker has its own column, in words
beside it, so that no reader meets `[c]` where it expects a number.
"""

import csv
import io
from collections.abc import Iterable, Iterator

from starlette.requests import Request
from starlette.responses import StreamingResponse

from hereabouts.doors.web import words
from hereabouts.doors.web.address import choose
from hereabouts.doors.web.comparator import benchmark_title
from hereabouts.doors.web.endpoints.slice_address import visit_of
from hereabouts.doors.web.headline import home_type
from hereabouts.doors.web.visit import Visit
from hereabouts.model.observation import Marker
from hereabouts.model.spreadsheet_safety import safe_cell, safe_line
from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedAreaType, ReleasedIndicator

COLUMNS = (
    *("indicator", "area_type", "area_code", "area_name", "period", "period_start", "period_end"),
    *("breakdown", "category", "numerator", "denominator", "value", "lower", "upper"),
    *("marker", "marker_meaning", "synthetic", "compared"),
)
LINES_AT_ONCE = 1_000


def download_csv(request: Request) -> StreamingResponse:
    """Every period and category of one indicator for one area type."""
    visit = visit_of(request)
    indicator = visit.indicator(request.path_params["theme"], name=request.path_params["name"])
    asked = visit.asked("area_type")
    kind = visit.area_type(
        choose(
            asked.get("area_type"),
            among=indicator.area_types,
            otherwise=home_type(visit.reader, indicator=indicator).code,
            what="kind of area",
        )
    )
    return StreamingResponse(
        _pieces(visit, indicator, kind),
        media_type="text/csv",
        headers={"content-disposition": attachment(visit, indicator, kind, ending="csv")},
    )


def attachment(
    visit: Visit, indicator: ReleasedIndicator, kind: ReleasedAreaType, *, ending: str
) -> str:
    """A file name that says what and which release, safe in any file system."""
    said = f"{indicator.theme}-{indicator.name}-{kind.code}-release-{visit.manifest.number}"
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in said)
    return f'attachment; filename="{plain}.{ending}"'


def _pieces(visit: Visit, indicator: ReleasedIndicator, kind: ReleasedAreaType) -> Iterator[str]:
    yield "".join(f"# {safe_line(line)}\r\n" for line in _block(visit, indicator, kind))
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for count, row in enumerate(_rows(visit, indicator, kind), start=1):
        writer.writerow(row)
        if count % LINES_AT_ONCE == 0:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def _block(visit: Visit, indicator: ReleasedIndicator, kind: ReleasedAreaType) -> Iterable[str]:
    manifest = visit.manifest
    yield f"title: {indicator.title}"
    yield f"areas: {kind.plural}"
    yield f"place: {manifest.place.title}"
    yield f"release: {manifest.number} ({manifest.audience.value})"
    yield f"made: {manifest.made_at.isoformat()}"
    yield f"unit: {indicator.unit}"
    yield f"method: {indicator.method.value}"
    yield f"interval: {words.confidence_words(indicator)}, where there is one"
    yield "period_end: the first day after the period"
    if indicator.compare_to:
        title = benchmark_title(manifest, indicator.compare_to)
        yield f"compared: with {title}, by the limits at 95% (_95) and also at 99.8% (_998)"
    yield f"protection: {indicator.policy.title}"
    if indicator.synthetic:
        yield "synthetic: yes. These figures are made up and describe nobody"
    for marker in Marker:
        yield f"marker {marker.value}: {marker.words}"
    for product in filter(None, map(manifest.product, indicator.products)):
        yield f"source: {product.title}. {product.attribution} Licence: {product.licence}"
    for note in indicator.notes:
        yield f"note: {note}"
    yield f"contact: {manifest.place.contact}"


def _rows(
    visit: Visit, indicator: ReleasedIndicator, kind: ReleasedAreaType
) -> Iterator[tuple[object, ...]]:
    labels = {period.start: period.label for period in indicator.periods}
    synthetic = "yes" if indicator.synthetic else "no"
    for seen in visit.reader.observations(indicator.id, area_type=kind.code):
        label = labels.get(seen.period_start, "")
        yield tuple(safe_cell(cell) for cell in _cells(seen, label, synthetic))


def _cells(seen: Observation, label: str, synthetic: str) -> tuple[object, ...]:
    return (
        *(seen.indicator, seen.area_type, seen.area_code, seen.area_name),
        *(label, seen.period_start, seen.period_end, seen.breakdown, seen.category),
        *(seen.numerator, seen.denominator, seen.value, seen.lower, seen.upper),
        seen.marker.value if seen.marker else None,
        seen.marker.words if seen.marker else None,
        synthetic,
        seen.compared,
    )
