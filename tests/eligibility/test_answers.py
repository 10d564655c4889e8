"""Each kind of answer in words, and what it settles."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    MET,
    NOT_MET,
    OUTSIDE,
    UNKNOWN,
    two_towns,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.answers import Answer, FormChange, Situation
from wselr_rules.eligibility.finding import Interval
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.errors import PeriodEndsBeforeItBegins
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language

EN = Language.EN
PROJECT = (LegalForm.PROJECT_ASSOCIATION,)
FIRST_HALF = (
    "Regio Antwerpen, Rivierenland, Kempen, Halle-Vilvoorde, Oost-Brabant, Regio Brugge, Westhoek"
)
INSIDE = tuple(region for region in ReferenceRegion if region is not OUTSIDE)
WHOLE = "the application is eligible for a subsidy"
NOT_WHOLE = "the application is not eligible for a subsidy"
MAY, JUNE = date(2024, 5, 1), date(2024, 6, 1)

WORDS = [
    ("inhabitants", Interval(4_210), "vanaf 4.210 inwoners", "from 4,210 inhabitants on"),
    ("inhabitants", Interval(1), "vanaf 1 inwoner", "from 1 inhabitant on"),
    ("inhabitants", Interval(7, 9), "minder dan 10 inwoners", "fewer than 10 inhabitants"),
    ("is_centrumstad", True, "ja", "yes"),
    ("is_centrumstad", False, "nee", "no"),
    ("legal_form", PROJECT, "projectvereniging", "projectvereniging"),
    (
        "legal_form",
        (*PROJECT, LegalForm.OTHER),
        "projectvereniging of andere rechtsvorm",
        "projectvereniging or another legal form",
    ),
    (
        "legal_form",
        FormChange(PROJECT, None),
        "projectvereniging, en niet gewijzigd",
        "projectvereniging, and not changed",
    ),
    (
        "legal_form",
        FormChange(PROJECT, Days(MAY, None)),
        "projectvereniging, na een eerste wijziging vanaf 1 mei 2024",
        "projectvereniging, first changed from 1 May 2024 on",
    ),
    ("recognised_on", NEVER, "nooit erkend", "never recognised"),
    ("recognised_on", Days(None, MAY), "voor 1 mei 2024", "before 1 May 2024"),
    ("recognised_on", Days(), "op welke dag ook", "on whatever day"),
    (
        "submitted_on",
        Days(MAY, JUNE),
        "van 1 mei 2024 tot en met 31 mei 2024",
        "from 1 May 2024 up to and including 31 May 2024",
    ),
    ("submitted_on", Days(MAY, date(2024, 5, 2)), "op 1 mei 2024", "on 1 May 2024"),
    ("reference_region", (KEMPEN, LIMBURG), "in Kempen of Limburg", "in Kempen or Limburg"),
    (
        "reference_region",
        (KEMPEN, OUTSIDE),
        "in Kempen of buiten het Vlaamse Gewest",
        "in Kempen or outside the Flemish Region",
    ),
    (
        "reference_region",
        (OUTSIDE,),
        "buiten het Vlaamse Gewest",
        "outside the Flemish Region",
    ),
    (
        "reference_region",
        INSIDE[:8],
        f"in {FIRST_HALF} of Zuid-West-Vlaanderen",
        f"in {FIRST_HALF} or Zuid-West-Vlaanderen",
    ),
    (
        "reference_region",
        INSIDE[:9],
        "in een andere referentieregio",
        "in another reference region",
    ),
    (
        "reference_region",
        INSIDE[1:],
        "in een andere referentieregio",
        "in another reference region",
    ),
    (
        "reference_region",
        (*INSIDE[1:], OUTSIDE),
        "in een andere referentieregio of buiten het Vlaamse Gewest",
        "in another reference region, or outside the Flemish Region",
    ),
    ("reference_region", INSIDE, "in welke referentieregio ook", "in whichever reference region"),
    (
        "reference_region",
        (*INSIDE, OUTSIDE),
        "waar ook, ook buiten het Vlaamse Gewest",
        "wherever, also outside the Flemish Region",
    ),
    (
        "reference_region",
        History(KEMPEN, [(MAY, LIMBURG)]),
        "achtereenvolgens in Kempen en Limburg",
        "in Kempen and Limburg, one after the other",
    ),
    (
        "derogations",
        (Derogation(MAY),),
        "een toegestane afwijking die loopt vanaf 1 mei 2024",
        "a granted deviation that runs from 1 May 2024 on",
    ),
    ("derogations", (), "geen enkele toegestane afwijking", "no granted deviation"),
    (
        "plan",
        Situation.EVERY_CELL,
        "een plan met acties voor elke prioriteit in elk planjaar",
        "a plan with actions for every priority in every plan year",
    ),
    (
        "plan",
        Situation.EMPTY_CELL,
        "een plan dat een prioriteit in een planjaar leeg laat",
        "a plan that leaves a priority empty in a plan year",
    ),
    (
        "planned_by",
        two_towns(),
        "in dat van Town 90001 (90001) of Town 90002 (90002)",
        "in that of Town 90001 (90001) or Town 90002 (90002)",
    ),
    ("planned_by", Situation.ELSEWHERE, "in geen van hun plannen", "in none of their plans"),
    (
        "channels",
        tuple(SubmissionChannel),
        "via het meerjarenplan of Platos",
        "through the multi-annual plan or Platos",
    ),
    ("channels", (), "via geen aanvaard kanaal", "through no accepted channel"),
    ("complete", Situation.NO_OTHER_CLAIM, "nee, geen andere aanvraag", "no, no other application"),
    ("complete", Situation.OTHER_CLAIM, "ja, een andere aanvraag", "yes, another application"),
]


@pytest.mark.parametrize(("fact", "value", "nl", "en"), WORDS)
def test_each_kind_of_answer_has_its_words(fact, value, nl, en):
    """What is answered is said in both languages."""
    answer = Answer(fact, value, criterion="eligible", verdict=UNKNOWN)
    assert (answer.words("nl"), answer.words(Language.EN)) == (nl, en)


def test_a_stretch_of_days_has_days():
    """One that ends before it begins, or on its first day, is refused by its own name."""
    with pytest.raises(PeriodEndsBeforeItBegins) as caught:
        Days(JUNE, MAY)
    error = caught.value
    assert (error.kind, error.since, error.until) == ("stretch of days", JUNE, MAY)
    with pytest.raises(PeriodEndsBeforeItBegins):
        Days(MAY, MAY)


class TestWhatFollows:
    """An answer says what it settles: the whole, its parts, or nothing yet."""

    @pytest.mark.parametrize(
        ("verdict", "settles", "short", "full"),
        [
            (UNKNOWN, (), "not decided yet", "not decided yet"),
            (
                UNKNOWN,
                (("plan", MET), ("channel", NOT_MET), ("mine", MET)),
                "met (actions for every priority and mine); not met (accepted channel)",
                "met (actions for every priority and mine); not met (accepted channel)",
            ),
            (
                NOT_MET,
                (("plan", NOT_MET),),
                NOT_WHOLE,
                f"{NOT_WHOLE}; not met (actions for every priority)",
            ),
            (
                MET,
                (("plan", MET),),
                WHOLE,
                f"{WHOLE}; met (actions for every priority)",
            ),
        ],
    )
    def test_of_the_whole(self, verdict, settles, short, full):
        """The applicant reads the whole where it is decided, the file reads the parts too."""
        answer = Answer(
            "is_centrumstad", value=True, criterion="eligible", verdict=verdict, settles=settles
        )
        assert answer.text(EN, Audience.APPLICANT) == f"yes: {short}"
        assert answer.text(EN) == str(answer) == f"yes: {full}"
        assert answer.settles_anything == bool(verdict.is_decided or settles)

    def test_of_one_criterion(self):
        """That is said once."""
        answer = Answer(
            "channels", (), criterion="channel", verdict=NOT_MET, settles=(("channel", NOT_MET),)
        )
        assert (
            answer.text("nl")
            == "via geen aanvaard kanaal: niet voldaan (aanvaard indieningskanaal)"
        )
