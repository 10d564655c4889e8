"""Choices and outcomes as values, and the words of every reading."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.eligibility.stories import MET, NOT_MET

from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.law.readings import INTERPRETATIONS, NewDeadline
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.tree import Mark
from wselr_rules.scenarios.choices import Choice, Obstacle, Outcome
from wselr_rules.scenarios.reading_messages import MESSAGES_OF_READINGS

AT_SUBMISSION = Choice("I05", "at-submission", "from-the-day")


class TestChoice:
    """A reading in place of another one of the same question."""

    def test_it_knows_its_question(self):
        """The interpretation carries question, default, alternatives and sentences."""
        asked = AT_SUBMISSION.interpretation
        assert asked.name == "new_deadline"
        assert asked.default is NewDeadline.FROM_THE_DAY
        assert asked.alternatives == (NewDeadline.AT_SUBMISSION, NewDeadline.INCURABLE)
        assert asked.sentences == ("S15", "S16")
        assert AT_SUBMISSION.reading is NewDeadline.AT_SUBMISSION

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (
                ("I16", "event", "state"),
                "Choice.interpretation_id: expected the id of an interpretation, got 'I16'",
            ),
            (
                ("I02", "yes", "state"),
                "Choice.chosen: expected one of event, territory-only, state, got 'yes'",
            ),
            (
                ("I02", "event", None),
                "Choice.instead_of: expected one of event, territory-only, state, got None",
            ),
        ],
    )
    def test_what_is_no_choice(self, arguments, said):
        """An unknown question, or a reading that is none of its own, is refused by its name."""
        with pytest.raises(WrongValue) as caught:
            Choice(*arguments)
        assert str(caught.value) == said

    def test_for_the_file(self):
        """With its id, what it replaces, and the sentences that leave it open."""
        assert str(AT_SUBMISSION) == (
            "I05: How must a new or changed regieverband fit in time? Read otherwise: at once, as "
            "it was on the day of submission; now: from the deadline on, whenever the fit came "
            "[S15 and S16]"
        )
        assert AT_SUBMISSION.text("nl") == (
            "I05: Hoe moet een nieuw of gewijzigd regieverband tijdig ingepast zijn? Anders "
            "gelezen: meteen, zoals het was op de dag van indiening; nu: vanaf de uiterste datum, "
            "wanneer de inpassing ook gebeurd is [S15 en S16]"
        )

    def test_for_the_applicant(self):
        """Question and reading alone."""
        assert AT_SUBMISSION.text("nl", Audience.APPLICANT) == (
            "Hoe moet een nieuw of gewijzigd regieverband tijdig ingepast zijn? Anders gelezen: "
            "meteen, zoals het was op de dag van indiening"
        )

    def test_in_a_cell(self):
        """Id and reading alone."""
        assert AT_SUBMISSION.cell("en") == "I05: at once, as it was on the day of submission"


class TestWords:
    """Every question and every reading of the register in words."""

    def test_each_has_a_row_and_there_is_no_other(self):
        """The table holds the questions by id, and each of their readings."""
        questions = {each.id for each in INTERPRETATIONS}
        readings = {
            f"{each.id}.{option.value}" for each in INTERPRETATIONS for option in type(each.default)
        }
        assert set(MESSAGES_OF_READINGS) == questions | readings

    @pytest.mark.parametrize("question", INTERPRETATIONS, ids=lambda each: each.id)
    def test_a_question_is_that_of_the_register(self, question):
        """In English it is the one that the register asks; in Dutch it is one too."""
        row = MESSAGES_OF_READINGS[question.id]
        assert row[Language.EN] == question.question
        assert row[Language.NL].endswith("?")

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("question", INTERPRETATIONS, ids=lambda each: each.id)
    def test_readings_of_a_question_are_told_apart(self, question, language):
        """No two readings of one question have the same words."""
        words = [
            MESSAGES_OF_READINGS[f"{question.id}.{option.value}"][language]
            for option in type(question.default)
        ]
        assert len(set(words)) == len(words)


class TestOutcome:
    """What comes of an application, in words."""

    @pytest.mark.parametrize(
        ("outcome", "nl", "en", "mark"),
        [
            (Outcome(MET), "komt in aanmerking", "is eligible", Mark.MET),
            (
                Outcome(MET, Decimal("1420000.00")),
                "komt in aanmerking; € 1.420.000,00",
                "is eligible; €1,420,000.00",
                Mark.MET,
            ),
            (
                Outcome(NOT_MET),
                "komt niet in aanmerking",
                "is not eligible",
                Mark.NOT_MET,
            ),
            (
                Outcome(None, obstacle=Obstacle.SUBMITTED_OUTSIDE_CALL),
                "kan niet beoordeeld worden; een dag van indiening valt buiten de oproep",
                "cannot be assessed; a day of submission lies outside the call",
                None,
            ),
            (
                Outcome(MET, obstacle=Obstacle.ZERO_KEY),
                (
                    "komt in aanmerking; het budget kan niet verdeeld worden: een verdeelsleutel "
                    "is voor iedereen nul"
                ),
                "is eligible; the budget cannot be divided: a key is zero for every beneficiary",
                Mark.MET,
            ),
            (
                Outcome(MET, obstacle=Obstacle.NO_BUDGET),
                "komt in aanmerking; er is voor dit planjaar geen budget",
                "is eligible; there is no budget for this plan year",
                Mark.MET,
            ),
        ],
    )
    def test_words(self, outcome, nl, en, mark):
        """Verdict, obstacle and amount, as far as there are any, and the mark of the verdict."""
        assert outcome.text("nl") == nl
        assert str(outcome) == outcome.text(Language.EN) == en
        assert outcome.mark is mark

    def test_what_is_no_outcome(self):
        """A verdict, an amount and an obstacle are of their kinds."""
        for wrong in ((True,), (MET, 5), (MET, None, "zero-key")):
            with pytest.raises(WrongType):
                Outcome(*wrong)
        with pytest.raises(WrongValue):
            Outcome(MET, Decimal("1.5"))
