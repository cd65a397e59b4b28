"""Find a file by its path, and hash it where it is."""

from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

from hereabouts.errors import SourceError
from hereabouts.sources.received import Received, Wanted, sha256_of
from hereabouts.sources.unchanged import file_state, refuse_changed


def fetch(wanted: Wanted) -> Received:
    """The file at `path`, from the project folder unless it is absolute.

    Raises:
        SourceError: S101 no such file; S102 it cannot be opened; S111 too large;
            S179 it is being written.
    """
    said = wanted.source.location["path"]
    return receive_file(wanted, wanted.root / said, origin=said)


def receive_file(wanted: Wanted, path: Path, *, origin: str) -> Received:
    """A file that is already here.

    Raises:
        SourceError: S101, S102, S111, S179.
    """
    if not path.exists():
        raise SourceError(
            f"there is no file '{origin}'", code="S101", do=_advice(path), at=wanted.source.at
        )
    if not path.is_file():
        raise SourceError(
            f"'{origin}' is not a file",
            code="S102",
            do="name the file itself, not its folder",
            at=wanted.source.at,
        )
    size, sha256 = _hashed(wanted, path, origin)
    return Received(
        path=path,
        name=path.name,
        origin=origin,
        sha256=sha256,
        size=size,
        fetched_at=datetime.now(UTC),
        etag=None,
        last_modified=None,
        unchanged=False,
    )


def _hashed(wanted: Wanted, path: Path, origin: str) -> tuple[int, str]:
    """The size and hash of a file that stays as it is meanwhile."""
    try:
        before = file_state(path)
        if before[0] > wanted.limit:
            raise wanted.too_large(origin)
        sha256 = sha256_of(path)
        refuse_changed(path, before, name=origin, source=wanted.source)
    except OSError as error:
        raise SourceError(
            f"'{origin}' cannot be read: {error.strerror}",
            code="S102",
            do="let the account that runs this read the file, and close it elsewhere",
            at=wanted.source.at,
        ) from error
    return before[0], sha256


def _advice(path: Path) -> str:
    if not path.parent.is_dir():
        return f"make the folder '{path.parent.name}' and put the file there, or correct the path"
    names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    near = get_close_matches(path.name, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'? If not, put the file there"
    return "put the file there, or correct the path"
