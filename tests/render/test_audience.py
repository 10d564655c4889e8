"""Whoever asks for words says for whom they are: an audience, its text, or an error."""

from __future__ import annotations

import pytest
from tests.purity.methods import methods_of, some_of_each

from wselr_rules import Audience, Language

APPLICANT, FILE = Audience
OF_EACH = some_of_each()
#: Each value with each of its methods that tell something to somebody.
TELLING = [
    pytest.param(getattr(value, name), id=f"{kind.__name__}.{name}-{number}")
    for kind, values in OF_EACH.items()
    for name, parameters in methods_of(kind)
    if [each.name for each in parameters] == ["language", "audience"]
    for number, value in enumerate(values)
]


def _differs(tell):
    return tell(Language.NL, APPLICANT) != tell(Language.NL, FILE)


#: Those that do not say the same to everybody.
DIFFERING = [each for each in TELLING if _differs(each.values[0])]


def test_each_is_tried():
    """No public method takes an audience in another way, and most say two things."""
    taking = {
        f"{kind.__name__}.{name}"
        for kind in OF_EACH
        for name, parameters in methods_of(kind)
        if any(each.name == "audience" for each in parameters)
    }
    assert {each.id.rpartition("-")[0] for each in TELLING} == taking
    assert len(DIFFERING) > len(TELLING) / 2


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("tell", TELLING)
def test_its_text_will_do(tell, audience):
    """As for a language."""
    assert tell(Language.NL, audience.value) == tell(Language.NL, audience)


@pytest.mark.parametrize("wrong", ["FILE", None, Language.NL])
@pytest.mark.parametrize("tell", DIFFERING)
def test_no_audience(tell, wrong):
    """What is none is refused, and named; it is not silently taken for the applicant."""
    with pytest.raises(ValueError, match="is not a valid Audience") as caught:
        tell(Language.NL, wrong)
    assert str(wrong) in str(caught.value)
