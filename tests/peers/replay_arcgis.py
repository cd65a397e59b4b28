"""A FeatureServer layer as ArcGIS Online answers: pages, counts, and errors with status 200."""

from dataclasses import dataclass, field
from typing import Any

from tests.peers.replay import Question, Reply, as_json

FIELDS = (
    ("FID", "esriFieldTypeOID"),
    ("AREA23CD", "esriFieldTypeString"),
    ("AREA23NM", "esriFieldTypeString"),
    ("EDITED", "esriFieldTypeDate"),
    ("Shape__Area", "esriFieldTypeDouble"),
)


def area(number: int, *, edited: int = 1711843200000) -> dict[str, Any]:
    return {
        "FID": number,
        "AREA23CD": f"X{number:08}",
        "AREA23NM": f"Made-up area; {number}",
        "EDITED": edited,
        "Shape__Area": 12.5,
    }


def error(code: int, message: str) -> Reply:
    return as_json({"error": {"code": code, "message": message, "details": []}})


@dataclass
class Layer:
    areas: list[dict[str, Any]]
    most: int = 2
    lies_by: int = 0  # the count says more than there are
    repeats: int = 0  # how many times a second page repeats a record
    wrong_counts: tuple[int, ...] = ()  # which of the counts that are asked for are one more
    counts: int = 0
    extra: dict[str, Any] = field(default_factory=dict)

    def __call__(self, question: Question) -> Reply:
        if not question.path.endswith("/FeatureServer/0/query"):
            return self.layer(question)
        if question.query.get("returnCountOnly") == "true":
            self.counts += 1
            more = int(self.counts in self.wrong_counts)
            return as_json({"count": len(self.found(question)) + self.lies_by + more})
        if "orderByFields" not in question.query or "outFields" not in question.query:
            return error(400, "Cannot perform query. Invalid query parameters.")
        return self.page(question)

    def layer(self, question: Question) -> Reply:
        if question.path.endswith("/FeatureServer/0"):
            fields = [{"name": name, "type": kind, "alias": name} for name, kind in FIELDS]
            capabilities = {"supportsPagination": True, **self.extra}
            return as_json(
                {
                    "id": 0,
                    "type": "Feature Layer",
                    "geometryType": "esriGeometryPoint",
                    "objectIdField": "FID",
                    "maxRecordCount": self.most,
                    "advancedQueryCapabilities": capabilities,
                    "fields": fields,
                }
            )
        return error(400, "Invalid URL")

    def found(self, question: Question) -> list[dict[str, Any]]:
        since = question.query["where"].partition("EDITED >= TIMESTAMP '")[2][:10]
        return [a for a in self.areas if not since or a["EDITED"] >= 1711843200000 + 86400000]

    def page(self, question: Question) -> Reply:
        asked = question.query
        start = int(asked["resultOffset"])
        end = start + min(int(asked["resultRecordCount"]), self.most)
        areas = self.found(question)
        chosen = areas[start:end]
        if start and self.repeats:
            self.repeats -= 1
            chosen = [areas[0], *chosen[1:]]
        more: dict[str, Any] = {"exceededTransferLimit": True} if end < len(areas) else {}
        if asked["f"] == "geojson":
            return as_json(
                {
                    "type": "FeatureCollection",
                    "properties": more,
                    "features": [feature(a) for a in chosen],
                }
            )
        features = [{"attributes": a} for a in chosen]
        return as_json({"objectIdFieldName": "FID", "fields": [], "features": features, **more})


def feature(properties: dict[str, Any]) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [-2.3 + properties["FID"] / 100, 53.4]}
    return {"type": "Feature", "id": properties["FID"], "geometry": point, "properties": properties}
