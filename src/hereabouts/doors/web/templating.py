"""The Jinja environment of the pages: GOV.UK's macros and ours, everything escaped."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup, escape

from hereabouts.doors.web import languages, words
from hereabouts.doors.web.script_words import script_words
from hereabouts.model.languages import ENGLISH

TEMPLATES = Path(__file__).parent / "templates"


def environment(**options: Any) -> Environment:
    """What Django's Jinja backend asks for. GOV.UK's macros read keys that are not there."""
    made = Environment(  # noqa: S701  # Django's backend passes autoescape=True; checked below
        **options | {"undefined": ChainableUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    if made.autoescape is not True:
        raise ValueError("pages must be escaped")
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    made.loader = ChoiceLoader([loader for loader in (made.loader, govuk) if loader])
    made.globals |= {"_": languages.markup, "ngettext": languages.markup_of_count}
    made.globals["lang_of"] = _lang_of
    made.globals["script_words"] = script_words
    made.filters["said"] = languages.translated
    made.filters["long_date"] = words.long_date
    made.filters["in_sentence"] = words.in_sentence
    made.filters["count"] = _count
    made.filters["urlencode"] = quote
    made.filters["sentence"] = words.sentence
    made.filters["contact_link"] = _contact_link
    made.filters["trusted"] = Markup  # only for HTML that another part of ours has escaped
    return made


def _lang_of(words: str) -> Markup:
    """What marks words that the language of the page has no translation of."""
    said_as_it_is = languages.spoken() != ENGLISH and languages.translated(words) == words
    return Markup(' lang="en"') if said_as_it_is else Markup("")


def _count(value: int) -> str:
    return f"{value:,}"


def _contact_link(contact: str) -> Markup:
    """A link to an e-mail or web address; anything else is said as it is."""
    if re.fullmatch(r"[^@\s]+@[^@\s]+", contact):
        return Markup('<a class="govuk-link" href="mailto:{0}">{0}</a>').format(contact)
    if contact.startswith(("https://", "http://")):
        return Markup('<a class="govuk-link" href="{0}">{0}</a>').format(contact)
    return escape(contact)
