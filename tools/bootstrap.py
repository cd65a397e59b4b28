"""Make `.venv` exactly as requirements.lock says, with nothing but Python 3.11 and its pip.

`uv` installs every locked package, each checked against its hash, from whichever index the
machine is configured for; the lock names packages and hashes, and no address.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.sha256"


def main() -> None:
    """Do nothing when the environment already matches the lock."""
    if sys.version_info < (3, 11):  # noqa: UP036  said in words, before anything else fails
        sys.exit(f"Hereabouts needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    if not PYTHON.exists():
        venv.create(VENV, with_pip=False, symlinks=True)
    uv = [str(uv_program())]
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV)}
    run([*uv, "pip", "sync", "--quiet", "--require-hashes", str(LOCK)], environment)
    run([*uv, "pip", "install", "--quiet", "--no-deps", "--editable", str(ROOT)], environment)
    STAMP.write_text(wanted, "utf-8")


def fingerprint() -> str:
    """Changes when the lock, the package's metadata or the Python does."""
    said = [LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(said)).hexdigest()


def uv_program() -> Path:
    """uv: one that is installed, or the locked one, put in the environment by pip."""
    found = shutil.which("uv")
    if found:
        return Path(found)
    inside = VENV / "bin" / "uv"
    if not inside.exists():
        pinned = next(line.split(" ")[0] for line in lock_lines() if line.startswith("uv=="))
        run([*pip_program(), "--python", str(PYTHON), "install", "--quiet", pinned])
    return inside


def lock_lines() -> list[str]:
    """The lock, a line each."""
    return LOCK.read_text("utf-8").splitlines()


def pip_program() -> list[str]:
    """How to run pip: this Python's own, or the one that Python carries for this purpose."""
    own = [sys.executable, "-m", "pip"]
    if subprocess.run([*own, "--version"], capture_output=True, check=False).returncode == 0:
        return own
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "this Python has no pip to begin with: install it once, such as with\n"
            "  apt-get install python3-venv    (Debian, Ubuntu)"
        )
    run([str(PYTHON), "-m", "ensurepip", "--default-pip"])
    return [str(PYTHON), "-m", "pip"]


def run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run, and stop in words if it fails."""
    done = subprocess.run(command, env=environment, check=False)
    if done.returncode:
        sys.exit(f"could not set up: {' '.join(command)} ended with {done.returncode}")


if __name__ == "__main__":
    main()
