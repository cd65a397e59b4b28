"""Links that lead nowhere are found."""

import pytest

from hereabouts.doors.static.checking import BrokenLink, broken_links

BASE = "https://example.org/place"
FILES = {"index.html", "about/index.html", "a b.csv", "about/x.png"}


def broken(text: str, *, page: str = "about/index.html", base: str = "") -> list[BrokenLink]:
    return list(broken_links(FILES, read=lambda file: text if file == page else "", base=base))


@pytest.mark.parametrize(
    "address",
    [
        *("../index.html", "index.html#top", "#top", "x.png", "../a%20b.csv", "../index.html?q=1"),
        *("https://elsewhere.org/x", "mailto:a@b.uk", "data:image/png;base64,x"),
    ],
)
def test_a_link_to_a_file_or_elsewhere_is_whole(address: str) -> None:
    assert broken(f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize("name", ["href", "src", "srcset", "action", "data-values", "data-tiles"])
def test_a_link_to_no_file_is_broken_whatever_it_is_for(name: str) -> None:
    found = broken(f'<p class="x" {name}="../gone.csv">')
    assert found == [BrokenLink("about/index.html", "../gone.csv")]


def test_a_link_from_the_root_of_a_host_is_broken_where_the_folder_is_unknown() -> None:
    assert broken('<a href="/about/index.html">x</a>')
    assert not broken('<a href="/place/about/index.html">x</a>', base=BASE)
    assert broken('<a href="/place/gone/index.html">x</a>', base=BASE)


def test_the_sites_own_whole_addresses_are_checked() -> None:
    assert not broken(f'<link href="{BASE}/about/">', base=BASE)
    assert not broken(f'<link href="{BASE}/">', base=BASE)
    assert broken(f'<link href="{BASE}/gone/">', base=BASE)
