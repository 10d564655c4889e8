"""Another outcome is named with the decisions, findings and amounts that differ."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from tests.eligibility.stories import (
    CALL,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    town,
    verband,
)
from tests.receipts.cases import CALL_WITH_AMOUNTS, REFUSAL, UNDECIDED, found, receipt_of

from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.history import DAY
from wselr_rules.receipts import (
    CallInput,
    OtherAmount,
    OtherDecision,
    OtherOutcome,
    OutcomePart,
    replay,
)


class TestOtherOutcome:
    """Another outcome is named with the decisions, findings and amounts that differ."""

    def test_an_amount(self):
        """A cent too much for one, though it is taken from another, is named for both."""
        kept = receipt_of(CALL_WITH_AMOUNTS)
        allocation = kept.outcome.allocation
        one, three, two = allocation.grants
        grants = (
            evolve(one, amount=Decimal("1420000.01")),
            three,
            evolve(two, amount=Decimal("959999.99")),
        )
        tampered = evolve(
            kept, outcome=evolve(kept.outcome, allocation=evolve(allocation, grants=grants))
        )
        assert replay(tampered, CALL_WITH_AMOUNTS).differences == (
            OtherOutcome(
                (OutcomePart.ALLOCATION,),
                (),
                (),
                (),
                (
                    OtherAmount("one", Decimal("1420000.01"), Decimal("1420000.00")),
                    OtherAmount("two", Decimal("959999.99"), Decimal("960000.00")),
                ),
            ),
        )

    def test_no_amounts_at_all(self):
        """Who is not granted anything gets nothing."""
        kept = receipt_of(CALL_WITH_AMOUNTS)
        tampered = evolve(kept, outcome=evolve(kept.outcome, allocation=None), certificate=None)
        difference = found(replay(tampered, CALL_WITH_AMOUNTS), OtherOutcome)
        assert difference.parts == (OutcomePart.ALLOCATION, OutcomePart.CERTIFICATE)
        assert difference.amounts == (
            OtherAmount("one", Decimal("0.00"), Decimal("1420000.00")),
            OtherAmount("three", Decimal("0.00"), Decimal("620000.00")),
            OtherAmount("two", Decimal("0.00"), Decimal("960000.00")),
        )

    def test_an_application_gone_on_another_day(self):
        """Its amount is nothing now; the others are decided as before, though a day later."""
        given = CALL_WITH_AMOUNTS
        portfolio = evolve(
            given.portfolio,
            applications=[each for each in given.portfolio.applications if each.id != "three"],
        )
        later = evolve(given, portfolio=portfolio, on=given.on + DAY)
        difference = found(replay(receipt_of(given), later), OtherOutcome)
        assert difference.decisions == ()
        assert difference.only_kept == ("three",)
        assert difference.amounts[1] == OtherAmount("three", Decimal("620000.00"), Decimal("0.00"))

    def test_a_verdict(self):
        """A refusal made an approval is found, with the finding that was changed alone."""
        kept = receipt_of(REFUSAL)
        finding = evolve(kept.outcome.finding, verdict=MET)
        tampered = evolve(kept, outcome=evolve(kept.outcome, finding=finding))
        difference = found(replay(tampered, REFUSAL), OtherOutcome)
        assert difference.decisions == (OtherDecision("R", MET, NOT_MET, ("eligible",)),)

    def test_a_ground(self):
        """A finding deep below, with the same verdict, is named."""
        kept = receipt_of(UNDECIDED)
        *others, channel = kept.outcome.finding.children
        grounds = (*others, evolve(channel, sentences=("S22",)))
        finding = evolve(kept.outcome.finding, children=grounds)
        tampered = evolve(kept, outcome=evolve(kept.outcome, finding=finding))
        difference = found(replay(tampered, UNDECIDED), OtherOutcome)
        assert difference.decisions == (OtherDecision("open", UNKNOWN, UNKNOWN, ("channel",)),)

    def test_a_ground_left_out(self):
        """Where other parts were asked, the finding that asks them is named."""
        kept = receipt_of(REFUSAL)
        finding = evolve(kept.outcome.finding, children=kept.outcome.finding.children[:-1])
        tampered = evolve(kept, outcome=evolve(kept.outcome, finding=finding))
        difference = found(replay(tampered, REFUSAL), OtherOutcome)
        assert difference.decisions == (OtherDecision("R", NOT_MET, NOT_MET, ("eligible",)),)

    def test_one_decision_of_another_day(self):
        """A decision with a day of its own differs, though all of its findings are the same."""
        kept = receipt_of(CALL_WITH_AMOUNTS)
        first, *others = kept.outcome.decisions
        moved = (evolve(first, on=date(2024, 7, 2)), *others)
        tampered = evolve(kept, outcome=evolve(kept.outcome, decisions=moved))
        difference = found(replay(tampered, CALL_WITH_AMOUNTS), OtherOutcome)
        assert difference.decisions == (OtherDecision("across", NOT_MET, NOT_MET, ()),)

    @pytest.mark.parametrize(
        ("change", "part"),
        [
            ({"conflicts": ()}, OutcomePart.CONFLICTS),
            ({"undecided": ("R",)}, OutcomePart.UNDECIDED),
            ({"missing": ()}, OutcomePart.MISSING),
        ],
    )
    def test_what_else_was_said(self, change, part):
        """Conflicts, and what the amounts wait for, are parts of the outcome."""
        claims = [
            applies(verband(town("90001"), town("90002"), id="a")),
            applies(verband(town("90002"), town("90003"), id="b")),
        ]
        given_case = CallInput(Portfolio(claims, complete=None), on=QUIET, call=CALL, year=2024)
        kept = receipt_of(given_case)
        tampered = evolve(kept, outcome=evolve(kept.outcome, **change))
        assert found(replay(tampered, given_case), OtherOutcome).parts == (part,)

    def test_a_certificate(self):
        """One that is left out, or says that a check failed, is found."""
        kept = receipt_of(CALL_WITH_AMOUNTS)
        first, *others = kept.certificate.outcomes
        failed = evolve(kept.certificate, outcomes=(evolve(first, culprits=("one",)), *others))
        for certificate in (None, failed):
            difference = found(
                replay(evolve(kept, certificate=certificate), CALL_WITH_AMOUNTS), OtherOutcome
            )
            assert difference == OtherOutcome((OutcomePart.CERTIFICATE,), (), (), (), ())
