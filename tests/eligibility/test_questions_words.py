"""Questions in words, for the applicant and for the file, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.asking import asked, only
from tests.eligibility.stories import (
    UNKNOWN,
    applies,
    town,
    two_towns,
    verband,
)

from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding, Missing
from wselr_rules.eligibility.questions_messages import (
    MESSAGES_OF_ANSWERS,
    MESSAGES_OF_QUESTIONS,
)
from wselr_rules.eligibility.rules import CHANNEL, PARTNERSHIP_FORM
from wselr_rules.eligibility.words import FACTS
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.templates import fields

EN = Language.EN
LATE = date(2026, 2, 1)
WHOLE = "the application is eligible for a subsidy"
NOT_WHOLE = "the application is not eligible for a subsidy"

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
        one, *_ = asked(applies(verband(*towns, derogations=None)), LATE)
        *_, last = asked(applies(verband(*towns, derogations=None)), LATE)
        assert "?" in one.text("en", Audience.APPLICANT)
        assert last.text("en", Audience.APPLICANT) == (
            "In which reference region does Town 90002 (90002) lie?"
        )

    def test_for_the_file(self):
        """Every answer with its mark, the criterion with its sentences, and the path."""
        question = only(applies(channels=None))
        assert str(question) == question.text("en", Audience.FILE)
        assert str(question).splitlines() == [
            "? Through which channel did the application of Regieverband R come?",
            f"  ✓ through the multi-annual plan or Platos: {WHOLE}; met (accepted channel)",
            f"  ✗ through no accepted channel: {NOT_WHOLE}; not met (accepted channel)",
            "  bears on: accepted channel (S21)",
            "  fact: channels",
        ]
        assert question._repr_markdown_() == question.markdown("en")
        assert question._repr_html_() == question.html("en")
        assert question.markdown("nl").startswith("- ? onbeslist: Via welk kanaal")
        assert '<ul lang="nl">' in question.html("nl")

    def test_every_sentence_of_its_criteria_is_named(self):
        """One after the other, behind the criterion."""
        (question,) = asked(applies(verband(form=None)), criterion=PARTNERSHIP_FORM)
        assert "  bears on: accepted legal form (S09, S10)" in str(question).splitlines()

    def test_answers_are_about_the_fact_that_is_asked_for(self):
        """By its name, and so in its words."""
        question = only(applies(verband(*two_towns(reference_region=None))), LATE)
        assert {answer.fact for answer in question.answers} == {"reference_region"}
        assert "  ✓ in Kempen: " in question.text("nl")

    def test_a_fact_that_only_a_criterion_of_ones_own_reads(self):
        """It has no answers: it is not asked as the rules of the call ask it."""
        fact = Missing("plan", "plan", "X")
        own = Criterion("mine", lambda *_: Finding(UNKNOWN, "mine", missing=(fact,)))
        (question,) = asked(applies(plan=None), criterion=own)
        assert question.answers == ()
        assert question.sentence("en") == "Fact asked for: the plan of X"

    def test_a_fact_of_ones_own(self):
        """By its name, with its criterion, and that it is not proven."""
        fact = Missing("motivation", "motivation", "X")
        own = Criterion("mine", lambda *_: Finding(UNKNOWN, "mine", missing=(fact,)))
        (question,) = asked(applies(), criterion=own)
        assert question.text("nl").splitlines() == [
            "? Gevraagd gegeven: motivation: X",
            "  van belang voor: mine",
            "  gegeven: motivation",
            "  niet bewezen dat dit gegeven het oordeel kan veranderen",
        ]
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
        """Each has its question, and there is one for all others."""
        asks = {key.removeprefix("ask.") for key in MESSAGES_OF_QUESTIONS if "ask." in key}
        assert asks == {"other", *ASK}
        assert ASK.keys() <= FACTS.keys()
