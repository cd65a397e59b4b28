"""Puts a page of allauth's inside the site: its header, footer and look."""

from typing import Any, ClassVar

from django import template
from django.middleware.csrf import get_token
from django.template.base import NodeList, Parser, Token

from hereabouts.doors.web.accounts import session_life
from hereabouts.doors.web.views import show_page

register = template.Library()


class InSite(template.Node):
    """Title, content and scripts of a page, in the site's own layout."""

    child_nodelists: ClassVar[tuple[str, ...]] = ("title", "content", "scripts")

    def __init__(self, title: NodeList, content: NodeList, scripts: NodeList) -> None:
        self.title, self.content, self.scripts = title, content, scripts

    def render(self, context: Any) -> str:
        """The whole page."""
        said: dict[str, Any] = {
            "title": " ".join(self.title.render(context).split()) or "Your account",
            "body": self.content.render(context),
            "ending": self.scripts.render(context),
        }
        request = context["request"]
        said |= {"session": session_life.told(request), "csrf": get_token(request)}
        page: bytes = show_page(request, "account_page.html", said).content
        return page.decode()


@register.tag
def in_site(parser: Parser, _token: Token) -> InSite:
    """`{% in_site %}title{% content %}body{% scripts %}scripts{% end_in_site %}`."""
    parts = []
    for until in ("content", "scripts", "end_in_site"):
        parts.append(parser.parse((until,)))
        parser.delete_first_token()
    return InSite(*parts)
