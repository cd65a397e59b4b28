"""The table of endpoints: routes, OpenAPI and the reference are made from it alone."""

from hereabouts.doors.web.api import about, areas, checks, indicators, observations
from hereabouts.doors.web.api.declared import Endpoint, Parameter
from hereabouts.doors.web.api.paging import LIMIT, after

_TYPE = "a kind of area, such as `icb22`"

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(
        path="",
        name="service",
        title="The service",
        words="Who publishes here, the newest release, and where everything is.",
        answer=about.service,
        schema="Service",
        of_release=False,
    ),
    Endpoint(
        path="/openapi.json",
        name="openapi",
        title="This description",
        words="Every endpoint, as OpenAPI 3.1.",
        answer=about.openapi,
        schema="OpenAPI",
        of_release=False,
    ),
    Endpoint(
        path="/releases",
        name="releases",
        title="Releases",
        words="Every release that can be read, newest first.",
        answer=about.releases,
        schema="Releases",
        of_release=False,
        parameters=(LIMIT, after(1)),
    ),
    Endpoint(
        path="/releases/latest",
        name="latest_release",
        title="The newest release",
        words="What the newest release holds. Its number makes addresses that never change.",
        answer=about.release,
        schema="Release",
        of_release=False,
    ),
    Endpoint(
        path="/releases/{number}",
        name="release",
        title="One release",
        words="What a release holds, when it was made, and how much it hides.",
        answer=about.release,
        schema="Release",
        of_release=False,
    ),
    Endpoint(
        path="/indicators",
        name="indicators",
        title="Indicators",
        words="Every indicator, by its name.",
        answer=indicators.indicators,
        schema="Indicators",
        parameters=(
            Parameter(name="theme", words="only those of one theme", check=checks.check_theme),
            LIMIT,
            after(1),
        ),
        example="?theme={theme}",
    ),
    Endpoint(
        path="/indicators/{theme}/{name}",
        name="indicator",
        title="One indicator",
        words="Its meaning, unit, periods, categories, sources and protection.",
        answer=indicators.indicator,
        schema="Indicator",
        parts={"theme": "the theme of an indicator", "name": "its name within the theme"},
    ),
    Endpoint(
        path="/area-types",
        name="area_types",
        title="Kinds of area",
        words="Every kind of area, smallest first.",
        answer=areas.area_types,
        schema="AreaTypes",
    ),
    Endpoint(
        path="/areas",
        name="areas",
        title="Areas",
        words="Areas by kind and code: of one kind, by name, or within another area.",
        answer=areas.areas,
        schema="Areas",
        parameters=(
            Parameter(name="type", words=f"only of {_TYPE}", check=checks.check_area_type),
            Parameter(name="q", words="part of a name, or the beginning of a code", most=100),
            Parameter(
                name="within",
                words="only those that lie in an area, given as `country:E92000001`",
                check=checks.check_within,
            ),
            LIMIT,
            after(2),
        ),
        example="?type={area_type}&limit=5",
    ),
    Endpoint(
        path="/areas/{type}/{code}",
        name="area",
        title="One area",
        words="The larger areas it lies in, and how many smaller ones lie in it.",
        answer=areas.area,
        schema="Area",
        parts={"type": _TYPE, "code": "the code of an area of that kind"},
    ),
    Endpoint(
        path="/observations",
        name="observations",
        title="Observations",
        words=(
            "Figures of one indicator for one kind of area, by period, breakdown, category and "
            "area code. A number that is not shown is null, and its marker says why. "
            "`xlsx`, `ods` and `geojson` lead straight to the file that the page offers."
        ),
        answer=observations.observations,
        schema="Observations",
        kinds=("application/json", "text/csv", observations.PARQUET),
        parameters=(
            Parameter(
                name="indicator",
                words="an indicator, as `theme.name`",
                required=True,
                check=checks.check_indicator,
            ),
            Parameter(
                name="area_type",
                words="a kind of area that it is published for",
                required=True,
                check=checks.check_observed_type,
            ),
            Parameter(
                name="area",
                words="codes of areas, with commas between; every area unless given",
                kind="many",
                most=100,
                check=checks.check_areas,
            ),
            Parameter(
                name="period",
                words="first days of periods, or `latest`; every period unless given",
                kind="many",
                most=100,
                check=checks.check_periods,
            ),
            Parameter(
                name="category",
                words="one category, or `all` for the total; every category unless given",
                check=checks.check_category,
            ),
            Parameter(
                name="format",
                words="how the figures are written; the last three are whole files",
                choices=observations.FORMATS,
                usual="json",
            ),
            LIMIT,
            after(observations.CURSOR_PARTS),
        ),
        redirects=True,
        example="?indicator={indicator}&area_type={area_type}&period=latest&limit=5",
    ),
    Endpoint(
        path="/geometry/{type}",
        name="geometry",
        title="Outlines of a kind of area",
        words=(
            "Where the outlines are, as GeoJSON, vector tiles and a raster of area numbers. "
            "With `format` it leads straight to the file."
        ),
        answer=areas.geometry,
        schema="Geometry",
        parts={"type": _TYPE},
        parameters=(
            Parameter(
                name="format", words="lead straight to this file", choices=tuple(areas.FILES)
            ),
        ),
        redirects=True,
    ),
    Endpoint(
        path="/tiles",
        name="tiles",
        title="Vector tiles",
        words="The PMTiles archive of every kind of area that has one; read it by ranges.",
        answer=areas.tiles,
        schema="TilesOfAll",
    ),
)
