"""Everything of a release but the commit: protected, described, bundled, attacked, reported."""

from dataclasses import dataclass
from pathlib import Path

from hereabouts.engine.duckdb.session import Session
from hereabouts.release.attack.attack_release import attack_families
from hereabouts.release.attack.refuse import refuse_worked_out
from hereabouts.release.attack.totals import describe_attack
from hereabouts.release.belonging import write_belonging
from hereabouts.release.bundle import describe, write_bundle, write_description
from hereabouts.release.describe import Json
from hereabouts.release.disclosure_report import disclosure_report
from hereabouts.release.gate.revised_since import forgetting_what_was_revised
from hereabouts.release.hot_spots import find_hot_spots
from hereabouts.release.inequalities import write_inequalities
from hereabouts.release.postcodes import open_lookup, write_postcodes
from hereabouts.release.protect import protect
from hereabouts.release.request import ReleaseRequest
from hereabouts.release.retired_areas import open_history, write_retired_areas
from hereabouts.release.said_before import held_against
from hereabouts.release.similar_areas import find_similar_areas


@dataclass(frozen=True, slots=True)
class Prepared:
    """A bundle that was attacked, what its release.json says, and the officer's report."""

    folder: Path
    description: Json
    report: Json


def prepare(
    opened: Session, request: ReleaseRequest, folder: Path, *, number: int, made_at: str
) -> Prepared:
    """Write the bundle into a folder that is new, and attack it with those before it.

    Raises:
        DisclosureError: D301, D302 or D321, what would be shown breaks its policy.
        ReleaseError: R201 it cannot be written.
    """
    connection = opened.connection
    _protected(opened, request)
    description = describe(connection, request, number=number, made_at=made_at)
    write_bundle(connection, folder, description=description)
    earlier = held_against(request.releases, request.audience, below=number).folders
    holding = forgetting_what_was_revised(connection)
    attacked = tuple(attack_families(folder, earlier=earlier, also=holding))
    refuse_worked_out(attacked)
    numbers = [int(path.name.split("-")[0]) for path in earlier]
    description["attack"] = describe_attack(attacked, held_against=numbers)
    write_description(folder, description)
    report = disclosure_report(connection, request, description, attacked)
    return Prepared(folder, description, report)


def _protected(opened: Session, request: ReleaseRequest) -> None:
    """Fill the tables that a bundle is made of."""
    connection = opened.connection
    opened.attach("observations", request.observations)
    opened.attach_all({name.split(".")[1]: table for name, table in request.areas.items()})
    opened.attach_all(request.areas)
    opened.attach_all(request.products_read)
    protect(connection, request)
    if request.neighbours:
        opened.attach("neighbours", request.neighbours)
    find_hot_spots(connection, request.project, borders=request.neighbours is not None)
    find_similar_areas(connection, request.project)
    write_inequalities(connection, request.project)
    write_belonging(connection, request.project)
    if lookup := open_lookup(request):
        opened.attach(lookup, request.products[lookup])
    write_postcodes(connection, request)
    if history := open_history(request):
        opened.attach(history, request.products[history])
    write_retired_areas(connection, request)
