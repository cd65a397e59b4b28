"""A small release as a site of files."""

import json
import re
import shutil
from pathlib import Path

import brotli
import pytest

from hereabouts.doors.static import publish as module
from hereabouts.doors.static import scope
from hereabouts.doors.static.publish import Wanted, publish, read_base
from hereabouts.errors import AccessError, HereaboutsError, ReleaseError
from hereabouts.model.policy import Audience
from tests.journeys.serving import need_front_end
from tests.unit.doors.small_release import build_small_release
from tests.unit.doors.static.conftest import BASE, SMALL, build_tiny_release, publish_to

HALF = 30  # files, of about 60


def text_of(folder: Path, pattern: str) -> str:
    return "".join(path.read_text() for path in sorted(folder.rglob(pattern)) if path.is_file())


def test_every_page_is_there_with_its_data(published: Path) -> None:
    for file in (
        *("index.html", "indicators/index.html", "search/index.html", "changes/index.html"),
        *("area/icb22/E54000037/index.html", "indicator/access/within_30/index.html"),
        *("indicator/access/within_30/area_type-country/index.html", "404.html"),
        *("map/access.within_30/icb22/2017-01-01.png", "theme.css", "sitemap.xml"),
        *("values/access.within_30/icb22/2017-01-01.f32", "feeds/releases.atom", "_headers"),
        "download/area/icb22/E54000037.ods",
    ):
        assert (published / file).is_file(), file


def test_each_period_that_can_be_chosen_is_a_page(published: Path) -> None:
    page = published / "indicator" / "workforce" / "nurses"
    periods = {path.name for path in page.glob("period-*")}
    assert periods == {f"period-{year}-01-01" for year in range(2019, 2023)}
    said = (page / "period-2020-01-01" / "index.html").read_text()
    assert "Period: 2020" in said
    assert 'href="../index.html">2023</a>' in said


def test_an_earlier_period_leads_to_the_newest_for_what_is_of_that_alone(published: Path) -> None:
    page = published / "indicator" / "workforce" / "nurses"
    newest = (page / "index.html").read_text()
    earlier = (page / "period-2020-01-01" / "index.html").read_text()
    for words in ("ranking.png", "ranking.svg", "trend.png", ".geojson", "sort-area"):
        assert words in newest, words
        assert words not in earlier, words
    assert 'href="../index.html#download">Pictures of charts, and outlines</a>' in earlier
    assert "Pictures of charts, and outlines" not in newest
    assert "nurses.csv" in earlier


def test_areas_of_other_kinds_have_no_page_and_are_words(published: Path) -> None:
    assert not (published / "area" / "lsoa11").exists()
    page = published / "indicator" / "access" / "within_30" / "area_type-lsoa11" / "index.html"
    assert "<span>Exeter 001A</span>" in page.read_text()
    assert {path.name for path in page.parent.iterdir()} == {"index.html"}


def test_pages_promise_nothing_that_files_cannot_do(published: Path) -> None:
    pages = text_of(published, "*.html")
    for words in ("published.invalid", "/r/1/", "Permanent link", "/api/", "/explain/", "hb-how"):
        assert words not in pages, words
    assert set(re.findall(r'<form[^>]*action="([^"]*)"', pages)) >= {"search/index.html"}


def test_feeds_and_sitemap_name_the_public_address(published: Path) -> None:
    feeds = text_of(published, "*.atom")
    assert "published.invalid" not in feeds
    assert f"{BASE}/feeds/releases.atom" in feeds
    listed = re.findall(r"<loc>(.*?)</loc>", (published / "sitemaps" / "1.xml").read_text())
    assert f"{BASE}/area/icb22/E54000037/" in listed
    assert not [place for place in listed if "period-" in place]


def test_the_list_for_search_has_what_has_a_page(published: Path) -> None:
    said = json.loads((published / "search.json").read_bytes())
    assert {kind["folder"] for kind in said["kinds"]} == {"area/icb22", "area/country"}
    for kind in said["kinds"]:
        for code, _name in kind["areas"]:
            assert (published / kind["folder"] / code / "index.html").is_file()
    files = {href.partition("#")[0] for _title, _about, href, _names in said["things"]}
    assert all((published / file).is_file() for file in files)
    assert {file.partition("/")[0] for file in files} >= {"indicator", "about"}


def test_headers_carry_the_policy_of_the_served_site(published: Path) -> None:
    said = (published / "_headers").read_text()
    assert "Content-Security-Policy: default-src 'none'; script-src 'self'" in said
    assert said.startswith("/place/*\n")


def test_without_an_address_nothing_names_one(tiny_site: Path) -> None:
    assert not (tiny_site / "feeds").exists()
    assert not (tiny_site / "sitemap.xml").exists()
    home = (tiny_site / "index.html").read_text()
    assert "canonical" not in home
    assert "og:url" not in home
    assert "atom" not in home


def test_the_same_again_writes_nothing_and_a_damaged_file_is_mended(
    tiny_place: Path, own_site: Path
) -> None:
    assert publish_to(tiny_place, own_site, area_types=SMALL).changes is None
    whole = (own_site / "index.html").read_bytes()
    (own_site / "index.html").write_text("damaged")
    changes = publish_to(tiny_place, own_site, area_types=SMALL).changes
    assert changes is not None
    assert (changes.written, changes.removed) == (1, 0)
    assert (own_site / "index.html").read_bytes() == whole


def test_a_new_release_replaces_pages_and_leaves_what_is_the_same(
    tmp_path: Path, own_site: Path
) -> None:
    root = tmp_path / "place"
    for number, title in ((1, "Stroke care in two lands"), (2, "A new title")):
        build_tiny_release(root, number=number, title=title)
    made = publish_to(root, own_site, area_types=SMALL)
    assert made.release == 2
    assert "A new title" in (own_site / "index.html").read_text()
    assert made.changes is not None
    assert made.changes.kept > 0
    assert publish_to(root, own_site, area_types=SMALL, number=1).release == 1
    said = (own_site / "index.html").read_text()
    assert "A new title" not in said
    assert "There is a newer one" not in said


def test_packed_copies_say_the_same(tiny_place: Path, own_site: Path) -> None:
    publish_to(tiny_place, own_site, area_types=SMALL, twins=True)
    home = own_site / "index.html"
    assert brotli.decompress(home.with_name("index.html.br").read_bytes()) == home.read_bytes()
    assert not (own_site / "favicon.svg.br").exists()


def test_several_processes_make_the_same_site(
    tiny_place: Path, tiny_site: Path, tmp_path: Path
) -> None:
    publish_to(tiny_place, tmp_path / "two", area_types=SMALL, jobs=2)
    one, two = ((at / "manifest.json").read_text() for at in (tiny_site, tmp_path / "two"))
    assert one == two


def test_what_was_made_before_it_was_stopped_is_not_made_again(
    tiny_place: Path, tiny_site: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "site"

    def stop(done: int, _left: int) -> None:
        if done > HALF:
            raise KeyboardInterrupt

    wanted = Wanted(area_types=SMALL)
    with pytest.raises(KeyboardInterrupt):
        publish(tiny_place, folder, wanted, listener=stop, on_step=lambda _words: None)
    assert not (folder / "index.html").exists()
    made = publish_to(tiny_place, folder, area_types=SMALL)
    assert made.taken_over > HALF
    whole, resumed = ((at / "manifest.json").read_text() for at in (tiny_site, folder))
    assert whole == resumed


def test_areas_of_which_there_are_very_many_have_a_page_and_nothing_else(
    tiny_place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scope, "MOST_AREAS", 4)  # of 5 health boards
    publish_to(tiny_place, tmp_path / "site", area_types=("icb22",))
    of_one = {path.relative_to(tmp_path) for path in tmp_path.rglob("*E54000037*")}
    assert of_one == {Path("site/area/icb22/E54000037")}
    page = (tmp_path / "site" / "area" / "icb22" / "E54000037" / "index.html").read_text()
    for words in ('id="download"', "What changed in this area", "hb-locator"):
        assert words not in page, words
    listed = (tmp_path / "site" / "search" / "index.html").read_text()
    assert "E54000037" not in listed


def test_areas_have_board_packs_where_they_are_asked_for(tiny_place: Path, tmp_path: Path) -> None:
    publish_to(tiny_place, tmp_path / "site", area_types=SMALL, packs=SMALL)
    packs = tmp_path / "site" / "pack" / "access" / "country"
    assert {path.name for path in packs.iterdir()} == {
        f"{code}.{ending}" for code in ("E92000001", "W92000004") for ending in ("pdf", "pptx")
    }
    page = (tmp_path / "site" / "area" / "country" / "E92000001" / "index.html").read_text()
    assert "pack/access/country/E92000001.pdf" in page


def test_a_link_that_leads_nowhere_stops_it_and_leaves_the_folder(
    tiny_place: Path, own_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (own_site / "manifest.json").read_bytes()
    monkeypatch.setattr(module, "SEARCH", "elsewhere.json")
    monkeypatch.setattr(module, "_our_own_files", lambda: "another version")
    with pytest.raises(HereaboutsError, match="W303") as caught:
        publish_to(tiny_place, own_site, area_types=SMALL)
    assert "search/index.html" in str(caught.value)
    assert (own_site / "manifest.json").read_bytes() == before
    assert not (own_site / ".publishing").exists()


def test_an_internal_site_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="W300"):
        publish_to(tmp_path, tmp_path / "site", audience=Audience.INTERNAL)


def test_an_internal_release_is_not_there_to_be_published(tmp_path: Path) -> None:
    need_front_end()
    build_small_release(tmp_path / "place", audience="internal")
    with pytest.raises(ReleaseError, match="R101"):
        publish_to(tmp_path / "place", tmp_path / "site")
    shutil.rmtree(tmp_path / "place")


@pytest.mark.parametrize(
    "said", ["example.org", "ftp://example.org", "https://", "https://x.org/a b", "https://x.org?q"]
)
def test_half_an_address_is_refused(said: str) -> None:
    with pytest.raises(HereaboutsError, match="W304"):
        read_base(said)


@pytest.mark.parametrize("said", ["https://x.org/", "http://x.org:8000", "https://x.org/a/b"])
def test_an_address_of_a_site_is_kept_without_its_last_slash(said: str) -> None:
    assert read_base(said) == said.rstrip("/")
