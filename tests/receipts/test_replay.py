"""Deciding again agrees with a receipt, or names what differs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve, fields
from tests.eligibility.stories import (
    CALL,
    MET,
    NOT_MET,
    applies,
    reading,
    town,
    verband,
)
from tests.receipts.cases import (
    CALL_WITH_AMOUNTS,
    CASES,
    REFUSAL,
    UNDECIDED,
    found,
    receipt_of,
)

from wselr_rules.domain.application import Portfolio
from wselr_rules.errors import WrongType
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Approval, DoubleClaim, NewDeadline
from wselr_rules.law.terms import AllocationKey
from wselr_rules.receipts import (
    Circumstance,
    DecisionInput,
    NoOutcome,
    OtherCall,
    OtherDecision,
    OtherInput,
    OtherOutcome,
    OtherRules,
    OutcomePart,
    Replay,
    content_hash,
    replay,
)

WRONG = "sha256:" + "0" * 64


class TestAgrees:
    """The same input gives the same."""

    @pytest.mark.parametrize("name", CASES)
    def test_with_its_own_input(self, name):
        """Nothing differs, and the replay is true."""
        again = replay(receipt_of(CASES[name]), CASES[name])
        assert again == Replay(())
        assert again.agrees
        assert again

    def test_the_day_of_issue_is_no_part_of_it(self):
        """A receipt issued on another day says the same."""
        later = evolve(receipt_of(REFUSAL), issued_on=date(2030, 1, 1))
        assert replay(later, REFUSAL).agrees


class TestOtherRules:
    """A receipt by another version of the rules says so."""

    def test_the_version_is_named(self):
        """Then and now; that the outcome is the same shows in that nothing else is named."""
        old = evolve(receipt_of(REFUSAL), rules_version="0")
        again = replay(old, REFUSAL)
        assert again.differences == (OtherRules("0", "2"),)
        assert not again.agrees
        assert not again


class TestOtherCall:
    """Another call is named with the fields that differ, and with what follows from it."""

    def test_a_lower_bound(self):
        """One inhabitant fewer is asked for, so the refusal no longer holds."""
        other = evolve(CALL, minimum_inhabitants=59_999)
        again = replay(receipt_of(REFUSAL), evolve(REFUSAL, call=other))
        call, outcome = again.differences
        assert call == OtherCall(content_hash(CALL), content_hash(other), ("minimum_inhabitants",))
        (decision,) = outcome.decisions
        assert decision == OtherDecision(
            "R", NOT_MET, MET, ("eligible", "applicant", "partnership", "enough-inhabitants")
        )
        assert outcome.parts == (OutcomePart.DECISIONS,)

    def test_a_reading(self):
        """A reading is named by its field, next to other fields in their order."""
        other = evolve(
            reading(new_deadline=NewDeadline.INCURABLE, double_claim=DoubleClaim.FIRST_RECOGNISED),
            checked_on=date(2027, 1, 1),
        )
        difference = found(replay(receipt_of(REFUSAL), evolve(REFUSAL, call=other)), OtherCall)
        assert difference.fields == ("readings.new_deadline", "readings.double_claim", "checked_on")

    @pytest.mark.parametrize("name", [each.name for each in fields(OpenCall)])
    def test_every_field(self, name):
        """Each field of the call, changed, is named alone, and the input is not blamed for it."""
        turned = {
            "keys": dict.fromkeys(AllocationKey, Fraction(1, 3)),
            "readings": evolve(CALL.readings, approval=Approval.NAMED),
            "budget": Decimal("3000000.01"),
            "partnership_forms": (),
            "channels": (),
            "sources": {},
            "plan_years": (2023, 2024),
            "id": "another",
        }
        known = getattr(CALL, name)
        value = turned.get(name) if name in turned else _one_more(known)
        again = replay(
            receipt_of(CALL_WITH_AMOUNTS),
            evolve(CALL_WITH_AMOUNTS, call=evolve(CALL, **{name: value})),
        )
        named = "readings.approval" if name == "readings" else name
        assert found(again, OtherCall).fields == (named,)
        assert found(again, OtherInput) is None

    def test_only_its_hash(self):
        """A receipt that says a wrong hash of its own call contradicts itself."""
        again = replay(evolve(receipt_of(REFUSAL), call_hash=WRONG), REFUSAL)
        assert again.differences == (OtherCall(WRONG, content_hash(CALL), ()),)


def _one_more(known):
    return known.replace(day=known.day + 1) if isinstance(known, date) else known + 1


class TestOtherInput:
    """Another input is named with the applications that differ."""

    def test_applications(self):
        """One is changed, one was there only then and one is there only now."""
        first, second, *rest = CALL_WITH_AMOUNTS.portfolio.applications
        other = evolve(first, channels=None)
        new = applies(verband(town("90041"), town("90042"), id="new"))
        portfolio = Portfolio([new, *rest, other], complete=True)
        given_now = evolve(CALL_WITH_AMOUNTS, portfolio=portfolio)
        again = replay(receipt_of(CALL_WITH_AMOUNTS), given_now)
        assert again.differences[0] == OtherInput(
            content_hash(CALL_WITH_AMOUNTS),
            content_hash(given_now),
            (first.id,),
            (second.id,),
            ("new",),
            (),
        )
        assert found(again, OtherOutcome).only_kept == (second.id,)
        assert found(again, OtherOutcome).only_found == ("new",)

    @pytest.mark.parametrize(
        ("changes", "circumstance"),
        [
            ({"on": date(2024, 7, 2)}, Circumstance.DAY),
            ({"year": 2025}, Circumstance.YEAR),
            (
                {"portfolio": evolve(CALL_WITH_AMOUNTS.portfolio, complete=None)},
                Circumstance.COMPLETE,
            ),
            (
                {"portfolio": evolve(CALL_WITH_AMOUNTS.portfolio, complete=False)},
                Circumstance.COMPLETE,
            ),
            ({"approved": ()}, Circumstance.APPROVED),
        ],
    )
    def test_of_a_call(self, changes, circumstance):
        """Day, year, whether these are all, and who is approved are named each by itself."""
        again = replay(receipt_of(CALL_WITH_AMOUNTS), evolve(CALL_WITH_AMOUNTS, **changes))
        difference = again.differences[0]
        assert difference.circumstances == (circumstance,)
        assert difference.changed == difference.only_kept == difference.only_found == ()

    def test_of_a_decision(self):
        """The application that is decided on, and the day; a circumstance has one order."""
        (rival,) = (each for each in UNDECIDED.portfolio if each.id == "a rival")
        whole = UNDECIDED.canonical.portfolio
        other = DecisionInput(rival, on=date(2024, 7, 2), call=UNDECIDED.call, portfolio=whole)
        difference = found(replay(receipt_of(UNDECIDED), other), OtherInput)
        assert difference.circumstances == (Circumstance.APPLICATION, Circumstance.DAY)
        assert difference.changed == difference.only_kept == difference.only_found == ()

    def test_another_day_alone_is_no_other_outcome(self):
        """Where the grounds are the same on another day, only the day is named."""
        again = replay(receipt_of(REFUSAL), evolve(REFUSAL, on=date(2024, 7, 2)))
        (difference,) = again.differences
        assert difference.circumstances == (Circumstance.DAY,)

    def test_only_its_hash(self):
        """A receipt whose input hash is not that of what it names contradicts itself."""
        again = replay(evolve(receipt_of(REFUSAL), input_hash=WRONG), REFUSAL)
        assert again.differences == (OtherInput(WRONG, content_hash(REFUSAL), (), (), (), ()),)

    def test_of_the_ids_that_hashes_are_of(self):
        """An application under another id was there only then, the real one is only now."""
        kept = receipt_of(REFUSAL)
        hashes = {"S": kept.applications["R"]}
        difference = found(replay(evolve(kept, applications=hashes), REFUSAL), OtherInput)
        assert (difference.only_kept, difference.only_found) == (("S",), ("R",))


class TestNoOutcome:
    """That nothing can be decided upon an input is a difference, not an error."""

    @pytest.mark.parametrize(
        ("given_now", "expected"),
        [
            (evolve(CALL_WITH_AMOUNTS, year=2026), "2026"),
            (evolve(CALL_WITH_AMOUNTS, on=date(2027, 1, 1)), "2027-01-01"),
            (evolve(CALL_WITH_AMOUNTS, approved={"one"}), "I15"),
            (
                evolve(CALL_WITH_AMOUNTS, call=evolve(CALL, order_date=date(2024, 7, 2))),
                "2024-07-02",
            ),
        ],
    )
    def test_it_is_named_with_its_reason(self, given_now, expected):
        """What differs in the input is named, and then why nothing follows from it."""
        again = replay(receipt_of(CALL_WITH_AMOUNTS), given_now)
        cause, nothing = again.differences
        assert isinstance(cause, OtherInput | OtherCall)
        assert isinstance(nothing, NoOutcome)
        assert expected in nothing.error

    def test_a_malformed_replay(self):
        """A replay holds differences and nothing else."""
        with pytest.raises(WrongType, match=r"Replay\.differences: expected differences, got 3"):
            Replay([3])
