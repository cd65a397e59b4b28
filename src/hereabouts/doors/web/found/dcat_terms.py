"""Words of contracts as the IRIs that catalogues of data share.

Source:
    W3C, DCAT 3; EU Publications Office, authority tables of frequencies and access rights; Dublin
    Core Collection Description, frequencies; SPDX licence list.
"""

import re

from hereabouts.model.time_span import read_span

DAYS_IN_MONTH = 365.25 / 12
_ACCESS = "http://publications.europa.eu/resource/authority/access-right/"
#: Sensitivity -> the authority table's word.
_ACCESS_RIGHTS = {"open": "PUBLIC", "internal": "RESTRICTED", "personal": "NON_PUBLIC"}
_FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/"
#: Days of each frequency, about, as the authority table names it.
_FREQUENCIES = {
    1 / 24: "HOURLY",
    1: "DAILY",
    7: "WEEKLY",
    14: "BIWEEKLY",
    DAYS_IN_MONTH: "MONTHLY",
    2 * DAYS_IN_MONTH: "BIMONTHLY",
    3 * DAYS_IN_MONTH: "QUARTERLY",
    4 * DAYS_IN_MONTH: "ANNUAL_3",
    6 * DAYS_IN_MONTH: "ANNUAL_2",
    12 * DAYS_IN_MONTH: "ANNUAL",
    24 * DAYS_IN_MONTH: "BIENNIAL",
    36 * DAYS_IN_MONTH: "TRIENNIAL",
    60 * DAYS_IN_MONTH: "QUINQUENNIAL",
    120 * DAYS_IN_MONTH: "DECENNIAL",
}
#: The same in the Dublin Core Collection Description frequencies; it has none for others.
_OF_THE_UK = {
    "DAILY": "daily",
    "WEEKLY": "weekly",
    "BIWEEKLY": "biweekly",
    "MONTHLY": "monthly",
    "BIMONTHLY": "bimonthly",
    "QUARTERLY": "quarterly",
    "ANNUAL_3": "threeTimesAYear",
    "ANNUAL_2": "semiannual",
    "ANNUAL": "annual",
    "BIENNIAL": "biennial",
    "TRIENNIAL": "triennial",
}
_MOST_OFF = 0.02  # of the length
_LICENCES = {
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
}
#: As SPDX writes one: no spaces, and a version or a name in capitals.
_SPDX = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9.]+)*")
_MEDIA = "https://www.iana.org/assignments/media-types/"


def access_iri(sensitivity: str) -> str:
    """Who may see what is so sensitive, in the authority table of access rights."""
    return f"{_ACCESS}{_ACCESS_RIGHTS[sensitivity]}"


def frequency_iri(said: str) -> str | None:
    """How often, of a contract's `1 y`, in the authority table; None where it has no such word."""
    name = _frequency(said)
    return f"{_FREQUENCY}{name}" if name else None


def uk_frequency(said: str) -> str:
    """How often, in the words that the UK model takes: `freq:monthly`; irregular where none is."""
    return f"freq:{_OF_THE_UK.get(_frequency(said), 'irregular')}"


def _frequency(said: str) -> str:
    span = read_span(said)
    days = span.about.total_seconds() / 86_400 if span else 0.0
    near = (name for of, name in _FREQUENCIES.items() if abs(days - of) <= _MOST_OFF * of)
    return next(near, "")


def licence_iri(said: str) -> str | None:
    """The address of a licence by its SPDX name; None where it is said in words."""
    if said in _LICENCES:
        return _LICENCES[said]
    return f"https://spdx.org/licenses/{said}" if _SPDX.fullmatch(said) else None


def media_iri(media_type: str) -> str:
    """A media type in the register of IANA."""
    return f"{_MEDIA}{media_type}"
