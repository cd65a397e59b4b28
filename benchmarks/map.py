"""The national map of 34,753 small areas, cold and changed, in a real browser, beside its rivals.

    hereabouts serve -C DEMO_FOLDER --port 8000      (in another terminal)
    python benchmarks/map.py http://127.0.0.1:8000 [--rounds 5]
    cd FOLDER && npm install maplibre-gl leaflet pmtiles
    python benchmarks/map.py http://127.0.0.1:8000 --rivals FOLDER

Times are of headless Chromium with software graphics on this machine; bytes are as sent, and of the
site those of its whole page. A change cuts the same values into natural breaks; of the site the
page's words, key and downloads change with it. Rivals draw the same classes from the same tiles
(MapLibre GL) or outlines (Leaflet), and have nothing else on their pages.
"""

import argparse
import shutil
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.rivals.map_server import serve_rivals

PAGE = "/indicator/access/minutes_to_thrombolysis?area_type=lsoa11"
SECOND = "?classes=jenks"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]
CHANGE_OURS = """() => new Promise((done) => {
  performance.clearMarks("hb-map-changed");
  const began = performance.now();
  const list = document.querySelector("#choose-classes");
  list.value = list.value === "jenks" ? "quantile" : "jenks";
  list.dispatchEvent(new Event("change", { bubbles: true }));
  const look = () => {
    const [changed] = performance.getEntriesByName("hb-map-changed");
    return changed ? done(changed.startTime - began) : setTimeout(look, 1);
  };
  look();
})"""
CHANGE_THEIRS = (
    "async () => { const t = performance.now(); await change(); return performance.now() - t; }"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rivals", type=Path, help="folder of the rivals' npm packages")
    said = parser.parse_args()
    shown: dict[str, tuple[str, str, str]] = {
        "hereabouts": (said.site + PAGE, "[data-hb-map-shows]", CHANGE_OURS)
    }
    if said.rivals:
        rivals = serve_rivals(said.site, PAGE, said.rivals, SECOND)
        for name in ("maplibre", "leaflet"):
            shown[name] = (f"{rivals}/{name}", "body[data-shows]", CHANGE_THEIRS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        rounds = [
            {name: measure(browser, *case) for name, case in shown.items()}
            for _ in range(said.rounds)
        ]
        browser.close()
    for name in shown:
        for what in rounds[0][name]:
            values = sorted(one[name][what] for one in rounds)
            ends = f"({values[0]:,.0f} to {values[-1]:,.0f})"
            print(f"{name}, {what}: {statistics.median(values):,.0f} {ends}")


def measure(browser: Browser, url: str, shows: str, change: str) -> dict[str, float]:
    """One cold visit and one change: milliseconds until all areas are coloured, and bytes."""
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    sent = bytes_of(session)
    page.goto(url, wait_until="commit")
    page.wait_for_selector(shows, state="attached", timeout=120_000)
    coloured = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    cold, requests = sum(sent), len(sent)
    sent.clear()
    changed = changed_in(page, change)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    found = {
        "milliseconds to all coloured": coloured,
        "requests": requests,
        "bytes": cold,
        "milliseconds to change": changed,
        "bytes to change": sum(sent),
    }
    context.close()
    return found


def changed_in(page: Page, change: str) -> float:
    """Milliseconds from the choice to the frame that shows it."""
    return float(page.evaluate(change))


def bytes_of(session: CDPSession) -> list[float]:
    """A list that grows by every answer's bytes as sent."""
    session.send("Network.enable")
    sent: list[float] = []
    session.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
    return sent


if __name__ == "__main__":
    main()
