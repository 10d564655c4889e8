"""The three verdicts, and criteria made of criteria."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    CALL,
    LONG_AGO,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    around,
    finding,
    reading,
    town,
    verband,
)

from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Combination, Criterion, all_of, any_of
from wselr_rules.eligibility.finding import Finding, Missing, Operator
from wselr_rules.eligibility.rules import CHANNEL, ELIGIBLE, ENOUGH_INHABITANTS, PLAN, RULES
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.errors import (
    DateOutsideCall,
    DatesNotNamed,
    EmptyId,
    UndecidedVerdict,
    WrongType,
    WrongValue,
)
from wselr_rules.law.readings import DoubleClaim


def constant(verdict):
    """Return a criterion of which the verdict is always this one."""
    missing = (Missing("fact", "path", "whoever"),) if verdict is UNKNOWN else ()
    return Criterion(verdict.value, lambda *_: Finding(verdict, "always", missing=missing))


ALWAYS, NEVER_MET, OPEN = constant(MET), constant(NOT_MET), constant(UNKNOWN)


class TestVerdict:
    """Kleene's strong logic of three verdicts."""

    @pytest.mark.parametrize(
        ("one", "other", "both"),
        [
            (MET, MET, MET),
            (MET, NOT_MET, NOT_MET),
            (MET, UNKNOWN, UNKNOWN),
            (NOT_MET, MET, NOT_MET),
            (NOT_MET, NOT_MET, NOT_MET),
            (NOT_MET, UNKNOWN, NOT_MET),
            (UNKNOWN, MET, UNKNOWN),
            (UNKNOWN, NOT_MET, NOT_MET),
            (UNKNOWN, UNKNOWN, UNKNOWN),
        ],
    )
    def test_and(self, one, other, both):
        """Not met settles a conjunction; else what is undecided leaves it so."""
        assert one & other is both

    @pytest.mark.parametrize(
        ("one", "other", "either"),
        [
            (MET, MET, MET),
            (MET, NOT_MET, MET),
            (MET, UNKNOWN, MET),
            (NOT_MET, MET, MET),
            (NOT_MET, NOT_MET, NOT_MET),
            (NOT_MET, UNKNOWN, UNKNOWN),
            (UNKNOWN, MET, MET),
            (UNKNOWN, NOT_MET, UNKNOWN),
            (UNKNOWN, UNKNOWN, UNKNOWN),
        ],
    )
    def test_or(self, one, other, either):
        """Met settles a disjunction; else what is undecided leaves it so."""
        assert one | other is either

    def test_not(self):
        """The opposite of what is decided; the opposite of undecided is undecided."""
        assert [~MET, ~NOT_MET, ~UNKNOWN] == [NOT_MET, MET, UNKNOWN]

    def test_truth(self):
        """Met is true, not met is false, and undecided is neither: it raises."""
        assert bool(MET) is True
        assert bool(NOT_MET) is False
        with pytest.raises(UndecidedVerdict):
            bool(UNKNOWN)
        with pytest.raises(UndecidedVerdict):
            assert not UNKNOWN

    def test_of_a_truth(self):
        """True is met, False is not met, None is undecided."""
        assert [Verdict.of(each) for each in (True, False, None)] == [MET, NOT_MET, UNKNOWN]
        assert [each.is_decided for each in (MET, NOT_MET, UNKNOWN)] == [True, True, False]


class TestComposition:
    """Criteria compose and keep their name and form."""

    @pytest.mark.parametrize("one", [ALWAYS, NEVER_MET, OPEN], ids=lambda each: each.id)
    @pytest.mark.parametrize("other", [ALWAYS, NEVER_MET, OPEN], ids=lambda each: each.id)
    def test_the_verdict_is_that_of_the_verdicts(self, one, other):
        """And, or and not of criteria are those of their verdicts, fast and complete."""
        case = applies()
        context = around(case)
        first, second = one.verdict(case, context), other.verdict(case, context)
        for made, expected in (
            (one & other, first & second),
            (one | other, first | second),
            (~one, ~first),
        ):
            assert made.verdict(case, context) is expected
            assert made.finding(case, context).verdict is expected

    def test_names_and_form(self):
        """What it is made of shows in the id, the operator and the parts."""
        made = (ALWAYS & OPEN) | ~NEVER_MET
        assert made.id == "((met and unknown) or not not-met)"
        assert made.rule.operator is Operator.ANY
        assert [part.id for part in made.rule.parts] == ["(met and unknown)", "not not-met"]
        assert all_of(ALWAYS, OPEN, id="both").id == "both"
        assert any_of(ALWAYS, OPEN, id="either").rule == Combination(Operator.ANY, (ALWAYS, OPEN))

    def test_the_finding_has_the_form_too(self):
        """Its children are the findings of the parts, in order, each by its own id."""
        found = finding(applies(), criterion=all_of(ALWAYS, ~OPEN, id="made"))
        assert (found.criterion, found.operator) == ("made", Operator.ALL)
        assert [child.criterion for child in found.children] == ["met", "not unknown"]
        assert found.children[1].children[0].criterion == "unknown"

    def test_an_algebra_needs_parts(self):
        """No part at all, and a negation of two, are refused, as is another operator."""
        with pytest.raises(WrongValue):
            all_of()
        with pytest.raises(WrongValue):
            Combination(Operator.NOT, (ALWAYS, OPEN))
        with pytest.raises(WrongValue):
            Combination(Operator.AT_LEAST, (ALWAYS,))
        with pytest.raises(WrongType):
            any_of(ALWAYS, "not a criterion")
        with pytest.raises(EmptyId):
            Criterion(" ", ALWAYS.rule)

    def test_the_fast_way_asks_nothing_that_cannot_matter(self):
        """After a part that settles it, verdict does not ask the next; finding does."""
        asked = []

        def ask(*about):
            asked.append(about)
            return Finding(MET, "asked")

        spy = Criterion("spy", ask)
        case = applies()
        context = around(case)
        for made in (NEVER_MET & spy, ALWAYS | spy):
            made.verdict(case, context)
            assert not asked
            made.finding(case, context)
            assert len(asked) == 1
            asked.clear()

    def test_an_undecided_part_does_not_stop_the_fast_way(self):
        """Undecided settles nothing: a later part still may."""
        case = applies()
        context = around(case)
        assert (OPEN & NEVER_MET).verdict(case, context) is NOT_MET
        assert (OPEN | ALWAYS).verdict(case, context) is MET
        assert (OPEN & ALWAYS).verdict(case, context) is UNKNOWN


class TestOfTheUser:
    """A criterion of one's own, in three lines."""

    def test_it_composes_with_the_rules_of_the_call(self):
        """Eligible and with a name of three letters at least."""

        def has_long_name(application, _context):
            return Finding(Verdict.of(len(application.regieverband.name) > 3), "a long name")

        long_name = Criterion("long-name", has_long_name)
        case = applies()
        found = finding(case, criterion=ELIGIBLE & long_name)
        assert found.verdict is MET
        assert found.criterion == "(eligible and long-name)"
        assert str(found).splitlines()[-1] == "  ✓ a long name"

    def test_its_text_is_shown_as_it_is(self):
        """Braces and all, where it has no arguments; and its places filled where it has."""
        plain = Criterion("mine", lambda *_: Finding(MET, "with {braces}"))
        filled = Criterion("mine", lambda *_: Finding(NOT_MET, "{n} of {of}", {"n": 1, "of": "x"}))
        assert str(finding(applies(), criterion=plain)) == "✓ with {braces}"
        assert finding(applies(), criterion=filled).text("nl") == "✗ 1 of x"

    def test_a_missing_fact_of_its_own(self):
        """A fact that no table knows is named by its field and subject."""
        found = finding(applies(), criterion=OPEN)
        assert str(found) == "? always; not known: fact: whoever"
        assert found.text("nl") == "? always; niet bekend: fact: whoever"

    def test_without_dates_nobody_can_ask_for_them(self):
        """A rule that does not tell its dates raises, alone and in a whole; it names itself."""
        case = applies()
        for criterion in (ALWAYS, ELIGIBLE & ALWAYS, ~ALWAYS):
            with pytest.raises(DatesNotNamed, match="met"):
                criterion.dates(case, around(case))

    def test_with_dates_they_join_those_of_the_others(self):
        """The dates of a whole are those of all its parts."""
        day = date(2024, 2, 29)
        dated = Criterion("mine", ALWAYS.rule, dates=lambda *_: [day])
        case = applies()
        named = (ELIGIBLE & ~dated).dates(case, around(case))
        assert named == ELIGIBLE.dates(case, around(case)) | {day}


class TestCases:
    """What is not known may turn out in more than one way: each is a case."""

    def open_but(self, *cases):
        """Return the finding that is open, and of which each case has this verdict and reading."""
        told = {f"case {n}": case for n, case in enumerate(cases)}
        told["R"] = (UNKNOWN, "I00")

        def rule(application, context):
            del context
            verdict, reading = told[application.id]
            return Finding(verdict, "told", readings={reading: "chosen"})

        named = [applies(id=id) for id in told if id != "R"]
        return finding(applies(), criterion=Criterion("own", rule, cases=lambda *_: named))

    def test_it_rests_on_the_readings_of_all_that_agree(self):
        """The verdict of all of them, by what each of them rests on."""
        found = self.open_but((MET, "I02"), (MET, "I01"))
        assert (found.verdict, found.settled) == (MET, True)
        assert [*found.readings] == ["I00", "I01", "I02"]

    @pytest.mark.parametrize(
        "cases",
        [
            [(MET, "I01"), (NOT_MET, "I02"), (MET, "I03")],
            [(MET, "I01"), (UNKNOWN, "I02"), (UNKNOWN, "I03")],
        ],
    )
    def test_or_on_those_of_two_that_do_not(self, cases):
        """No case is looked at after the first that shows that they do not agree."""
        found = self.open_but(*cases)
        assert (found.verdict, found.settled) == (UNKNOWN, False)
        assert [*found.readings] == ["I00", "I01", "I02"]

    def test_what_is_known_stays(self):
        """A recognition is told where it is not known and more than one rule reads it (I07)."""
        first = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        for call, known, told in ((first, LONG_AGO, LONG_AGO), (CALL, None, None)):
            case = applies(verband(form=None, recognised_on=known))
            ways = list(ELIGIBLE.cases(case, around(case, call=call)))
            assert {way.regieverband.recognised_on for way in ways} == {told}

    def test_a_recognition_among_those_of_others(self):
        """Before, on and after each day that another was recognised on, or never."""
        case = applies(verband(recognised_on=None))
        other = applies(verband(id="other", recognised_on=date(2021, 5, 2)))
        call = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        ways = list(ELIGIBLE.cases(case, around(case, call=call, others=[other])))
        days = {date(2021, 5, day) for day in (1, 2, 3)}
        assert {NEVER, *days} <= {way.regieverband.recognised_on for way in ways}


class TestFindings:
    """Findings are complete."""

    def test_both_failures_are_told(self):
        """Too small and through no channel: the second failure is told too."""
        case = applies(verband(town("90001"), town("90002", inhabitants=0)), channels=())
        leaves = finding(case).leaves
        failed = {each.criterion for each in leaves if each.verdict is NOT_MET}
        assert {"enough-inhabitants", "channel"} <= failed

    def test_every_rule_stands_in_it_whatever_the_verdict(self):
        """Met, not met or undecided: each of the eight rules has its finding."""
        for case in (applies(), applies(channels=()), applies(plan=None)):
            leaves = [each.criterion for each in finding(case).leaves]
            assert leaves == [rule.id for rule in RULES]

    def test_a_part_is_found_by_its_id(self):
        """The whole and each part by the id of its criterion, and nothing else."""
        found = finding(applies())
        assert found["eligible"] is found
        assert found["enough-inhabitants"].margin == 20_000
        with pytest.raises(KeyError):
            found["enough"]

    @settings(max_examples=examples(60))
    @given(st.data(), worlds.portfolios(), worlds.calls(), worlds.days())
    def test_two_ways_to_ask_and_one_answer(self, data, portfolio, call, on):
        """The verdict and the finding agree, for every rule and whatever is made of them."""
        context = Context(on, call=call, portfolio=portfolio)
        parts = st.sampled_from([*RULES, ELIGIBLE, ALWAYS, OPEN])
        made = data.draw(
            st.recursive(
                parts,
                lambda inner: (
                    inner.map(lambda one: ~one)
                    | st.tuples(inner, inner).map(lambda two: two[0] & two[1])
                    | st.tuples(inner, inner).map(lambda two: two[0] | two[1])
                ),
                max_leaves=5,
            )
        )
        for criterion in (*RULES, ELIGIBLE, made):
            found = criterion.finding(portfolio.applications[0], context)
            assert criterion.verdict(portfolio.applications[0], context) is found.verdict
            assert bool(found.missing) is (found.verdict is UNKNOWN)

    @settings(max_examples=examples(40))
    @given(worlds.portfolios(), worlds.calls(), worlds.days())
    def test_every_finding_can_be_said(self, portfolio, call, on):
        """In both languages and all three forms, whatever is found."""
        context = Context(on, call=call, portfolio=portfolio)
        found = ELIGIBLE.finding(portfolio.applications[0], context)
        for language in ("nl", "en"):
            assert len(found.text(language).splitlines()) == 11
            assert found.markdown(language)
            assert found.html(language)


class TestValues:
    """Criteria are values."""

    @pytest.mark.parametrize("criterion", [*RULES, ELIGIBLE, ~ELIGIBLE, CHANNEL & PLAN | PLAN])
    def test_pickled_and_hashed(self, criterion):
        """A criterion comes back from a pickle as the same value, of the same hash."""
        back = pickle.loads(pickle.dumps(criterion))  # noqa: S301
        assert back == criterion
        assert hash(back) == hash(criterion)
        assert len({back, criterion}) == 1

    def test_nothing_can_change(self):
        """Neither a criterion nor a finding, verdict or context can be changed."""
        case = applies()
        for value, name in (
            (ELIGIBLE, "id"),
            (ELIGIBLE.rule, "parts"),
            (finding(case), "verdict"),
            (around(case), "on"),
        ):
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, None)
            with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
                value.something_else = 1

    def test_a_finding_is_a_value_too(self):
        """Findings of the same application are equal, hash alike and can be pickled."""
        one, other = finding(applies(plan=None)), finding(applies(plan=None))
        assert one == other
        assert hash(one) == hash(other)
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301

    def test_the_context_checks_what_it_is_given(self):
        """A day of no call, and what is no call or portfolio, are refused."""
        known = {"call": CALL, "portfolio": Portfolio((), complete=True)}
        with pytest.raises(DateOutsideCall):
            Context(date(2027, 1, 1), **known)
        for wrong in ({"call": None}, {"portfolio": ()}):
            with pytest.raises(WrongType):
                Context(QUIET, **{**known, **wrong})
        with pytest.raises(WrongType):
            Context("2024-07-01", **known)

    def test_a_renamed_criterion_keeps_its_rule(self):
        """A copy under another id and with other sentences says the same."""
        mine = evolve(ENOUGH_INHABITANTS, id="mine", sentences=("S10",))
        found = finding(applies(), criterion=mine)
        assert (found.criterion, found.sentences, found.verdict) == ("mine", ("S10",), MET)
