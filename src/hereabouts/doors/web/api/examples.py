"""An address of every endpoint that works on the release at hand."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from hereabouts.doors.web.api.declared import ROOT, Endpoint
from hereabouts.doors.web.visit import Visit
from hereabouts.release.manifest_model import ReleasedAreaType
from hereabouts.release.reader_pages import AreasAsked


def example(endpoint: Endpoint, visit: Visit) -> str | None:
    """An address that answers, or None where the release has nothing for it to be of."""
    words = {name: quote(word) for name, word in _words(visit)}
    try:
        return f"{ROOT}{endpoint.path}{endpoint.example}".format(**words)
    except KeyError:
        return None


def _words(visit: Visit) -> Iterator[tuple[str, str]]:
    """What stands in for each name in a path or an example."""
    manifest = visit.manifest
    yield "number", str(manifest.number)
    for indicator in manifest.observed[:1]:
        yield from (("theme", indicator.theme), ("name", indicator.name))
        yield "indicator", indicator.id
    kinds = _kinds(visit)
    for kind in kinds[:1]:
        yield from (("area_type", kind.code), ("type", kind.code))
        asked = AreasAsked(area_type=kind.code)
        found = visit.reader.areas_after(asked, after=(), limit=1)
        yield from (("code", area.code) for area in found)


def _kinds(visit: Visit) -> list[ReleasedAreaType]:
    """Kinds of area of the first indicator: those with outlines first, the larger before."""
    published = [code for one in visit.manifest.observed[:1] for code in one.area_types]
    larger_first = visit.manifest.area_types[::-1]
    kinds = [kind for kind in larger_first if kind.code in published and kind.count]
    return sorted(kinds, key=lambda kind: kind.artefact is None)


def examples(endpoints: tuple[Endpoint, ...], visit: Visit) -> Mapping[str, str]:
    """Name of an endpoint -> its example, of all that have one."""
    found = {one.name: example(one, visit) for one in endpoints}
    return {name: address for name, address in found.items() if address}
