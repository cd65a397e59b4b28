"""Fetch a file by SFTP, once the library for it is there."""

from importlib.util import find_spec

from hereabouts.errors import SourceError
from hereabouts.sources.received import Received, Wanted


def fetch(wanted: Wanted) -> Received:
    """The file at `remote_path` of the server `sftp`; the newest when that is a pattern.

    Raises:
        SourceError: S109 nowhere to put it; S111 too large; S120 a key is wrong; S180 the library
            is not installed; S182 no answer; S183 not let in; S186 too slow; S187 it broke off;
            S192 its key is not known; S195 there is nothing; S196 it changes while it is read.
    """
    if find_spec("paramiko") is None:
        raise SourceError(
            "files are fetched by SFTP with a library that is not installed",
            code="S180",
            do="install it: pip install 'hereabouts[sftp]'",
            at=wanted.source.at,
        )
    # Only a project that fetches by SFTP waits for the library to load.
    from hereabouts.sources.sftp.download import download  # noqa: PLC0415

    return download(wanted)
