"""What went wrong with storage, in words that say what to do."""

import errno

from hereabouts.errors import LakeError

_NO_ROOM = ("no space left", "disk quota", "file too large", "storage full")


def is_no_room(error: BaseException) -> bool:
    """Whether `error` means that a disk or a quota is full."""
    full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
    return full or any(words in str(error).lower() for words in _NO_ROOM)


def lake_error(error: BaseException, name: str) -> LakeError:
    """A storage failure as an error a user can act on; the data's values are never in it."""
    if is_no_room(error):
        return LakeError(
            f"there is no room left to write '{name}'",
            code="L301",
            do="free some disk, then build again; the last good version is untouched",
        )
    return LakeError(
        f"'{name}' could not be written ({type(error).__name__})",
        code="L302",
        do="check that the lake's folder or address can be written to, then build again",
    )
