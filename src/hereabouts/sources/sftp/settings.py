"""What source.yml says of an SFTP server, checked before anything is dialled."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hereabouts.errors import SourceError
from hereabouts.sources.environment import from_environment
from hereabouts.sources.newest import newest_by
from hereabouts.sources.received import Wanted

PORT, SECONDS = 22, 600
_LARGEST_KEY = 100_000  # bytes of a private key


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where to go, whom to believe, and what to ask for."""

    host: str
    port: int
    user: str
    host_key: str  # SHA256:..., as `ssh-keygen -l` prints it; empty when `known_hosts` is given
    known_hosts: Path | None
    folder: str
    name: str  # of the file; may be a pattern
    newest_by: str
    seconds: int  # in which the whole must be done

    @property
    def origin(self) -> str:
        """The folder's address, with no account in it."""
        port = "" if self.port == PORT else f":{self.port}"
        return f"sftp://{self.host}{port}{'' if self.folder.startswith('/') else '/'}{self.folder}"


def server(wanted: Wanted) -> Server:
    """The server that source.yml names.

    Raises:
        SourceError: S120 a key is missing or wrong.
    """
    said = wanted.source.location
    path = PurePosixPath(_said(wanted, "remote_path", "/outgoing/trust_a_*.csv"))
    if ".." in path.parts or not path.name or any(c in str(path.parent) for c in "*?["):
        raise _wrong(wanted, "remote_path", "/outgoing/trust_a_*.csv")
    return Server(
        host=_said(wanted, "sftp", "files.example.org"),
        port=_number(wanted, "port", PORT, most=65_535),
        user=_said(wanted, "user", "hereabouts"),
        host_key=_host_key(wanted),
        known_hosts=_known_hosts(wanted) if "host_key" not in said else None,
        folder=str(path.parent),
        name=path.name,
        newest_by=newest_by(wanted.source),
        seconds=_number(wanted, "max_seconds", SECONDS, most=86_400),
    )


def secret_of(wanted: Wanted) -> tuple[str, str]:
    """How we show who we are, `key` or `password`, and the secret itself.

    Raises:
        SourceError: S120 none or several are named; S181 it is not set; S102 no such key file.
    """
    said = wanted.source.location.keys() | wanted.source.options.keys()
    ways = {"key_env", "key_file_env", "password_env"} & said
    if len(ways) != 1:
        raise _wrong(wanted, "key_file_env", "MY_KEY_FILE", also="`key_env` or `password_env`")
    way = ways.pop()
    secret = from_environment(wanted, way)
    if way == "key_file_env":
        return "key", _key_in(wanted, Path(secret))
    return ("password" if way == "password_env" else "key"), secret


def _key_in(wanted: Wanted, path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST_KEY).decode("ascii", "replace")
    except OSError as error:
        # The path is the variable's value, so it is not shown.
        raise SourceError(
            f"the key file that `key_file_env` leads to cannot be read: {error.strerror}",
            code="S102",
            do="set the variable to the private key's path, and let this account read it",
            at=wanted.source.at,
        ) from error


def _host_key(wanted: Wanted) -> str:
    said = wanted.source.location.get("host_key", "").strip().rstrip("=")
    if said and not said.startswith("SHA256:"):
        raise _wrong(wanted, "host_key", '"SHA256:..."', also="as `ssh-keygen -l` prints it")
    if not said and not wanted.source.location.get("known_hosts"):
        raise _wrong(wanted, "host_key", '"SHA256:..."', also="or `known_hosts: known_hosts`")
    return said


def _known_hosts(wanted: Wanted) -> Path:
    path = (wanted.root / wanted.source.location["known_hosts"]).resolve()
    if not path.is_relative_to(wanted.root.resolve()) or not path.is_file():
        raise _wrong(wanted, "known_hosts", "known_hosts", also="a file in the project folder")
    return path


def _said(wanted: Wanted, key: str, example: str) -> str:
    said = wanted.source.location.get(key, "").strip()
    if not said or any(ord(character) < 32 for character in said):
        raise _wrong(wanted, key, example)
    return said


def _number(wanted: Wanted, key: str, default: int, *, most: int) -> int:
    said = wanted.source.location.get(key) or wanted.source.options.get(key) or str(default)
    if not (said.isascii() and said.isdigit() and 0 < int(said) <= most):
        raise _wrong(wanted, key, str(default))
    return int(said)


def _wrong(wanted: Wanted, key: str, example: str, *, also: str = "") -> SourceError:
    return SourceError(
        f"`{key}` is missing or cannot be used",
        code="S120",
        do=f"write it as `{key}: {example}`" + (f", {also}" if also else ""),
        at=wanted.source.at,
    )
