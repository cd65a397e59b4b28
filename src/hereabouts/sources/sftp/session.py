"""An SFTP session with a server whose key is known: dialled, checked, logged in."""

import base64
import hashlib
import io
import logging
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

import paramiko

from hereabouts.errors import SourceError
from hereabouts.sources.received import Wanted
from hereabouts.sources.sftp.settings import Server, secret_of

ANSWER = 20.0  # seconds for each step of the greeting
SILENCE = 60.0  # seconds without a byte

# It writes what it meets to the log, names of accounts among it; here errors say what is needed.
logging.getLogger("paramiko").setLevel(logging.CRITICAL)


@contextmanager
def session(wanted: Wanted, server: Server) -> Iterator[paramiko.SFTPClient]:
    """A session; closed at the end.

    Raises:
        SourceError: S182 the server does not answer; S183 it
            does not let us in; S187 it broke off; S192 its key is not the one that is known.
    """
    way, secret = secret_of(wanted)
    key = _private_key(wanted, secret) if way == "key" else None
    with closing(_greeted(wanted, server)) as transport:
        _believe(wanted, server, transport)
        _log_in(wanted, server, transport, key or secret)
        opened = _opened(wanted, transport)
        with closing(opened):
            yield opened


def _opened(wanted: Wanted, transport: paramiko.Transport) -> paramiko.SFTPClient:
    try:
        opened = paramiko.SFTPClient.from_transport(transport)
        channel = opened.get_channel() if opened else None
    except (paramiko.SSHException, OSError, EOFError) as error:
        raise broke_off(wanted) from error
    if opened is None or channel is None:
        raise broke_off(wanted)
    channel.settimeout(SILENCE)
    return opened


def _greeted(wanted: Wanted, server: Server) -> paramiko.Transport:
    try:
        dialled = socket.create_connection((server.host, server.port), timeout=ANSWER)
        transport = paramiko.Transport(dialled)
    except (OSError, UnicodeError) as error:
        raise _no_answer(wanted, server, error) from error
    transport.banner_timeout = transport.auth_timeout = ANSWER
    try:
        if server.known_hosts is not None:
            _prefer_known(transport, _known_keys(wanted, server))
        transport.start_client(timeout=ANSWER)
    except (paramiko.SSHException, OSError, EOFError) as error:
        transport.close()
        raise _no_answer(wanted, server, error) from error
    return transport


def _prefer_known(transport: paramiko.Transport, known: dict[str, paramiko.PKey]) -> None:
    # A server has keys of several types: it must show us one of a type that we know.
    options = transport.get_security_options()
    ours = [
        kind
        for kind in options.key_types
        if kind in known or (kind.startswith("rsa-sha2") and "ssh-rsa" in known)
    ]
    if ours:
        options.key_types = ours


def _known_keys(wanted: Wanted, server: Server) -> dict[str, paramiko.PKey]:
    if server.known_hosts is None:
        return {}
    name = server.host if server.port == 22 else f"[{server.host}]:{server.port}"
    try:
        return dict(paramiko.HostKeys(str(server.known_hosts)).lookup(name) or {})
    except (paramiko.SSHException, OSError, ValueError, IndexError) as error:
        raise SourceError(
            "the file that `known_hosts` names cannot be read",
            code="S120",
            do="write it as ssh does, one host and key a line, or give `host_key`",
            at=wanted.source.at,
        ) from error


def fingerprint(key: paramiko.PKey) -> str:
    """The key's SHA-256, as `ssh-keygen -l` prints it."""
    digest = hashlib.sha256(key.asbytes()).digest()
    return "SHA256:" + base64.b64encode(digest).decode("ascii").rstrip("=")


def _believe(wanted: Wanted, server: Server, transport: paramiko.Transport) -> None:
    """Before anything of ours is sent."""
    offered = transport.get_remote_server_key()
    if server.host_key:
        known = fingerprint(offered) == server.host_key
    else:
        known = _known_keys(wanted, server).get(offered.get_name()) == offered
    if not known:
        raise SourceError(
            f"{server.host} is not known by the key it shows: {fingerprint(offered)} "
            f"({offered.get_name()})",
            code="S192",
            do="ask the server's owner, by telephone or in person, whether that is its key; if "
            "it is, write it as `host_key`; if not, somebody else may be answering",
            at=wanted.source.at,
        )


def _log_in(
    wanted: Wanted,
    server: Server,
    transport: paramiko.Transport,
    credential: paramiko.PKey | str,
) -> None:
    try:
        if isinstance(credential, str):
            left = transport.auth_password(server.user, credential)
        else:
            left = transport.auth_publickey(server.user, credential)
    except paramiko.AuthenticationException as error:
        raise _not_let_in(wanted, server) from error
    except (paramiko.SSHException, OSError, EOFError) as error:
        raise broke_off(wanted) from error
    if left:  # the server wants a second proof
        raise _not_let_in(wanted, server)


def _private_key(wanted: Wanted, text: str) -> paramiko.PKey:
    for kind in (paramiko.Ed25519Key, paramiko.ECDSAKey, paramiko.RSAKey):
        try:
            return kind.from_private_key(io.StringIO(text + "\n"))
        except (paramiko.SSHException, ValueError, IndexError, UnicodeError):
            continue
    raise SourceError(
        "what should be a private key is not one, or it has a passphrase",
        code="S183",
        do="give a private key of this account's own, without a passphrase: Ed25519, ECDSA or RSA",
        at=wanted.source.at,
    )


def _no_answer(wanted: Wanted, server: Server, error: Exception) -> SourceError:
    if isinstance(error, socket.gaierror | UnicodeError):
        why = "there is no host of that name"
    elif isinstance(error, TimeoutError):
        why = "it did not answer in time"
    elif isinstance(error, ConnectionRefusedError):
        why = "nothing listens there"
    else:
        why = "no SSH server answers there, or it broke off"
    return SourceError(
        f"{server.host}, port {server.port}, cannot be reached: {why}",
        code="S182",
        do="check the host, its port and this machine's firewall, and try again",
        at=wanted.source.at,
    )


def _not_let_in(wanted: Wanted, server: Server) -> SourceError:
    return SourceError(
        f"{server.host} does not let us in with that account and secret",
        code="S183",
        do="check `user`, and what the environment variable holds; ask the owner to let it in",
        at=wanted.source.at,
    )


def broke_off(wanted: Wanted) -> SourceError:
    """The server went away, or fell silent, half-way."""
    return SourceError(
        "the server broke off, or fell silent, before the end",
        code="S187",
        do="try again; nothing of the half was kept",
        at=wanted.source.at,
    )
