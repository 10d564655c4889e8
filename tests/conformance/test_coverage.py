"""The cases leave out no sentence that binds, no bound, no reading and no merger."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import pytest
from attrs import evolve

from wselr_rules import conformance
from wselr_rules.conformance import (
    CallQuestion,
    DivisionQuestion,
    DocumentQuestion,
    EligibilityAnswer,
    EligibilityQuestion,
)
from wselr_rules.domain.territory import MERGERS
from wselr_rules.eligibility.rules import RULES
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.ledger import LEDGER, SentenceKind
from wselr_rules.law.readings import INTERPRETATIONS
from wselr_rules.law.terms import LegalForm

CASES = conformance.cases()
ELIGIBILITY = [case for case in CASES if isinstance(case.question, EligibilityQuestion)]
DAY = timedelta(days=1)

#: Why a row of the ledger has no case: none of them says what is to be decided.
WITHOUT_A_CASE = {
    "S01": "names the decree and the order on which the regierol rests",
    "S02": "says why there are priorities; what they ask is S08",
    "S22": "names the acts; the days of two of them are asked under S14 to S16",
    "S23": "says what scale is good for",
    "S24": "points to a handbook, a page of questions and the Codex",
    "S25": "are headings",
}


def _of(sentence):
    return [case for case in CASES if sentence in case.sentences]


class TestSentences:
    """Every row of the ledger has cases, or a reason why not."""

    def test_each_row_has_cases_or_a_reason(self):
        """What binds is asked in three cases at least; what does not says why it is not asked."""
        asked = {row.id for row in LEDGER if _of(row.id)}
        assert asked | set(WITHOUT_A_CASE) == {row.id for row in LEDGER}
        assert not asked & set(WITHOUT_A_CASE)
        assert min(len(_of(sentence)) for sentence in asked) >= 3

    def test_what_binds_has_no_excuse(self):
        """Only context and citations go without a case."""
        free = {SentenceKind.CONTEXT, SentenceKind.CITATION}
        assert {row.id for row in LEDGER if not set(row.kinds) <= free}.isdisjoint(WITHOUT_A_CASE)

    @pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
    @pytest.mark.parametrize("verdict", list(Verdict))
    def test_each_rule_is_met_and_not_and_undecided(self, rule, verdict):
        """Each of the three verdicts is expected of each rule."""
        expected = {
            finding.verdict
            for case in ELIGIBILITY
            if isinstance(case.expected, EligibilityAnswer)
            for finding in case.expected.findings
            if finding.criterion == rule.id
        }
        assert verdict in expected

    def test_each_refusal_stands_alone_once(self):
        """For each rule there is a case in which it alone makes the difference."""
        alone = set()
        for case in ELIGIBILITY:
            if not isinstance(case.expected, EligibilityAnswer):
                continue
            fails = {each.criterion for each in case.expected.findings if not _is_met(each)}
            if case.expected.verdict is Verdict.NOT_MET:
                alone.add(frozenset(fails - {"centrumstad-alone"}))
        for rule in RULES:
            # Who is no centrumstad alone and no partnership fails both.
            name = rule.id
            assert name == "centrumstad-alone" or frozenset({name}) in alone, name


def _is_met(finding):
    return finding.verdict is Verdict.MET


def _people(case):
    members = case.question.portfolio[case.question.application_id].regieverband.members_on(
        case.question.on
    )
    return sum(member.inhabitants or 0 for member in members)


def _verdicts(cases, of):
    found = defaultdict(set)
    for case in cases:
        if isinstance(case.expected, EligibilityAnswer):
            found[of(case)].add(case.expected.verdict)
    return found


class TestBounds:
    """Each number and day of the text is asked below, at and above it: literals from the text."""

    @pytest.mark.parametrize("form", list(LegalForm)[:5], ids=lambda form: form.value)
    def test_sixty_thousand(self, form):
        """59,999, 60,000 and 60,001 inhabitants, in each form of a partnership."""
        name = form.value.replace(" ", "-")
        cases = [case for case in _of("S09") if case.id.endswith(name) and "inhabitants" in case.id]
        assert _verdicts(cases, _people) == {
            59_999: {Verdict.NOT_MET},
            60_000: {Verdict.MET},
            60_001: {Verdict.MET},
        }

    def test_no_bound_for_a_centrumstad_alone(self):
        """59,999, 60,000 and 60,001 inhabitants are all enough (S11)."""
        cases = [case for case in _of("S11") if case.id.startswith("city-alone/")]
        found = _verdicts(cases, _people)
        assert all(Verdict.MET in found[people] for people in (59_999, 60_000, 60_001))

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ("interlokale-vereniging", {1: "not-met"}),
            ("welzijnsvereniging", {0: "not-met", 1: "met", 2: "met"}),
        ],
    )
    def test_members(self, form, expected):
        """One, two and three members; of a welzijnsvereniging none, one and two."""

        def members(case):
            application = case.question.portfolio[case.question.application_id]
            return len(application.regieverband.members_on(case.question.on))

        cases = [
            case
            for case in ELIGIBILITY
            if case.id.startswith("members/") and form in case.id and case.id.endswith("by-form")
        ]
        found = _verdicts(cases, members)
        assert found == {number: {Verdict(value)} for number, value in expected.items()}
        general = [case for case in ELIGIBILITY if case.id in {"members/two", "members/three"}]
        assert _verdicts(general, members) == {2: {Verdict.MET}, 3: {Verdict.MET}}

    def test_every_cell(self):
        """Each of the twelve cells is the empty one of a case (S08)."""
        empty = {
            finding.empty_cells
            for case in _of("S08")
            if isinstance(case.expected, EligibilityAnswer)
            for finding in case.expected.findings
        }
        for code in ("WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4"):
            for year in (2023, 2024, 2025):
                assert (f"{code} {year}",) in empty

    @pytest.mark.parametrize(
        ("sentence", "day", "before", "after"),
        [
            ("S14", date(2026, 1, 1), Verdict.MET, Verdict.NOT_MET),
            ("S15", date(2023, 1, 1), Verdict.MET, Verdict.NOT_MET),
            ("S16", date(2023, 1, 1), Verdict.MET, Verdict.NOT_MET),
            ("S16", date(2024, 6, 1), Verdict.MET, Verdict.NOT_MET),
            ("S16", date(2025, 1, 1), Verdict.MET, Verdict.NOT_MET),
            ("S12", date(2024, 3, 1), Verdict.MET, Verdict.NOT_MET),
            ("S12", date(2024, 5, 1), Verdict.NOT_MET, Verdict.MET),
            ("S13", date(2023, 3, 19), Verdict.NOT_MET, Verdict.MET),
            ("S13", date(2023, 3, 19), Verdict.MET, Verdict.NOT_MET),
            ("S13", date(2026, 3, 1), Verdict.NOT_MET, Verdict.MET),
            ("S13", date(2026, 6, 1), Verdict.MET, Verdict.NOT_MET),
        ],
    )
    def test_days(self, sentence, day, before, after):
        """The same application is asked the day before, on the day and after, and turns on it."""
        turned = []
        for cases in _by_applicant(_of(sentence)).values():
            found = {case.question.on: case.expected for case in cases}
            if all(isinstance(found.get(d), EligibilityAnswer) for d in (day - DAY, day)):
                then = found.get(day + DAY)
                turned.append([found[day - DAY].verdict, found[day].verdict, then and then.verdict])
        assert [before, after, after] in turned

    @pytest.mark.parametrize("day", [date(2022, 4, 29), date(2023, 1, 1)], ids=str)
    @pytest.mark.parametrize("what", ["recognised", "joined"])
    def test_baselines(self, what, day):
        """What happened the day before the order or its effect, on the day, and after (I01)."""
        asked = {case.id.split("/")[2] for case in CASES if case.id.startswith(f"standing/{what}/")}
        assert {(day + shift).isoformat() for shift in (-DAY, 0 * DAY, DAY)} <= asked

    @pytest.mark.parametrize("day", [date(2022, 4, 29), date(2026, 12, 31)], ids=str)
    def test_the_days_that_can_be_asked(self, day):
        """The first and the last day, and the days before and after them."""
        found = {case.question.on: case.expected for case in ELIGIBILITY if "S14" in case.sentences}
        for on in (day - DAY, day, day + DAY):
            is_outside = not date(2022, 4, 29) <= on <= date(2026, 12, 31)
            assert (found[on] == conformance.Refusal("DateOutsideCall")) is is_outside

    @pytest.mark.parametrize("year", [2022, 2023, 2025, 2026])
    def test_plan_years(self, year):
        """The first and the last plan year, and the years around them, are divided for (S17)."""
        cases = [case for case in CASES if isinstance(case.question, DivisionQuestion)]
        found = [case.expected for case in cases if case.question.year == year]
        is_refused = conformance.Refusal("YearOutsideCall") in found
        assert found
        assert is_refused is (year in {2022, 2026})


def _by_applicant(cases):
    """Return the cases of one application among the same others, by the same call."""
    found = defaultdict(list)
    for case in cases:
        if isinstance(case.question, EligibilityQuestion):
            asked = case.question
            found[asked.application_id, asked.portfolio, asked.call].append(case)
    return found


def _without(question, field, default):
    """Return a question as it would be by the default reading of one open question."""
    return evolve(
        question,
        call=evolve(question.call, readings=evolve(question.call.readings, **{field: default})),
    )


class TestReadings:
    """Every reading is chosen in a case in which it makes a difference."""

    @pytest.mark.parametrize(
        ("asked", "other"),
        [(each, other) for each in INTERPRETATIONS for other in each.alternatives],
        ids=lambda value: getattr(value, "id", getattr(value, "value", None)),
    )
    def test_each_alternative_answers_otherwise(self, asked, other):
        """The same question has one answer by the default and another by this reading."""
        by_question = defaultdict(dict)
        for case in CASES:
            if asked.id in case.interpretations and not isinstance(case.question, DocumentQuestion):
                chosen = asked.chosen_in(case.question.call.readings)
                alike = _without(case.question, asked.name, asked.default)
                if isinstance(alike, CallQuestion):
                    # Names of approved ones are read, and told, under one of the two only.
                    alike = evolve(alike, approved=None)
                by_question[alike][chosen] = case.expected
        pairs = [found for found in by_question.values() if {asked.default, other} <= set(found)]
        assert pairs
        assert any(found[asked.default] != found[other] for found in pairs)

    def test_a_reading_that_is_chosen_is_named(self):
        """A case by another reading than the default names the open question."""
        for case in CASES:
            if isinstance(case.question, DocumentQuestion):
                continue
            readings = case.question.call.readings
            for each in INTERPRETATIONS:
                if each.chosen_in(readings) is not each.default:
                    assert each.id in case.interpretations, case.id


class TestMergers:
    """Each merger of the register that can bear on a decision is in a case."""

    def test_those_of_2025(self):
        """Each is asked with all that merged as members, and with one of them, around its day."""
        assert {merger.new_code for merger in MERGERS if merger.on == date(2025, 1, 1)} == {
            *("11002", "23106", "37021", "37022", "44086", "44087", "44088"),
            *("46029", "46030", "71071", "71072", "73110", "73111"),
        }
        for merger in MERGERS:
            if merger.on != date(2025, 1, 1):
                continue
            for kind in ("inside", "with-a-stranger"):
                cases = [
                    case
                    for case in ELIGIBILITY
                    if case.id.startswith(f"merger/{merger.new_code}/{kind}/")
                ]
                days = {case.question.on for case in cases}
                assert days == {date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 2)}
                assert _codes(cases, date(2025, 1, 1)) == {merger.new_code, "90001"}
                before = _codes(cases, date(2024, 12, 31)) - {"90001"}
                assert before <= set(merger.old_codes)
                assert (before == set(merger.old_codes)) is (kind == "inside")

    def test_those_of_2019(self):
        """They were done before the first day; ground by a code from before is refused."""
        texts = [case.question.text for case in CASES if "/ground-of-" in case.id]
        for merger in MERGERS:
            if merger.on == date(2019, 1, 1):
                assert any(f'["{code}"]' in text for code in merger.old_codes for text in texts)


def _codes(cases, day):
    (on_the_day, *_) = [case for case in cases if case.question.on == day]
    application = on_the_day.question.portfolio[on_the_day.question.application_id]
    return {member.nis_code for member in application.regieverband.members_on(day)}
