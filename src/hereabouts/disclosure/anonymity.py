"""How well rows of records hide among each other: k-anonymity and l-diversity."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hereabouts.errors import DisclosureError

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anonymity:
    """Groups are rows alike in every quasi-identifier. It holds counts of rows, never a value."""

    k: int  # that was asked for
    rows: int
    groups: int
    smallest_group: int  # the k that the rows have; 0 of no rows
    groups_under_k: int
    rows_under_k: int
    fewest_values: int | None  # the l that they have; None where nothing sensitive was named

    @property
    def share_under_k(self) -> float:
        """The share of rows that are in a group under k."""
        return self.rows_under_k / self.rows if self.rows else 0.0

    @property
    def holds(self) -> bool:
        """Whether no row is in a group under k."""
        return self.rows_under_k == 0


def anonymity(sizes: Codes, values: Codes | None, *, k: int) -> Anonymity:
    """What the sizes of groups say.

    Args:
        sizes: rows in each group, 1 or more.
        values: distinct sensitive values in each group, a missing one counting as one; None
            where nothing sensitive was named.
        k: the fewest rows that are to be alike.

    Raises:
        DisclosureError: D125 if `k` is below 2, or the columns do not fit.

    Source:
        Sweeney, k-anonymity: a model for protecting privacy (2002); Machanavajjhala and others,
        l-diversity: privacy beyond k-anonymity (2007), distinct l-diversity.
    """
    fits = values is None or values.shape == sizes.shape
    if k < 2 or not fits or bool(np.any(sizes < 1)):
        raise DisclosureError(
            "rows hide among 2 or more, in groups that each have a size and as many values",
            code="D125",
            do="ask for k of 2 or more; 5 and 10 are usual",
        )
    under = sizes < k
    return Anonymity(
        k=k,
        rows=int(sizes.sum()),
        groups=len(sizes),
        smallest_group=int(sizes.min(initial=np.iinfo(np.int64).max)) if len(sizes) else 0,
        groups_under_k=int(under.sum()),
        rows_under_k=int(sizes[under].sum()),
        fewest_values=None if values is None else (int(values.min()) if len(values) else 0),
    )


def anonymity_of(quasi: Sequence[Codes], sensitive: Codes | None, *, k: int) -> Anonymity:
    """The same, of rows whose values are codes.

    Args:
        quasi: a column for each quasi-identifier; equal codes are equal values.
        sensitive: a column, or None.
        k: the fewest rows that are to be alike.

    Raises:
        DisclosureError: D125 as for `anonymity`, or where no quasi-identifier is named.
    """
    if not quasi or len({column.shape for column in (*quasi, sensitive) if column is not None}) > 1:
        raise DisclosureError(
            "no column is named that people could be recognised by, or columns differ in length",
            code="D125",
            do="name one or more quasi-identifiers, such as age, sex and area",
        )
    group = _together(quasi)
    sizes = np.bincount(group)
    if sensitive is None:
        return anonymity(sizes, None, k=k)
    pairs = _together([group, sensitive])
    first = np.unique(pairs, return_index=True)[1]
    return anonymity(sizes, np.bincount(group[first], minlength=len(sizes)), k=k)


def _together(columns: Sequence[Codes]) -> Codes:
    """One number, from 0 upwards, for each row: the same where all of `columns` are."""
    together = np.zeros(columns[0].shape, np.int64)
    for column in columns:
        values, code = np.unique(column, return_inverse=True)
        pairs = together * max(len(values), 1) + code
        together = np.unique(pairs, return_inverse=True)[1].astype(np.int64)
    return together
