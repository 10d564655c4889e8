"""Many scenarios at once give what each gives by itself, whatever they share."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve, fields
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    LIMBURG,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    town,
)
from tests.scenarios.calls_told import known, three

from wselr_rules import scenarios
from wselr_rules.eligibility.applicant_changes import ApplyThrough, ChangeForm, ObtainDerogation
from wselr_rules.eligibility.member_changes import AddMembers, RemoveMember
from wselr_rules.errors import NoSuchApplication, RulesError, WrongType
from wselr_rules.law.readings import Approval, NewDeadline, PlanHolder, Readings
from wselr_rules.law.terms import AllocationKey, LegalForm, SubmissionChannel
from wselr_rules.scenarios import (
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    HandIn,
    Scenario,
    SweepOutcome,
    Withdraw,
    sharing,
)

DAY = timedelta(days=1)
THREE = Scenario("three", call=CALL, portfolio=known(*three()))
#: Every field of a call that a verdict reads, otherwise than in the text.
READ_BY_VERDICTS = {
    "plan_years": (2024, 2025),
    "minimum_inhabitants": 10**6,
    "minimum_actions": 9,
    "minimum_members": 9,
    "minimum_members_welfare": 9,
    "partnership_forms": {LegalForm.OTHER},
    "channels": {SubmissionChannel.MULTI_ANNUAL_PLAN},
    "order_date": CALL.order_date + DAY,
    "order_in_force": CALL.order_in_force + DAY,
    "new_fit_deadline": CALL.new_fit_deadline + DAY,
    "existing_fit_deadline": CALL.existing_fit_deadline + DAY,
    "region_decree_in_force": CALL.region_decree_in_force + DAY,
    "readings": Readings(plan_holder=PlanHolder.EACH_MEMBER),
}


def plainly(scenario, on, year=2024):
    """Return what ``run`` makes of a scenario, in short; or its error, by name."""
    try:
        found = scenarios.run(scenario, on=on, year=year)
    except RulesError as error:
        return type(error).__name__
    counts = {"working_age_population", "job_seekers"}
    cents = {each.beneficiary_id: int(each.amount * 100) for each in found.allocation or ()}
    is_uncounted = any(each.fact in counts for each in found.missing)
    return SweepOutcome(
        scenario.name,
        {each.application_id: each.verdict for each in found},
        None if is_uncounted else cents,
        found.is_provisional,
    )


def swept(of_these, on, year=2024):
    """Return what comes of scenarios in one sweep, up to an error and with it, by name."""
    found = []
    try:
        for each in scenarios.sweep(of_these, on=on, year=year):
            found.append(each)  # noqa: PERF402 -- what came before an error counts
    except RulesError as error:
        found.append(type(error).__name__)
    return found


def changes_among(portfolio):
    """Draw a change that may fit a portfolio, or not."""
    ids = st.sampled_from([*(each.id for each in portfolio), "Z"])
    codes = st.sampled_from(tuple(worlds.GROUNDS))
    municipalities = codes.flatmap(worlds.towns)
    own = st.one_of(
        st.builds(lambda one: AddMembers((one,)), municipalities),
        st.builds(RemoveMember, municipalities),
        st.builds(ChangeForm, st.sampled_from(worlds.FORMS)),
        st.builds(ObtainDerogation, worlds.turns()),
        st.builds(ApplyThrough, st.sampled_from(SubmissionChannel)),
    )
    keys = st.sampled_from(
        [
            CALL.keys,
            {AllocationKey.EQUAL_PARTS: Fraction(1)},
            {AllocationKey.JOB_SEEKERS: Fraction(1)},
        ]
    )
    return st.one_of(
        st.builds(ChangeApplication, ids, own, since=worlds.turns()),
        st.builds(ChangeApplication, ids, own, since=worlds.turns()),
        st.builds(ChangeMunicipality, municipalities),
        st.builds(ChangeBudget, st.integers(1, 10**9).map(lambda cents: Decimal(cents) / 100)),
        st.builds(ChangeKeys, keys),
        worlds.calls().map(lambda call: ChangeReadings(call.readings)),
        st.builds(ChangeCall, worlds.calls()),
        st.builds(HandIn, worlds.applications("Y")),
        st.builds(Withdraw, ids),
    )


@st.composite
def families(draw):
    """Draw scenarios that share their applications and, many of them, their changes."""
    portfolio, call = draw(worlds.portfolios()), draw(worlds.calls())
    pool = draw(st.lists(changes_among(portfolio), min_size=2, max_size=4))
    return [
        Scenario(
            f"{number}",
            call=call,
            portfolio=portfolio,
            changes=draw(st.lists(st.sampled_from(pool), max_size=3)),
            approved=draw(st.sampled_from([None, None, None, ("A",)])),
        )
        for number in range(draw(st.integers(2, 6)))
    ]


class TestShared:
    """What is shared changes nothing."""

    @settings(max_examples=examples(150))
    @given(families(), worlds.days())
    def test_as_by_itself(self, family, on):
        """Of each scenario of a family comes what ``run`` gives, down to the error it raises."""
        expected = [plainly(each, on) for each in family]
        together = []
        for each in family:
            # A sweep ends at an error; the others go on after it.
            together += swept([each], on)
        assert together == expected
        possible = [e for e, found in zip(family, expected, strict=True) if type(found) is not str]
        assert swept(possible, on) == [each for each in expected if type(each) is not str]
        assert swept(family, on)[-1] == next(
            (each for each in expected if type(each) is str), expected[-1]
        )

    @settings(max_examples=examples(20))
    @given(families(), worlds.days())
    def test_with_little_room(self, family, on):
        """So it is when nearly nothing may be kept."""
        possible = [each for each in family if type(plainly(each, on)) is not str]
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(sharing, "MOST_KEPT", 3)
            assert swept(possible, on) == [plainly(each, on) for each in possible]

    def test_a_day_of_submission_outside_the_call(self):
        """It is refused as by ``run``, also where another rule settles the verdict."""
        body = three()[0].regieverband
        late = applies(
            evolve(body, recognised_on=QUIET, legal_form=LegalForm.OTHER),
            submitted_on=date(2020, 1, 1),
        )
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        scenario = Scenario("late", call=call, portfolio=known(late))
        assert plainly(scenario, QUIET) == "DateOutsideCall"
        assert swept([scenario], QUIET) == ["DateOutsideCall"]

    def test_the_same_applications_otherwise(self):
        """The same objects in a call that may have others, or is read otherwise, are asked anew."""
        family = [
            evolve(THREE, portfolio=evolve(THREE.portfolio, complete=complete))
            for complete in (True, None, False, True)
        ]
        family += [evolve(THREE, changes=[ChangeCall(evolve(CALL, minimum_inhabitants=10**6))])]
        by_member = ChangeReadings(Readings(plan_holder=PlanHolder.EACH_MEMBER))
        family += [evolve(THREE, changes=[by_member])]
        found = swept(family, QUIET)
        assert found == [plainly(each, QUIET) for each in family]
        verdicts = [each.verdicts["R0"] for each in found]
        assert verdicts == [MET, UNKNOWN, UNKNOWN, MET, NOT_MET, NOT_MET]

    @pytest.mark.parametrize("claimant", ["R1", "R2"])
    def test_a_claim_of_another(self, claimant):
        """Who claims the same ground decides, next to it or not, however often it comes back."""
        also = ChangeApplication(claimant, AddMembers((town("90001"),)), since=QUIET)
        joined = evolve(THREE, name="joined", changes=[also])
        family = [THREE, joined, THREE, evolve(joined, changes=[also, Withdraw(claimant)])]
        found = swept(family, QUIET)
        assert found == [plainly(each, QUIET) for each in family]
        assert [each.verdicts["R0"] for each in found] == [MET, NOT_MET, MET, MET]

    def test_what_is_thrown_away(self):
        """A change that was made for one scenario is not taken for one that comes in its place."""
        sizes = [60_000 + (number % 7 - 3) * 10_000 for number in range(200)]

        def one_by_one():
            for size in sizes:
                fewer = ChangeMunicipality(town("92001", inhabitants=size))
                yield evolve(THREE, changes=[fewer, ChangeBudget(Decimal(size))])

        found = swept(one_by_one(), QUIET)
        assert [each.total for each in found] == [size * 100 for size in sizes]
        assert [each.verdicts["R2"] for each in found] == [
            MET if size >= 60_000 else NOT_MET for size in sizes
        ]

    def test_what_is_kept_is_bounded(self, monkeypatch):
        """As many scenarios as may come, no more is kept than the limit and one scenario."""
        monkeypatch.setattr(sharing, "MOST_KEPT", 50)
        kept = sharing.Sharing(QUIET, 2024)
        for number in range(1, 100):
            kept.found(evolve(THREE, changes=[ChangeBudget(Decimal(number))]))
            assert len(kept._kept) < 100  # noqa: SLF001 -- what nobody sees is bounded
            assert len(kept._calls) == 1  # noqa: SLF001

    @pytest.fixture
    def asked(self, monkeypatch):
        """Of which applications it was asked whether they are eligible, in that order."""
        ids = []
        ask = type(sharing.ELIGIBLE).verdict

        def counting(criterion, application, context):
            if criterion is sharing.ELIGIBLE:
                ids.append(application.id)
            return ask(criterion, application, context)

        monkeypatch.setattr(type(sharing.ELIGIBLE), "verdict", counting)
        return ids

    def test_nothing_is_made_twice(self, asked):
        """One more budget asks no rule again; one more member asks that application alone."""
        joins = ChangeApplication("R1", AddMembers((town("90009"),)), since=QUIET)
        family = [
            THREE,
            evolve(THREE, changes=[ChangeBudget(Decimal(1))]),
            evolve(THREE, changes=[ChangeReadings(Readings()), ChangeBudget(Decimal(2))]),
            evolve(THREE, changes=[joins]),
            evolve(THREE, changes=[Withdraw("R0"), joins]),
        ]
        assert len(swept(family, QUIET)) == 5
        assert asked == ["R0", "R1", "R2", "R1"]

    def test_what_is_divided_by(self, asked):
        """Other keys ask no rule again, nor does another place in the text."""
        keys = {AllocationKey.EQUAL_PARTS: Fraction(1)}
        (name, source), *_ = CALL.sources.items()
        moved = evolve(CALL, sources={name: source})
        assert len(swept([THREE, evolve(THREE, changes=[ChangeKeys(keys)])], QUIET)) == 2
        assert moved != CALL
        assert len(swept([THREE, evolve(THREE, changes=[ChangeCall(moved)])], QUIET)) == 2
        assert asked == ["R0", "R1", "R2"] * 2

    @pytest.mark.parametrize("name", READ_BY_VERDICTS)
    def test_what_a_verdict_reads(self, name, asked):
        """A call in which it is otherwise asks every rule again, after one in which it is not."""
        other = evolve(CALL, **{name: READ_BY_VERDICTS[name]})
        swept([THREE, evolve(THREE, changes=[ChangeCall(other)])], QUIET)
        assert asked == ["R0", "R1", "R2"] * 2

    def test_each_field_of_a_call(self):
        """It is read by verdicts, or it is one of those that are not."""
        others = {"id", "budget", "keys", "checked_on", "sources"}
        assert {each.name for each in fields(type(CALL))} == others | set(READ_BY_VERDICTS)


class TestOutcomes:
    """What comes of a sweep is small, and plain to put in a table."""

    def test_in_short(self):
        """The three of the text: verdicts, cents and their sum."""
        (found,) = scenarios.sweep([THREE], on=QUIET, year=2024)
        assert dict(found.verdicts) == dict.fromkeys(("R0", "R1", "R2"), MET)
        assert dict(found.cents) == {"R0": 142_000_000, "R1": 96_000_000, "R2": 62_000_000}
        assert found.total == 300_000_000
        assert not found.is_provisional
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
        assert len(pickle.dumps(found)) < 500

    def test_one_that_is_not_decided(self):
        """While it may still share, what the others get is provisional."""
        undecided = evolve(THREE, portfolio=known(*three(channels=None)))
        (found,) = scenarios.sweep([undecided], on=QUIET, year=2024)
        assert found.verdicts["R2"] is UNKNOWN
        assert dict(found.cents) == {"R0": 176_000_000, "R1": 124_000_000}
        assert found.is_provisional

    def test_one_by_one(self):
        """A scenario is run when it is asked for, and one that cannot be ends the sweep."""
        impossible = evolve(THREE, changes=[Withdraw("R9")])
        going = scenarios.sweep(iter([THREE, impossible, THREE]), on=QUIET, year=2024)
        assert next(going).scenario == "three"
        with pytest.raises(NoSuchApplication, match="no application R9"):
            next(going)
        assert list(going) == []
        with pytest.raises(WrongType, match=r"^scenario: expected a Scenario, got 'three'$"):
            list(scenarios.sweep(["three"], on=QUIET, year=2024))

    def test_columns(self):
        """One row a scenario; absent, refused and not known are told apart."""
        unknown = town("92001", inhabitants=100_000, job_seekers=None)
        found = scenarios.sweep(
            [
                THREE,
                evolve(THREE, name="two", changes=[Withdraw("R2")]),
                evolve(
                    THREE,
                    name="refused",
                    changes=[
                        ChangeMunicipality(
                            evolve(town("92001", inhabitants=100), reference_region=LIMBURG)
                        )
                    ],
                ),
                evolve(THREE, name="uncounted", changes=[ChangeMunicipality(unknown)]),
            ],
            on=QUIET,
            year=2024,
        )
        assert scenarios.columns(found) == {
            "scenario": ["three", "two", "refused", "uncounted"],
            "total": [300_000_000, 300_000_000, 300_000_000, None],
            "is_provisional": [False, False, False, True],
            "R0.verdict": ["met", "met", "met", "met"],
            "R0.cents": [142_000_000, 176_000_000, 176_000_000, None],
            "R1.verdict": ["met", "met", "met", "met"],
            "R1.cents": [96_000_000, 124_000_000, 124_000_000, None],
            "R2.verdict": ["met", "absent", "not-met", "met"],
            "R2.cents": [62_000_000, 0, 0, None],
        }
        assert scenarios.columns([]) == {"scenario": [], "total": [], "is_provisional": []}

    def test_a_refused_one_where_a_count_is_missing(self):
        """It gets 0 for certain, and who shares gets what is not known."""
        outcome = SweepOutcome("x", {"a": MET, "b": NOT_MET}, None, is_provisional=True)
        table = scenarios.columns([outcome])
        assert (table["a.cents"], table["b.cents"]) == ([None], [0])
        assert outcome.total is None

    def test_approval(self):
        """Under the reading of I15 that reads approvals, those that a scenario names share."""
        call = reading(approval=Approval.NAMED)
        named = evolve(THREE, call=call, approved=["R0"])
        unnamed = evolve(THREE, call=call)
        one, other = scenarios.sweep([named, unnamed], on=QUIET, year=2024)
        assert dict(one.cents) == {"R0": 300_000_000}
        assert not one.is_provisional
        assert dict(other.cents) == {}
        assert other.is_provisional
