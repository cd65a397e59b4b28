"""Marks: what stands for a value where nobody may read it.

A mark is an HMAC-SHA256 of the value under a key that stays on this machine: the same value has
the same mark, and without the key not even every possible NHS number tried in turn finds it.

Source:
    RFC 2104, HMAC: Keyed-Hashing for Message Authentication.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from hereabouts.errors import GoverningError

KEY_BYTES = 32
OURS_ALONE = 0o600


def normal_sql(value: str) -> str:
    """SQL for a value as it is compared: as text, without spaces, in small letters."""
    return f"lower(regexp_replace(cast({value} as varchar), '[\\s\\x{{A0}}]', '', 'g'))"


def secret_key(home: Path) -> bytes:
    """The project's key; made when nothing was ever marked with one.

    Raises:
        GoverningError: G130 it is gone, or is no key, and marks are there that were made with it.
    """
    path = home / "key"
    if not path.exists() and not any(home.glob("*.jsonl")):
        return _new_key(path)
    return existing_key(home)


def existing_key(home: Path) -> bytes:
    """The project's key, with which marks that are there were made.

    Raises:
        GoverningError: G130 it is gone, or is no key.
    """
    try:
        key = bytes.fromhex((home / "key").read_text("ascii").strip())
    except (OSError, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise GoverningError(
            "the key that marks of people were made with cannot be read",
            code="G130",
            do="put .hereabouts/retention/key back from a backup; without it, people who were"
            " erased would come back with the next file",
        )
    return key


def mark(key: bytes, kind: str, value: str) -> str:
    """The mark of a normal value of one kind, such as a shared field: 64 hexadecimal digits."""
    return hmac.new(key, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()


def digest_of(values: Iterable[str]) -> str:
    """One HMAC over values in their order, under a key that is thrown away at once.

    It says that a list was there, and can never be used to try who was on it.
    """
    throw_away = hmac.new(secrets.token_bytes(KEY_BYTES), digestmod=hashlib.sha256)
    for value in values:
        throw_away.update(value.encode() + b"\0")
    return throw_away.hexdigest()


def _new_key(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = secrets.token_bytes(KEY_BYTES)
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OURS_ALONE)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.hex())
        file.flush()
        os.fsync(file.fileno())
    return key
