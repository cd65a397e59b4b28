"""Codes that say what they are: of areas (GSS) and of organisations (ODS)."""

import re
from collections.abc import Collection

#: Letter for the country, two digits for the kind of area, six for the area. Northern Ireland
#: has also shorter ones from before, which are not told from other codes.
GSS = re.compile(r"[EWSNKLMJ]\d{8}|N[0O]\d{7}")
#: NHS organisations: three to six capital letters and digits, with at least one letter.
ODS = re.compile(r"(?=[A-Z0-9]*[A-Z])[A-Z0-9]{3,6}")
_ODS_HEADING = re.compile(
    r"\b(org|organi[sz]ation|trust|provider|ods|practice|site|ccg|icb|region|sicbl|hospital)\b.*"
    r"\bcode|\bods\b|\borg\b",
    re.IGNORECASE,
)
#: A heading that promises a label made of digits, so that 00012 must stay 00012.
_LABEL_HEADING = re.compile(
    r"\b(codes?|urn|ukprn|uprn|usrn|lad|lsoa\d*|id|identifier|ref|reference|postcode|laestab|"
    r"upin|sic|nhs number|df?e number|phone|telephone)\b|\b(?<!number )number$",
    re.IGNORECASE,
)


def is_gss(text: str) -> bool:
    """Whether a text is a code of the Government Statistical Service for an area."""
    return GSS.fullmatch(text.strip()) is not None


def code_kind(heading: str, texts: Collection[str]) -> str:
    """`gss`, `ods` or empty, for the distinct texts of a column."""
    told = [text.strip() for text in texts]
    if not told:
        return ""
    if sum(map(is_gss, told)) >= 0.9 * len(told):
        return "gss"
    if _ODS_HEADING.search(heading) and all(map(ODS.fullmatch, told)):
        return "ods"
    return ""


def promises_a_code(heading: str) -> bool:
    """Whether a heading promises codes, which are text even where they are all digits."""
    return _LABEL_HEADING.search(heading) is not None
