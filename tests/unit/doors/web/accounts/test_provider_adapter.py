"""Whether what a provider says of somebody allows that they showed more than a password."""

from typing import Any

import pytest

from hereabouts.doors.web.accounts.provider_adapter import second_factor_shown


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({}, True),  # whoever lists it in the file has agreed that it asks for one
        ({"amr": ["pwd", "mfa"]}, True),
        ({"amr": ["pwd", "otp"]}, True),
        ({"amr": ["hwk"]}, True),
        ({"amr": ["pwd"]}, False),
        ({"amr": ["pwd", "sms"]}, False),
        ({"amr": ["pwd"], "acr": "aal3"}, False),
        ({"amr": []}, True),
        ({"amr": "mfa"}, True),
        ({"acr": "0"}, False),
        ({"acr": 0}, False),
        ({"acr": "AAL1"}, False),
        ({"acr": "AAL2_OR_AAL3_ANY"}, True),
        ({"acr": "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"}, False),
    ],
)
def test_a_password_alone_is_seen_where_it_is_said(said: dict[str, Any], shown: bool) -> None:
    assert second_factor_shown(said) is shown
