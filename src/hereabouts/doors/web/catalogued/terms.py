"""A contract's status and its promises, in words."""

from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.updates import often_words
from hereabouts.release.manifest_model import ReleasedProduct

STATUSES = {
    "proposed": N_("proposed"),
    "draft": N_("draft"),
    "active": N_("active"),
    "deprecated": N_("to be withdrawn: do not start to use it"),
    "retired": N_("withdrawn"),
}
#: ODCS service levels, by their names; others are shown by the name they have.
PROMISES = {
    "frequency": N_("How often it comes"),
    "latency": N_("How much later it may come"),
    "retention": N_("How long it is kept"),
    "generalAvailability": N_("Available from"),
    "endOfSupport": N_("Supported until"),
    "endOfLife": N_("Available until"),
    "availability": N_("How much of the time it can be reached"),
    "timeToDetect": N_("Faults are found within"),
    "timeToNotify": N_("Faults are told within"),
    "timeToRepair": N_("Faults are mended within"),
}


def status_words(product: ReleasedProduct) -> str:
    """The version and how far it has come: `2.0.0, active`; empty where it is not known."""
    said = translated(STATUSES.get(product.status, product.status))
    if not product.version:
        return said
    return (
        gettext("%(version)s, %(status)s", version=product.version, status=said)
        if said
        else product.version
    )


def promise_rows(product: ReleasedProduct) -> list[tuple[str, str]]:
    """Each service level and what it says."""
    return [
        (
            translated(PROMISES.get(one.name, one.name)),
            " ".join(filter(None, (_value(one.name, one.value), one.description))),
        )
        for one in product.promises
    ]


def _value(name: str, value: str) -> str:
    often = often_words(value) if name == "frequency" else ""
    return f"{often or value}."
