"""The last pages of a pack: how figures are worked out, where they are from, how to cite them."""

from collections.abc import Iterator

from hereabouts.doors.web import words
from hereabouts.doors.web.board_pack.about_one import One
from hereabouts.doors.web.board_pack.contents import Passage, Table
from hereabouts.doors.web.citation import citation
from hereabouts.doors.web.disclosure_words import rule_in_words
from hereabouts.doors.web.files.covers import sources_of
from hereabouts.doors.web.method_words import better_words, method_references, method_sentences
from hereabouts.doors.web.visit import Visit
from hereabouts.model.observation import Marker


def back_matter(visit: Visit, found: tuple[One, ...], title: str) -> tuple[Passage, ...]:
    """Methods, protection, sources, shorthand and how to cite the pack called `title`."""
    return (
        _methods(found),
        Passage(title="How people are protected", sentences=tuple(_protection(found))),
        Passage(title="Sources", sentences=tuple(_sources(visit, found))),
        _markers(),
        Passage(title="How to cite this", sentences=tuple(_cited(visit, found[0], title))),
    )


def _methods(found: tuple[One, ...]) -> Passage:
    rows = tuple((one.indicator.short_title, " ".join(_method(one))) for one in found)
    table = Table(caption="How each is worked out", headings=("Indicator", "Method"), rows=rows)
    references = dict.fromkeys(r for one in found for r in method_references(one.indicator))
    return Passage(title="Methods", sentences=tuple(references), tables=(table,))


def _method(one: One) -> Iterator[str]:
    yield from method_sentences(one.indicator)
    yield better_words(one.indicator)
    yield from one.indicator.notes


def _protection(found: tuple[One, ...]) -> Iterator[str]:
    for one in found:
        policy = one.indicator.policy
        rule = rule_in_words(policy) if policy.protects else "Nothing is hidden"
        yield f"{one.indicator.short_title}: {words.in_sentence(rule)}."


def _sources(visit: Visit, found: tuple[One, ...]) -> Iterator[str]:
    for source in sources_of(visit, [p for one in found for p in one.indicator.products]):
        yield f"{source.rstrip('.')}."
    contact = visit.manifest.place.contact
    if contact:
        yield f"Contact: {contact}"


def _markers() -> Passage:
    return Passage(
        title="Shorthand in the tables",
        sentences=("Where a number is missing or special, a sign in square brackets says why.",),
        tables=(
            Table(
                caption="What each sign means",
                headings=("Sign", "Meaning"),
                rows=tuple((marker.value, marker.words) for marker in Marker),
            ),
        ),
    )


def _cited(visit: Visit, one: One, title: str) -> Iterator[str]:
    area = one.area
    address = f"{visit.links.release}/area/{area.area_type}/{area.code}"
    yield citation(visit.manifest, title, address=address)
    yield "Figures of this release do not change: newer ones come in a newer release."
