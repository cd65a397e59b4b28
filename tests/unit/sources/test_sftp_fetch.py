"""Files from a real OpenSSH server on loopback."""

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hereabouts.errors import Location, SourceError
from hereabouts.model.product import Source
from hereabouts.sources import Received, acquire
from tests.peers.finding import program
from tests.peers.openssh import OpenSSH

Get = Callable[..., Received]


@pytest.fixture
def files(sftp_server: OpenSSH) -> Iterator[Path]:
    """An empty folder of the server's."""
    folder = sftp_server.files / "out going"
    folder.mkdir()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def get(sftp_server: OpenSSH, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Get:
    monkeypatch.setenv("TRUST_KEY_FILE", str(sftp_server.key))
    monkeypatch.setenv("TRUST_KEY", sftp_server.key.read_text())
    monkeypatch.setenv("TRUST_PASSWORD", "a secret word")

    def get_file(
        name: str, *, without: str = "", options: dict[str, str] | None = None, **said: str
    ) -> Received:
        location = {
            "sftp": "127.0.0.1",
            "port": str(sftp_server.port),
            "user": sftp_server.user,
            "key_file_env": "TRUST_KEY_FILE",
            "host_key": sftp_server.fingerprint,
            "remote_path": f"{files}/{name}",
        } | said
        location = {key: value for key, value in location.items() if key not in without.split()}
        source = Source(
            kind="csv", location=location, options=options or {}, at=Location("source.yml", 1)
        )
        return acquire(source, root=tmp_path, scratch=tmp_path / "scratch", previous=None)

    return get_file


def refused(get: Get, *arguments: str, **said: object) -> SourceError:
    with pytest.raises(SourceError) as caught:
        get(*arguments, **said)
    for secret in ("secret word", "PRIVATE KEY", "user_key"):
        assert secret not in str(caught.value)
    return caught.value


def test_a_file_comes_whole(get: Get, files: Path, sftp_server: OpenSSH) -> None:
    content = os.urandom(3_000_001)
    (files / "beds é.csv").write_bytes(content)
    received = get("beds é.csv")
    assert received.path.read_bytes() == content
    assert received.size == len(content)
    assert received.origin == f"sftp://127.0.0.1:{sftp_server.port}{files}/beds é.csv"


def test_an_empty_file_is_a_file(get: Get, files: Path) -> None:
    (files / "none.csv").touch()
    assert get("none.csv").size == 0


def test_the_newest_that_fits_is_taken(get: Get, files: Path) -> None:
    for name, minutes in (("a_9.csv", 5), ("a_10.csv", 50), ("b_11.csv", 1), (".a_12.csv", 0)):
        (files / name).write_text(name)
        when = time.time() - minutes * 60
        os.utime(files / name, (when, when))
    (files / "a_99.csv").mkdir()
    received = get("*a_*.csv")
    assert received.path.read_text() == "a_9.csv"
    assert received.notes == ("took 'a_9.csv'", "passed over '.a_12.csv', 'a_10.csv', 'a_99.csv'")
    assert get("a_*.csv", newest_by="name").path.read_text() == "a_10.csv"


def test_a_key_may_be_in_the_variable_itself(get: Get, files: Path) -> None:
    (files / "beds.csv").write_text("x")
    assert get("beds.csv", without="key_file_env", key_env="TRUST_KEY").size == 1


def test_a_host_may_be_known_by_a_file(
    get: Get, files: Path, tmp_path: Path, sftp_server: OpenSSH
) -> None:
    (files / "beds.csv").write_text("x")
    (tmp_path / "known_hosts").write_text(sftp_server.known_hosts)
    assert get("beds.csv", without="host_key", known_hosts="known_hosts").size == 1


def test_a_server_with_another_key_is_refused_before_we_say_who_we_are(
    get: Get, files: Path, tmp_path: Path, sftp_server: OpenSSH
) -> None:
    (files / "beds.csv").write_text("x")
    other = tmp_path / "other"
    subprocess.run(
        [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(other)], check=True
    )
    public = " ".join((tmp_path / "other.pub").read_text().split()[:2])
    (tmp_path / "known_hosts").write_text(f"[127.0.0.1]:{sftp_server.port} {public}\n")
    (tmp_path / "nobody_known").touch()
    for said in (
        {"host_key": "SHA256:AAAA"},
        {"without": "host_key", "known_hosts": "known_hosts"},
        {"without": "host_key", "known_hosts": "nobody_known"},
    ):
        error = refused(get, "beds.csv", **said, user="who-asks")
        assert (error.code, sftp_server.fingerprint in error.problem) == ("S192", True)


def test_a_host_that_nobody_vouches_for_is_never_dialled(get: Get) -> None:
    error = refused(get, "beds.csv", without="host_key", sftp="nowhere.invalid")
    assert (error.code, "`host_key`" in error.problem) == ("S120", True)


def test_an_account_that_is_not_let_in_is_said(get: Get, files: Path) -> None:
    (files / "beds.csv").write_text("x")
    assert refused(get, "beds.csv", user="nobody-here").code == "S183"
    by_password = {"password_env": "TRUST_PASSWORD", "without": "key_file_env"}
    assert refused(get, "beds.csv", **by_password).code == "S183"


def test_a_key_that_is_not_one_is_said(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUST_KEY", "a secret word")
    assert refused(get, "a.csv", without="key_file_env", key_env="TRUST_KEY").code == "S183"
    monkeypatch.setenv("TRUST_KEY_FILE", "/no/such/user_key")
    assert refused(get, "a.csv").code == "S102"


def test_a_server_that_is_not_there_is_said(get: Get) -> None:
    assert "nothing listens" in refused(get, "beds.csv", port="1").problem
    error = refused(get, "beds.csv", sftp="nowhere.invalid")
    assert (error.code, "no host of that name" in error.problem) == ("S182", True)


def test_what_is_no_ssh_server_is_said(get: Get) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            for _ in range(1):
                caller, _ = listening.accept()
                with caller:
                    caller.sendall(b"220 mail.example.org\r\n" * 200)

        answering = threading.Thread(target=answer)
        answering.start()
        error = refused(get, "beds.csv", port=str(listening.getsockname()[1]))
        answering.join()
    assert error.code == "S182"


def test_what_is_not_there_is_said_with_what_is_near(get: Get, files: Path) -> None:
    (files / "beds_2024.csv").write_text("x")
    assert refused(get, "bed.csv").code == "S195"
    error = refused(get, "bed-*.csv")
    assert (error.code, "'beds_2024.csv'" in error.do) == ("S195", True)
    (files / "folder").mkdir()
    assert "is not a file" in refused(get, "folder").problem


def test_a_file_that_grows_is_refused(get: Get, files: Path, tmp_path: Path) -> None:
    growing = files / "growing.csv"
    growing.write_bytes(b"x" * 1_000_000)
    done = threading.Event()

    def grow() -> None:
        with growing.open("ab", buffering=0) as file:
            while not done.wait(0.005):
                file.write(b"more")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        assert refused(get, "growing.csv").code == "S196"
        assert list((tmp_path / "scratch").iterdir()) == []
    finally:
        done.set()
        writer.join()
    assert get("growing.csv").size == growing.stat().st_size


def test_a_file_above_the_limit_is_refused(get: Get, files: Path) -> None:
    (files / "beds.csv").write_bytes(b"x" * 1000)
    assert get("beds.csv", options={"max_bytes": "1000"}).size == 1000
    assert refused(get, "beds.csv", options={"max_bytes": "999"}).code == "S111"


@pytest.mark.parametrize(
    "said",
    [
        {"port": "0"},
        {"port": "ssh"},
        {"user": ""},
        {"host_key": "MD5:aa"},
        {"remote_path": "/a/../b.csv"},
        {"remote_path": "/a*/b.csv"},
        {"password_env": "TRUST_PASSWORD"},
        {"without": "host_key", "known_hosts": "../../known_hosts"},
    ],
)
def test_a_key_of_source_yml_that_cannot_be_used_is_said(get: Get, said: dict[str, str]) -> None:
    assert refused(get, "beds.csv", **said).code == "S120"
