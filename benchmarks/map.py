"""The national map of 34,753 small areas, cold, in a real browser.

    hereabouts serve -C DEMO_FOLDER --port 8000      (in another terminal)
    python benchmarks/map.py http://127.0.0.1:8000 [--rounds 5]

Times are of headless Chromium with software graphics on this machine; bytes are as sent.
"""

import argparse
import shutil
import statistics

from playwright.sync_api import Browser, sync_playwright

PAGE = "/indicator/access/minutes_to_thrombolysis?area_type=lsoa11"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("--rounds", type=int, default=5)
    said = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        rounds = [measure(browser, said.site + PAGE) for _ in range(said.rounds)]
        browser.close()
    for name in rounds[0]:
        values = sorted(one[name] for one in rounds)
        spread = f"{statistics.median(values):,.0f} ({values[0]:,.0f} to {values[-1]:,.0f})"
        print(f"{name}: {spread}")


def measure(browser: Browser, url: str) -> dict[str, float]:
    """One cold visit: milliseconds until all areas are coloured, requests and bytes."""
    context = browser.new_context(viewport={"width": 1100, "height": 900})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent: list[float] = []
    session.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
    page.goto(url, wait_until="commit")
    page.wait_for_selector("[data-hb-map-shows]", state="attached")
    coloured = float(page.evaluate("performance.now()"))
    page.wait_for_load_state("networkidle")
    context.close()
    return {"milliseconds to all coloured": coloured, "requests": len(sent), "bytes": sum(sent)}


if __name__ == "__main__":
    main()
