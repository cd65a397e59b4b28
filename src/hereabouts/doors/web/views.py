"""From Django's request to a page and back. The only module that sees both."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from markupsafe import Markup

from hereabouts.doors.web.address import AddressError, canonical_query, not_found
from hereabouts.doors.web.citation import citation
from hereabouts.doors.web.embargo_words import embargo_words
from hereabouts.doors.web.glossary.linked_words import WordLinks
from hereabouts.doors.web.languages import N_, gettext, in_language
from hereabouts.doors.web.other_languages import other_languages
from hereabouts.doors.web.requested import KEY, Requested
from hereabouts.doors.web.visit import PageAnswer, Visit
from hereabouts.errors import AccessError, HereaboutsError
from hereabouts.model.languages import ENGLISH

PageFunction = Callable[..., PageAnswer]
View = Callable[..., HttpResponse]

TITLES = {400: N_("This address is not right"), 403: N_("You may not see this")}
TITLES |= {404: N_("Page not found"), 410: N_("This link no longer works")}
TITLES |= {409: N_("Send the file again")}
BROKEN = N_("Sorry, there is a problem")
NOTHING_YET, NO_SUCH_RELEASE = "R101", "R102"
OF_NO_RELEASE = ("/send/", "/account/")


def view(page: PageFunction) -> View:
    """A Django view of one page."""

    def answer(request: HttpRequest, **where: str) -> HttpResponse:
        requested = _requested(request)
        if requested.visit is None or requested.problem is not None:
            return _problem(request, requested)
        with in_language(_language(requested)):
            try:
                made = page(requested.visit, **where)
            except HereaboutsError as problem:
                return _problem(request, requested, problem)
            return _render(request, requested, made)

    return answer


def no_such_page(request: HttpRequest) -> HttpResponse:
    """Any address that no page has."""
    problem = not_found(
        "there is no page at this address", code="W203", do="start at the home page"
    )
    return _problem(request, _requested(request), problem)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own fault. Says nothing of what was asked or found."""
    requested = _requested(request)
    with in_language(_language(requested)):
        content = _layout(requested, title=gettext(BROKEN))
        return render(request, "broken.html", content, status=500)


def status_of(problem: HereaboutsError) -> int:
    """The HTTP status that says what kind of problem it is."""
    if isinstance(problem, AddressError):
        return problem.status
    if isinstance(problem, AccessError):
        return 403
    return 404 if problem.code == NO_SUCH_RELEASE else 503


def problem_page(
    request: HttpRequest, problem: HereaboutsError, *, status: int | None = None
) -> HttpResponse:
    """A page that says `problem`, with the status of its kind unless another is said."""
    return _problem(request, _requested(request), problem, status=status)


def show_page(
    request: HttpRequest, template: str, content: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page that is of no release."""
    return _render(request, _requested(request), PageAnswer(template, content, status))


def _problem(
    request: HttpRequest,
    requested: Requested,
    found: HereaboutsError | None = None,
    *,
    status: int | None = None,
) -> HttpResponse:
    problem = (found if status else None) or requested.problem or found
    if problem is None:
        raise ValueError("a problem page needs a problem")
    status = status or status_of(problem)
    otherwise = N_("There is nothing here yet") if problem.code == NOTHING_YET else BROKEN
    said = problem.title if isinstance(problem, AddressError) else ""
    with in_language(_language(requested)):
        title = gettext(said or TITLES.get(status, otherwise))
        made = PageAnswer("problem.html", {"title": title, "problem": problem}, status)
        return _render(request, requested, made)


def _render(request: HttpRequest, requested: Requested, made: PageAnswer) -> HttpResponse:
    content = _layout(requested, **made.content)
    return render(request, made.template, content, status=made.status)


def _layout(requested: Requested, **content: Any) -> Mapping[str, Any]:
    """What every page shows round its own content."""
    visit = requested.visit
    if visit is None:
        return {"assets": requested.assets, "internal": requested.internal} | content
    return {
        "assets": requested.assets,
        "internal": requested.internal,
        "purpose": requested.purpose,
        "embargo": embargo_words(requested.embargo),
        "links": visit.links,
        "manifest": visit.manifest,
        "place": visit.manifest.place,
        "canonical": _canonical(visit, requested.path),
        "as_at": _newer(visit),
        "cited": _cited(requested, visit, content.get("title", "")),
        "published": visit.published,
        "address": requested.address,
        "newest": _with_query(f"{visit.links.twin}{requested.path}", visit.query),
        "language": _language(requested),
        "data_lang": _data_lang(visit),
        "twins": other_languages(visit, requested.path),
        "word_links": WordLinks(visit),
    } | content


def _canonical(visit: Visit, path: str) -> str:
    """Empty for a page of a link or a person, which is of no release."""
    if path.startswith(OF_NO_RELEASE):
        return ""
    return f"{visit.links.release}{visit.links.twin}{_with_query(path, visit.query)}"


def _newer(visit: Visit) -> int | None:
    """The newest release, for a page of an older one."""
    newest = visit.releases.numbers()[-1:]
    return newest[0] if visit.links.versioned and newest > (visit.manifest.number,) else None


def _cited(requested: Requested, visit: Visit, title: str) -> str:
    """How to cite the page; empty where it has no address that lasts."""
    address = _canonical(visit, requested.path)
    if visit.published and address:
        site = requested.address
        path = f"{visit.links.twin}{requested.path}"
        address = f"{site}{_with_query(path, visit.query)}" if site else ""
    return citation(visit.manifest, title, address=address) if address else ""


def _with_query(path: str, query: str) -> str:
    ordered = canonical_query(query)
    return f"{path}?{ordered}" if ordered else path


def _language(requested: Requested) -> str:
    """What the page's own words are in."""
    visit = requested.visit
    if visit is None:
        return ENGLISH
    # These pages have words of one language, which is not yet the place's to choose.
    first = visit.manifest.place.languages[0]
    main = ENGLISH if requested.path.startswith(OF_NO_RELEASE) else first
    return visit.links.language or main


def _data_lang(visit: Visit) -> Markup:
    """What marks a block of the data's own words on a page in another language."""
    main = visit.manifest.place.languages[0]
    return Markup(' lang="{}"').format(main) if visit.links.language else Markup("")


def _requested(request: HttpRequest) -> Requested:
    found: Requested = request.META["asgi.scope"][KEY]
    return found
