from typing import Any

import pytest

from tests.unit.sources.http_api.conftest import Fetch, refusal_of

ADDRESS = "https://example.org/api"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"rows": "$.a[0]"}, "a path in the answer"),
        ({"paging": {"style": "leap"}}, "needs a `style`"),
        ({"paging": {"style": "offset"}}, "needs `offset`"),
        ({"paging": {"style": "link", "ofset": "a"}}, "takes no `ofset`"),
        ({"paging": {"style": "page", "page": "p", "size": "x"}}, "not a whole number"),
        ({"parameters": {"api_key": "abc"}}, "a secret written in a file"),
        ({"parameters": "a"}, "is not a mapping"),
        ({"cursor": {"field": "at"}, "record_key": ["id"]}, "needs field and parameter"),
        ({"cursor": {"field": "at", "parameter": "since"}}, "without `record_key`"),
        ({"requests_per_second": "fast"}, "not a number"),
        ({"key_env": "A_KEY"}, "one of `key_parameter` and `key_header`"),
        ({"key_env": "not a name!", "key_header": "X"}, "no name of one"),
        ({"headers_env": {"X:": "A_KEY"}}, "a character that headers cannot have"),
        ({"where": "a = 1"}, "`where` says nothing to `api: json`"),
        ({"kind": "geojson"}, "cannot be written as `kind: geojson`"),
    ],
)
def test_an_option_that_is_wrong_is_said_before_anything_is_asked(
    fetch_api: Fetch, said: dict[str, Any], words: str
) -> None:
    refused = refusal_of(fetch_api, "json", ADDRESS, **said)
    assert refused.code == "S200"
    assert words in refused.problem


def test_a_secret_in_place_of_its_variable_is_not_repeated(fetch_api: Fetch) -> None:
    refused = refusal_of(fetch_api, "json", ADDRESS, key_env="ab-12", key_header="X-Key")
    assert "ab-12" not in str(refused)


def test_a_variable_that_is_not_set_or_cannot_be_sent_is_named(
    fetch_api: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    for value in ("", "two\nlines", "né"):
        monkeypatch.setenv("A_KEY", value)
        refused = refusal_of(fetch_api, "json", ADDRESS, key_env="A_KEY", key_header="X-Key")
        assert (refused.code, "A_KEY" in refused.problem) == ("S201", True)


def test_a_key_is_not_sent_over_plain_http(
    fetch_api: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A_KEY", "value")
    refused = refusal_of(
        fetch_api,
        "json",
        "http://example.org/api",
        key_env="A_KEY",
        key_header="X-Key",
        allow_private_addresses="false",
    )
    assert "plain http" in refused.problem


@pytest.mark.parametrize("address", ["", "ftp://a", "https://user:pw@example.org", "//x"])
def test_an_address_is_a_web_address_without_a_name(fetch_api: Fetch, address: str) -> None:
    assert refusal_of(fetch_api, "json", address).code == "S106"


def test_an_api_that_is_not_known_is_said(fetch_api: Fetch) -> None:
    assert "no API called 'soap'" in refusal_of(fetch_api, "soap", ADDRESS).problem


def test_a_portal_needs_a_resource(fetch_api: Fetch) -> None:
    assert "needs a `resource`" in refusal_of(fetch_api, "ckan", ADDRESS).problem
