"""Questions and answers in words, for the applicant and for the file, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.asking import asked, only
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    MET,
    NOT_MET,
    OUTSIDE,
    UNKNOWN,
    applies,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.answers import Answer, FormChange, Situation
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding, Interval, Missing
from wselr_rules.eligibility.questions_messages import (
    MESSAGES_OF_ANSWERS,
    MESSAGES_OF_QUESTIONS,
)
from wselr_rules.eligibility.rules import CHANNEL
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.eligibility.words import FACTS
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.templates import fields

EN, NL = Language.EN, Language.NL
PROJECT = (LegalForm.PROJECT_ASSOCIATION,)
INSIDE = tuple(region for region in ReferenceRegion if region is not OUTSIDE)
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
                "the application is not eligible for a subsidy",
                "the application is not eligible for a subsidy; "
                "not met (actions for every priority)",
            ),
            (
                MET,
                (("plan", MET),),
                "the application is eligible for a subsidy",
                "the application is eligible for a subsidy; met (actions for every priority)",
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


ASK = {
    "channels": ("Via welk kanaal is de aanvraag van X ingediend?", "Through which channel did"),
    "complete": ("Zijn er nog andere aanvragen die grondgebied van X omvatten?", "Are there other"),
    "derogations": ("Welke afwijkingen van de regel over", "Which deviations from the rule on"),
    "inhabitants": ("Hoeveel inwoners telt X?", "How many inhabitants does X have?"),
    "is_centrumstad": ("Is X een centrumstad?", "Is X a centrumstad?"),
    "legal_form": ("Welke rechtsvorm heeft X, en sinds wanneer?", "Which legal form does X have"),
    "plan": ("Welke acties staan in het plan van X?", "Which actions stand in the plan of X?"),
    "planned_by": ("In het plan van welke gemeente staat actie X?", "In the plan of which"),
    "recognised_on": ("Op welke dag is X erkend?", "On which day was X recognised?"),
    "reference_region": ("In welke referentieregio ligt X?", "In which reference region does X"),
    "submitted_on": ("Op welke dag is de aanvraag van X ingediend?", "On which day was the appl"),
}


class TestQuestions:
    """A question for whom it is meant."""

    @pytest.mark.parametrize("fact", ASK)
    def test_each_fact_is_asked_for_in_a_sentence(self, fact):
        """In both languages, of its subject."""
        question = evolve(only(applies(channels=None)), fact=Missing(fact, fact, "X"))
        nl, en = ASK[fact]
        assert question.sentence("nl").startswith(nl)
        assert question.sentence("en").startswith(en)

    def test_for_the_applicant(self):
        """One line: the question, and what decides it."""
        question = only(applies(verband(*two_towns(inhabitants=None))))
        assert question.text("nl", Audience.APPLICANT) == (
            "Hoeveel inwoners telt Town 90002 (90002)? "
            "Vanaf 20.000 inwoners: de aanvraag komt in aanmerking voor een subsidie. "
            "Minder dan 20.000 inwoners: de aanvraag komt niet in aanmerking voor een subsidie."
        )

    def test_for_the_applicant_where_no_answer_settles_anything(self):
        """Then it is the question alone."""
        towns = (town(reference_region=None), town("90002", reference_region=None))
        one, *_ = asked(applies(verband(*towns, derogations=None)), date(2026, 2, 1))
        *_, last = asked(applies(verband(*towns, derogations=None)), date(2026, 2, 1))
        assert "?" in one.text("en", Audience.APPLICANT)
        assert last.text("en", Audience.APPLICANT) == (
            "In which reference region does Town 90002 (90002) lie?"
        )

    def test_for_the_file(self):
        """Every answer with its mark, the criterion with its sentences, and the path."""
        question = only(applies(channels=None))
        assert (
            str(question)
            == question.text("en", Audience.FILE)
            == "\n".join(
                (
                    "? Through which channel did the application of Regieverband R come?",
                    "  ✓ through the multi-annual plan or Platos: the application is eligible for a "
                    "subsidy; met (accepted channel)",
                    "  ✗ through no accepted channel: the application is not eligible for a subsidy; "
                    "not met (accepted channel)",
                    "  bears on: accepted channel (S21)",
                    "  fact: channels",
                )
            )
        )
        assert question._repr_markdown_() == question.markdown("en")
        assert question._repr_html_() == question.html("en")
        assert question.markdown("nl").startswith("- ? onbeslist: Via welk kanaal")
        assert '<ul lang="nl">' in question.html("nl")

    def test_a_fact_of_ones_own(self):
        """By its name, with its criterion, and that it is not proven."""
        fact = Missing("motivation", "motivation", "X")
        own = Criterion("mine", lambda *_: Finding(UNKNOWN, "mine", missing=(fact,)))
        (question,) = asked(applies(), criterion=own)
        assert question.text("nl") == "\n".join(
            (
                "? Gevraagd gegeven: motivation: X",
                "  van belang voor: mine",
                "  gegeven: motivation",
                "  niet bewezen dat dit gegeven het oordeel kan veranderen",
            )
        )
        assert question.text("en", Audience.APPLICANT) == "Fact asked for: motivation: X"


class TestListOfQuestions:
    """All questions on one criterion."""

    def test_it_is_a_tree_under_its_heading(self):
        """How many there are, on what, and then each of them."""
        questions = asked(applies(channels=None, plan=None))
        text = questions.text("nl", Audience.APPLICANT)
        assert text.startswith("? 2 vragen over: in aanmerking komen voor een subsidie\n  Via welk")
        assert str(questions).startswith("? 2 questions on: eligibility for a subsidy\n  ? Through")
        assert questions._repr_markdown_() == questions.markdown("en")
        assert questions._repr_html_() == questions.html("en")
        assert '<ul lang="nl">' in questions.html("nl")
        assert len(list(questions)) == len(questions) == 2
        assert questions[1] is tuple(questions)[1]
        assert (questions.criterion, questions.application_id) == ("eligible", "R")

    def test_one_question_is_one(self):
        """The number and the word agree."""
        assert "1 vraag over" in asked(applies(plan=None)).text("nl")

    def test_where_nothing_is_asked_it_says_why(self):
        """The verdict is settled, or no fact can change it."""
        assert asked(applies()).text("en") == (
            "✓ no questions, the verdict is settled: eligibility for a subsidy"
        )
        nothing = asked(applies(channels=None), criterion=CHANNEL & ~CHANNEL)
        assert nothing.text("nl").startswith(
            "? geen vragen, geen ontbrekend gegeven kan dit veranderen"
        )

    def test_names_from_outside_are_escaped(self):
        """A name is text and never markup."""
        body = verband(*two_towns(inhabitants=None, name="<b>Lede</b> {x}"))
        assert "&lt;b&gt;Lede&lt;/b&gt; {x}" in asked(applies(body)).html("nl")


class TestTables:
    """The tables of sentences."""

    @pytest.mark.parametrize("table", [MESSAGES_OF_ANSWERS, MESSAGES_OF_QUESTIONS])
    def test_every_sentence_stands_in_every_language_with_the_same_places(self, table):
        """Adding a language is adding a column."""
        for row in table.values():
            assert set(row) == set(Language)
            assert len({fields(template) for template in row.values()}) == 1

    def test_every_fact_of_eligibility_can_be_asked_for(self):
        """All that a finding can miss, but for what only the division of a call asks for."""
        of_the_call = {"approved", "job_seekers", "working_age_population"}
        assert {key.removeprefix("ask.") for key in MESSAGES_OF_QUESTIONS if "ask." in key} == {
            "other",
            *FACTS.keys() - of_the_call,
        }
