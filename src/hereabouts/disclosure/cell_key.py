"""Cell keys: noise that the same people always get, in whatever table they appear.

Each record, or each base area, has a secret random key. The keys of what is in a cell are added
up, and the sum picks the noise. Nobody can tell it without the secret, and nobody can average it
away by asking for the same cell again.
"""

import hmac
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from hereabouts.disclosure.p_table import PTable
from hereabouts.disclosure.suppress_and_round import require_counts
from hereabouts.errors import DisclosureError

Numbers = NDArray[np.float64]
Keys = NDArray[np.uint64]  # sums are modulo 2 to the 64
SHORTEST = 32


def secret_in(environ: Mapping[str, str]) -> bytes:
    """The secret that the noise of scheme `cell_key` is made with.

    Said by HEREABOUTS_CELL_KEY_SECRET: 32 characters or more, random, and the same for every
    release, since noise made with another could be averaged with it.

    Raises:
        DisclosureError: D122 it is not set, or short enough to be guessed.
    """
    name = "HEREABOUTS_CELL_KEY_SECRET"
    secret = environ.get(name, "").strip()
    if len(secret) < SHORTEST:
        raise DisclosureError(
            f"the environment variable {name} is not set, or shorter than {SHORTEST} characters",
            code="D122",
            do=f"set {name} to a long random text, and keep the same one for every release",
        )
    return secret.encode()


def record_keys(identifiers: Iterable[str], *, secret: bytes) -> Keys:
    """A key for each record or base area, from what identifies it: HMAC with SHA-256.

    Args:
        identifiers: such as an NHS number or the code of a base area; it is not kept.
        secret: from `secret_in`.
    """
    digests = b"".join(hmac.digest(secret, one.encode(), "sha256")[:8] for one in identifiers)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)


def cell_keys(keys: Keys, cell: NDArray[np.integer], *, cells: int) -> Keys:
    """The sum of the keys in each cell.

    Args:
        keys: of records.
        cell: the number of the cell that each is in, from 0.
        cells: how many cells there are.
    """
    summed = np.zeros(cells, np.uint64)
    np.add.at(summed, cell, keys)
    return summed


def area_count_keys(areas: Keys, about: Iterable[str], counts: Numbers, *, secret: bytes) -> Keys:
    """Keys of counts about whole sets of base areas, where there are no records to add up.

    The same set of base areas, the same subject and the same count get the same key. A count
    that was revised gets another, as it would with a record more or less.

    Args:
        areas: the sum of the keys of the base areas that each count is about.
        about: what each counts: measure, period and category.
        counts: exact.
        secret: from `secret_in`.
    """
    rows = zip(areas.tolist(), about, counts.tolist(), strict=True)
    return record_keys((f"{area}|{count!r}|{what}" for area, what, count in rows), secret=secret)


def perturb(counts: Numbers, keys: Keys, table: PTable) -> Numbers:
    """Counts with noise: 0 stays 0, and none becomes negative.

    Args:
        counts: whole numbers, 0 or more; NaN where missing.
        keys: of the cells.
        table: from `p_table`.

    Raises:
        DisclosureError: D103 if a count is negative or too large, D104 if one is not whole.

    Source:
        Fraser and Wooton, A proposed method for confidentialising tabular output to protect
        against differencing (2005); Thompson, Broadfoot and Elazar (2013).
    """
    exact = require_counts(counts)
    whole = np.where(np.isnan(exact), 0, exact).astype(np.int64)
    uniform = (keys >> np.uint64(11)).astype(np.float64) * 2.0**-53
    return np.where(np.isnan(exact), np.nan, whole + table.moved(whole, uniform))
