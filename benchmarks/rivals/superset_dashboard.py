"""One dashboard of the case in a Superset that is set up: a map, a table, a filter by indicator.

    python superset_dashboard.py VALUES.csv AREAS.geojson SQLITE_FILE

It prints the dashboard's address. Whoever is not signed in may see it.
"""

import csv
import json
import sqlite3
import sys
from pathlib import Path

from superset.app import create_app

TABLE = "areas"


def main() -> None:
    values, areas, file = (Path(one) for one in sys.argv[1:4])
    write_rows(values, areas, file)
    with create_app().app_context():
        print(make_dashboard(file))


def write_rows(values: Path, areas: Path, file: Path) -> None:
    """A row for each indicator, year and area, with its outline, as Superset's maps need."""
    features = json.loads(areas.read_text("utf-8"))["features"]
    outlines = {
        one["properties"]["area_code"]: json.dumps(one["geometry"]["coordinates"][0])
        for one in features
    }
    file.unlink(missing_ok=True)
    with sqlite3.connect(file) as connection, values.open(encoding="utf-8", newline="") as read:
        connection.execute(
            f"create table {TABLE} (indicator text, year integer, area_code text, "
            "area_name text, district text, value real, outline text)"
        )
        connection.executemany(
            f"insert into {TABLE} values (?, ?, ?, ?, ?, ?, ?)",
            ([*row, outlines[row[2]]] for row in list(csv.reader(read))[1:]),
        )


def make_dashboard(file: Path) -> str:
    from superset import db, security_manager
    from superset.connectors.sqla.models import SqlaTable
    from superset.models.core import Database
    from superset.models.dashboard import Dashboard
    from superset.models.slice import Slice

    database = Database(database_name="case", sqlalchemy_uri=f"sqlite:///{file}")
    db.session.add(database)
    db.session.flush()
    table = SqlaTable(table_name=TABLE, database=database)
    db.session.add(table)
    db.session.flush()
    table.fetch_metadata()
    charts = [
        Slice(
            slice_name=name,
            viz_type=kind,
            datasource_id=table.id,
            datasource_type="table",
            params=json.dumps({**asked, "viz_type": kind, "datasource": f"{table.id}__table"}),
        )
        for name, kind, asked in (("Map", "deck_polygon", MAP), ("Ranking", "table", RANKING))
    ]
    db.session.add_all(charts)
    db.session.flush()
    dashboard = Dashboard(
        dashboard_title="Library members",
        slug="case",
        published=True,
        slices=charts,
        position_json=json.dumps(positions(charts)),
        json_metadata=json.dumps(
            {
                "native_filter_configuration": [filter_by_indicator(table.id)],
                "show_native_filters": True,
            }
        ),
    )
    db.session.add(dashboard)
    public = security_manager.find_role("Public")
    security_manager.add_permission_role(
        public,
        security_manager.add_permission_view_menu("all_datasource_access", "all_datasource_access"),
    )
    db.session.commit()
    return f"/superset/dashboard/{dashboard.slug}/?standalone=0"


LATEST = {
    "clause": "WHERE",
    "expressionType": "SIMPLE",
    "subject": "year",
    "operator": "==",
    "comparator": 2025,
}
VALUE = {
    "expressionType": "SIMPLE",
    "column": {"column_name": "value", "type": "REAL"},
    "aggregate": "AVG",
    "label": "Value",
}
MAP = {
    "adhoc_filters": [LATEST],
    "line_column": "outline",
    "line_type": "json",
    "metric": VALUE,
    "row_limit": 10_000,
    "filled": True,
    "stroked": True,
    "opacity": 80,
    "num_buckets": 5,
    "linear_color_scheme": "blue_white_yellow",
    "viewport": {"longitude": 1.4, "latitude": 53.65, "zoom": 8, "bearing": 0, "pitch": 0},
    "autozoom": True,
}
RANKING = {
    "adhoc_filters": [LATEST],
    "query_mode": "aggregate",
    "groupby": ["area_code", "area_name", "district"],
    "metrics": [VALUE],
    "order_desc": True,
    "row_limit": 1_000,
    "server_page_length": 100,
    "page_length": 100,
}


def positions(charts: list) -> dict:
    """The charts one below the other."""
    rows = {}
    for chart in charts:
        rows[f"ROW-{chart.id}"] = {
            "id": f"ROW-{chart.id}",
            "type": "ROW",
            "children": [f"CHART-{chart.id}"],
            "parents": ["ROOT_ID", "GRID_ID"],
            "meta": {"background": "BACKGROUND_TRANSPARENT"},
        }
        rows[f"CHART-{chart.id}"] = {
            "id": f"CHART-{chart.id}",
            "type": "CHART",
            "children": [],
            "parents": ["ROOT_ID", "GRID_ID", f"ROW-{chart.id}"],
            "meta": {"chartId": chart.id, "width": 12, "height": 50, "uuid": str(chart.uuid)},
        }
    listed = [f"ROW-{chart.id}" for chart in charts]
    return {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"id": "ROOT_ID", "type": "ROOT", "children": ["GRID_ID"]},
        "GRID_ID": {"id": "GRID_ID", "type": "GRID", "children": listed, "parents": ["ROOT_ID"]},
        **rows,
    }


def filter_by_indicator(table: int) -> dict:
    return {
        "id": "NATIVE_FILTER-indicator",
        "type": "NATIVE_FILTER",
        "name": "Indicator",
        "filterType": "filter_select",
        "targets": [{"datasetId": table, "column": {"name": "indicator"}}],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
        "cascadeParentIds": [],
        "controlValues": {
            "enableEmptyFilter": True,
            "defaultToFirstItem": False,
            "multiSelect": False,
            "searchAllOptions": False,
            "inverseSelection": False,
        },
        "defaultDataMask": {
            "extraFormData": {
                "filters": [{"col": "indicator", "op": "IN", "val": ["Library members"]}]
            },
            "filterState": {"value": ["Library members"], "label": "Library members"},
        },
    }


if __name__ == "__main__":
    main()
