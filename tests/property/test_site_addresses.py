"""Addresses and encodings, whatever a browser sends."""

from urllib.parse import parse_qsl, urlencode

from hypothesis import given
from hypothesis import strategies as st

from hereabouts.doors.web.address import AddressError, canonical_query, read_query
from hereabouts.doors.web.encodings import OFFERED, best_encoding

PAIRS = st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=8)), max_size=6)
NAMES = ("br", "gzip", "identity", "*", "deflate", "zstd")


@given(PAIRS, st.randoms())
def test_one_page_has_one_canonical_query(pairs: list[tuple[str, str]], random: object) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    canonical = canonical_query(urlencode(pairs))
    assert canonical_query(urlencode(shuffled)) == canonical
    assert canonical_query(canonical) == canonical
    assert sorted(parse_qsl(canonical, keep_blank_values=True)) == sorted(pairs)


@given(st.text(max_size=80))
def test_a_canonical_query_asks_the_same(query: str) -> None:
    allowed = ("a", "b", "q")
    try:
        asked = read_query(query, allowed=allowed)
    except AddressError:
        return
    assert read_query(canonical_query(query), allowed=allowed) == asked


@given(st.text(max_size=60))
def test_any_query_is_read_or_refused_and_never_a_fault(query: str) -> None:
    try:
        asked = read_query(query, allowed=("sort", "q"))
    except AddressError as problem:
        assert problem.status == 400  # noqa: PT017  # both endings are right
    else:
        assert set(asked) <= {"sort", "q"}
        assert all(asked.values())


@given(st.binary(max_size=60))
def test_any_accept_encoding_is_answered_with_what_is_offered(accept: bytes) -> None:
    assert best_encoding(accept) in OFFERED


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["0", "0.0", "0.5", "1"])))
def test_what_is_refused_is_never_sent_and_what_is_sent_is_wanted_most(
    weights: dict[str, str],
) -> None:
    accept = ", ".join(f"{name};q={weight}" for name, weight in weights.items())
    best = best_encoding(accept.encode()).decode()
    wanted = {name: float(weight) for name, weight in weights.items()}
    rest = wanted.get("*", 0.0)
    if best:
        weight = wanted.get(best, rest)
        assert weight > 0
        assert weight >= max(wanted.get("br", rest), wanted.get("gzip", rest))
    else:
        assert wanted.get("identity", 0.0001) >= max(
            wanted.get("br", rest), wanted.get("gzip", rest)
        ) or (wanted.get("identity") == 0)
