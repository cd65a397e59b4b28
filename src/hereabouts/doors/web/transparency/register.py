"""The register of agreements for programs, in the fields of the Digital Economy Act register.

Source:
    GOV.UK, Register of information sharing agreements under chapters 1 to 4 of part 5 of the
    Digital Economy Act 2017: its published fields.
"""

from datetime import date
from typing import Any

from hereabouts.doors.web.links import Links
from hereabouts.release.manifest_catalogue import ReleasedAgreement, ReleasedShare
from hereabouts.release.manifest_model import ReleaseManifest

Json = dict[str, Any]


def register(manifest: ReleaseManifest, *, site: str) -> Json:
    """Every agreement of the release.

    Args:
        manifest: of the release.
        site: what addresses of pages begin with; empty where the site's address is not known.
    """
    return {
        "as_at": manifest.made_at.date().isoformat(),
        "reads_counted_since": _iso(manifest.reads_since),
        "agreements": [_entry(one, manifest, site) for one in manifest.agreements],
    }


def status_as_at(agreement: ReleasedAgreement, manifest: ReleaseManifest) -> str:
    """What it was on the day of the release, by its dates; Active and Complete are the register's.

    Whoever reads it later goes by the dates.
    """
    day = manifest.made_at.date()
    if agreement.revoked_on is not None and day >= agreement.revoked_on:
        return "Revoked"
    if day < agreement.starts_on:
        return "Agreed"
    return "Active" if day <= agreement.ends_on else "Complete"


def titles(manifest: ReleaseManifest, organisations: tuple[str, ...]) -> list[str]:
    """What organisations are called."""
    found = [(name, manifest.organisation(name)) for name in organisations]
    return [one.title if one else name for name, one in found]


def contacts(manifest: ReleaseManifest, agreement: ReleasedAgreement) -> list[str]:
    """Where to ask: the addresses that its providers publish for questions about data."""
    found = map(manifest.organisation, agreement.providers)
    return [one.contact for one in found if one and one.contact]


def _entry(one: ReleasedAgreement, manifest: ReleaseManifest, site: str) -> Json:
    path = Links(manifest.number, versioned=False).agreement(one.id)
    return {
        "id": one.id,
        "name": one.title,
        "url": f"{site}{path}" if site else None,
        "purpose": "; ".join(one.purposes),
        "objective": one.objective,
        "benefits": one.benefits,
        "powers": [one.power] if one.power else [],
        "lawful_basis": one.lawful_basis,
        "special_category_condition": one.special_category_condition or None,
        "controllers": titles(manifest, one.providers),
        "recipients": titles(manifest, one.recipients),
        "disclosed_information": [_disclosed(share, manifest) for share in one.shared],
        "method": one.method,
        "contact": contacts(manifest, one),
        "start_date": one.starts_on.isoformat(),
        "end_date": one.ends_on.isoformat(),
        "review_date": one.review_on.isoformat(),
        "revoked_date": _iso(one.revoked_on),
        "retention_period": one.retention,
        "disposal": one.disposal,
        "impact_assessment": one.assessed,
        "status": status_as_at(one, manifest),
        "status_as_at": manifest.made_at.date().isoformat(),
        "reads": [
            {"month": f"{reads.month:%Y-%m}", "count": reads.count, "fewer_than_5": not reads.count}
            for reads in one.reads
        ],
    }


def _disclosed(share: ReleasedShare, manifest: ReleaseManifest) -> Json:
    product = manifest.product(share.product)
    return {
        "product": share.product,
        "title": product.title if product else share.product,
        "columns": list(share.columns) or "all but those that stand for one person",
        "areas": share.areas if share.areas is not None else "all",
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
