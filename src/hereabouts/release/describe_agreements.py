"""What release.json says of agreements: the public register, without the people who signed."""

from datetime import date, timedelta
from typing import Any

from hereabouts.model.agreement import EVERYTHING, Agreement, SharedProduct
from hereabouts.model.project import Project
from hereabouts.release.request import Reads, ReleaseRequest

Json = dict[str, Any]
SHOWN_AFTER = timedelta(days=366)  # how long one that is over stays in the register
FEWEST_READS = 5  # fewer in a month are not counted out: they could tell of one person's work


def describe_agreements(request: ReleaseRequest, day: date) -> list[Json]:
    """Every agreement that is not over for a year: who shares what, why, by which law, how often.

    Args:
        request: what is released.
        day: on which the release is made.
    """
    project = request.project
    return [
        _agreement(one, project, request.reads)
        for one in project.agreements.values()
        if day <= _over(one) + SHOWN_AFTER
    ]


def reads_shown(request: ReleaseRequest) -> Json:
    """The reads that the release of `request` will show, by agreement, and since when."""
    agreements = request.project.agreements.values()
    shown = {one.id: _shown(one, request.reads) for one in agreements}
    return {"since": request.reads.since if agreements else None, "reads": shown}


def _over(one: Agreement) -> date:
    """The last day on which it holds, or held."""
    return min(one.ends_on, one.revoked_on or one.ends_on)


def _agreement(one: Agreement, project: Project, reads: Reads) -> Json:
    return {
        "id": one.id,
        "title": one.title,
        "providers": list(one.providers),
        "recipients": list(one.recipients),
        "purposes": [project.purposes.get(name, name) for name in one.purposes],
        "objective": one.objective,
        "benefits": one.benefits,
        "lawful_basis": one.lawful_basis,
        "special_category_condition": one.special_category_condition,
        "power": one.power,
        "products": [shared.product for shared in one.products],
        "shared": [_share(shared, project) for shared in one.products],
        "method": one.method,
        "retention": one.retention,
        "disposal": one.disposal,
        "assessed": bool(one.dpia),
        "starts_on": one.starts_on.isoformat(),
        "ends_on": one.ends_on.isoformat(),
        "review_on": one.review_on.isoformat(),
        "revoked_on": one.revoked_on.isoformat() if one.revoked_on else None,
        "reads": _shown(one, reads),
    }


def _shown(one: Agreement, reads: Reads) -> list[Json]:
    return [
        {"month": month.isoformat(), "count": count if count >= FEWEST_READS else None}
        for month, count in sorted(reads.counts.get(one.id, {}).items())
        if count
    ]


def _share(shared: SharedProduct, project: Project) -> Json:
    """The columns that it names, by their titles."""
    contract = project.products[shared.product].contract
    named = [one.title for one in contract.columns if one.name in shared.columns]
    everything = EVERYTHING in shared.areas
    return {
        "product": shared.product,
        "columns": [] if EVERYTHING in shared.columns else named,
        "areas": None if everything else len(shared.areas),
    }
