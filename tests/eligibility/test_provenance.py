"""Findings show where facts come from, and a decision says which doubtful ones decide it."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.asking import only
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    around,
    city,
    finding,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.decision import assess
from wselr_rules.domain.application import Portfolio
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.provenance import Confidence, Provenance
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.doubts import doubts
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import (
    CENTRUMSTAD_ALONE,
    CHANNEL,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    PARTNERSHIP_FORM,
    PLAN,
    REFERENCE_REGION,
    RULES,
)
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import DoubleClaim
from wselr_rules.render.audience import Audience

STATBEL = Provenance("Statbel", date(2022, 1, 1))
SURE = Provenance("het register", confidence=Confidence.HIGH)
UNSURE = Provenance("een oude lijst", confidence=Confidence.LOW)


def counted(code, people, provenance=STATBEL):
    """Return a town of which nothing is counted but inhabitants, of that provenance."""
    others = {"working_age_population": None, "job_seekers": None}
    return town(code, inhabitants=people, provenance={"inhabitants": provenance}, **others)


def decide(application, *others, on=QUIET, call=CALL, complete=True, provenance=None):
    """Return the decision on an application beside others."""
    portfolio = Portfolio((application, *others), complete=complete, provenance=provenance)
    return assess(application, on=on, call=call, portfolio=portfolio)


def doubted(decision):
    """Return what each doubt of a decision is about, and the verdict without it."""
    return [(doubt.fact.path, doubt.verdict) for doubt in decision.doubts]


class TestAsked:
    """A question names the provenance of what is known and its answers rest on."""

    BODY = verband(counted("90001", 27_105), town("90002", inhabitants=None))

    def test_the_figures_of_a_threshold(self):
        """54.210 of 60.000 is known from Statbel: what is still needed rests on that figure."""
        question = only(applies(self.BODY))
        (figure,) = question.sourced
        assert figure.path == "regieverband.memberships[0].municipality.inhabitants"
        assert figure.provenance == STATBEL
        assert "vanaf 32.895 inwoners" in question.text("nl")
        assert "gegevens volgens: Statbel, 1 januari 2022" in question.text("nl")
        assert "facts according to: Statbel, 1 January 2022" in question.text("en")

    def test_each_source_is_named_once(self):
        """In the order of the members, whatever else is known from them."""
        members = [counted("90001", 5, UNSURE), counted("90003", 5), counted("90004", 5)]
        question = only(applies(verband(*members, town("90002", inhabitants=None))))
        lines = question.text("nl").splitlines()
        assert lines[-1].endswith("volgens: een oude lijst, twijfelachtig; Statbel, 1 januari 2022")

    def test_for_the_file_only(self):
        """The applicant reads what is asked, not where the rest comes from."""
        assert "Statbel" not in only(applies(self.BODY)).text("nl", Audience.APPLICANT)

    def test_of_the_criteria_that_it_bears_on(self):
        """What only other rules read is no ground of these answers."""
        question = only(applies(channels=None, provenance={"plan": SURE}))
        assert question.sourced == ()

    def test_without_provenance_nothing_is_said(self):
        """Of no fact is it told where it comes from: no line."""
        question = only(applies(channels=None))
        assert question.sourced == ()
        assert "according" not in question.text("en")


class TestSourced:
    """A fact is told with its name, its place, who it is a fact of, and its provenance."""

    def sourced(self, application, criterion, *others, **circumstances):
        """Return what the finding of a criterion tells of the facts that it read."""
        found = finding(application, criterion=criterion, others=others, **circumstances)
        return [(each.fact, each.path, each.subject) for each in found.sourced]

    def test_of_members(self):
        """That a member of the day is one, and that another one was."""
        past = Membership(town("90003"), LONG_AGO, date(2021, 1, 1), provenance=SURE)
        member = Membership(town("90001"), LONG_AGO, provenance=SURE)
        case = applies(verband(past, member, town("90002")))
        of_member = ("membership", "regieverband.memberships[1]", "Town 90001 (90001)")
        of_past = ("membership", "regieverband.memberships[0]", "Town 90003 (90003)")
        assert self.sourced(case, ENOUGH_MEMBERS) == [of_member]
        assert self.sourced(case, REFERENCE_REGION) == [of_past, of_member]
        assert self.sourced(case, PLAN) == []

    def test_of_the_regieverband(self):
        """A fact of the regieverband has its name."""
        case = applies(verband(provenance={"legal_form": SURE}))
        told = [("legal_form", "regieverband.legal_form", "Regieverband R")]
        assert self.sourced(case, PARTNERSHIP_FORM) == told

    @pytest.mark.parametrize(
        ("criterion", "facts"),
        [
            (PARTNERSHIP_FORM, {"legal_form"}),
            (ENOUGH_MEMBERS, {"legal_form", "membership"}),
            (ENOUGH_INHABITANTS, {"inhabitants", "is_centrumstad", "membership"}),
            (CENTRUMSTAD_ALONE, {"is_centrumstad", "legal_form", "membership"}),
            (
                REFERENCE_REGION,
                {
                    "derogations",
                    "legal_form",
                    "membership",
                    "recognised_on",
                    "reference_region",
                    "submitted_on",
                },
            ),
            (ONE_REGIEVERBAND, {"complete", "membership", "recognised_on"}),
            (PLAN, {"plan"}),
            (CHANNEL, {"channels"}),
        ],
        ids=lambda each: getattr(each, "id", None),
    )
    def test_of_all_that_a_rule_reads(self, criterion, facts):
        """Where everything is known from somewhere, each rule names what can change its answer."""
        of_town = ("inhabitants", "is_centrumstad", "job_seekers", "reference_region")
        member = town("90001", provenance=dict.fromkeys(of_town, SURE))
        body = verband(
            Membership(member, LONG_AGO, provenance=SURE),
            town("90002"),
            provenance=dict.fromkeys(("derogations", "legal_form", "recognised_on"), SURE),
        )
        sources = dict.fromkeys(("channels", "plan", "submitted_on"), SURE)
        case = applies(body, provenance=sources, submitted_on=QUIET)
        portfolio = Portfolio([case], complete=True, provenance=SURE)
        found = criterion.finding(case, Context(QUIET, call=CALL, portfolio=portfolio))
        assert {each.fact for each in found.sourced} == facts

    def test_of_claims_and_completeness(self):
        """Who claims the same ground, and whether all are known: for the one rule that reads it."""
        claim = Membership(town("90001"), LONG_AGO, provenance=UNSURE)
        rival = applies(verband(claim, town("90004"), id="other"))
        case = applies()
        portfolio = Portfolio([case, rival], complete=True, provenance=SURE)
        context = Context(QUIET, call=CALL, portfolio=portfolio)
        found = {each.id: each.finding(case, context).sourced for each in RULES}
        path = "portfolio.applications[1].regieverband.memberships[0]"
        assert [
            (each.fact, each.path, each.subject) for each in found.pop(ONE_REGIEVERBAND.id)
        ] == [
            ("membership", path, "Town 90001 (90001) (Regieverband other)"),
            ("complete", "portfolio.complete", "Regieverband R"),
        ]
        assert set(found.values()) == {()}

    def test_a_member_of_ones_own_is_no_claim(self):
        """Of each it is told once where it comes from, and the claim is that of the other."""
        own = verband(*(Membership(each, LONG_AGO, provenance=SURE) for each in two_towns()))
        claim = Membership(town("90001"), LONG_AGO, provenance=UNSURE)
        case, rival = applies(own), applies(verband(claim, town("90004"), id="other"))
        context = Context(QUIET, call=CALL, portfolio=Portfolio([case, rival], complete=True))
        found = ONE_REGIEVERBAND.finding(case, context).sourced
        assert [(each.fact, each.path) for each in found] == [
            ("membership", "regieverband.memberships[0]"),
            ("membership", "regieverband.memberships[1]"),
            ("membership", "portfolio.applications[1].regieverband.memberships[0]"),
        ]


class TestShown:
    """A finding names the provenance of the facts that it read."""

    def test_behind_the_figure(self):
        """54.210 inwoners (Statbel, 1 januari 2022), once though two figures are of it."""
        body = verband(counted("90001", 27_105), counted("90002", 27_105))
        found = finding(applies(body), criterion=ENOUGH_INHABITANTS)
        for audience in Audience:
            assert found.sentence("nl", audience).startswith(
                "54.210 inwoners (Statbel, 1 januari 2022), minstens 60.000 vereist"
            )
        assert found.sentence("en").startswith("54,210 inhabitants (Statbel, 1 January 2022), at")

    def test_of_several_sources(self):
        """Each source stands there once, in the order of the members."""
        body = verband(counted("90001", 27_105, UNSURE), counted("90002", 27_105))
        found = finding(applies(body), criterion=ENOUGH_INHABITANTS)
        assert "inwoners (een oude lijst, twijfelachtig; Statbel, 1 januari 2022)," in (
            found.sentence("nl")
        )

    def test_behind_the_sentence(self):
        """What is no figure of the sentence is told behind it, for the file only."""
        body = verband(provenance={"legal_form": SURE})
        found = finding(applies(body), criterion=PARTNERSHIP_FORM)
        assert found.sentence("nl").endswith("[S09, S10]; volgens: het register")
        assert found.sentence("en").endswith("[S09, S10]; according to: het register")
        assert "register" not in found.sentence("nl", Audience.APPLICANT)

    def test_of_several_sources_behind_the_sentence(self):
        """Each once, in the order of the facts."""
        facts = {"legal_form": SURE, "recognised_on": UNSURE, "derogations": SURE}
        found = finding(applies(verband(provenance=facts)), criterion=REFERENCE_REGION)
        assert found.sentence("nl").endswith(
            "; volgens: het register; een oude lijst, twijfelachtig"
        )

    @pytest.mark.parametrize(
        ("application", "criterion", "paths"),
        [
            (
                applies(verband(provenance={"legal_form": SURE, "recognised_on": SURE})),
                "reference-region",
                ["regieverband.legal_form", "regieverband.recognised_on"],
            ),
            (applies(provenance={"plan": SURE, "channels": SURE}), "plan", ["plan"]),
            (applies(provenance={"plan": SURE, "channels": SURE}), "channel", ["channels"]),
            (
                applies(city(town(provenance={"is_centrumstad": SURE}))),
                "centrumstad-alone",
                ["regieverband.memberships[0].municipality.is_centrumstad"],
            ),
        ],
    )
    def test_only_what_the_rule_reads(self, application, criterion, paths):
        """The provenance of a fact stands with the rules that read it."""
        found = finding(application)[criterion]
        assert [fact.path for fact in found.sourced] == paths

    def test_members_of_the_day_and_of_before(self):
        """That somebody was a member matters to the region only: it may be a change."""
        past = Membership(town("90003"), LONG_AGO, date(2021, 1, 1), provenance=SURE)
        found = finding(applies(verband(past, town("90001"), town("90002"))))
        named = {part.criterion for part in found.leaves if part.sourced}
        assert named == {"reference-region"}

    def test_a_fact_in_words(self):
        """A fact is told with whose it is and where it comes from."""
        body = verband(counted("90001", 27_105), town("90002"))
        (fact,) = finding(applies(body), criterion=ENOUGH_INHABITANTS).sourced
        assert fact.text("nl") == (
            "het aantal inwoners van Town 90001 (90001) (Statbel, 1 januari 2022)"
        )

    def test_every_rule_tells_what_it_reads(self):
        """No rule is left without the names of its facts."""
        assert all(rule.reads for rule in RULES)


class TestDoubts:
    """A doubtful fact that decides a verdict is said to decide it."""

    @pytest.mark.parametrize(
        ("confidence", "doubts"),
        [
            (None, []),
            (Confidence.HIGH, []),
            (
                Confidence.MEDIUM,
                [("regieverband.memberships[0].municipality.inhabitants", UNKNOWN)],
            ),
            (Confidence.LOW, [("regieverband.memberships[0].municipality.inhabitants", UNKNOWN)]),
        ],
    )
    def test_a_count(self, confidence, doubts):
        """Without it the 60,000 are not reached for sure: only a doubtful one is told."""
        source = Provenance("een brief", confidence=confidence)
        body = verband(counted("90001", 20_000, source), counted("90002", 40_000))
        assert doubted(decide(applies(body))) == doubts

    @pytest.mark.parametrize(
        ("people", "is_told"), [(59_999, True), (60_000, False), (60_001, False)]
    )
    def test_one_that_does_not_decide(self, people, is_told):
        """Where the others reach 60,000 without it, it does not decide."""
        body = verband(counted("90001", 20_000, UNSURE), counted("90002", people))
        assert bool(doubted(decide(applies(body)))) is is_told

    def test_a_membership(self):
        """Without the doubtful member there are too few inhabitants: not met."""
        body = verband(
            Membership(town("90001"), LONG_AGO, provenance=UNSURE), town("90002"), town("90003")
        )
        assert doubted(decide(applies(body))) == []
        small = evolve(body, memberships=body.memberships[:2])
        assert doubted(decide(applies(small))) == [("regieverband.memberships[0]", NOT_MET)]

    def test_a_membership_of_another(self):
        """The conflict hangs on the other's doubtful member: without it there is none."""
        shared = town("90002")
        one = applies(verband(town("90001"), shared, id="one"), "a")
        other = applies(
            verband(Membership(shared, LONG_AGO, provenance=UNSURE), town("90003"), id="other"), "b"
        )
        decision = decide(one, other)
        assert doubted(decision) == [("portfolio.applications[1].regieverband.memberships[0]", MET)]
        assert decision.doubts[0].text("nl") == (
            "een gegeven dat niet zeker is, geeft de doorslag: het lidmaatschap van Town 90002 "
            "(90002) (Regieverband other) (een oude lijst, twijfelachtig); zonder dat gegeven: "
            "voldaan"
        )

    def test_whether_these_are_all(self):
        """That there are no others is a fact too."""
        decision = decide(applies(), provenance=UNSURE)
        assert doubted(decision) == [("portfolio.complete", UNKNOWN)]

    @pytest.mark.parametrize(
        ("facts", "path"),
        [
            ({"legal_form": UNSURE}, "regieverband.legal_form"),
            ({"recognised_on": UNSURE}, "regieverband.recognised_on"),
            ({"derogations": UNSURE}, "regieverband.derogations"),
        ],
    )
    def test_of_the_regieverband(self, facts, path):
        """Two regions in 2024: met only as an existing one, or by its deviations; by its form."""
        towns = (town("90001", reference_region=KEMPEN), town("90002", reference_region=LIMBURG))
        body = verband(*towns, provenance=facts)
        expected = [] if "derogations" in facts else [(path, UNKNOWN)]
        assert doubted(decide(applies(body))) == expected

    def test_of_the_application(self):
        """A plan of which the source is not sure decides."""
        decision = decide(applies(provenance={"plan": UNSURE}))
        assert doubted(decision) == [("plan", UNKNOWN)]

    def test_a_city_alone(self):
        """That a city is its own member is beyond doubt: without it nobody would apply."""
        member = Membership(town(is_centrumstad=True), LONG_AGO, provenance=UNSURE)
        assert doubted(decide(applies(city(member)))) == []

    def test_one_outside_the_portfolio(self):
        """An application need not be among those of the portfolio to have its doubts told."""
        application = applies(provenance={"channels": UNSURE})
        portfolio = Portfolio((), complete=True)
        decision = assess(application, on=QUIET, call=CALL, portfolio=portfolio)
        assert doubted(decision) == [("channels", UNKNOWN)]

    def test_what_is_read_in_the_portfolio(self):
        """A criterion of one's own that looks there finds the application without the fact."""

        def came_through(application, context):
            return Finding(Verdict.of(bool(context.portfolio[application.id].channels)), "own")

        own = Criterion("own", came_through, reads=["channels"])
        case = applies(provenance={"channels": UNSURE})
        (doubt,) = doubts(own, finding(case, criterion=own), case, around(case))
        assert (doubt.fact.path, doubt.verdict) == ("channels", NOT_MET)

    def test_by_the_reading(self):
        """The recognition of a claimant decides only where the first one keeps the ground."""
        shared = town("90002")
        facts = {"recognised_on": LONG_AGO, "provenance": {"recognised_on": UNSURE}}
        one = applies(verband(town("90001"), shared, id="one", **facts), "a")
        other = applies(
            verband(shared, town("90003"), id="other", recognised_on=date(2021, 1, 1)), "b"
        )
        first = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
        assert doubted(decide(one, other)) == []
        assert doubted(decide(one, other, call=first)) == [("regieverband.recognised_on", UNKNOWN)]

    def test_in_the_decision(self):
        """Both audiences read it below the grounds, in each form."""
        decision = decide(applies(provenance={"plan": UNSURE}))
        for audience in Audience:
            for form in (decision.text, decision.markdown, decision.html):
                assert "geeft de doorslag: het plan van" in form("nl", audience)
                assert "decides it: the plan of" in form("en", audience)
