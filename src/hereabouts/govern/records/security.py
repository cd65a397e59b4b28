"""What the platform does to keep data safe, as records may say it: only what is so."""

from collections.abc import Iterator

from hereabouts.govern.records.known import Known
from hereabouts.govern.records.writing import Bullets, Gap, Words

#: True of every project, by the way the platform is made.
_ALWAYS = (
    "The site opens what is not open data to nobody unless a policy allows it.",
    "A policy is adopted only while its tests pass.",
    "A column marked as personal is opened only where an agreement or a grant names it.",
    "Error messages and logs hold no value of data that is not open.",
    "The open site reads releases and nothing else. A release holds figures, not records.",
)
_CHAINED = (
    "An audit log says who did what. Each record holds the hash of the one before it, and the"
    " chain held when this was written."
)
_SECOND_FACTOR = (
    "People who sign in show a second factor: a code, a passkey, or that of their own"
    " organisation's sign-in."
)
_IN_TRANSIT = "The site is reached by an https address, so what is sent is encrypted on the way."


def security(known: Known) -> Bullets:
    """What is so, and what people have to add."""
    return Bullets(items=(*_so(known), *_asked(known)))


def _so(known: Known) -> Iterator[Words]:
    measures, policies = known.measures, known.project.policies.values()
    yield from _ALWAYS
    if measures.chained_log:
        yield _CHAINED
    if measures.second_factor:
        yield _SECOND_FACTOR
    if measures.encrypted_in_transit:
        yield _IN_TRANSIT
    if protecting := sorted(one.title for one in policies if one.protects_somebody):
        yield f"Small counts are protected before release by: {'; '.join(protecting)}."
    if known.project.schedules:
        yield "Retention schedules are carried out by command, and each deletion is certified."


def _asked(known: Known) -> Iterator[Words]:
    measures = known.measures
    if not measures.encrypted_in_transit:
        yield Gap(ask="whether data is encrypted on its way to readers, and how")
    if not measures.second_factor:
        yield Gap(ask="who can sign in to the machine, and how they show who they are")
    yield Gap(ask="whether the disks and backups are encrypted, and who holds the keys")
    yield Gap(ask="who may enter where the machine stands, and how often its backups are tried")
