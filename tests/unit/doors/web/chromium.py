"""A real browser for tests: the Chromium that is installed, else Playwright's own."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Maps need WebGL, which software can do where there is no graphics card.
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
    # Pages are put together as where there is no graphics card: to imitate one takes half the time.
    "--disable-gpu-compositing",
]


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """A browser, or a skip that says why; in continuous integration its absence is a failure."""
    with sync_playwright() as playwright:
        path = _executable(playwright)
        if path is None:
            words = "there is no Chromium here (install it, or: playwright install chromium)"
            if os.environ.get("CI"):
                pytest.fail(words)
            pytest.skip(words)
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def _executable(playwright: Playwright) -> str | None:
    installed = next((found for name in NAMES if (found := shutil.which(name))), None)
    own = playwright.chromium.executable_path
    return installed or (own if Path(own).is_file() else None)
