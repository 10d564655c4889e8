"""What the cases expect is what two other tellings of the text say, which know no library.

``tests.model`` tells the sentences on eligibility where all is known, and
``tests.allocation.exhaustive`` finds the cents by looking at every table. What they cannot judge is
named.
"""

from __future__ import annotations

import pytest
from tests import model
from tests.allocation.exhaustive import best_tables, exact_shares, rounded_by_remainder
from tests.worlds.comparing import MODEL

from wselr_rules import conformance
from wselr_rules.conformance import DivisionQuestion, EligibilityAnswer, EligibilityQuestion
from wselr_rules.domain.history import History
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import INTERPRETATIONS, Rounding
from wselr_rules.law.terms import LegalForm, SubmissionChannel

FORMS = {
    LegalForm.INTERLOCAL_ASSOCIATION: "interlocal",
    LegalForm.PROJECT_ASSOCIATION: "project",
    LegalForm.SERVICE_ASSOCIATION: "service",
    LegalForm.MANDATED_ASSOCIATION: "mandated",
    LegalForm.WELFARE_ASSOCIATION: "welfare",
    LegalForm.MUNICIPALITY: "municipality",
    LegalForm.OTHER: "other",
}
CHANNELS = {
    SubmissionChannel.MULTI_ANNUAL_PLAN: "multi-annual plan",
    SubmissionChannel.PLATOS: "Platos",
}
CASES = conformance.cases()


class NotKnown(Exception):
    """What the model does not tell: it knows everything of a world."""


def _known(value):
    if value is None:
        raise NotKnown
    return value


def _over_time(value, told):
    if not isinstance(value, History):
        return model.always(told(_known(value)))
    turns = [(model.BEGIN, value.initial), *value.changes]
    return tuple((day, told(_known(each))) for day, each in turns)


def _region(region):
    return model.OUTSIDE if region is ReferenceRegion.OUTSIDE else region.value


def _town(member):
    code, ground = member.nis_code, tuple(sorted(member.territory))
    return model.Town(
        code,
        _over_time(member.reference_region, _region),
        _known(member.inhabitants),
        _known(member.is_centrumstad),
        () if ground == (code,) else ground,
    )


def _world(application, rivals=()):
    body = application.regieverband
    recognised = _known(body.recognised_on)
    return model.World(
        form=_over_time(body.legal_form, FORMS.get),
        members=tuple(
            model.Period(each.since, each.until, _town(each.municipality))
            for each in body.memberships
        ),
        recognised=model.NEVER if recognised is NEVER else recognised,
        deviations=tuple(model.Period(each.since, each.until) for each in _known(body.derogations)),
        plan=tuple(
            model.Action(getattr(each.code, "value", each.code), tuple(each.years), each.planned_by)
            for each in _known(application.plan).actions
        ),
        channels=tuple(CHANNELS[each] for each in _known(application.channels)),
        submitted=application.submitted_on,
        rivals=rivals,
    )


def _chosen(readings):
    return {each.id: each.chosen_in(readings).value for each in INTERPRETATIONS}


def _judged(question):
    """Return the verdict of the model on each rule, or raise ``NotKnown``."""
    asked = question.portfolio[question.application_id]
    chosen = _chosen(question.call.readings)
    if question.portfolio.complete is not True:
        raise NotKnown
    if chosen["I05"] == "at-submission":
        _known(asked.submitted_on)
    if chosen["I14"] == "each-member":
        [_known(action.planned_by) for action in _known(asked.plan).actions]
    rivals = tuple(_world(each) for each in question.portfolio if each.id != asked.id)
    world = _world(asked, rivals)
    return {name: Verdict.of(rule(world, question.on, chosen)) for name, rule in MODEL.items()}


@pytest.fixture(scope="module")
def judged():
    """Return the cases that the model can judge, with what it says."""
    found = []
    for case in CASES:
        if isinstance(case.expected, EligibilityAnswer):
            try:
                found.append((case, _judged(case.question)))
            except NotKnown:
                continue
    return found


class TestEligibility:
    """The model of the sentences gives each verdict that a case expects."""

    def test_it_judges_nearly_all(self, judged):
        """Of those that are not refused it judges more than nine of ten."""
        answered = [case for case in CASES if isinstance(case.expected, EligibilityAnswer)]
        assert len(judged) > 0.9 * len(answered)

    def test_what_it_cannot_judge_has_something_not_known(self, judged):
        """The others are those with a fact that is not known; no undecided one is judged."""
        assert all(case.expected.verdict.is_decided for case, _ in judged)

    def test_it_gives_each_verdict(self, judged):
        """Of the whole and of each rule."""
        apart = [
            (case.id, name)
            for case, told in judged
            for name, expected in _expected(case).items()
            if told[name] is not expected
        ]
        assert apart == []


def _expected(case):
    whole = {"eligible": case.expected.verdict}
    return whole | {each.criterion: each.verdict for each in case.expected.findings}


def _divided(question):
    """Return the pots and the table by pot that every table looked at, or per pot, gives."""
    call = question.call
    given = sorted(question.beneficiaries, key=lambda each: each.id)
    ids = [each.id for each in given]
    cents = int(call.budget_for(question.year) * 100)
    parts = [cents * fraction for fraction in call.keys.values()]
    pots = rounded_by_remainder(parts, [str(place) for place in range(len(parts))])
    columns = {
        "bevolking op beroepsactieve leeftijd": [each.working_age_population for each in given],
        "werkzoekenden": [each.job_seekers for each in given],
        "gelijke delen": [1] * len(given),
    }
    weights = [
        columns[key.value] if fraction and any(columns[key.value]) else [1] * len(given)
        for key, fraction in call.keys.items()
    ]
    if call.readings.rounding is Rounding.PER_POT:
        shares = [exact_shares(pot, column) for pot, column in zip(pots, weights, strict=True)]
        return pots, [rounded_by_remainder(each, ids) for each in shares]
    (table,) = best_tables(pots, weights, ids)
    return pots, table


class TestDivision:
    """Every table looked at gives the cents that a case expects."""

    @pytest.mark.parametrize(
        "case",
        [
            case
            for case in CASES
            if isinstance(case.question, DivisionQuestion)
            and isinstance(case.expected, conformance.DivisionAnswer)
            # Of more rows there are too many tables; those were looked at once, by hand.
            and len(case.question.beneficiaries) <= 6
        ],
        ids=lambda case: case.id,
    )
    def test_it_gives_the_cents(self, case):
        """Those of each pot, of each beneficiary and of each of its components."""
        pots, table = _divided(case.question)
        expected = case.expected
        assert list(expected.pots.values()) == pots
        rows = list(zip(*table, strict=True))
        assert [tuple(grant.components.values()) for grant in expected.grants] == rows
        assert [grant.cents for grant in expected.grants] == [sum(row) for row in rows]

    def test_of_seven_and_more_the_pots_and_rows_add_up(self):
        """Where tables are too many, rows and pots of the answer are at least what they are."""
        large = [
            case
            for case in CASES
            if isinstance(case.question, DivisionQuestion) and len(case.question.beneficiaries) > 6
        ]
        assert len(large) == 5
        for case in large:
            expected = case.expected
            for key, cents in expected.pots.items():
                assert sum(grant.components[key] for grant in expected.grants) == cents
            assert all(grant.cents == sum(grant.components.values()) for grant in expected.grants)


class TestTheOtherWay:
    """The comparison bites: what a case does not say is seen."""

    def test_another_verdict_is_seen(self):
        """The model says of an application on another day what the case does not."""
        case = next(each for each in CASES if each.id == "region/existing-across/2025-12-31")
        question = case.question
        other = EligibilityQuestion(
            question.application_id,
            question.portfolio,
            question.on.replace(year=2026, month=1, day=1),
            question.call,
        )
        assert _judged(question)["eligible"] is Verdict.MET
        assert _judged(other)["eligible"] is Verdict.NOT_MET
