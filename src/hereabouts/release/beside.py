"""What protection needs of each row beside its own figures."""

import os
from dataclasses import dataclass

import duckdb

from hereabouts.disclosure.cell_key import secret_in
from hereabouts.disclosure.protected_counts import CountKeys
from hereabouts.disclosure.treatment import Figures, Flags, Treatment
from hereabouts.model.indicator import Indicator
from hereabouts.model.policy import Scheme
from hereabouts.release.dominated import dominated_rows
from hereabouts.release.few_people import rows_of_few_people
from hereabouts.release.observation_keys import observation_keys
from hereabouts.release.request import ReleaseRequest


@dataclass(frozen=True, slots=True)
class Beside:
    """For each row of one indicator; None where nothing is asked for."""

    also_hidden: Flags | None
    cell_keys: CountKeys | None


def what_stands_beside(
    connection: duckdb.DuckDBPyConnection,
    indicator: Indicator,
    figures: Figures,
    *,
    treatment: Treatment,
    request: ReleaseRequest,
) -> Beside:
    """Rows hidden for few people in the area or one contributor's share, and keys for noise.

    Args:
        connection: sees `exact` (the rows), `areas` and `members`.
        indicator: what the rows are of.
        figures: the rows' exact figures.
        treatment: policy and audience.
        request: the products' versions.

    Raises:
        DisclosureError: D122 there is no secret for noise; D124 or D126 a rule of the
            policy cannot be applied.
    """
    policy = treatment.policy
    if not treatment.protects:
        return Beside(None, None)
    masks = (
        rows_of_few_people(connection, policy, request),
        dominated_rows(connection, indicator, policy, request),
    )
    hidden: Flags | None = None
    for mask in masks:
        if mask is not None:
            hidden = mask if hidden is None else hidden | mask
    keys: CountKeys | None = None
    if policy.scheme is Scheme.CELL_KEY:
        secret = secret_in(os.environ)
        keys = observation_keys(connection, indicator, figures, secret=secret)
    return Beside(hidden, keys)
