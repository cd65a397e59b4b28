"""Pictures of every kind of page, for the documentation: wide and narrow, light and dark.

    hereabouts demo demo --port 8000     # in another terminal
    .venv/bin/python tools/take_screenshots.py http://localhost:8000

writes `docs/images/*.webp` and `docs/explanation/page-kinds.md`. The demo's data is open or made
up; never take these of a place whose data is neither.
"""

import argparse
import io
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
REFERENCE = ROOT / "docs" / "explanation" / "page-kinds.md"
ARGUMENTS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--ignore-gpu-blocklist"]
MOST_BYTES = 4_000_000  # of all pictures together
QUALITY = 45


@dataclass(frozen=True)
class Kind:
    """One kind of page, and where the demo has one."""

    name: str
    title: str
    about: str
    path: str
    at: str = ""  # a part of the page to begin at


KINDS = (
    Kind("home", "Home", "What the place measures, at a glance.", "/"),
    Kind("theme", "Page of a theme", "Declared in `pages/`.", "/page/access"),
    Kind("made-up", "Page of made-up data", "Says so, every time.", "/page/supply"),
    Kind(
        "trend",
        "Over time",
        "A control chart, and what it finds. The figures are made up.",
        "/page/supply",
        "#trend",
    ),
    Kind("pyramid", "By age and sex", "Who may retire. Made up.", "/page/supply", "#pyramid"),
    Kind("prevention", "Prevention", "A theme is one file. Made up.", "/page/prevention"),
    Kind(
        "triangulation",
        "Supply beside need",
        "Made-up prevention beside real admissions.",
        "/page/prevention",
        "#triangulation",
    ),
    Kind(
        "inactivity",
        "Economic inactivity",
        "Another theme. Made up.",
        "/page/economic_inactivity",
    ),
    Kind(
        "inequality",
        "Inequality",
        "The gap over invented fifths of deprivation.",
        "/page/economic_inactivity",
        "#inequality",
    ),
    Kind("rankings", "Rankings", "Any measure, any kind of area.", "/page/rankings"),
    Kind("indicators", "All indicators", "By theme.", "/indicators"),
    Kind(
        "indicator",
        "Indicator",
        "The number, its map and what it says.",
        "/indicator/access/within_30_minutes",
    ),
    Kind(
        "funnel",
        "Areas by size",
        "Who differs by more than chance.",
        "/indicator/access/within_30_minutes",
        "#funnel",
    ),
    Kind(
        "ranking",
        "Ranking",
        "With intervals, bars and the ranks an area may truly have.",
        "/indicator/access/within_30_minutes",
        "#ranking",
    ),
    Kind("area", "Area", "Everything about one area.", "/area/icb22/E54000008"),
    Kind(
        "explained",
        "How a number was made",
        "From the page back to the file.",
        "/explain/access.within_30_minutes/icb22/E54000008",
    ),
    Kind("search", "Search", "Areas, indicators and words.", "/search?q=exeter"),
    Kind("changes", "What changed", "Between two releases.", "/changes"),
    Kind("about", "About this data", "Protection, sources, freshness.", "/about"),
    Kind("catalogue", "Catalogue", "Everything there is, and who answers.", "/catalogue"),
    Kind(
        "product",
        "Product",
        "Promises, quality, columns and lineage. Made up.",
        "/about/workforce.staff_in_post",
    ),
    Kind(
        "lineage",
        "Where columns come from",
        "Drawn, and as a table.",
        "/about/workforce.nurses_and_need",
        "#made-from",
    ),
    Kind("glossary", "Glossary", "What words mean here, and who says so.", "/glossary"),
    Kind("dictionary", "Dictionary", "What the data is about.", "/dictionary"),
    Kind(
        "transparency",
        "Who receives data",
        "Under which law, until when, how often read.",
        "/transparency",
    ),
    Kind(
        "embed",
        "Embedded chart",
        "For a frame on another site.",
        "/embed/indicator/access/within_30_minutes/map",
    ),
    Kind("api", "Reference of the API", "Every address, with examples.", "/api/v1/docs"),
    Kind("problem", "Page not found", "What to do instead.", "/nothing-here"),
)
SIZES = {"desktop": (1100, 1300), "phone": (390, 1100)}
SCHEMES = ("light", "dark")


def main() -> None:
    """Take them all, then write the page that shows them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("address", help="where the demo is served, as in http://localhost:8000")
    address = parser.parse_args().address.rstrip("/")
    IMAGES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        with playwright.chromium.launch(executable_path=found, args=ARGUMENTS) as browser:
            taken = sum(take_all(browser, address))
    if taken > MOST_BYTES:
        sys.exit(f"the pictures are {taken:,} bytes; keep them under {MOST_BYTES:,}")
    REFERENCE.write_text(words(), "utf-8")
    sys.stdout.write(f"{len(KINDS) * len(SIZES) * len(SCHEMES)} pictures, {taken:,} bytes\n")


def take_all(browser: Browser, address: str) -> Iterator[int]:
    """Write each picture; gives its bytes."""
    for size, (width, height) in SIZES.items():
        for scheme in SCHEMES:
            with browser.new_context(
                base_url=address,
                color_scheme="dark" if scheme == "dark" else "light",
                viewport={"width": width, "height": height},
            ) as context:
                page = context.new_page()
                for kind in KINDS:
                    yield take(page, kind, IMAGES / file_name(kind, size, scheme))


def take(page: Page, kind: Kind, to: Path) -> int:
    """One picture of what is first seen."""
    page.goto(kind.path, wait_until="networkidle")
    if kind.at:
        page.locator(kind.at).evaluate("element => element.scrollIntoView()")
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        picture.thumbnail((760, 2000))
        picture.convert("RGB").save(to, "WEBP", quality=QUALITY, method=6)
    return to.stat().st_size


def file_name(kind: Kind, size: str, scheme: str) -> str:
    """`home-phone-dark.webp`."""
    return f"{kind.name}-{size}-{scheme}.webp"


def words() -> str:
    """The page of the documentation."""
    lines = [
        "# Kinds of page",
        "",
        "Every kind of page of the demo, on a desktop and on a phone, on light ground and dark.",
        "What is marked Synthetic in them is made up. `tools/take_screenshots.py` takes these",
        "pictures and writes this page.",
    ]
    for kind in KINDS:
        lines += ["", f"## {kind.title}", "", f"{kind.about}", ""]
        lines += ["| | Light | Dark |", "|---|---|---|"]
        for size in SIZES:
            shown = [
                f"![{kind.title}, {size}, {scheme}](../images/{file_name(kind, size, scheme)})"
                for scheme in SCHEMES
            ]
            lines.append(f"| {size.capitalize()} | {' | '.join(shown)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
