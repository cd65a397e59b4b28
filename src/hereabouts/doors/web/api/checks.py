"""What of a release may be asked for: the choices that an address is held to."""

from hereabouts.doors.web.api.declared import Asked
from hereabouts.doors.web.api.reading import some_of
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedIndicator
from hereabouts.release.reader_retired import Retired

NEWEST = "latest"


def check_indicator(visit: Visit, _asked: Asked, value: str) -> str | None:
    """An indicator of the release."""
    names = [one.id for one in visit.manifest.observed]
    return None if value in names else f"use {some_of(names)}: see /api/v1/indicators"


def check_theme(visit: Visit, _asked: Asked, value: str) -> str | None:
    """A theme of the release's indicators."""
    names = sorted({one.theme for one in visit.manifest.observed})
    return None if value in names else f"use {some_of(names)}"


def check_area_type(visit: Visit, _asked: Asked, value: str) -> str | None:
    """A kind of area of the release."""
    names = [one.code for one in visit.manifest.area_types]
    return None if value in names else f"use {some_of(names)}"


def check_observed_type(visit: Visit, asked: Asked, value: str) -> str | None:
    """A kind of area, benchmark or group that the indicator is published for."""
    indicator = visit.manifest.indicator_of(asked.get("indicator", ""))
    if indicator is None:
        return None  # said of the indicator already
    names = observed_types(indicator)
    return None if value in names else f"use {some_of(names)}"


def observed_types(indicator: ReleasedIndicator) -> tuple[str, ...]:
    """The kinds of area of an indicator, its benchmark and its groups."""
    beyond = (indicator.compare_to, indicator.inequality)
    return (*indicator.area_types, *(name for name in beyond if name))


def check_periods(visit: Visit, asked: Asked, value: tuple[str, ...]) -> str | None:
    """First days of the indicator's periods, or the newest."""
    indicator = visit.manifest.indicator_of(asked.get("indicator", ""))
    if indicator is None:
        return None
    names = [NEWEST, *(one.start.isoformat() for one in reversed(indicator.periods))]
    return None if set(value) <= set(names) else f"use {some_of(names)}"


def check_category(visit: Visit, asked: Asked, value: str) -> str | None:
    """A category of the indicator's breakdown."""
    if visit.manifest.indicator_of(asked.get("indicator", "")) is None:
        return None
    names = visit.reader.categories(asked["indicator"])
    return None if value in names else f"use {some_of(names)}"


def check_areas(visit: Visit, asked: Asked, value: tuple[str, ...]) -> str | None:
    """Codes of areas of the kind asked for."""
    kind = visit.manifest.area_type(asked.get("area_type", ""))
    if kind is None:
        return None
    unknown = [code for code in value if visit.reader.area(kind.code, code=code) is None]
    if not unknown:
        return None
    if known := [one for one in map(visit.reader.retired, unknown) if one]:
        return f"instead of retired codes use {some_of(_successors(known))}"
    return f"leave out {len(unknown)} of {len(value)} codes: see /api/v1/areas?type={kind.code}"


def _successors(retired: list[Retired]) -> list[str]:
    """Codes that the release has, and none that was asked for."""
    return sorted({area.code for one in retired for area in one.successors})


def check_within(visit: Visit, _asked: Asked, value: str) -> str | None:
    """A kind of area and a code, with a colon between."""
    kind, _colon, code = value.partition(":")
    there = visit.manifest.area_type(kind) and visit.reader.area(kind, code=code)
    if not there and (retired := visit.reader.retired(code)):
        return f"instead of a retired code use {some_of(_successors([retired]))}"
    return None if there else "give a type of area and a code as in country:E92000001"
