"""Area codes: the nine characters the UK statistical offices issue."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from hereabouts.errors import DataError


@dataclass(frozen=True, slots=True, order=True)
class AreaCode:
    """One GSS code, such as `E08000025` (Birmingham).

    Local codes of neighbourhoods are not area codes in this sense, and need not look like one.

    Source:
        ONS Code History Database: three characters of entity, then six digits. First letters:
        E England, W Wales, S Scotland, N Northern Ireland, K more than one country; J, L and
        M cross a border.
    """

    value: str
    pattern: ClassVar[re.Pattern[str]] = re.compile(r"[EWSNKJLM][0-9]{8}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code as people type it: spaces and case do not matter.

        Raises:
            DataError: Q801. It does not repeat `text`, which may be a postcode or worse in
                the wrong column; the caller knows the row, and its sensitivity.
        """
        cleaned = re.sub(r"\s", "", text).upper()
        if not cls.pattern.fullmatch(cleaned):
            raise DataError("not an area code", code="Q801", do="use codes such as 'E08000025'")
        return cls(cleaned)

    @property
    def entity(self) -> str:
        """The kind of area: `E08` is a metropolitan district."""
        return self.value[:3]
