"""The peers as fixtures: each starts once, when the first test asks for it."""

from collections.abc import Iterator

import pytest

from tests.peers.openssh import OpenSSH, openssh
from tests.peers.postgresql import PostgreSQL, postgresql


@pytest.fixture(scope="session")
def database() -> Iterator[PostgreSQL]:
    with postgresql() as started:
        yield started


@pytest.fixture(scope="session")
def sftp_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenSSH]:
    with openssh(tmp_path_factory.mktemp("openssh")) as started:
        yield started
