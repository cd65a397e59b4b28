"""Servers under measurement: started, asked, weighed and stopped."""

import asyncio
import re
import subprocess
import sys
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
    log: Path | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """The server, from its first answer at `url` until it is stopped."""
    output = log.open("wb") if log else subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdout=output, stderr=output, env=environment and dict(environment)
    )
    try:
        deadline = time.monotonic() + wait
        while not _answers(url):
            if time.monotonic() > deadline or process.poll() is not None:
                raise SystemExit(f"{' '.join(command)[:200]} did not answer at {url}")
            time.sleep(0.3)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=30)


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
