"""The case as a Streamlit app: what an analyst would publish instead.

CASE=FOLDER streamlit run streamlit_areas.py
"""

import json
import os
from pathlib import Path

import pandas as pd
import pydeck
import streamlit as st

CASE = Path(os.environ["CASE"])


@st.cache_data
def values() -> pd.DataFrame:
    return pd.read_csv(CASE / "values.csv")


@st.cache_data
def outlines() -> dict:
    return json.loads((CASE / "areas.geojson").read_text("utf-8"))


st.set_page_config(layout="wide")
table = values()
indicator = st.selectbox("Indicator", table["indicator"].unique())
chosen = table[(table["indicator"] == indicator) & (table["year"] == 2025)]
chosen = chosen.sort_values("value", ascending=False)
st.title(indicator)
most, shades = chosen["value"].max(), dict(zip(chosen["area_code"], chosen["value"], strict=True))
features = [
    {
        **feature,
        "properties": {
            "name": feature["properties"]["area_name"],
            "value": shades[feature["properties"]["area_code"]],
            "fill": [
                18,
                67,
                109,
                int(40 + 215 * shades[feature["properties"]["area_code"]] / most),
            ],
        },
    }
    for feature in outlines()["features"]
]
layer = pydeck.Layer(
    "GeoJsonLayer",
    {"type": "FeatureCollection", "features": features},
    get_fill_color="properties.fill",
    get_line_color=[80, 80, 80],
    line_width_min_pixels=1,
    pickable=True,
)
view = pydeck.ViewState(longitude=1.4, latitude=53.65, zoom=8)
st.pydeck_chart(pydeck.Deck(layers=[layer], initial_view_state=view, map_style=None))
st.dataframe(chosen[["area_name", "district", "value"]], hide_index=True)
