"""The how-to page of the API, done: each command as written, on the site of a new place."""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from hereabouts.cli import main
from tests.journeys.serving import cannot, served
from tests.journeys.test_docs import HOW_TO_OF_A_SITE, blocks

pytestmark = pytest.mark.journey
WRITTEN = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def site(built_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of a new place answers, after its first release."""
    place = tmp_path_factory.mktemp("served") / "place"
    shutil.copytree(built_once, place)
    done = CliRunner().invoke(main, ["release", "--folder", str(place)])
    assert done.exit_code == 0, done.output
    yield from served(place)


def ask(line: str, site: str) -> str:
    """Run one curl of the page; what it printed."""
    program, *arguments = shlex.split(line)
    assert program == "curl"
    found = shutil.which("curl")
    if found is None:
        cannot("curl is not installed")
    there = [one.replace(WRITTEN, site) for one in arguments]
    command = ["curl", "--silent", "--show-error", "--max-time", "20", *there]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("page", HOW_TO_OF_A_SITE, ids=lambda page: page.stem)
def test_every_command_prints_what_the_page_says(page: Path, site: str) -> None:
    said, checked = "", 0
    for block in blocks(page):
        if block.kind == "sh":
            said = "".join(ask(line, site) for line in block.text.splitlines())
        else:
            missing = [line for line in block.text.splitlines() if line not in said]
            assert missing == [], said
            checked += 1
    assert checked > 5


def test_curl_gets_a_page_again_only_when_it_changed(site: str, tmp_path: Path) -> None:
    address = f"{site}/api/v1/indicators"
    first = ask(f"curl --compressed --include {WRITTEN}/api/v1/indicators", site)
    (tag,) = re.findall(r'^etag: ("[^"]*")', first, re.MULTILINE)
    again = ask(f"curl --include --header 'If-None-Match: {tag}' {address}", site)
    assert again.startswith("HTTP/1.1 304")
    assert again.strip().splitlines()[-1].count(":") >= 1  # headers, and no body


def test_curl_follows_to_the_outlines(site: str) -> None:
    said = ask(f"curl --location {WRITTEN}/api/v1/geometry/district?format=geojson", site)
    assert said.startswith('{"type')
    assert "FeatureCollection" in said
