"""Gather what is pinned, and release it."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from hereabouts.errors import ReleaseError
from hereabouts.lake.build_lock import build_lock
from hereabouts.model.embargo import Embargo
from hereabouts.model.policy import Audience
from hereabouts.model.project import Project
from hereabouts.model.table import TableVersion
from hereabouts.pipeline.agreement_reads import agreement_reads
from hereabouts.pipeline.fingerprint import fingerprint
from hereabouts.pipeline.make_areas import area_tables
from hereabouts.pipeline.make_boundaries import BOUNDARIES, folders_of
from hereabouts.pipeline.make_neighbours import neighbours_with
from hereabouts.pipeline.make_observations import OBSERVATIONS
from hereabouts.pipeline.privacy_notices import released_notices
from hereabouts.pipeline.quality_assess import Assessed, assess
from hereabouts.pipeline.quality_history import history
from hereabouts.pipeline.workspace import Workspace
from hereabouts.release.glossary import (
    describe_dictionary,
    describe_glossary,
    describe_glossary_terms,
)
from hereabouts.release.make import Release, make_release, rehearse_release
from hereabouts.release.prepare import Prepared
from hereabouts.release.quality_gate import ProductQuality
from hereabouts.release.request import Past, Receipt, ReleaseRequest

MOST_OF_HISTORY = 60  # times that a product was made or refused


def release(workspace: Workspace, *, audience: Audience, embargo: Embargo | None = None) -> Release:
    """Release the last good version of everything to `audience`, to be shown after `embargo`.

    Raises:
        ReleaseError: R202 nothing has been built; R311 it would rest on a red product; R321 to
            R324 its embargo cannot be.
        DisclosureError: what would be shown breaks its policy.
        LakeError: L201 a build is running.
    """
    with build_lock(workspace.layout.home):
        return make_release(workspace.lake, _request(workspace, audience, embargo))


def rehearse(
    workspace: Workspace, *, audience: Audience, embargo: Embargo | None = None
) -> Prepared:
    """Do all that `release` does but commit.

    Raises:
        ReleaseError, DisclosureError, LakeError: as `release` does.
    """
    with build_lock(workspace.layout.home):
        return rehearse_release(workspace.lake, _request(workspace, audience, embargo))


def _request(workspace: Workspace, audience: Audience, embargo: Embargo | None) -> ReleaseRequest:
    observations = workspace.lake.latest(OBSERVATIONS)
    if observations is None:
        raise ReleaseError(
            "there is nothing to release: no observations have been made",
            code="R202",
            do="run `hereabouts build` first, and mend what it reports",
        )
    latest = {name: workspace.latest(name) for name in workspace.project.products}
    products = {name: table for name, table in latest.items() if table}
    boundaries = workspace.lake.latest(BOUNDARIES)
    return ReleaseRequest(
        project=workspace.project,
        audience=audience,
        observations=observations,
        areas=area_tables(workspace),
        products=products,
        artefacts=folders_of(boundaries),
        neighbours=neighbours_with(workspace, boundaries),
        receipts=_receipts(products),
        history=_history(workspace, products),
        lineage=_lineage(products),
        quality={one.product.id: _quality(one) for one in _assessed(workspace, products)},
        reads=agreement_reads(Path(workspace.project.root), today=datetime.now(UTC).date()),
        notices=released_notices(workspace.project, today=datetime.now(UTC).date()),
        embargo=embargo,
        declared=_declared(workspace.project),
        releases=workspace.layout.releases,
        scratch=workspace.layout.scratch,
    )


def _declared(project: Project) -> str:
    """What pages show of the folder, in its order; some of it changes no table."""
    return fingerprint(
        project.place,
        [product.contract for product in project.products.values()],
        list(project.indicators.values()),
        list(project.policies.values()),
        list(project.pages.values()),
        list(describe_glossary(project).items()),
        list(project.also_called.items()),
        describe_glossary_terms(project),
        describe_dictionary(project),
        list(project.organisations.values()),
        list(project.agreements.values()),
        list(project.purposes.items()),
        list(project.definitions.values()),
    )


def _history(
    workspace: Workspace, products: Mapping[str, TableVersion]
) -> dict[str, tuple[Past, ...]]:
    """The last times that each product was made or refused, oldest first."""
    found: dict[str, list[Past]] = {}
    for row in history(workspace.lake, products):
        past = Past(
            at=row["measured_at"],
            outcome=row["outcome"],
            rating=row["rating"],
            score=row["score"],
        )
        found.setdefault(row["product"], []).append(past)
    return {name: tuple(past[-MOST_OF_HISTORY:]) for name, past in found.items()}


def _lineage(products: Mapping[str, TableVersion]) -> dict[str, dict[str, list[str]]]:
    """What each column comes from: of the versions released, as records of runs may be lost."""
    known = {name: table.facts.get("lineage") for name, table in products.items()}
    return {name: json.loads(said) for name, said in known.items() if said}


def _assessed(workspace: Workspace, products: Mapping[str, TableVersion]) -> list[Assessed]:
    return assess(workspace, products, now=datetime.now(UTC))


def _quality(one: Assessed) -> ProductQuality:
    accepted = one.accepted
    freshness = one.timely.freshness if one.timely else None
    return ProductQuality(
        rating=one.score.rating.value if one.score.rating else None,
        score=one.score.score,
        dimensions={name.value: found for name, found in one.score.dimensions.items()},
        reasons=tuple(reason.words for reason in one.score.reasons),
        accepted={"by": accepted.by, "until": accepted.until.isoformat(), "why": accepted.why}
        if accepted
        else None,
        next_due=freshness.next_due.date() if freshness else None,
    )


def _receipts(products: Mapping[str, TableVersion]) -> dict[str, Receipt]:
    """From the versions themselves: the lock may already name bytes that were refused."""
    return {
        name: Receipt(
            origin=table.facts["origin"],
            sha256=table.facts["file"],
            received_at=table.facts["received_at"],
        )
        for name, table in products.items()
        if "file" in table.facts
    }
