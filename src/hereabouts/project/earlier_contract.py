"""Contracts as they were: from a file elsewhere, or from the folder's history in git."""

import os
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from hereabouts.errors import Location, ProblemsError, ProjectError
from hereabouts.model.product import Contract
from hereabouts.project.read_contract import read_contract
from hereabouts.project.reader import Reader

_REVISION = re.compile(r"[A-Za-z0-9_@^~{}./+][A-Za-z0-9_@^~{}./+-]{0,199}")
_PRODUCT_PATH = re.compile(r"products/([a-z][a-z0-9_]*)/([a-z][a-z0-9_]*)/contract\.odcs\.yaml")
_LONGEST_SECONDS = 30


def contract_from_text(text: str, *, path: str, domain: str) -> Contract:
    """The contract that `text` is.

    Args:
        text: of a contract.odcs.yaml.
        path: what to call it in errors; relative.
        domain: for a contract that names none.

    Raises:
        ProblemsError: everything that keeps it from being read.
    """
    with TemporaryDirectory() as folder:
        (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
        (Path(folder) / path).write_text(text, encoding="utf-8")
        reader = Reader(Path(folder))
        fitted = reader.fitted(path, kind="contract", also="contract_in_use")
        if fitted is not None:
            contract = read_contract(*fitted, domain=domain, problems=reader.problems)
            if contract is not None:
                return contract
    raise ProblemsError(reader.problems)


def contract_from_file(file: Path) -> Contract:
    """The contract in a file anywhere.

    Raises:
        ProjectError: P371 it cannot be opened, or is not text.
        ProblemsError: everything that keeps it from being read.
    """
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise ProjectError(
            f"{file.name} cannot be read: {reason}",
            code="P371",
            do="give the path of a contract.odcs.yaml",
            at=Location(str(file)),
        ) from error
    return contract_from_text(text, path=file.name, domain="")


def contracts_at(root: Path, revision: str) -> dict[str, str]:
    """`domain.product` -> the text of its contract at a revision of the folder's git repository.

    Git is asked for the bytes alone: nothing that the repository configures is run.

    Raises:
        ProjectError: P370 the folder is not in git, or there is no such revision.
    """
    commit = _commit(root, revision)
    listed = _git(root, "ls-tree", "-r", "--name-only", "-z", commit, "--", "products")
    found = {}
    for path in (listed or b"").decode("utf-8", errors="replace").split("\0"):
        if match := _PRODUCT_PATH.fullmatch(path):
            text = _git(root, "cat-file", "blob", f"{commit}:./{path}")
            found[".".join(match.groups())] = (text or b"").decode("utf-8", errors="replace")
    return found


def _commit(root: Path, revision: str) -> str:
    said = None
    if _REVISION.fullmatch(revision):
        said = _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not said:
        raise ProjectError(
            f"there is no revision {revision!r} of this folder",
            code="P370",
            do="name a commit, branch or tag of the git repository that the folder is in, or "
            "compare two files with --from and --to",
            at=Location(str(root)),
        )
    return said.decode("ascii").strip()


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it fails, is not installed, or takes too long."""
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-c", "core.fsmonitor=false", "--no-pager", "-C", str(root), *arguments]
    try:
        done = subprocess.run(  # noqa: S603  arguments are a list, and the revision is checked
            command, capture_output=True, check=False, timeout=_LONGEST_SECONDS, env=quiet
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
