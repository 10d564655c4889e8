"""Each change in words, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.stories import (
    KEMPEN,
    town,
)

from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil, in_words
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel
from wselr_rules.render.language import Language

ONE = town("90001")
THREE = town("90003", inhabitants=5_000)
LR1 = PolicyPriority.DIRECTOR_ROLE
WELFARE = LegalForm.WELFARE_ASSOCIATION

WORDS = [
    (WaitUntil(date(2026, 1, 1)), "R wacht tot 1 januari 2026", "R waits until 1 January 2026"),
    (RemoveMember(THREE), "Town 90003 verlaat R", "Town 90003 leaves R"),
    (
        ReleaseMember(THREE, "s", "S"),
        "Town 90003 valt weg uit de aanvraag van S",
        "Town 90003 drops out of the application of S",
    ),
    (
        AddMembers([THREE]),
        "Town 90003 treedt toe tot R (5.000 inwoners)",
        "Town 90003 joins R (5,000 inhabitants)",
    ),
    (
        AddMembers([THREE, ONE]),
        "Town 90003 en Town 90001 treden toe tot R (samen 45.000 inwoners)",
        "Town 90003 and Town 90001 join R (together 45,000 inhabitants)",
    ),
    (
        AddMembers([town("90009", inhabitants=None, job_seekers=1)]),
        "Town 90009 treedt toe tot R (minstens 1 inwoner)",
        "Town 90009 joins R (at least 1 inhabitant)",
    ),
    (
        AddMembers([THREE, town("90009", inhabitants=None)]),
        "Town 90003 en Town 90009 treden toe tot R (samen minstens 5.000 inwoners)",
        "Town 90003 and Town 90009 join R (together at least 5,000 inhabitants)",
    ),
    (
        BringInhabitants(4_000, KEMPEN),
        "een of meer gemeenten uit Kempen treden toe tot R, samen met minstens 4.000 inwoners",
        "one or more municipalities of Kempen join R, together with at least 4,000 inhabitants",
    ),
    (
        BringInhabitants(0, KEMPEN),
        "een gemeente uit Kempen, van welke omvang ook, treedt toe tot R",
        "a municipality of Kempen, of whatever size, joins R",
    ),
    (
        ChangeForm(WELFARE),
        "R neemt deze rechtsvorm aan: welzijnsvereniging",
        "R takes this legal form: welzijnsvereniging",
    ),
    (
        ChangeForm(LegalForm.MUNICIPALITY),
        "R vraagt alleen aan, als gemeente",
        "R applies alone, as a municipality",
    ),
    (
        ObtainDerogation(date(2026, 1, 1)),
        "R krijgt een afwijking van de regioregel vanaf 1 januari 2026",
        "R is granted a deviation from the region rule from 1 January 2026 on",
    ),
    (
        AddActions(LR1, (2025, 2023)),
        "het plan krijgt 1 actie met code WSE-LR1 voor 2023 en 2025",
        "the plan gets 1 action with code WSE-LR1 for 2023 and 2025",
    ),
    (
        AddActions(LR1, (2023,), number=2, planned_by=THREE),
        "het plan van Town 90003 krijgt 2 acties met code WSE-LR1 voor 2023",
        "the plan of Town 90003 gets 2 actions with code WSE-LR1 for 2023",
    ),
    (
        AddActions(LR1, (2023,), planned_by=town("99999", name="")),
        "het plan van elk nieuw lid krijgt 1 actie met code WSE-LR1 voor 2023",
        "the plan of each new member gets 1 action with code WSE-LR1 for 2023",
    ),
    (
        ApplyThrough(SubmissionChannel.MULTI_ANNUAL_PLAN),
        "R dient de aanvraag in via het meerjarenplan",
        "R hands in the application through the multi-annual plan",
    ),
]


@pytest.mark.parametrize(("change", "dutch", "english"), WORDS)
def test_each_change_in_words(change, dutch, english):
    """Every change is a clause in both languages, with the name of the regieverband."""
    assert in_words(change, "R", Language.NL) == dutch
    assert in_words(change, "R", Language.EN) == english
