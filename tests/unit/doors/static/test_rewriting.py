"""Pages whose links lead to files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.static.addresses import Target
from hereabouts.doors.static.choices import Choice, selected_in
from hereabouts.doors.static.rewriting import (
    LEFT_OUT_OF_AREAS,
    SENTINEL,
    Where,
    relative,
    rewrite,
    whole_addresses,
)

GONE = "/explain/"
#: Parts of a page in which nothing changes, and all that could be taken for what does.
PLAIN: tuple[str, ...] = (
    "a < b /x",
    "<p>",
    "</p>",
    '<i title="form">',
    "</a>",
    '<a href="#map">',
    "<br>",
    "é \n",
)
PLAIN += ("<script>if (a<b) '/x'</script>", '<a href="https://example.org/x">', "<format>", "href=")
PLAIN += ('<script>a="/x"</script>', 'x="/y"', '<b class="hb-however">', " hb-take ")


def find(address: str) -> Target | None:
    if address.startswith(GONE):
        return None
    path = address.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].strip("/")
    return Target(f"{path}/index.html" if "." not in path else path, address)


def choose(choice: Choice) -> Target | None:
    chosen = choice.sent[choice.name]
    return None if chosen == "none" else Target(f"chosen/{chosen}/index.html", "")


def where(**changed: object) -> Where:
    said = {"file": "a/b/index.html", "find": find, "choose": choose, "base": ""}
    return Where(**{**said, **changed})  # type: ignore[arg-type]


def rewritten(text: str, **changed: object) -> str:
    return rewrite(text, where(**changed)).text


def test_links_pictures_scripts_and_data_are_relative_to_the_page() -> None:
    assert rewritten('<a class="x" href="/about#top">About</a>') == (
        '<a class="x" href="../../about/index.html#top">About</a>'
    )
    assert rewritten('<img src="/map/x.png" alt="A &amp; B">') == (
        '<img src="../../map/x.png" alt="A &amp; B">'
    )
    assert rewritten('<div data-values="/values/x.f32" data-unit="%">') == (
        '<div data-values="../../values/x.f32" data-unit="%">'
    )


def test_what_leads_elsewhere_or_within_the_page_stays_to_the_letter() -> None:
    text = (
        '<!DOCTYPE html><a href="https://example.org/?a=1&amp;b=2">x</a><a href="#map">y</a>'
        '<a href="mailto:a@b.uk">z</a><svg viewBox="0 0 1 1"><path d="M0 0"/></svg> &ctdot; &#8217;'
    )
    assert rewritten(text) == text


@given(st.lists(st.sampled_from(PLAIN)))
def test_between_what_changes_a_page_stays_to_the_letter(parts: list[str]) -> None:
    text = "".join(parts)
    assert rewritten(text) == text
    link, made = '<a href="/about">', '<a href="../../about/index.html">'
    assert rewritten(link.join(["", *parts, ""])) == made.join(["", *parts, ""])


def test_a_link_to_what_is_not_published_is_its_words_alone() -> None:
    assert rewritten('<p><a href="/explain/x">Words <b>here</b></a> after</p>') == (
        "<p><span>Words <b>here</b></span> after</p>"
    )
    assert rewritten('<link rel="alternate" href="/explain/x"><p>y</p>') == "<p>y</p>"
    assert rewritten('<figure data-area-url="/explain/{code}" data-x="1">') == '<figure data-x="1">'


def test_every_file_that_a_page_leads_to_is_told_but_not_a_pattern() -> None:
    text = '<a href="/about">A</a><div data-area-url="/area/icb/{code}"></div>'
    assert list(rewrite(text, where()).targets) == ["about/index.html"]


def test_what_files_cannot_do_is_left_out_with_all_that_is_in_it() -> None:
    text = (
        '<td>5<span class="hb-interval hb-how"><a href="/x">How<span> made</span></a></span></td>'
    )
    assert rewritten(text) == "<td>5</td>"
    text = '<div class="hb-take"><p>PNG<br><img src="/a.png"></p></div><p>after</p>'
    assert rewritten(text, left_out=LEFT_OUT_OF_AREAS) == "<p>after</p>"
    assert "PNG" in rewritten(text)


FORM = (
    '<form class="hb-controls" action="/x" method="get"><label for="p">Period</label>'
    '<select id="p" name="period"><option value="2024" selected>2024</option>'
    '<option value="2020">2020 &amp; before</option><option value="none">Never</option></select>'
    '<input type="hidden" name="kept" value="1"><button>Show</button></form>'
)


def test_a_form_of_choices_becomes_links() -> None:
    made = rewrite(FORM, where())
    assert "<form" not in made.text
    assert "Period: 2024" in made.text
    assert '<a class="govuk-link" href="../../chosen/2020/index.html">2020 &amp; before</a>' in (
        made.text
    )
    assert "<li><strong>2024</strong></li><li>" in made.text
    assert "<li>Never</li>" in made.text
    assert list(made.targets) == ["chosen/2020/index.html"]


def test_of_a_list_without_links_beside_others_the_choice_is_said() -> None:
    other = '<label for="k">Kind</label><select id="k" name="kind"><option>ICB</option></select>'
    made = rewritten(FORM.replace("<button>", f"{other}<button>"))
    assert made.count("<details") == 1
    assert made.endswith('<p class="govuk-body">Kind: ICB</p></div>')
    assert rewritten(FORM.replace('"2020"', '"none"')) == ""


def test_a_choice_sends_all_that_its_form_would() -> None:
    sent: list[Choice] = []

    def noted(choice: Choice) -> None:
        sent.append(choice)

    rewrite(FORM, where(choose=noted))
    assert sent[0] == Choice("/x", "period", {"kept": "1", "period": "2020"})


def test_what_forms_have_selected_is_read() -> None:
    assert selected_in(f"<p>{FORM}</p>") == {"period": "2024"}


def test_a_search_stays_a_form_that_goes_to_the_page_of_search() -> None:
    made = rewritten('<form action="/r/3/search" method="get"><input name="q"></form>')
    assert made == (
        '<form action="../../r/3/search/index.html" method="get"><input name="q"></form>'
    )


def test_whole_addresses_are_those_of_the_published_site() -> None:
    base = "https://example.org/place"
    text = f'<link rel="canonical" href="{SENTINEL}/about?x=1"><p>Cite {SENTINEL}/about.</p>'
    assert rewritten(f'<link href="{SENTINEL}/about">', base=base) == (
        f'<link href="{base}/about/">'
    )
    assert SENTINEL not in rewritten(text, base=base)
    feed = whole_addresses(f'<link href="{SENTINEL}/explain/x"/>{SENTINEL}/about', where(base=base))
    tagged = whole_addresses("<id>tag:published.invalid,2026:x</id>", where(base=base))
    assert tagged.text == "<id>tag:example.org,2026:x</id>"
    assert feed.text == f'<link href="{base}/"/>{base}/about/'


@pytest.mark.parametrize(
    ("file", "to", "address"),
    [
        ("index.html", "about/index.html", "about/index.html"),
        ("about/index.html", "index.html", "../index.html"),
        ("a/index.html", "a/b c/index.html", "b%20c/index.html"),
        ("a/index.html", "a/x:y/index.html", "x%3Ay/index.html"),
    ],
)
def test_addresses_are_relative(file: str, to: str, address: str) -> None:
    assert relative(file, to=to) == address


def test_a_page_shown_at_any_address_has_them_from_the_root() -> None:
    made = rewritten('<a href="/about">A</a>', file="404.html", root="/place")
    assert made == '<a href="/place/about/index.html">A</a>'
