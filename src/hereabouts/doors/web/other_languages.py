"""The same page in each language that the place has declared."""

from dataclasses import dataclass

from hereabouts.doors.web.address import canonical_query
from hereabouts.doors.web.visit import Visit
from hereabouts.model.languages import LANGUAGES

_ONE_LANGUAGE = ("/send/", "/embed/")


@dataclass(frozen=True, slots=True)
class Twin:
    """A page in one language."""

    language: str
    title: str  # as the language calls itself
    href: str  # where the reader stays in the release they are in
    newest: str  # the same page of the newest release
    shown: bool


def other_languages(visit: Visit, path: str) -> tuple[Twin, ...]:
    """Every language of the page, the one shown too; nothing where there is but one.

    Args:
        visit: the release and what was asked of it.
        path: of the page, within its release and language.
    """
    spoken = visit.manifest.place.languages
    if len(spoken) == 1 or path.startswith(_ONE_LANGUAGE):
        return ()
    shown = visit.links.language or spoken[0]
    return tuple(
        _twin(visit, path, language, main=language == spoken[0], shown=language == shown)
        for language in spoken
    )


def _twin(visit: Visit, path: str, language: str, *, main: bool, shown: bool) -> Twin:
    links = visit.links.in_language("" if main else language)
    query = canonical_query(visit.query)
    asked = f"{path}?{query}" if query else path
    return Twin(language, LANGUAGES[language], links.page(asked), f"{links.twin}{asked}", shown)
