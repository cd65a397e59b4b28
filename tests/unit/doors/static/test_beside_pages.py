"""Files for hosts and crawlers."""

from pathlib import Path

from hereabouts.doors.static.beside_pages import host_files, policy, sitemap
from hereabouts.doors.static.scope import MOST_LISTED

HOW_TO = Path(__file__).parents[4] / "docs" / "how-to" / "publish-a-static-site.md"


def test_the_how_to_has_the_policy_that_pages_need() -> None:
    assert f'Content-Security-Policy "{policy()}"' in HOW_TO.read_text(encoding="utf-8")


def test_headers_are_of_the_folder_that_the_site_is_in() -> None:
    at_root = host_files("https://example.org")["_headers"].decode()
    assert at_root.startswith("/*\n")
    assert "/static/*\n  Cache-Control: public, max-age=31536000, immutable" in at_root
    below = host_files("https://example.org/place")["_headers"].decode()
    assert below.startswith("/place/*\n")


def test_a_sitemap_of_many_pages_is_in_parts() -> None:
    pages = [f"area/a/{at}/index.html" for at in range(MOST_LISTED + 1)]
    files = sitemap(pages, base="https://example.org", day="2026-11-28")
    assert files["sitemap.xml"].count(b"<loc>") == 2
    assert files["sitemaps/2.xml"].count(b"<loc>") == 1
    assert b"<loc>https://example.org/area/a/0/</loc>" in files["sitemaps/1.xml"]
