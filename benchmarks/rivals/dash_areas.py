"""The case as a Dash app: what an analyst would publish instead.

CASE=FOLDER gunicorn --workers 1 --threads 4 dash_areas:server
"""

import json
import os
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html

CASE = Path(os.environ["CASE"])
VALUES = pd.read_csv(CASE / "values.csv")
OUTLINES = json.loads((CASE / "areas.geojson").read_text("utf-8"))
INDICATORS = list(VALUES["indicator"].unique())

app = Dash(__name__)
server = app.server
app.layout = html.Main(
    [
        dcc.Dropdown(INDICATORS, INDICATORS[0], id="indicator", clearable=False),
        html.H1(id="title"),
        dcc.Graph(id="map"),
        dash_table.DataTable(id="ranking", page_size=100, sort_action="native"),
    ]
)


@app.callback(
    Output("title", "children"),
    Output("map", "figure"),
    Output("ranking", "data"),
    Input("indicator", "value"),
)
def show(indicator: str) -> tuple[str, go.Figure, list[dict]]:
    chosen = VALUES[(VALUES["indicator"] == indicator) & (VALUES["year"] == 2025)]
    chosen = chosen.sort_values("value", ascending=False)
    figure = go.Figure(
        go.Choroplethmap(
            geojson=OUTLINES,
            featureidkey="properties.area_code",
            locations=chosen["area_code"],
            z=chosen["value"],
            text=chosen["area_name"],
            colorscale="Blues",
        )
    )
    figure.update_layout(
        # Without a ground of streets, which would come from elsewhere.
        map={"style": "white-bg", "center": {"lon": 1.4, "lat": 53.65}, "zoom": 8}
    )
    return indicator, figure, chosen[["area_name", "district", "value"]].to_dict("records")
