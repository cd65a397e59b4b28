"""Pages of areas that are compared, grouped and watched: what they say, choose and filter."""

import csv
import io
import re
from collections.abc import Iterator

import pytest

from hereabouts.doors.web.app import create_app
from tests.unit.doors.judged_release import build_judged_release
from tests.unit.doors.web.client import Client

SMOKING, SEEN = "/indicator/health/smoking", "/indicator/waits/seen"
FIRST, THIRD = "/area/district/E07000001", "/area/district/E07000003"
HTML = re.compile(r"<(?:style|script).*?</(?:style|script)>|<[^>]+>", re.DOTALL)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("judged")
    build_judged_release(folder)
    with Client(create_app(folder)) as client:
        yield client


def text(page: str) -> str:
    return " ".join(HTML.sub(" ", page).split())


def ranked(page: str) -> list[str]:
    """What each row of the ranking says of its comparison."""
    body = re.findall(r'<tr class="govuk-table__row">.*?</tr>', page, re.DOTALL)
    return [text(row) for row in body if "hb-ranking__area" in row]


def counted(page: str) -> dict[str, int]:
    found = re.search(r"Compared with England: (\d+) better, (\d+) similar, (\d+) worse", page)
    assert found is not None
    return dict(zip(("better", "similar", "worse"), map(int, found.groups()), strict=True))


def test_it_says_how_many_are_better_similar_and_worse_and_every_one_is_in_the_ranking(
    judged: Client,
) -> None:
    page = judged.get(SMOKING).text
    said = counted(page)
    rows = ranked(page)
    assert said["better"] == sum("(better)" in row for row in rows)
    assert said["worse"] == sum("(worse)" in row for row in rows)
    assert said["similar"] == sum("○ Similar" in row for row in rows)
    assert sum(said.values()) == 41
    assert "1 has no value to compare" in page


def test_what_is_shown_of_the_benchmark_is_told_under_its_title(judged: Client) -> None:
    assert "England 1 0 0" in text(judged.get(SMOKING).text.split("What is shown and what")[1])


@pytest.mark.parametrize("kind", ["better", "similar", "worse"])
def test_the_ranking_shows_one_kind_alone_with_the_ranks_they_have_among_all(
    judged: Client, kind: str
) -> None:
    everything, alone = judged.get(SMOKING).text, judged.get(f"{SMOKING}?compared={kind}").text
    rows = ranked(alone)
    assert len(rows) == counted(everything)[kind] == counted(alone)[kind]
    assert set(rows) <= set(ranked(everything))
    assert f"Showing {len(rows)} {kind}" in text(alone)
    assert f'href="{SMOKING}#ranking">Show all areas' in alone


def test_a_kind_nobody_knows_is_refused(judged: Client) -> None:
    assert judged.get(f"{SMOKING}?compared=best").status_code == 400
    assert judged.get(f"{SMOKING}?chart=pie").status_code == 400
    assert judged.get(f"{THIRD}?chart=funnel").status_code == 400


def test_ranks_say_how_sure_they_are(judged: Client) -> None:
    assert re.search(r"between \d+\w\w and \d+\w\w of 41", text(judged.get(SMOKING).text))
    assert re.search(r"between \d+\w\w and \d+\w\w of 41", text(judged.get(THIRD).text))


def test_trends_are_in_words_in_the_ranking_and_on_the_area(judged: Client) -> None:
    page = text(judged.get(SMOKING).text)
    assert "Recent trend" in page
    assert "No significant change" in page
    assert "Cannot be calculated" in page  # the hidden district
    assert "Recent trend" in text(judged.get(FIRST).text)


def test_a_funnel_is_chosen_and_says_why_and_bars_alone_can_be_picked(judged: Client) -> None:
    chosen, picked = judged.get(SMOKING).text, judged.get(f"{SMOKING}?chart=ranked").text
    assert 'id="funnel"' in chosen
    assert "Chosen because each of the 41 areas has a size" in chosen
    assert f'href="{SMOKING}?chart=ranked"' in chosen
    assert 'id="funnel"' not in picked
    assert "Shown because you picked it." in picked
    assert f'href="{SMOKING}">Show a funnel plot' in picked
    assert '<input type="hidden" name="chart" value="ranked">' in picked


def test_three_areas_are_too_few_for_a_funnel_and_it_says_so(judged: Client) -> None:
    page = judged.get(SEEN).text
    assert 'id="funnel"' not in page
    assert "a funnel needs 10 areas or more with a value." in page
    assert "Compared with" not in text(page)


def test_the_gap_is_in_words_with_its_limits(judged: Client) -> None:
    page = text(judged.get(SMOKING).text)
    assert "in the worst-off tenth 21.9%, in the best-off tenth 8.8%." in page
    assert "Slope index of inequality: 14.6 percentage points (95% confidence interval" in page
    assert "Relative index of inequality: 2.87" in page
    assert "Inequality" not in text(judged.get(SEEN).text)


def test_the_gap_is_that_of_the_period_that_is_shown(judged: Client) -> None:
    page = text(judged.get(f"{SMOKING}?period=2016-01-01").text)
    assert "in the worst-off tenth 30.0%, in the best-off tenth 12.0%." in page


def test_an_area_has_its_icons_in_words_and_its_control_chart(judged: Client) -> None:
    page = judged.get(THIRD).text
    assert "Special cause, concern" in page
    assert "Hit or miss: may meet the target of 75.0% or miss it by chance." in page
    assert "The lines begin anew where the process was changed: Jan 2025." in page
    assert "Seen within four hours: control chart" in page
    assert "Special cause, concern" not in text(judged.get(FIRST).text).split("Over time")[0]


def test_a_reader_may_pick_a_line_in_place_of_the_control_chart(judged: Client) -> None:
    page = judged.get(f"{THIRD}?chart=line").text
    assert "control chart</figcaption>" not in page
    assert "Seen within four hours over time" in page
    assert f'href="{THIRD}?chart=control">Show a control chart' in page


def test_an_area_says_what_it_is_compared_with(judged: Client) -> None:
    assert "Similar with England" in text(judged.get(THIRD).text)


def test_the_download_has_the_comparison_and_says_what_it_is(judged: Client) -> None:
    file = judged.get("/r/1/download/health/smoking.csv").text
    lines = file.splitlines()
    assert any(line.startswith("# compared: with England") for line in lines)
    rows = [*csv.DictReader(io.StringIO("\n".join(x for x in lines if not x.startswith("# "))))]
    newest = [row["compared"] for row in rows if row["period"] == "2025"]
    said = counted(judged.get(SMOKING).text)
    assert sum(one.startswith("better") for one in newest) == said["better"]
    assert newest.count("") == 1


@pytest.mark.parametrize("path", [SMOKING, f"{SMOKING}?chart=ranked", SEEN, FIRST, THIRD])
def test_no_picture_needs_a_script_or_a_style_of_its_own(judged: Client, path: str) -> None:
    page = judged.get(path).text
    assert not re.search(r"<[^>]* style=", page)
    assert not re.search(r"<[^>]* on\w+=", page)
    names = re.findall(r'id="([^"]+)"', page)
    assert len(names) == len(set(names))


def test_the_ranking_page_is_within_its_budget(judged: Client) -> None:
    """HTML, as sent: the goal is 150 KB with styles and scripts."""
    sent = judged.get(SMOKING, accept_encoding="br")
    assert int(sent.headers["content-length"]) < 30_000
