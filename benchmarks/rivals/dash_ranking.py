"""The same ranking as a Dash page: what an analyst would publish instead.

RANKING=ranking.csv gunicorn --workers 1 --threads 4 dash_ranking:server
"""

import csv
import os
from pathlib import Path

from dash import Dash, dcc, html

ROWS = list(csv.DictReader(Path(os.environ["RANKING"]).read_text("utf-8").splitlines()))
HEADINGS = list(ROWS[0])

app = Dash(__name__)
server = app.server
app.layout = html.Main(
    [
        html.H1("Ranking"),
        dcc.Graph(
            figure={
                "data": [
                    {
                        "type": "bar",
                        "orientation": "h",
                        "x": [row["value"] for row in ROWS],
                        "y": [row["area_code"] for row in ROWS],
                    }
                ]
            }
        ),
        html.Table(
            [html.Tr([html.Th(heading) for heading in HEADINGS])]
            + [html.Tr([html.Td(row[heading]) for heading in HEADINGS]) for row in ROWS]
        ),
    ]
)
