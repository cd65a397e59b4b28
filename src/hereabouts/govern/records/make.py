"""Every record of a project."""

from collections.abc import Iterator

from hereabouts.govern.records.agreement_text import agreement_text
from hereabouts.govern.records.article30 import article_30
from hereabouts.govern.records.impact import impact_assessment
from hereabouts.govern.records.known import Known
from hereabouts.govern.records.notice import privacy_notice
from hereabouts.govern.records.playbook import playbook
from hereabouts.govern.records.writing import Kind, Record


def make_records(known: Known, *, only: Kind | None = None) -> tuple[Record, ...]:
    """The records, in the order of their kinds; of one kind where `only` names it."""
    return tuple(one for one in _all(known) if only in (None, one.kind))


def _all(known: Known) -> Iterator[Record]:
    project = known.project
    yield article_30(known)
    yield from (impact_assessment(known, one) for one in known.personal)
    yield from privacy_notices(known)
    yield from (agreement_text(known, one) for one in project.agreements.values())
    yield from (playbook(known, one) for one in project.products.values())


def privacy_notices(known: Known) -> Iterator[Record]:
    """One for each domain with a product about people."""
    for domain in dict.fromkeys(one.domain for one in known.personal):
        yield privacy_notice(known, domain)
