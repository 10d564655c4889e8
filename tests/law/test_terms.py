"""The terms of the text, with its own codes and words as values."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from wselr_rules.law.terms import AllocationKey, LegalForm, PolicyPriority, SubmissionChannel

TEXT = (
    Path(__file__)
    .with_name("het-lokale-bestuur-als-regisseur.txt")
    .read_text(encoding="utf-8")
    .split("\n")
)


def test_the_four_priorities_have_the_codes_of_the_text():
    """S04 to S07: each priority stands in its own line, which ends in its reporting code."""
    assert [(priority.name, priority.value) for priority in PolicyPriority] == [
        ("DIRECTOR_ROLE", "WSE-LR1"),
        ("EMPLOYMENT", "WSE-LR2"),
        ("ENTREPRENEURSHIP", "WSE-LR3"),
        ("COOPERATION", "WSE-LR4"),
    ]
    for priority, line in zip(PolicyPriority, (11, 13, 15, 17), strict=True):
        assert TEXT[line - 1].strip().endswith(f": {priority.value}")


def test_the_legal_forms():
    """The five forms of a partnership by their Dutch names, a municipality alone, any other."""
    assert {form.name: form.value for form in LegalForm} == {
        "INTERLOCAL_ASSOCIATION": "interlokale vereniging",
        "PROJECT_ASSOCIATION": "projectvereniging",
        "SERVICE_ASSOCIATION": "dienstverlenende vereniging",
        "MANDATED_ASSOCIATION": "opdrachthoudende vereniging",
        "WELFARE_ASSOCIATION": "welzijnsvereniging",
        "MUNICIPALITY": "gemeente",
        "OTHER": "andere",
    }


def test_the_two_channels():
    """S21: through the multi-annual plan and/or the online desk Platos."""
    assert [(channel.name, channel.value) for channel in SubmissionChannel] == [
        ("MULTI_ANNUAL_PLAN", "meerjarenplanning"),
        ("PLATOS", "Platos"),
    ]
    assert all(channel.value in TEXT[54] for channel in SubmissionChannel)


def test_the_three_keys():
    """S18 to S20: population of working age, job seekers, equal parts, in this order."""
    assert [(key.name, key.value) for key in AllocationKey] == [
        ("WORKING_AGE_POPULATION", "bevolking op beroepsactieve leeftijd"),
        ("JOB_SEEKERS", "werkzoekenden"),
        ("EQUAL_PARTS", "gelijke delen"),
    ]
    assert "bevolking op beroepsactieve leeftijd" in TEXT[48]
    assert "werkzoekenden" in TEXT[49]


@pytest.mark.parametrize("terms", [PolicyPriority, LegalForm, SubmissionChannel, AllocationKey])
def test_a_term_stays_itself(terms):
    """Looked up by value, pickled or copied, it is the same one."""
    for term in terms:
        assert terms(term.value) is term
        assert copy.deepcopy(term) is copy.copy(term) is term
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(term, protocol)) is term  # noqa: S301
