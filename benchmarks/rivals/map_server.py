"""The rivals of benchmarks/map.py: pages of the same areas in the same classes, packed as ours are.

What they need of the site is asked of it once: outlines, tiles and classes. Libraries come from a
folder in which `npm install maplibre-gl leaflet pmtiles` was run.
"""

import json
import math
import re
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import brotli

HERE = Path(__file__).parent
KINDS = {".mjs": "text/javascript", ".js": "text/javascript", ".css": "text/css"}
LOOK = b"body{margin:0}#map{height:867px;width:720px}"
RADIUS = 6378137.0


def serve_rivals(site: str, page: str, npm: Path, second: str) -> str:
    """Start the server; its address."""
    files = _files(site, page, second)
    for path in (npm / "node_modules").glob("*/dist/*"):
        if path.suffix in KINDS:
            name = f"/npm/{path.relative_to(npm / 'node_modules').as_posix()}"
            files[name] = (KINDS[path.suffix], path.read_bytes())
    packed = {name: brotli.compress(body, quality=9) for name, (_kind, body) in files.items()}
    handler = type("Handler", (_Handler,), {"files": files, "packed": packed})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def _files(site: str, page: str, second: str) -> dict[str, tuple[str, bytes]]:
    said = _get(site + page).decode()
    at = {
        name: re.findall(rf'data-{name}="([^"]*)"', said)[0]
        for name in ("classes", "tiles", "areas")
    }
    fills = json.loads(re.findall(r'data-fills="([^"]*)"', said)[0].replace("&#34;", '"'))
    about = json.loads(_get(site + at["areas"]))
    case = {
        "box": _degrees(about["mercator"]),
        "palette": [fill[0] for fill in fills],
        "first": "/first.u8",
        "second": "/second.u8",
    }
    geojson = _get(
        site + re.findall(r'href="([^"]*\.geojson[^"]*)"', said)[0].replace("&amp;", "&")
    )
    return {
        "/maplibre": ("text/html", (HERE / "map_maplibre.html").read_bytes()),
        "/leaflet": ("text/html", (HERE / "map_leaflet.html").read_bytes()),
        "/look.css": ("text/css", LOOK),
        "/case.json": ("application/json", json.dumps(case).encode()),
        "/first.u8": ("application/octet-stream", _get(site + at["classes"])),
        "/second.u8": ("application/octet-stream", _get(site + at["classes"] + second)),
        "/areas.pmtiles": ("application/octet-stream", _get(site + at["tiles"])),
        "/areas.geojson": ("application/json", _lean(geojson, about["codes"])),
    }


def _lean(geojson: bytes, codes: list[str]) -> bytes:
    """Outlines with nothing but each area's number, so that no byte is moved in vain."""
    number = {code: i + 1 for i, code in enumerate(codes)}
    found = [
        {
            "type": "Feature",
            "properties": {"n": number[_code(one)]},
            "geometry": one["geometry"],
        }
        for one in json.loads(geojson)["features"]
        if one["geometry"]
    ]
    return json.dumps(
        {"type": "FeatureCollection", "features": found}, separators=(",", ":")
    ).encode()


def _code(feature: dict[str, dict[str, str]]) -> str:
    said = feature["properties"]
    return next(said[name] for name in ("area_code", "code", "areacd") if name in said)


def _degrees(box: list[float]) -> list[float]:
    left, bottom, right, top = box
    lat = [math.degrees(2 * math.atan(math.exp(y / RADIUS)) - math.pi / 2) for y in (bottom, top)]
    return [math.degrees(left / RADIUS), lat[0], math.degrees(right / RADIUS), lat[1]]


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address) as answer:  # noqa: S310  # of the caller's site
        body: bytes = answer.read()
        return body


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    files: ClassVar[dict[str, tuple[str, bytes]]] = {}
    packed: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        found = self.files.get(self.path)
        if found is None:
            self._answer(404, "text/plain", b"")
            return
        kind, body = found
        ranged = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range") or "")
        if ranged:
            start, end = int(ranged[1]), min(int(ranged[2]), len(body) - 1)
            extra = {"Content-Range": f"bytes {start}-{end}/{len(body)}"}
            self._answer(206, kind, body[start : end + 1], extra)
        else:
            self._answer(200, kind, self.packed[self.path], {"Content-Encoding": "br"})

    def _answer(
        self, status: int, kind: str, body: bytes, extra: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **(extra or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_said: object) -> None:
        """Nothing: the benchmark speaks."""
