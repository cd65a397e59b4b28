"""One visit by a browser with nothing kept: what it moves, and when it has something to show."""

import base64
import time
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.site_rivals import Contender

ARGUMENTS = [
    *("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
    # Maps of rivals need WebGL; this machine has no graphics card.
    *("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"),
]
LONGEST_MS = 60_000
QUIET_SECONDS = 1.0  # with nothing moved, a visit is over


@dataclass(frozen=True, slots=True)
class Visited:
    """Figures of one visit."""

    cold_bytes: float
    requests: float
    ready_ms: float
    change_bytes: float
    change_ms: float


class Moved:
    """Bytes and requests as sent, with what comes by WebSocket."""

    def __init__(self, session: Any) -> None:
        self.bytes = self.requests = 0.0
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.webSocketFrameReceived", self._framed)

    def _loaded(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]
        self.requests += 1

    def _framed(self, event: dict[str, Any]) -> None:
        frame = event["response"]
        sent = frame["payloadData"]
        self.bytes += len(base64.b64decode(sent) if frame["opcode"] == 2 else sent.encode())


def visit(browser: Browser, contender: Contender, *, slower: int) -> Visited:
    """A visit from nothing, and then another indicator.

    Args:
        browser: already running.
        contender: whose page.
        slower: how many times slower the page's processor is made to be.
    """
    # Conditions are strings, which our own pages would rightly refuse to run.
    context = browser.new_context(viewport={"width": 1100, "height": 900}, bypass_csp=True)
    page = context.new_page()
    session = context.new_cdp_session(page)
    moved = Moved(session)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    began = time.monotonic()
    page.goto(contender.url, wait_until="commit", timeout=LONGEST_MS)
    _until(page, contender.ready)
    ready_ms = (time.monotonic() - began) * 1000
    _settle(page, moved)
    cold, requests = moved.bytes, moved.requests
    change_ms = _change(page, contender)
    _settle(page, moved)
    context.close()
    return Visited(cold, requests, ready_ms, moved.bytes - cold, change_ms)


def _change(page: Page, contender: Contender) -> float:
    """Choose the other indicator as a reader does; milliseconds until it is shown."""
    *before, last = contender.change
    for step in before:
        _do(page, step)
    began = time.monotonic()
    _do(page, last)
    _until(page, contender.changed)
    return (time.monotonic() - began) * 1000


def _do(page: Page, step: tuple[str, str]) -> None:
    """One step of a reader: press what matches, or choose a value (`choose VALUE`) from a list."""
    how, what = step
    kind, _space, value = how.partition(" ")
    if kind == "choose":
        page.locator(what).select_option(value)
    else:
        page.locator(what).first.click(timeout=LONGEST_MS)


def _until(page: Page, condition: str) -> None:
    page.wait_for_function(f"() => {condition}", timeout=LONGEST_MS, polling="raf")


def _settle(page: Page, moved: Moved) -> None:
    """Wait until nothing has been moved for a while."""
    before = -1.0
    while moved.bytes != before:
        before = moved.bytes
        page.wait_for_timeout(QUIET_SECONDS * 1000)
