"""The answers that the library really gives survive as documents, and in documented forms."""

from __future__ import annotations

import json
from datetime import date

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.wire.samples import problems_of

from wselr_rules import (
    ELIGIBLE,
    NEVER,
    OPEN_CALL_2023_2025,
    AddActions,
    Answer,
    Criterion,
    Derogation,
    Event,
    EventKind,
    Finding,
    History,
    Interval,
    InvalidDocument,
    LegalForm,
    Missing,
    Municipality,
    PolicyPriority,
    ReferenceRegion,
    Remedy,
    SubmissionChannel,
    Verdict,
    WaitUntil,
    explain,
    questions,
    ranges,
    remedies,
    sensitivity,
    timeline,
    timelines,
    wire,
)
from wselr_rules.eligibility.answers import FormChange, Situation
from wselr_rules.eligibility.unknowns import Days

DAY = date(2024, 6, 1)


def _assert_survives(value):
    """What is written reads back, as data and as JSON, equal in all that it says."""
    text = wire.to_json(value)
    for back in (wire.from_dict(type(value), json.loads(text)), wire.from_json(type(value), text)):
        assert back == value
        assert wire.to_json(back) == text
        if hasattr(value, "text"):
            assert back.text("nl") == value.text("nl")


@st.composite
def asked(draw):
    """Draw an application of a world, and what the library takes beside it."""
    portfolio = draw(worlds.portfolios())
    facts = {"call": draw(worlds.calls()), "portfolio": portfolio}
    return portfolio.applications[0], draw(worlds.days()), facts


class TestRealAnswers:
    """Whatever is asked of a small world, the answer has a document that says all of it."""

    @settings(max_examples=examples(8))
    @given(asked())
    def test_over_time(self, world):
        """A timeline with its parts, causes and grounds."""
        application, _, facts = world
        period = {"start": date(2022, 12, 1), "end": date(2026, 2, 1)}
        found = timeline(ELIGIBLE, application, **period, **facts)
        _assert_survives(found)
        for stretch in found:
            _assert_survives(stretch)
            for part in (*stretch.causes, *stretch.grounds):
                _assert_survives(part)

    @settings(max_examples=examples(8))
    @given(worlds.portfolios(), worlds.calls())
    def test_calls_over_time(self, portfolio, call):
        """The timelines of a whole call, one by one."""
        period = {"start": date(2022, 12, 1), "end": date(2023, 4, 1)}
        for each in timelines(portfolio, call=call, **period):
            _assert_survives(each)

    @settings(max_examples=examples(15))
    @given(asked())
    def test_questions(self, world):
        """Questions with every kind of answer."""
        application, on, facts = world
        found = questions(ELIGIBLE, application, on=on, **facts)
        _assert_survives(found)
        for question in found:
            _assert_survives(question)
            for answer in question.answers:
                _assert_survives(answer)

    @settings(max_examples=examples(10))
    @given(asked())
    def test_remedies(self, world):
        """Remedies with every kind of change."""
        application, on, facts = world
        found = remedies(ELIGIBLE, application, on=on, **facts)
        _assert_survives(found)
        for change in dict.fromkeys(each for remedy in found for each in remedy.changes):
            _assert_survives(change)

    @settings(max_examples=examples(8))
    @given(worlds.portfolios(), worlds.calls(), worlds.days())
    def test_ranges(self, portfolio, call, on):
        """The least and the most of each application."""
        _assert_survives(ranges(portfolio, on=on, call=call, year=2024))

    @settings(max_examples=examples(3))
    @given(worlds.portfolios(known=True), worlds.calls(), worlds.days())
    def test_readings(self, portfolio, call, on):
        """What turns on which reading in a whole call, and for each application in it."""
        found = sensitivity(portfolio, on=on, call=call, year=2024)
        _assert_survives(found)
        for each in found:
            _assert_survives(each)

    @settings(max_examples=examples(3))
    @given(asked())
    def test_all_of_them(self, world):
        """All answers on one application together."""
        application, on, facts = world
        period = {"start": date(2022, 12, 1), "end": date(2023, 4, 1)}
        _assert_survives(explain(application, on=on, **period, **facts))


GENT = Municipality("44021", "Gent", inhabitants=270_000)


class TestForms:
    """Each part of an answer has one written form."""

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (Interval(4210, None), {"interval": {"least": 4210, "most": None}}),
            (True, True),
            (False, False),
            (NEVER, {"never": "never"}),
            (Situation.EMPTY_CELL, {"situation": "empty-cell"}),
            (Days(None, DAY), {"days": {"since": None, "until": "2024-06-01"}}),
            (
                FormChange((LegalForm.OTHER,), None),
                {"form_change": {"forms": ["andere"], "days": None}},
            ),
            ((), []),
            ((LegalForm.OTHER,), [{"legal_form": "andere"}]),
            ((ReferenceRegion.KEMPEN,), [{"reference_region": "kempen"}]),
            ((SubmissionChannel.PLATOS,), [{"submission_channel": "Platos"}]),
            ((Derogation(DAY),), [{"derogation": {"since": "2024-06-01", "until": None}}]),
            (
                History(ReferenceRegion.KEMPEN, [(DAY, ReferenceRegion.LIMBURG)]),
                {
                    "history": {
                        "initial": "kempen",
                        "changes": [{"since": "2024-06-01", "value": "limburg"}],
                    }
                },
            ),
        ],
    )
    def test_what_is_answered(self, value, written):
        """Yes and no as they are, any other answer below the name of its kind."""
        answer = Answer("x", value, criterion="eligible", verdict=Verdict.MET)
        document = wire.to_dict(answer)
        assert document["value"] == written
        back = wire.from_dict(Answer, document)
        assert back == answer
        assert type(back.value) is type(value)

    def test_who_is_answered(self):
        """Municipalities stand below their name with all that is known of them."""
        answer = Answer("planned_by", (GENT,), criterion="eligible", verdict=Verdict.MET)
        (holder,) = wire.to_dict(answer)["value"]
        assert list(holder) == ["municipality"]
        assert holder["municipality"]["inhabitants"] == 270_000

    def test_what_is_settled(self):
        """A criterion with its verdict is a list of two."""
        settles = (("plan", Verdict.MET), ("members", Verdict.NOT_MET))
        answer = Answer("x", True, criterion="eligible", verdict=Verdict.MET, settles=settles)  # noqa: FBT003 -- the answer is yes
        document = wire.to_dict(answer)
        assert document["settles"] == [["plan", "met"], ["members", "not-met"]]
        assert wire.from_dict(Answer, document) == answer
        for wrong in (["plan"], ["plan", "met", "met"], {"plan": "met"}, "plan"):
            told = problems_of(Answer, document | {"settles": [wrong]})
            assert [path for path, _ in told] == ["$.settles[0]"]
            assert told[0][1].startswith("expected a list of 2, got ")
        told = problems_of(Answer, document | {"settles": [[3, "maybe"]]})
        assert [path for path, _ in told] == ["$.settles[0][0]", "$.settles[0][1]"]

    @pytest.mark.parametrize(
        ("became", "written"),
        [
            (None, None),
            (LegalForm.OTHER, {"legal_form": "andere"}),
            (ReferenceRegion.KEMPEN, {"reference_region": "kempen"}),
        ],
    )
    def test_what_something_became(self, became, written):
        """A term of one of two kinds stands below the name of its kind."""
        event = Event(DAY, EventKind.LEGAL_FORM, "x", became=became)
        document = wire.to_dict(event)
        assert document["became"] == written
        assert wire.from_dict(Event, document) == event

    def test_changes_of_a_remedy(self):
        """A change stands below the name of its kind, in the order in which they are made."""
        changes = (WaitUntil(DAY), AddActions(PolicyPriority.DIRECTOR_ROLE, {2025, 2024}))
        met = Finding(Verdict.MET, "x")
        document = wire.to_dict(Remedy(changes, "a", "A", DAY, met, met))
        assert document["changes"] == [
            {"wait_until": {"day": "2024-06-01"}},
            {
                "add_actions": {
                    "priority": "WSE-LR1",
                    "years": [2024, 2025],
                    "number": 1,
                    "planned_by": None,
                }
            },
        ]

    def test_a_change_of_ones_own_is_not_written(self):
        """Of what is no change of the library no document can say what it does."""

        @frozen
        class Persuade(WaitUntil):
            """Another change."""

        met = Finding(Verdict.MET, "x")
        with pytest.raises(InvalidDocument, match=r"\$\.changes\[0\]: expected \{'add_actions'"):
            wire.to_dict(Remedy((Persuade(DAY),), "a", "A", DAY, met, met))

    def test_a_criterion_of_ones_own(self):
        """What is found by a criterion of one's own is written as any other answer."""
        world = worlds.Portfolio([], complete=True)
        application = worlds.Application(
            "a",
            worlds.RegieVerband("r", "R", None, [], recognised_on=None),
            None,
            channels=None,
        )
        own = Criterion("own", _is_never_known)
        found = questions(own, application, on=DAY, call=OPEN_CALL_2023_2025, portfolio=world)
        _assert_survives(found)
        assert [each.path for each in found] == ["x"]


def _is_never_known(application, context):
    del application, context
    return Finding(Verdict.UNKNOWN, "x", missing=(Missing("x", "x", "x"),))
