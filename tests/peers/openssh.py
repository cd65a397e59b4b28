"""A real OpenSSH server on loopback that serves files, and goes when the tests end."""

import getpass
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_connection

from tests.peers.finding import free_port, program


@dataclass(frozen=True, slots=True)
class OpenSSH:
    port: int
    user: str
    key: Path  # the private key that it lets in
    fingerprint: str
    known_hosts: str  # a line of such a file
    files: Path


@contextmanager
def openssh(home: Path) -> Iterator[OpenSSH]:
    sshd = program("sshd", "/usr/sbin/sshd", "/usr/local/sbin/sshd")
    keygen = program("ssh-keygen")
    for name in ("host_key", "user_key"):
        _run([keygen, "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(home / name)])
    (home / "files").mkdir()
    (home / "authorized_keys").write_bytes((home / "user_key.pub").read_bytes())
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where it separates its privileges
    port = free_port()
    settings = home / "sshd_config"
    settings.write_text(
        f"""Port {port}
ListenAddress 127.0.0.1
HostKey {home / "host_key"}
PidFile none
AuthorizedKeysFile {home / "authorized_keys"}
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
"""
    )
    server = subprocess.Popen([sshd, "-D", "-e", "-f", str(settings)], stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        shown = _run([keygen, "-l", "-E", "sha256", "-f", str(home / "host_key.pub")])
        public = (home / "host_key.pub").read_text().split()
        yield OpenSSH(
            port=port,
            user=getpass.getuser(),
            key=home / "user_key",
            fingerprint=shown.split()[1],
            known_hosts=f"[127.0.0.1]:{port} {public[0]} {public[1]}\n",
            files=home / "files",
        )
    finally:
        server.terminate()
        server.wait(10)


def _wait(port: int) -> None:
    for _ in range(100):
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the SSH server did not start")


def _run(command: list[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30)
    return done.stdout
