"""What the text leaves open: fifteen questions, each with a reading and alternatives to it."""

from __future__ import annotations

import copy
import pickle
from enum import Enum

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from tests.law.anew import made_anew

from wselr_rules.errors import WrongType
from wselr_rules.law import readings as module
from wselr_rules.law.call import OPEN_CALL_2023_2025
from wselr_rules.law.ledger import LEDGER
from wselr_rules.law.readings import (
    INTERPRETATIONS,
    Change,
    Existing,
    Merger,
    Readings,
    interpretation,
    interpretation_by_id,
)

#: The question, the field, the enum, the sentences that leave it open, and the readings as
#: documents write them, the default first.
REGISTER = [
    ("I01", "existing", "Existing", ("S14",), ["before-order", "before-effect"]),
    ("I02", "change", "Change", ("S16",), ["event", "territory-only", "state"]),
    ("I03", "merger", "Merger", ("S16",), ["territory", "member-list"]),
    ("I04", "existing_deadline", "ExistingDeadline", ("S14",), ["on-the-day", "day-after"]),
    (
        "I05",
        "new_deadline",
        "NewDeadline",
        ("S15", "S16"),
        ["from-the-day", "at-submission", "incurable"],
    ),
    ("I06", "region_map", "RegionMap", ("S13",), ["in-force", "regiodecreet"]),
    ("I07", "double_claim", "DoubleClaim", ("S12",), ["neither", "first-recognised"]),
    ("I08", "minimum_members", "MinimumMembers", ("S09",), ["by-form", "two-for-all"]),
    (
        "I09",
        "centrumstad_partner",
        "CentrumstadPartner",
        ("S09", "S10", "S11"),
        ["bound", "exempt"],
    ),
    ("I10", "budget_period", "BudgetPeriod", ("S17",), ["each-year", "all-years"]),
    ("I11", "rounding", "Rounding", ("S26",), ["on-totals", "per-pot"]),
    ("I12", "zero_key", "ZeroKey", ("S18", "S19"), ["error", "equal-parts"]),
    ("I13", "derogation", "DerogationEffect", ("S13", "S14"), ["counts-as-fit", "ignored"]),
    ("I14", "plan_holder", "PlanHolder", ("S08",), ["application", "each-member"]),
    ("I15", "approval", "Approval", ("S17", "S26"), ["every-eligible", "named"]),
]

each_question = pytest.mark.parametrize("question", INTERPRETATIONS, ids=lambda each: each.id)


class TestRegister:
    """I01 to I15: what is asked, what holds by default, what else can be chosen."""

    def test_ids(self):
        """Fifteen questions, in order, each once."""
        assert [each.id for each in INTERPRETATIONS] == [f"I{n:02}" for n in range(1, 16)]

    @pytest.mark.parametrize(
        ("question", "expected"), [*zip(INTERPRETATIONS, REGISTER, strict=True)]
    )
    def test_each_row(self, question, expected):
        """Each has its field, its sentences, its default and its alternatives."""
        readings = [question.default, *question.alternatives]
        assert expected == (
            question.id,
            question.name,
            type(question.default).__name__,
            question.sentences,
            [each.value for each in readings],
        )

    @each_question
    def test_something_else_can_be_chosen(self, question):
        """There is an alternative, none is the default, and together they are all there are."""
        assert question.alternatives
        assert type(question.alternatives) is tuple
        assert question.default not in question.alternatives
        assert {question.default, *question.alternatives} == set(type(question.default))

    @each_question
    def test_it_is_asked_in_a_sentence(self, question):
        """A question ends in a question mark, and no two are the same."""
        assert question.question.endswith("?")
        assert sum(question.question == other.question for other in INTERPRETATIONS) == 1

    @each_question
    def test_its_sentences_are_rules_of_the_text(self, question):
        """What is left open is left open by sentences of the ledger that bind."""
        assert question.sentences
        assert set(question.sentences) <= {row.id for row in LEDGER if row.encoded_by}

    def test_fields_and_questions_agree(self):
        """Every field of ``Readings`` answers one question, in the same order."""
        fields = [field.name for field in attrs.fields(Readings)]
        assert fields == [each.name for each in INTERPRETATIONS]

    @each_question
    def test_found_by_its_field(self, question):
        """A question is found by the name of its field."""
        assert interpretation(question.name) is question

    def test_an_unknown_field(self):
        """There is no question of another name."""
        with pytest.raises(KeyError, match="colour"):
            interpretation("colour")

    @each_question
    def test_found_by_its_id(self, question):
        """A question is found by its id, I01 to I15; there is none of another id."""
        assert interpretation_by_id(question.id) is question
        with pytest.raises(KeyError, match="I16"):
            interpretation_by_id("I16")

    def test_every_kind_of_reading_is_asked_for(self):
        """No enum of readings stands in the module without a question."""
        kinds = {
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Enum) and value is not Enum
        }
        assert kinds == {type(each.default) for each in INTERPRETATIONS}


class TestReadings:
    """A choice of one reading for each question."""

    def test_defaults(self):
        """Nothing chosen is every default, and that is what the call of record reads."""
        assert all(each.chosen_in(Readings()) is each.default for each in INTERPRETATIONS)
        assert OPEN_CALL_2023_2025.readings == Readings()

    @each_question
    def test_each_reading_can_be_chosen(self, question):
        """Each reading of a question can be chosen, and no other question is touched."""
        for reading in (question.default, *question.alternatives):
            chosen = Readings(**{question.name: reading})
            assert question.chosen_in(chosen) is reading
            assert (chosen == Readings()) is (reading is question.default)
            others = [each for each in INTERPRETATIONS if each is not question]
            assert all(each.chosen_in(chosen) is each.default for each in others)

    @each_question
    @pytest.mark.parametrize("kind", ["value", "name", "other enum", "nothing", "truth"])
    def test_anything_else_is_refused(self, question, kind):
        """A reading is a member of its own enum; its text, another's or nothing is none."""
        wrong = {
            "value": question.default.value,
            "name": question.default.name,
            "other enum": Merger.TERRITORY if question.name != "merger" else Change.EVENT,
            "nothing": None,
            "truth": True,
        }[kind]
        with pytest.raises(WrongType) as caught:
            Readings(**{question.name: wrong})
        error = caught.value
        assert error.field == f"Readings.{question.name}"
        assert error.expected == f"a member of {type(question.default).__name__}"
        assert error.value is wrong

    @each_question
    def test_each_can_be_read_otherwise(self, question):
        """What is not chosen can be, in order, and no other question is touched."""
        first, *others = type(question.default)
        assert question.others_in(Readings()) == tuple(others) == question.alternatives
        for reading in others:
            chosen = question.chosen_otherwise(Readings(), reading)
            assert chosen == Readings(**{question.name: reading})
            assert question.others_in(chosen) == tuple(
                each for each in type(question.default) if each is not reading
            )
            assert question.chosen_otherwise(chosen, first) == Readings()
        with pytest.raises(WrongType):
            question.chosen_otherwise(Readings(), first.value)

    def test_made_anew_it_is_the_same(self):
        """Each field is made with its own default and takes readings of its own question only."""
        again = made_anew(module)
        for question, default in zip(INTERPRETATIONS, attrs.astuple(again.Readings()), strict=True):
            kind = type(default).__name__
            assert (kind, default.value) == (
                type(question.default).__name__,
                question.default.value,
            )
            for reading in type(default):
                chosen = again.Readings(**{question.name: reading})
                assert getattr(chosen, question.name) is reading
            with pytest.raises(WrongType) as caught:
                again.Readings(**{question.name: "x"})
            error = caught.value
            assert (error.field, error.value) == (f"Readings.{question.name}", "x")
            assert error.expected == f"a member of {kind}"

    def test_only_by_name(self):
        """A choice without the name of its question is refused: an order says nothing."""
        with pytest.raises(TypeError, match="positional"):
            Readings(Existing.BEFORE_ORDER)

    def test_they_are_values(self):
        """They hash, compare, pickle and copy, and cannot be changed."""
        one, other = Readings(), Readings(change=Change.STATE)
        assert len({one, Readings(), other, attrs.evolve(one, change=Change.STATE)}) == 2
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(other, protocol)) == other  # noqa: S301
        assert copy.deepcopy(other) == copy.copy(other) == other
        for value in (one, INTERPRETATIONS[0]):
            with pytest.raises(FrozenInstanceError):
                value.name = "x"
