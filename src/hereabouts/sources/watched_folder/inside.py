"""The folder that is watched, and the files in it that may be taken."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from hereabouts.errors import SourceError
from hereabouts.sources.environment import from_environment
from hereabouts.sources.newest import MOST_FILES, Candidate
from hereabouts.sources.received import Wanted


def watched_folder(wanted: Wanted) -> Path:
    """The folder `folder`, inside the project, or inside the folder that `folder_env` names.

    Raises:
        SourceError: S198 it is outside; S101 there is none; S102 it is not a folder.
    """
    said = wanted.source.location["folder"]
    home = _home(wanted).resolve()
    folder = (home / said).resolve()
    if not folder.is_relative_to(home):
        raise SourceError(
            "`folder` leads out of where it may be",
            code="S198",
            do="keep it inside the project folder, or name an environment variable that holds an "
            "absolute folder as `folder_env`, and give `folder` from there",
            at=wanted.source.at,
        )
    if not folder.is_dir():
        there = folder.exists()
        raise SourceError(
            f"'{said}' is not a folder" if there else f"there is no folder '{said}'",
            code="S102" if there else "S101",
            do="make the folder, or correct `folder`; on a share, see that it is mounted",
            at=wanted.source.at,
        )
    return folder


def _home(wanted: Wanted) -> Path:
    if "folder_env" not in wanted.source.location:
        return wanted.root
    home = Path(from_environment(wanted, "folder_env"))
    if not home.is_absolute() or home == Path(home.anchor):
        raise SourceError(
            "what `folder_env` names holds no absolute folder, or the whole disk",
            code="S198",
            do="set it to one folder, such as /srv/returns",
            at=wanted.source.at,
        )
    return home


def names_in(wanted: Wanted, folder: Path) -> list[str]:
    """The names in the folder.

    Raises:
        SourceError: S102 it cannot be listed, or holds more than is looked at.
    """
    try:
        names = [entry.name for entry in islice(folder.iterdir(), MOST_FILES + 1)]
    except OSError as error:
        raise SourceError(
            f"the folder cannot be listed: {error.strerror}",
            code="S102",
            do="let the account that runs this list it",
            at=wanted.source.at,
        ) from error
    if len(names) > MOST_FILES:
        raise SourceError(
            f"the folder holds more than {MOST_FILES:,} files",
            code="S102",
            do="move old files away, or watch a folder of their own",
            at=wanted.source.at,
        )
    return names


def files_called(wanted: Wanted, folder: Path, names: list[str]) -> Iterator[Candidate]:
    """The files of those names; a folder, a device or a name that has gone is left out.

    Raises:
        SourceError: S199 a link leads out of the folder.
    """
    for name in names:
        try:
            real = (folder / name).resolve(strict=True)
            stat = real.stat()
        except OSError:
            continue
        if not real.is_relative_to(folder):
            raise SourceError(
                f"'{name}' is a link to a file outside the folder",
                code="S199",
                do="put the file itself there, and take the link away",
                at=wanted.source.at,
            )
        if S_ISREG(stat.st_mode):
            yield Candidate(name=name, size=stat.st_size, modified=stat.st_mtime_ns / 1e9)
