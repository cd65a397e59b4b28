"""What every test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real open data, or a skip that says why."""
    folder = Path(os.environ.get("HEREABOUTS_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("real open data is not beside this checkout (set HEREABOUTS_SHARED_DATA)")
    return folder
