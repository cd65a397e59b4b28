"""A cached indicator page against nginx serving the same bytes, and against Dash, in one run.

Each server has one worker on one core; the load comes from the other core, over loopback, in
turn, for a few seconds a round. Dash's content comes from `/_dash-layout`: its page is a shell.

    python benchmarks/pages.py DEMO_FOLDER [--rounds 3] [--seconds 4]

Needs nginx, wrk and taskset (Debian: nginx, wrk, util-linux). Dash is put in an environment of
its own in a temporary folder.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = "/indicator/access/within_30_minutes?area_type=icb22"
OURS, NGINX, DASH = 34801, 34802, 34803
ON_ONE_CORE = ["taskset", "-c", "0"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("demo", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=4)
    said = parser.parse_args()
    for tool in ("nginx", "wrk", "taskset"):
        if shutil.which(tool) is None:
            raise SystemExit(f"this benchmark needs {tool}")
    with tempfile.TemporaryDirectory() as scratch:
        run(said, Path(scratch))


def run(said: argparse.Namespace, scratch: Path) -> None:
    scratch.chmod(0o755)
    ranking = export_ranking(said.demo, scratch)
    with running(ours(said.demo), f"http://127.0.0.1:{OURS}{PAGE}"):
        body = fetch(f"http://127.0.0.1:{OURS}{PAGE}")
        servers = {
            "Hereabouts, cached page": f"http://127.0.0.1:{OURS}{PAGE}",
            "nginx, the same bytes": f"http://127.0.0.1:{NGINX}/page",
            "Dash, the same ranking": f"http://127.0.0.1:{DASH}/_dash-layout",
        }
        with (
            running(nginx(scratch, body), servers["nginx, the same bytes"]),
            running(dash(scratch, ranking), servers["Dash, the same ranking"], wait=60),
        ):
            report(servers, said, len(body))


def export_ranking(demo: Path, scratch: Path) -> Path:
    """The ranking's rows as a file, for the rival."""
    everything = scratch / "all.csv"
    command = [sys.executable, "-c", "from hereabouts.cli import main; main()"]
    subprocess.run(
        [*command, "export", "observations", str(everything), "-C", str(demo)], check=True
    )
    head, *rows = everything.read_text("utf-8").splitlines()
    wanted = [row for row in rows if row.startswith("access.within_30_minutes,icb22,")]
    ranking = scratch / "ranking.csv"
    ranking.write_text("\n".join([head, *wanted]) + "\n", "utf-8")
    return ranking


def ours(demo: Path) -> list[str]:
    command = (
        f"from hereabouts.cli import main; main(['serve', '-C', {str(demo)!r}, '--port', '{OURS}'])"
    )
    return [*ON_ONE_CORE, sys.executable, "-c", command]


def nginx(scratch: Path, body: bytes) -> list[str]:
    """One worker that serves the compressed bytes we served, with the same headers."""
    (scratch / "page").write_bytes(body)
    configuration = scratch / "nginx.conf"
    configuration.write_text(f"""
worker_processes 1; daemon off; pid {scratch}/nginx.pid; error_log {scratch}/error.log;
events {{ worker_connections 256; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  open_file_cache max=10;
  server {{ listen 127.0.0.1:{NGINX}; location = /page {{
    alias {scratch}/page; default_type text/html; add_header Content-Encoding br; }} }} }}
""")
    return [*ON_ONE_CORE, "nginx", "-c", str(configuration), "-p", str(scratch)]


def dash(scratch: Path, ranking: Path) -> list[str]:
    """Dash under gunicorn with four threads, as its documentation advises."""
    uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    place = scratch / "dash"
    subprocess.run([uv, "venv", "--quiet", str(place)], check=True)
    install = [uv, "pip", "install", "--quiet", "--python", str(place / "bin" / "python")]
    subprocess.run([*install, "dash==4.4.1", "gunicorn"], check=True)
    shutil.copy(Path(__file__).parent / "rivals" / "dash_ranking.py", place)
    worker = ["--workers", "1", "--threads", "4", "--bind", f"127.0.0.1:{DASH}"]
    command = ["env", f"RANKING={ranking}", str(place / "bin" / "gunicorn"), "--chdir", str(place)]
    return [*ON_ONE_CORE, *command, *worker, "dash_ranking:server"]


@contextmanager
def running(command: list[str], url: str, *, wait: int = 30) -> Iterator[None]:
    """The server, from its first answer until it is stopped."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + wait
        while not answers(url):
            if time.monotonic() > deadline or process.poll() is not None:
                raise SystemExit(f"{command[3:5]} did not answer at {url}")
            time.sleep(0.3)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def answers(url: str) -> bool:
    try:
        return bool(fetch(url))
    except OSError:
        return False


def fetch(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "br"})  # noqa: S310  loopback
    with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310  loopback
        body: bytes = answer.read()
        return body


def report(servers: dict[str, str], said: argparse.Namespace, size: int) -> None:
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in servers}
    for _ in range(said.rounds):
        for name, url in servers.items():
            found[name].append(load(url, said.seconds))
    print(
        f"{size:,} bytes a page (brotli), {said.rounds} rounds of {said.seconds} s, 16 connections"
    )
    print("| server | requests a second, median (least to most) | p99 ms, median |")
    print("|---|---|---|")
    for name, rounds in found.items():
        rates = sorted(rate for rate, _ in rounds)
        p99 = statistics.median(ms for _, ms in rounds)
        spread = f"{statistics.median(rates):,.0f} ({rates[0]:,.0f} to {rates[-1]:,.0f})"
        print(f"| {name} | {spread} | {p99:.1f} |")
    first, *others = found
    for other in others:
        ratios = [a[0] / b[0] for a, b in zip(found[first], found[other], strict=True)]
        print(f"{first} / {other}: {statistics.median(ratios):.2f}")


def load(url: str, seconds: int) -> tuple[float, float]:
    """Requests a second and the 99th percentile in milliseconds, every answer a 200."""
    command = ["taskset", "-c", "1", "wrk", "-t1", "-c16", f"-d{seconds}s", "--latency"]
    text = subprocess.run(
        [*command, "-H", "Accept-Encoding: br", url], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in text:
        raise SystemExit(f"{url} answered with errors under load")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    p99 = re.search(r"99%\s+([\d.]+)(us|ms|s)", text)
    if rate is None or p99 is None:
        raise SystemExit(f"wrk said something else: {text}")
    scale = {"us": 0.001, "ms": 1.0, "s": 1000.0}[p99.group(2)]
    return float(rate.group(1)), float(p99.group(1)) * scale


if __name__ == "__main__":
    main()
