"""What a type checker says of verdicts, findings, decisions and all that can be asked further."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from wselr_rules import (
    ELIGIBLE,
    RULES,
    AddActions,
    AddMembers,
    Allocation,
    AllocationKey,
    Answer,
    Application,
    ApplicationComparison,
    ApplyThrough,
    Audience,
    BringInhabitants,
    CallAssessment,
    CallSensitivity,
    CarryForward,
    ChangeApplication,
    ChangeBudget,
    ChangeCall,
    ChangeForm,
    ChangeKeys,
    ChangeMunicipality,
    ChangeReadings,
    Citation,
    Comparison,
    Conflict,
    Context,
    Criterion,
    Decision,
    Doubt,
    Event,
    EventKind,
    Explanation,
    Finding,
    FrozenMap,
    Ground,
    HandIn,
    Interval,
    InvalidDocument,
    Language,
    LegalForm,
    Missing,
    Municipality,
    ObtainDerogation,
    OpenCall,
    Operator,
    PlanYears,
    PolicyPriority,
    Portfolio,
    Provenance,
    Quantity,
    Question,
    Questions,
    Range,
    Ranges,
    Readings,
    ReferenceRegion,
    ReleaseMember,
    Remedies,
    Remedy,
    RemoveMember,
    RulesError,
    Scenario,
    Sensitivity,
    SourcedFact,
    Stretch,
    SubmissionChannel,
    SweepOutcome,
    Timeline,
    Verdict,
    WaitUntil,
    Withdraw,
    all_of,
    any_of,
    assess,
    assess_call,
    conformance,
    explain,
    linked_data,
    questions,
    ranges,
    remedies,
    scenarios,
    sensitivity,
    timeline,
    timelines,
    wire,
)
from wselr_rules.errors import Problem


def of_criteria(application: Application, context: Context) -> None:
    assert_type(ELIGIBLE, Criterion)
    assert_type(RULES, tuple[Criterion, ...])
    assert_type(ELIGIBLE & ELIGIBLE, Criterion)
    assert_type(ELIGIBLE | ELIGIBLE, Criterion)
    assert_type(~ELIGIBLE, Criterion)
    assert_type(all_of(ELIGIBLE), Criterion)
    assert_type(any_of(ELIGIBLE), Criterion)
    assert_type(ELIGIBLE.id, str)
    assert_type(ELIGIBLE.verdict(application, context), Verdict)
    assert_type(ELIGIBLE.finding(application, context), Finding)
    assert_type(context.on, date)
    assert_type(context.members(application), tuple[Municipality, ...])
    assert_type(context.conflicts(application), tuple[Conflict, ...])
    verdict = ELIGIBLE.verdict(application, context)
    assert_type(Verdict.of(verdict.is_decided), Verdict)
    assert_type(verdict, Verdict)
    assert_type(verdict & verdict, Verdict)
    assert_type(~verdict, Verdict)
    assert_type(verdict.is_decided, bool)


def of_a_finding(finding: Finding, quantity: Quantity, interval: Interval) -> None:
    assert_type(finding.verdict, Verdict)
    assert_type(finding.criterion, str)
    assert_type(finding.operator, Operator | None)
    assert_type(finding.observed, Quantity | None)
    assert_type(finding.required, Quantity | None)
    assert_type(finding.margin, int | None)
    assert_type(finding.sentences, tuple[str, ...])
    assert_type(finding.missing, tuple[Missing, ...])
    assert_type(finding.due, date | None)
    assert_type(finding.conflicts, tuple[Conflict, ...])
    assert_type(finding.sourced, tuple[SourcedFact, ...])
    assert_type(finding.children, tuple[Finding, ...])
    assert_type(finding.leaves, tuple[Finding, ...])
    assert_type(finding.refusals, tuple[Finding, ...])
    assert_type(finding.citations, tuple[Citation, ...])
    assert_type(finding.sentence("nl", Audience.FILE), str)
    assert_type(quantity.unit, str)
    assert_type(interval.least, int)
    assert_type(interval.most, int | None)


def of_parts(conflict: Conflict, doubt: Doubt, missing: Missing, fact: SourcedFact) -> None:
    assert_type(conflict.application_ids, tuple[str, ...])
    assert_type(conflict.since, date)
    assert_type(conflict.until, date | None)
    assert_type(doubt.fact, SourcedFact)
    assert_type(doubt.verdict, Verdict)
    assert_type(doubt.text(Language.NL), str)
    assert_type(missing.path, str)
    assert_type(missing.text("en"), str)
    assert_type(fact.provenance, Provenance)
    assert_type(fact.text("en"), str)


def of_decisions(application: Application, portfolio: Portfolio, call: OpenCall, day: date) -> None:
    decision = assess(application, on=day, call=call, portfolio=portfolio)
    assert_type(decision, Decision)
    assert_type(linked_data.of_decision(decision, application), dict[str, object])
    assert_type(decision.application_id, str)
    assert_type(decision.verdict, Verdict)
    assert_type(decision.finding, Finding)
    assert_type(decision.refusals, tuple[Finding, ...])
    assert_type(decision.obligations, tuple[Finding, ...])
    assert_type(decision.missing, tuple[Missing, ...])
    assert_type(decision.doubts, tuple[Doubt, ...])
    assert_type(decision.text("nl"), str)
    assert_type(decision.html("nl", Audience.APPLICANT), str)
    found = assess_call(portfolio, on=day, call=call, year=2024, approved=None)
    assert_type(found, CallAssessment)
    assert_type(found.decisions, tuple[Decision, ...])
    assert_type(found.conflicts, tuple[Conflict, ...])
    assert_type(found.allocation, Allocation | None)
    assert_type(found.undecided, tuple[str, ...])
    assert_type(found.is_provisional, bool)


def over_time(
    application: Application, portfolio: Portfolio, call: OpenCall, day: date, ground: Ground
) -> None:
    line = timeline(ELIGIBLE, application, call=call, portfolio=portfolio, start=day, end=day)
    assert_type(line, Timeline)
    assert_type(timelines(portfolio, call=call, start=day, end=day), tuple[Timeline, ...])
    assert_type(line.stretches, tuple[Stretch, ...])
    assert_type(line.since, date)
    assert_type(line.until, date)
    assert_type(line.parts, tuple[Timeline, ...])
    for stretch in line.stretches:
        assert_type(stretch.verdict, Verdict)
        assert_type(stretch.causes, tuple[Event, ...])
        assert_type(stretch.grounds, tuple[Ground, ...])
        for event in stretch.causes:
            assert_type(event.day, date)
            assert_type(event.kind, EventKind)
    assert_type(ground.findings, tuple[tuple[date, Finding], ...])


def of_questions(application: Application, portfolio: Portfolio, call: OpenCall, day: date) -> None:
    asked = questions(ELIGIBLE, application, on=day, call=call, portfolio=portfolio)
    assert_type(asked, Questions)
    assert_type(asked.items, tuple[Question, ...])
    for question in asked.items:
        assert_type(question.fact, Missing)
        assert_type(question.answers, tuple[Answer, ...])
        assert_type(question.is_proven, bool)
        for answer in question.answers:
            assert_type(answer.verdict, Verdict)
            assert_type(answer.settles, tuple[tuple[str, Verdict], ...])


def of_remedies(application: Application, portfolio: Portfolio, call: OpenCall, day: date) -> None:
    found = remedies(ELIGIBLE, application, on=day, call=call, portfolio=portfolio)
    assert_type(found, Remedies)
    assert_type(found.before, Finding)
    assert_type(found.is_complete, bool)
    assert_type(found.remedies, tuple[Remedy, ...])
    for remedy in found.remedies:
        assert_type(remedy.after, Finding)
        assert_type(remedy.verdict, Verdict)


def of_changes(  # noqa: PLR0913
    *,
    actions: AddActions,
    members: AddMembers,
    through: ApplyThrough,
    people: BringInhabitants,
    form: ChangeForm,
    derogation: ObtainDerogation,
    release: ReleaseMember,
    remove: RemoveMember,
    wait: WaitUntil,
) -> None:
    assert_type(actions.priority, PolicyPriority)
    assert_type(actions.years, frozenset[int])
    assert_type(actions.number, int)
    assert_type(members.municipalities, tuple[Municipality, ...])
    assert_type(through.channel, SubmissionChannel)
    assert_type(people.at_least, int)
    assert_type(people.reference_region, ReferenceRegion)
    assert_type(form.form, LegalForm)
    assert_type(derogation.since, date)
    assert_type(release.municipality, Municipality)
    assert_type(remove.municipality, Municipality)
    assert_type(wait.day, date)


def of_scenarios(application: Application, portfolio: Portfolio, call: OpenCall, day: date) -> None:
    assert_type(sensitivity(application, on=day, call=call, portfolio=portfolio), Sensitivity)
    whole = sensitivity(portfolio, on=day, call=call, year=2024)
    assert_type(whole, CallSensitivity)
    assert_type(whole.applications, tuple[Sensitivity, ...])
    found = ranges(portfolio, on=day, call=call, year=2024)
    assert_type(found, Ranges)
    assert_type(found.ranges, tuple[Range, ...])
    for each in found.ranges:
        assert_type(each.least, Decimal | None)
        assert_type(each.most, Decimal | None)
        assert_type(each.is_exact, bool)


def of_what_if(one: Scenario, day: date) -> None:
    assert_type(one.applied(), Scenario)
    assert_type(one.approved, tuple[str, ...] | None)
    assert_type(scenarios.run(one, on=day, year=2024), CallAssessment)
    found = scenarios.compare(one, one, on=day, year=2024)
    assert_type(found, Comparison)
    assert_type(found.cents, int | None)
    assert_type(found.applications, tuple[ApplicationComparison, ...])
    for each in found:
        assert_type(each.cents, int | None)
        assert_type(each.before, scenarios.Outcome | scenarios.Absent)
        assert_type(each.turned, tuple[scenarios.Turnabout, ...])
        assert_type(each.causes, tuple[scenarios.Cause, ...])
    over = scenarios.over_years(one, on={2023: day, 2024: day, 2025: day})
    assert_type(over, PlanYears)
    assert_type(over.cents, FrozenMap[str, int | None])
    for outcome in scenarios.sweep([one], on=day, year=2024):
        assert_type(outcome, SweepOutcome)
        assert_type(outcome.verdicts, FrozenMap[str, Verdict])
        assert_type(outcome.total, int | None)
        assert_type(scenarios.columns([outcome]), dict[str, list[object]])


def of_changes_of_a_scenario(  # noqa: PLR0913
    *,
    application: ChangeApplication,
    budget: ChangeBudget,
    call: ChangeCall,
    handed_in: HandIn,
    keys: ChangeKeys,
    mergers: CarryForward,
    municipality: ChangeMunicipality,
    readings: ChangeReadings,
    withdrawn: Withdraw,
    portfolio: Portfolio,
) -> None:
    assert_type(application.application_id, str)
    assert_type(application.since, date)
    assert_type(application.on_portfolio(portfolio), Portfolio)
    assert_type(budget.budget, Decimal)
    assert_type(call.call, OpenCall)
    assert_type(call.on_call(call.call), OpenCall)
    assert_type(handed_in.application, Application)
    assert_type(keys.keys, FrozenMap[AllocationKey, Fraction])
    assert_type(mergers.successors, tuple[Municipality, ...])
    assert_type(municipality.municipality, Municipality)
    assert_type(readings.readings, Readings)
    assert_type(withdrawn.text("nl"), str)


def of_an_explanation(
    application: Application, portfolio: Portfolio, call: OpenCall, day: date
) -> None:
    page = explain(
        application, on=day, call=call, portfolio=portfolio, start=day, end=day, candidates=()
    )
    assert_type(page, Explanation)
    assert_type(page.decision, Decision)
    assert_type(page.timeline, Timeline)
    assert_type(page.text("nl"), str)


def of_documents(application: Application, error: RulesError) -> None:
    assert_type(wire.json_schema(Application), dict[str, object])
    assert_type(wire.to_dict(application), dict[str, object])
    assert_type(wire.to_json(application), str)
    assert_type(wire.from_dict(Application, {}), Application)
    assert_type(wire.from_json(Application, b"{}"), Application)
    assert_type(linked_data.of_criterion(ELIGIBLE, base="tag:x,2025:"), dict[str, object])
    assert_type(linked_data.vocabulary(), dict[str, object])
    if isinstance(error, InvalidDocument):
        assert_type(error.problems, tuple[Problem, ...])


def of_cases(question: conformance.Question) -> None:
    assert_type(conformance.suite(), conformance.Suite)
    assert_type(conformance.suite().cases, tuple[conformance.Case, ...])
    assert_type(conformance.answer(question), conformance.Answer)
    for case in conformance.cases():
        assert_type(case, conformance.Case)
        assert_type(case.claim, str)
        assert_type(case.sentences, tuple[str, ...])
        assert_type(case.question, conformance.Question)
        assert_type(case.expected, conformance.Answer)
        if isinstance(case.question, conformance.EligibilityQuestion):
            assert_type(case.question.portfolio, Portfolio)
            assert_type(case.question.on, date)
        if isinstance(case.expected, conformance.EligibilityAnswer):
            assert_type(case.expected.verdict, Verdict)
            assert_type(case.expected.missing, frozenset[str])
            assert_type(case.expected.findings, tuple[conformance.FindingOutline, ...])
        if isinstance(case.expected, conformance.DivisionAnswer):
            assert_type(case.expected.pots, FrozenMap[AllocationKey, int])
            assert_type(case.expected.grants, tuple[conformance.GrantOutline, ...])
        if isinstance(case.expected, conformance.CallAnswer):
            assert_type(case.expected.cents, FrozenMap[str, int] | None)
