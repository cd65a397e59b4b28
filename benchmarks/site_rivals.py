"""The contenders of `site.py`: how each is installed, started, and known to be ready."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.serving import cli

PROGRAMS = Path(__file__).parent / "rivals"
ON_ONE_CORE = ["taskset", "-c", "0"]
ACCEPT = "br, gzip"
INSTALL_SECONDS = 900
OURS = "Hereabouts"
#: What its documentation asks for, and what version 6.1.0 needs and does not ask for.
SUPERSET = [
    *("apache-superset==6.1.0", "gunicorn", "setuptools<81"),
    *("flask-caching<2.4", "rich", "cachetools"),
]
STREAMLIT = ["streamlit==1.67.0", "pydeck"]
DASH = ["dash==4.4.1", "pandas", "gunicorn"]


class MissingError(Exception):
    """A rival that cannot be installed or set up; says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A server of the case, and how a browser knows what it shows."""

    name: str
    command: list[str]
    url: str
    environment: Mapping[str, str] = field(default_factory=dict)
    ready: str = ""  # JavaScript: map and table are there; empty where no browser looks
    change: tuple[tuple[str, str], ...] = ()  # steps of a reader who wants the other indicator
    changed: str = ""  # JavaScript: it is shown


def ours(scratch: Path, port: int) -> Contender:
    site = f"http://127.0.0.1:{port}"
    shown = "document.querySelector('[data-hb-map-shows]') && document.querySelector('tbody tr')"
    changed = "performance.getEntriesByName('hb-in-place').length"
    return Contender(
        name=OURS,
        command=[*ON_ONE_CORE, *cli("serve", "-C", str(scratch / "place"), "--port", str(port))],
        url=f"{site}/page/library",
        ready=shown,
        change=(("choose library.borrowers", "select[name='map.indicator']"),),
        changed=f"{changed} && location.search.includes('borrowers') && {shown}",
    )


def nginx(scratch: Path, port: int, body: bytes) -> Contender:
    """One worker that serves the compressed bytes we served, with the same encoding."""
    (scratch / "page").write_bytes(body)
    configuration = scratch / "nginx.conf"
    configuration.write_text(f"""
worker_processes 1; daemon off; pid {scratch}/nginx.pid; error_log {scratch}/error.log;
events {{ worker_connections 256; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
  open_file_cache max=10;
  server {{ listen 127.0.0.1:{port}; location = /page {{
    alias {scratch}/page; default_type text/html; add_header Content-Encoding br; }} }} }}
""")
    command = [*ON_ONE_CORE, "nginx", "-c", str(configuration), "-p", str(scratch)]
    return Contender(name="nginx, our bytes", command=command, url=f"http://127.0.0.1:{port}/page")


def rivals() -> dict[str, Callable[[Path, Path, int], Contender]]:
    """By name: from the folder of installations, the case and the first port."""
    return {"superset": _superset, "streamlit": _streamlit, "dash": _dash}


def _superset(installed: Path, scratch: Path, port: int) -> Contender:
    programs = _install(installed, "superset", SUPERSET)
    home = scratch / "superset"
    home.mkdir()
    environment = {
        "SUPERSET_HOME": str(home),
        "SUPERSET_CONFIG_PATH": str(PROGRAMS / "superset_config.py"),
        "FLASK_APP": "superset",
    }
    case = [str(scratch / "values.csv"), str(scratch / "areas.geojson"), str(home / "case.db")]
    for command in (
        [str(programs / "superset"), "db", "upgrade"],
        [str(programs / "superset"), "init"],
        [str(programs / "python"), str(PROGRAMS / "superset_dashboard.py"), *case],
    ):
        _run(command, environment)
    worker = ["--workers", "1", "--worker-class", "gthread", "--threads", "4", "--timeout", "120"]
    calm = "!document.querySelector('.loading')"
    first = "document.querySelector('tbody tr td:last-child')?.textContent"
    drawn = "document.querySelector('#deckgl-overlay')"
    choose = "[data-test='NATIVE_FILTER-indicator'], .ant-select-selector"
    return Contender(
        name="Superset",
        command=[
            *(*ON_ONE_CORE, str(programs / "gunicorn"), *worker),
            *("--bind", f"127.0.0.1:{port + 2}", "superset.app:create_app()"),
        ],
        url=f"http://127.0.0.1:{port + 2}/superset/dashboard/case/",
        environment=environment,
        ready=f"{drawn} && {first} && {calm} && (window.firstShown = {first})",
        change=(
            ("press", choose),
            ("press", ".ant-select-item-option[title='Borrowers']"),
            ("press", "[data-test='filter-bar__apply-button']"),
        ),
        changed=f"{drawn} && {calm} && {first} && {first} !== window.firstShown",
    )


def _streamlit(installed: Path, scratch: Path, port: int) -> Contender:
    programs = _install(installed, "streamlit", STREAMLIT)
    options = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
    options += ["--server.address", "127.0.0.1", "--server.port", str(port + 3)]
    program = str(PROGRAMS / "streamlit_areas.py")
    shown = (
        "document.querySelector('[data-testid=stDeckGlJsonChart] canvas') && "
        "document.querySelector('[data-testid=stDataFrame] canvas') && "
        "!document.querySelector('[data-testid=stStatusWidget]')"
    )
    return Contender(
        name="Streamlit",
        command=[*ON_ONE_CORE, str(programs / "streamlit"), "run", program, *options],
        url=f"http://127.0.0.1:{port + 3}/",
        environment={"CASE": str(scratch)},
        ready=shown,
        change=(
            ("press", "[data-testid=stSelectbox] input"),
            ("press", "[role=option]:has-text('Borrowers')"),
        ),
        changed=f"document.querySelector('h1')?.textContent.includes('Borrowers') && {shown}",
    )


def _dash(installed: Path, scratch: Path, port: int) -> Contender:
    """Dash under gunicorn with four threads, as its documentation advises."""
    programs = _install(installed, "dash", DASH)
    worker = ["--workers", "1", "--threads", "4", "--bind", f"127.0.0.1:{port + 4}"]
    shown = (
        "document.querySelector('#map canvas') && document.querySelector('#ranking tbody td') && "
        "!document.querySelector('[data-dash-is-loading]')"
    )
    return Contender(
        name="Dash",
        command=[
            *(*ON_ONE_CORE, str(programs / "gunicorn"), "--chdir", str(PROGRAMS)),
            *(*worker, "dash_areas:server"),
        ],
        url=f"http://127.0.0.1:{port + 4}/",
        environment={"CASE": str(scratch)},
        ready=shown,
        change=(
            ("press", "#indicator"),
            ("press", "[role=option]:has-text('Borrowers'), label:has-text('Borrowers')"),
        ),
        changed=f"document.querySelector('#title')?.textContent === 'Borrowers' && {shown}",
    )


def _install(folder: Path, name: str, packages: list[str]) -> Path:
    """An environment with the packages, made if it is not there; the folder of its programs."""
    place = (folder / name).absolute()
    uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    if not (place / "bin" / "python").exists():
        _run([uv, "venv", "--quiet", "--python", sys.executable, str(place)], {})
    python = ["--python", str(place / "bin" / "python")]
    _run([uv, "pip", "install", "--quiet", *python, *packages], {})
    return place / "bin"


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    try:
        made = subprocess.run(
            command,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise MissingError(f"{Path(command[0]).name}: {fault}") from fault
    if made.returncode != 0:
        last = (made.stderr.strip() or made.stdout.strip()).splitlines()[-1:]
        raise MissingError(f"{' '.join(command)[:120]}: {''.join(last)}")
