"""Which areas of a release are called what a reader typed, and which words are nearly theirs."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hereabouts.release.answers import Area
from hereabouts.release.folding import fold, words_of
from hereabouts.release.manifest_model import ReleaseManifest

#: As `hereabouts.release.folding` folds what is typed: accents, case, hyphens, stops.
#: Of the signs, the last four are left out and each of the others is a space.
_FOLDED = """trim(replace(replace(translate(
    replace(lower(strip_accents(area_name)), '&', ' and '), '-–/,;:()<>"''’.`', '           '
    ), '   ', ' '), '  ', ' '))"""

FIND = f"""
    with candidates as (
        select *, ' ' || {_FOLDED} as name, lower(area_code) as code from areas
    ), met as (
        select *, len(list_filter($words, lambda w: contains(name, w))) as held,
            len(list_filter($words, lambda w: contains(name, ' ' || w))) as begun
        from candidates
    )
    select area_type, area_code, area_name, number from met
    where held >= $least or contains(code, $code)
    order by case when code = $code or name = ' ' || $text then 0
        when starts_with(code, $code) or starts_with(name, ' ' || $text) then 1
        when contains(name, ' ' || $text) then 2
        when begun = len($words) then 3 else 4 end,
        begun desc, held desc, list_position($types, area_type), area_name, area_code
    limit $limit
"""

#: A word that begins one of the release's is known. Of the others, the nearest word is taken.
NEAR = f"""
    with own as (select distinct unnest(string_split({_FOLDED}, ' ')) as word from areas),
    known as (select word from own union select unnest($more)),
    wanted as (select unnest($words) as wanted)
    select wanted, case when starts_with(word, wanted) then wanted else word end
    from wanted join known on starts_with(word, wanted) or (
        abs(length(word) - length(wanted)) <= 2 and damerau_levenshtein(word, wanted)
            <= case when length(wanted) < 4 then 0 when length(wanted) < 8 then 1 else 2 end)
    qualify row_number() over (partition by wanted order by not starts_with(word, wanted),
        damerau_levenshtein(word, wanted), jaro_winkler_similarity(word, wanted) desc, word) = 1
"""
#: A release made by an earlier version has no table of postcodes.
HAS_POSTCODES = "select count(*) from duckdb_tables() where table_name = 'postcodes'"
OF_POSTCODE = """
    select a.area_type, a.area_code, a.area_name, a.number
    from postcodes p join areas a on a.area_code = p.base_code and a.area_type = ?
    where p.postcode = ?
"""
POSTCODE = re.compile(r"[a-z]{1,2}[0-9][a-z0-9]? ?[0-9][a-z]{2}")

#: No area has it in its code.
NO_CODE = "\n"
SHORTEST_CODE = 3


def is_postcode(text: str) -> bool:
    """Whether it is written as one, with its space or without."""
    return POSTCODE.fullmatch(fold(text)) is not None


class FoundAnswers:
    """Answers to what a reader types; a part of `ReleaseReader`."""

    manifest: ReleaseManifest

    def find_areas(self, text: str, *, limit: int, least: int | None = None) -> tuple[Area, ...]:
        """Areas with the words in their name, or with `text` in their code, best match first.

        Args:
            text: what was typed.
            limit: how many at most.
            least: how many of the words a name must hold; all of them when not said.
        """
        folded = fold(text)
        words = words_of(folded)
        if not words:
            return ()
        is_code = len(folded) >= SHORTEST_CODE and " " not in folded
        sought = {
            "text": folded,
            "words": list(words),
            "code": folded if is_code else NO_CODE,
            "least": len(words) if least is None else least,
            "types": [kind.code for kind in reversed(self.manifest.area_types)],
            "limit": limit,
        }
        return self._areas(FIND, sought)

    def areas_of_postcode(self, text: str) -> tuple[Area, ...]:
        """The base area that a postcode is in and the larger areas that this lies in.

        Nothing where `text` is no postcode of the place, or the release was made without any.
        """
        folded = fold(text)
        if not is_postcode(text) or not self._rows(HAS_POSTCODES, [])[0][0]:
            return ()
        base = next(kind.code for kind in self.manifest.area_types if kind.base)
        found = self._areas(OF_POSTCODE, [base, folded.replace(" ", "").upper()])
        return (*found, *(p for one in found for p in self.parents(base, code=one.code)))

    def near_words(self, words: Sequence[str], *, more: Sequence[str]) -> Mapping[str, str]:
        """For each word, itself where a name has it, else the name's word that is nearest to it.

        A letter too many, missing or wrong, and two that changed places, count as one each: one
        may be in a word of four letters, two in one of eight. A word near to none is left out.

        Args:
            words: as typed, folded.
            more: words of what is no area, folded.
        """
        return dict(self._rows(NEAR, {"words": list(words), "more": list(more)}))

    def parents(self, area_type: str, *, code: str) -> tuple[Area, ...]:
        """The larger areas one area lies in."""
        raise NotImplementedError

    def _rows(self, sql: str, sought: Any) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def _areas(self, sql: str, sought: Any) -> tuple[Area, ...]:
        raise NotImplementedError
