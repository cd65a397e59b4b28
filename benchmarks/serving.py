"""Servers under measurement: started, asked, weighed and stopped."""

import asyncio
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def cli(*words: str) -> list[str]:
    """A command line of Hereabouts, in this Python."""
    return [sys.executable, "-c", f"from hereabouts.cli import main; main({list(words)!r})"]


@contextmanager
def running(
    command: list[str],
    url: str,
    *,
    wait: int = 30,
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """The server, from its first answer at `url` until it is stopped."""
    said = tempfile.TemporaryFile()  # noqa: SIM115  closed with the process
    process = subprocess.Popen(
        command, stdout=said, stderr=said, env=environment and dict(environment)
    )
    try:
        deadline = time.monotonic() + wait
        while not _answers(url):
            if time.monotonic() > deadline or process.poll() is not None:
                said.seek(0)
                last = said.read().decode(errors="replace")[-1_000:]
                raise SystemExit(f"{' '.join(command)} did not answer at {url}: {last}")
            time.sleep(0.3)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)
        said.close()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:  # noqa: S310  loopback
            return bool(answer.read())
    except urllib.error.HTTPError:
        return False
    except OSError:
        return False


def memory_of(number: int) -> int:
    """Bytes of memory (PSS) of a process and all that it started."""
    total = 0
    for one in [number, *_started_by(number)]:
        try:
            rolled = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        found = re.search(r"^Pss:\s+(\d+) kB", rolled, re.MULTILINE)
        total += int(found.group(1)) * 1024 if found else 0
    return total


def _started_by(number: int) -> list[int]:
    try:
        listed = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except OSError:
        return []
    children = [int(one) for one in listed]
    return [*children, *(one for child in children for one in _started_by(child))]


async def answered(reader: asyncio.StreamReader) -> int:
    """Read one whole HTTP answer to a GET; its status.

    Raises:
        EOFError: it was cut short. ValueError: it is not HTTP.
    """
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    found = re.match(rb"http/1\.1 (\d{3})", head)
    if found is None:
        raise ValueError("not HTTP")
    length = re.search(rb"\r\ncontent-length: (\d+)", head)
    if length:
        await reader.readexactly(int(length.group(1)))
    elif b"\r\ntransfer-encoding: chunked" in head:
        await _pieces(reader)
    return int(found.group(1))


async def _pieces(reader: asyncio.StreamReader) -> None:
    while size := int(await reader.readuntil(b"\r\n"), 16):
        await reader.readexactly(size + 2)
    await reader.readexactly(2)


def fetch(url: str, accept: str) -> bytes:
    """The body as sent, to a reader who takes these encodings."""
    headers = {"Accept-Encoding": accept} if accept else {}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  loopback
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  loopback
        body: bytes = answer.read()
        return body


def load(url: str, seconds: int, accept: str) -> tuple[float, float]:
    """Requests a second and the 99th percentile in milliseconds, every answer a 200.

    From the second core, on 16 connections.
    """
    command = ["taskset", "-c", "1", "wrk", "-t1", "-c16", f"-d{seconds}s", "--latency"]
    text = subprocess.run(
        [*command, "-H", f"Accept-Encoding: {accept}", url],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    if "Non-2xx" in text:
        raise SystemExit(f"{url} answered with errors under load")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", text)
    if rate is None or p99 is None:
        raise SystemExit(f"wrk said something else: {text}")
    scale = {"us": 0.001, "ms": 1.0, "s": 1000.0}[p99.group(2)]
    return float(rate.group(1)), float(p99.group(1)) * scale
