"""A command begins soon: what only some work needs is imported when it is done."""

import subprocess
import sys

import pytest

HEAVY = ("pandas", "geopandas", "pyogrio", "rdflib", "docx")


@pytest.mark.parametrize(
    "module",
    [
        "hereabouts.cli.build",
        "hereabouts.cli.publish",
        "hereabouts.cli.release",
        "hereabouts.doors.web.serve",
    ],
)
def test_a_command_imports_nothing_that_it_may_not_need(module: str) -> None:
    told = f"import sys, {module}; print(*sys.modules)"
    command = [sys.executable, "-c", told]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    assert set(HEAVY) & set(loaded.stdout.split()) == set()
