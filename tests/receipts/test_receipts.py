"""A receipt says all that was decided and by which rules, and is plain data."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.drawing import examples
from tests.eligibility.stories import CALL, QUIET, applies, reading, town, verband
from tests.receipts.cases import CALL_WITH_AMOUNTS, CASES, ISSUED, REFUSAL, UNDECIDED, receipt_of
from tests.strategies import calls, days, portfolios

from wselr_rules import wire
from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import (
    EmptyId,
    InvalidDocument,
    RulesError,
    WrongType,
    WrongValue,
    YearOutsideCall,
)
from wselr_rules.law.readings import Approval
from wselr_rules.law.version import RULES_VERSION
from wselr_rules.receipts import (
    CallInput,
    DecisionInput,
    Receipt,
    content_hash,
    receipt,
    replay,
)


class TestContents:
    """Everything needed to answer for a decision stands in it."""

    def test_of_a_decision(self):
        """Rules, call, hashes, day and decision; nothing was divided."""
        decision = REFUSAL.outcome()
        assert receipt(decision, REFUSAL) == Receipt(
            rules_version=RULES_VERSION,
            issued_on=None,
            call=CALL,
            call_hash=content_hash(CALL),
            input_hash=content_hash(REFUSAL),
            applications={"R": content_hash(REFUSAL.application)},
            complete=True,
            approved=None,
            outcome=decision,
            certificate=None,
        )

    def test_of_a_call(self):
        """The hash of each application, the assessment, and the certificate of its amounts."""
        assessment = CALL_WITH_AMOUNTS.outcome()
        given_out = receipt(assessment, CALL_WITH_AMOUNTS, issued_on=ISSUED)
        assert given_out.issued_on == date(2024, 7, 15)
        assert given_out.outcome == assessment
        assert given_out.certificate == assessment.allocation.verify()
        assert given_out.certificate.holds
        assert dict(given_out.applications) == {
            each.id: content_hash(each) for each in CALL_WITH_AMOUNTS.portfolio
        }

    def test_of_a_call_that_divides_nothing(self):
        """Without an allocation there is no certificate."""
        portfolio = Portfolio([REFUSAL.application], complete=None)
        given_out = receipt_of(CallInput(portfolio, on=QUIET, call=CALL, year=2023))
        assert given_out.outcome.allocation is given_out.certificate is None
        assert given_out.complete is None

    def test_of_named_approvals(self):
        """The ids that were named stand in it, and those of applications unknown do not."""
        named = reading(approval=Approval.NAMED)
        given_out = receipt_of(evolve(CALL_WITH_AMOUNTS, call=named, approved=["two", "across"]))
        assert given_out.approved == {"across", "two"}
        assert given_out.call.readings.approval is Approval.NAMED
        assert receipt_of(evolve(CALL_WITH_AMOUNTS, call=named)).approved is None

    def test_missing_facts_are_named_by_their_canonical_place(self):
        """The rival, second as given, is first in order of id."""
        paths = {each.path for each in UNDECIDED.outcome().missing}
        canonical_paths = {each.path for each in receipt_of(UNDECIDED).outcome.missing}
        rest = "regieverband.recognised_on"
        assert paths - canonical_paths == {f"portfolio.applications[1].{rest}"}
        assert canonical_paths - paths == {f"portfolio.applications[0].{rest}"}

    def test_it_is_a_value(self):
        """Equal receipts are one member of a set."""
        for given_case in CASES.values():
            assert len({receipt_of(given_case), receipt_of(given_case)}) == 1


class TestDocument:
    """A receipt is plain data, there and back."""

    @pytest.mark.parametrize("name", CASES)
    def test_there_and_back(self, name):
        """As an object and as JSON it reads back as an equal value."""
        given_out = receipt_of(CASES[name])
        assert wire.from_dict(Receipt, wire.to_dict(given_out)) == given_out
        assert wire.from_json(Receipt, wire.to_json(given_out)) == given_out

    @settings(max_examples=examples(25))
    @given(portfolios(), calls(), days(), st.sampled_from([2023, 2024, 2025]))
    def test_of_any_call(self, portfolio, call, on, year):
        """Whatever is decided on any call, its receipt reads back equal and agrees."""
        given_case = CallInput(portfolio, on=on, call=call, year=year)
        try:
            assessment = given_case.outcome()
        except RulesError:
            # A key that is zero for all is one: nothing is decided and there is no receipt.
            return
        back = wire.from_json(Receipt, wire.to_json(receipt(assessment, given_case)))
        assert back == receipt(assessment, given_case)
        assert replay(back, given_case).agrees

    @settings(max_examples=examples(25))
    @given(portfolios(), calls(), days(), st.booleans())
    def test_of_any_decision(self, portfolio, call, on, is_repeated):
        """So does that of any decision, whether the portfolio repeats the application or not."""
        own, *others = portfolio.applications
        kept = portfolio if is_repeated else evolve(portfolio, applications=others)
        given_case = DecisionInput(own, on=on, call=call, portfolio=kept)
        back = wire.from_json(Receipt, wire.to_json(receipt(given_case.outcome(), given_case)))
        assert replay(back, given_case).agrees
        assert replay(back, evolve(given_case, portfolio=portfolio)).agrees

    def test_it_is_said_where_a_call_and_a_decision_part(self):
        """The outcome stands below the name of its kind."""
        of_one, of_all = (wire.to_dict(receipt_of(CASES[name])) for name in ("refusal", "call"))
        assert list(of_one["outcome"]) == ["decision"]
        assert list(of_all["outcome"]) == ["call_assessment"]


class TestRefusals:
    """No receipt is given of what does not follow from the input."""

    def test_another_decision(self):
        """A decision on another day, or of other facts, is not that of this input."""
        for other in (
            evolve(REFUSAL, on=date(2024, 7, 2)),
            UNDECIDED,
            evolve(REFUSAL, portfolio=Portfolio([], complete=False)),
        ):
            with pytest.raises(WrongValue, match=r"a decision on (R|open)") as caught:
                receipt(other.outcome(), REFUSAL)
            expected = "what is decided upon this input"
            assert (caught.value.field, caught.value.expected) == ("subject", expected)

    def test_another_assessment(self):
        """An assessment of another year is not that of this input."""
        other = evolve(CALL_WITH_AMOUNTS, year=2025).outcome()
        with pytest.raises(WrongValue, match="an assessment of 2024-07-01"):
            receipt(other, CALL_WITH_AMOUNTS)

    @pytest.mark.parametrize(
        ("subject", "given_case", "expected"),
        [
            (REFUSAL, CALL_WITH_AMOUNTS, "given: expected a DecisionInput"),
            (CALL_WITH_AMOUNTS, REFUSAL, "given: expected a CallInput"),
        ],
    )
    def test_an_input_of_the_other_kind(self, subject, given_case, expected):
        """A decision has an input of a decision, a call one of a call; so has a replay."""
        with pytest.raises(WrongType, match=expected) as caught:
            receipt(subject.outcome(), given_case)
        assert caught.value.value is given_case
        with pytest.raises(WrongType, match=expected):
            replay(receipt_of(subject), given_case)

    def test_no_outcome(self):
        """Of a finding alone there is no receipt."""
        finding = REFUSAL.outcome().finding
        expected = "subject: expected a Decision or a CallAssessment"
        with pytest.raises(WrongType, match=expected) as caught:
            receipt(finding, REFUSAL)
        assert caught.value.value is finding

    def test_what_cannot_be_decided(self):
        """What ``assess_call`` refuses is refused here."""
        with pytest.raises(YearOutsideCall):
            receipt(CALL_WITH_AMOUNTS.outcome(), evolve(CALL_WITH_AMOUNTS, year=2026))

    def test_what_no_document_can_hold(self):
        """A name with a NUL character cannot be kept, and its place is told."""
        application = applies(verband(town("90001", name="\0"), town("90002")))
        portfolio = Portfolio([application], complete=True)
        given_case = DecisionInput(application, on=QUIET, call=CALL, portfolio=portfolio)
        with pytest.raises(InvalidDocument, match=r"municipality\.name"):
            receipt(given_case.outcome(), given_case)

    def test_a_day_of_issue_is_a_day(self):
        """A moment is none."""
        with pytest.raises(WrongType, match=r"Receipt\.issued_on: expected a date"):
            receipt(REFUSAL.outcome(), REFUSAL, issued_on=datetime(2024, 7, 1))  # noqa: DTZ001


class TestMalformed:
    """A malformed receipt is an error, told at its field."""

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("rules_version", 1),
            ("call", None),
            ("call_hash", "sha256:" + "0" * 63),
            ("call_hash", "sha256:" + "0" * 65),
            ("call_hash", "sha256:" + "A" * 64),
            ("input_hash", "0" * 64),
            ("input_hash", None),
            ("applications", {"R": "x"}),
            ("applications", {1: "sha256:" + "0" * 64}),
            ("complete", "yes"),
            ("approved", [1]),
            ("outcome", None),
            ("certificate", True),
        ],
    )
    def test_of_another_type(self, field, value):
        """Every field has its type, a hash its form."""
        with pytest.raises(WrongType, match=rf"Receipt\.{field}: expected"):
            evolve(receipt_of(REFUSAL), **{field: value})

    @pytest.mark.parametrize(
        ("field", "value", "expected"),
        [
            ("outcome", 3, "a Decision or a CallAssessment"),
            ("call_hash", "x", "sha256: and 64 hexadecimal digits"),
        ],
    )
    def test_what_was_expected(self, field, value, expected):
        """The error says what was expected, and has what was found."""
        with pytest.raises(WrongType) as caught:
            evolve(receipt_of(REFUSAL), **{field: value})
        assert (caught.value.expected, caught.value.value) == (expected, value)

    def test_without_a_version_or_an_id(self):
        """What has no visible character is no version and no id."""
        with pytest.raises(EmptyId):
            evolve(receipt_of(REFUSAL), rules_version=" ")
        with pytest.raises(EmptyId):
            evolve(receipt_of(REFUSAL), applications={"": "sha256:" + "0" * 64})

    def test_its_document(self):
        """All that is wrong in a document is told, each at its place."""
        document = json.loads(wire.to_json(receipt_of(REFUSAL)))
        document["input_hash"] = "x"
        document["outcome"]["decision"]["finding"]["verdict"] = "maybe"
        document["applications"]["R"] = 3
        del document["complete"]
        with pytest.raises(InvalidDocument) as caught:
            wire.from_dict(Receipt, document)
        assert [problem.path for problem in caught.value.problems] == [
            "$.applications.R",
            "$.outcome.decision.finding.verdict",
            "$.complete",
        ]
        document = wire.to_dict(receipt_of(REFUSAL)) | {"input_hash": "x"}
        with pytest.raises(InvalidDocument, match=r"^\$\.input_hash: .*hexadecimal digits"):
            wire.from_dict(Receipt, document)
