"""What axe finds wrong with a page in a real browser."""

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: Writing down all that is right takes longer than looking.
WRONGS_ALONE = {"resultTypes": ["violations"]}
#: Not on by itself: axe has it for WCAG 2.2, which we keep.
ALSO = {"rules": {"target-size": {"enabled": True}}}


def violations(page: Page, options: Mapping[str, Any] = ALSO) -> list[str]:
    """What is wrong with the page as it is shown: the rule, where, and why.

    Args:
        page: open in a browser.
        options: of `axe.run`, such as the rules to try; usually those of WCAG 2.2 AA too.
    """
    found = Axe().run(page, options={**WRONGS_ALONE, **options}).response["violations"]
    return [_said(one, node) for one in found for node in one["nodes"]]


def _said(one: dict[str, Any], node: dict[str, Any]) -> str:
    why = [check["message"] for check in node["any"]][:1]
    return f"{one['id']} ({one['impact']}): {node['html'][:200]} {why}"
