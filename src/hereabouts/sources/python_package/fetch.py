"""Find a file that an installed package carries, without importing the package."""

from importlib import metadata
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from hereabouts.errors import SourceError
from hereabouts.sources.path.fetch import receive_file
from hereabouts.sources.received import Received, Wanted


def fetch(wanted: Wanted) -> Received:
    """The file `file` of the package `package`, at `version` if one is asked for.

    Raises:
        SourceError: S103 not installed; S104 another version; S105 no such file in it; S111.
    """
    location = wanted.source.location
    package, file = location["package"], location.get("file", "")
    folders = _folders(wanted, package)
    version = _version(package)
    asked = location.get("version")
    if asked and asked != version:
        raise SourceError(
            f"package '{package}' is installed at version {version or 'unknown'}, not {asked}",
            code="S104",
            do=f"install version {asked} of it, or change `version` once the new files are checked",
            at=wanted.source.at,
        )
    path = _file_in(folders, file)
    if path is None:
        raise SourceError(
            f"package '{package}' has no file '{file}'",
            code="S105",
            do="give `file` as its path inside the package, such as `data/areas.csv`",
            at=wanted.source.at,
        )
    return receive_file(wanted, path, origin=f"{package} {version or ''}".strip() + f": {file}")


def _folders(wanted: Wanted, package: str) -> list[Path]:
    # find_spec imports the parents of a dotted name, so only a plain name is taken: a data
    # package's own code is never run.
    spec = find_spec(package) if package.isidentifier() else None
    if spec is None or spec.submodule_search_locations is None:
        raise SourceError(
            f"the Python package '{package}' is not installed",
            code="S103",
            do="install it beside hereabouts, and give its import name (with _ and not -)",
            at=wanted.source.at,
        )
    return [Path(folder) for folder in spec.submodule_search_locations]


def _version(package: str) -> str | None:
    for name in (package, *metadata.packages_distributions().get(package, ())):
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return None


def _file_in(folders: list[Path], file: str) -> Path | None:
    inside = PurePosixPath(file)
    if not file or inside.is_absolute() or ".." in inside.parts:
        return None
    return next((folder / inside for folder in folders if (folder / inside).is_file()), None)
