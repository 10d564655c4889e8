"""All cases of the text (*toetsenreeks*), in one order. They are made when they are asked for."""

from __future__ import annotations

from itertools import chain

from wselr_rules.conformance.call_cases import call_cases
from wselr_rules.conformance.case import Case, Suite
from wselr_rules.conformance.channel_cases import channel_cases
from wselr_rules.conformance.claim_cases import claim_cases
from wselr_rules.conformance.division_cases import division_cases
from wselr_rules.conformance.document_cases import document_cases
from wselr_rules.conformance.inhabitants_cases import inhabitants_cases
from wselr_rules.conformance.merger_cases import merger_cases
from wselr_rules.conformance.plan_cases import plan_cases
from wselr_rules.conformance.region_cases import region_cases
from wselr_rules.conformance.region_doubt_cases import region_doubt_cases
from wselr_rules.conformance.rounding_cases import rounding_cases
from wselr_rules.conformance.standing_cases import standing_cases
from wselr_rules.conformance.timing_cases import timing_cases
from wselr_rules.conformance.who_cases import who_cases

__all__ = ["cases", "suite"]


def cases() -> tuple[Case, ...]:
    """Every case (*toetsgevallen*), the same ones in the same order each time."""
    return suite().cases


def suite() -> Suite:
    """Every case as one value (*toetsenreeks*), of which ``wire`` writes one document."""
    return Suite(
        chain(
            who_cases(),
            inhabitants_cases(),
            region_cases(),
            region_doubt_cases(),
            standing_cases(),
            timing_cases(),
            merger_cases(),
            claim_cases(),
            plan_cases(),
            channel_cases(),
            division_cases(),
            rounding_cases(),
            call_cases(),
            document_cases(),
        )
    )
