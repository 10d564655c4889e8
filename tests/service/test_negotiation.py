"""Which language and which form of answer a client would rather have, by RFC 9110."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wselr_rules import Language


@pytest.fixture
def negotiation():
    """Return the module, found once the path is set."""
    from service import negotiation  # noqa: PLC0415

    return negotiation


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "nl"),
        ("nl", "nl"),
        ("EN", "en"),
        ("en-GB", "en"),
        ("nl-BE, en", "nl"),
        ("en, nl", "en"),
        ("nl;q=0.5, en;q=0.8", "en"),
        ("nl;q=0.8, en;q=0.80", "nl"),
        ("fr, de", "nl"),
        ("fr, en;q=0.1", "en"),
        ("*", "nl"),
        ("en;q=0, *", "nl"),
        ("nl;q=0, *;q=0.1", "en"),
        ("nl;q=0", "en"),
        ("nl;q=0, en;q=0", "nl"),
        ("*;q=0.5, en;q=0.2", "nl"),
        ("nl-BE;q=0.9, nl;q=0.1, en;q=0.5", "en"),
        ("en-US;q=0.2, en-GB;q=0.9, nl;q=0.5", "en"),
        ("nl;q=2, en;q=0.1", "en"),
        ("nl;q=x, en;q=0.1", "en"),
        ("nl;q=0.1234, en;q=0.1", "en"),
        ("nlx, en;q=0.1", "en"),
        (" en ; q=0.3 , nl ; q=0.2", "en"),
        (";;;,,q=1", "nl"),
    ],
)
def test_language(negotiation, header, language):
    """The heaviest weight wins, the nearer range before the wider, Dutch where nothing is said."""
    assert negotiation.language_of(header).value == language


@pytest.mark.parametrize(
    ("header", "media"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("application/*", "application/json"),
        ("text/plain", "text/plain"),
        ("text/*, application/json;q=0.9", "text/plain"),
        ("application/json;q=0.9, text/plain;q=0.8", "application/json"),
        ("application/json;q=0, */*", "text/plain"),
        ("text/html, application/xml;q=0.9, */*;q=0.1", "application/json"),
        ("text/html", None),
        ("application/json;q=0", None),
        ("nonsense", None),
    ],
)
def test_media(negotiation, header, media):
    """The heaviest of the offered forms wins, the first where all are alike, or there is none."""
    assert negotiation.media_of(header, ("application/json", "text/plain")) == media


@given(header=st.text(alphabet=st.sampled_from("nle-*;q=0.19, \t\0é")))
def test_any_header(header):
    """No header is a reason to fail: some language is always chosen."""
    from service.negotiation import language_of  # noqa: PLC0415

    assert language_of(header) in Language
