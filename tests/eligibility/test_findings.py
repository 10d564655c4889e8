"""What a finding says: in Dutch and English, with what was found, required and missing."""

from __future__ import annotations

import locale
from datetime import date

import html5lib
import pytest
from attrs import evolve
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    MET,
    NOT_MET,
    OUTSIDE,
    PLAN,
    QUIET,
    UNKNOWN,
    applies,
    around,
    city,
    finding,
    reading,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.action_plan import ActionPlan
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.domain.standing import Standing
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding, Interval, Missing, Operator, Quantity
from wselr_rules.eligibility.messages import MESSAGES
from wselr_rules.eligibility.rules import (
    CENTRUMSTAD_ALONE,
    CHANNEL,
    ELIGIBLE,
    ENOUGH_INHABITANTS,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    PARTNERSHIP_FORM,
    REFERENCE_REGION,
    RULES,
)
from wselr_rules.eligibility.rules import (
    PLAN as PLAN_RULE,
)
from wselr_rules.eligibility.words import FACTS, LABELS
from wselr_rules.errors import WrongType, WrongValue
from wselr_rules.law.ledger import citation
from wselr_rules.law.readings import CentrumstadPartner, DoubleClaim, NewDeadline, PlanHolder
from wselr_rules.law.terms import LegalForm, SubmissionChannel
from wselr_rules.render.language import Language
from wselr_rules.render.templates import fields

IN_2026 = date(2026, 2, 1)
EXEMPT = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
FIRST = reading(double_claim=DoubleClaim.FIRST_RECOGNISED)
INCURABLE = reading(new_deadline=NewDeadline.INCURABLE)
AT_SUBMISSION = reading(new_deadline=NewDeadline.AT_SUBMISSION)
EACH_MEMBER = reading(plan_holder=PlanHolder.EACH_MEMBER)
ACROSS = two_towns(reference_region=LIMBURG)
SMALL = town("90001", inhabitants=34_210), town("90002", inhabitants=20_000)
OPEN_SECOND = town("90001"), town("90002", inhabitants=None)
RIVAL = applies(verband(town("90002"), town("90008"), id="Rival"))
LATER_RIVAL = evolve(RIVAL, regieverband=evolve(RIVAL.regieverband, recognised_on=NEVER))
GONE = verband(Membership(town(), LONG_AGO, date(2022, 6, 1)))
STRAY = Membership(town("90003", reference_region=LIMBURG), LONG_AGO, date(2023, 6, 1))
DEVIATES = (Derogation(LONG_AGO),)
PARTLY_KNOWN = (*ACROSS, town("90003", reference_region=None))
HANDED_IN = {"submitted_on": QUIET}

#: Every message of the rules: a criterion and a case in which it says so.
CASES = {
    "eligible": (ELIGIBLE, applies(), {}),
    "partnership-form.met": (PARTNERSHIP_FORM, applies(), {}),
    "partnership-form.not-met": (PARTNERSHIP_FORM, applies(verband(form=LegalForm.OTHER)), {}),
    "partnership-form.unknown": (PARTNERSHIP_FORM, applies(verband(form=None)), {}),
    "enough-members.met": (ENOUGH_MEMBERS, applies(), {}),
    "enough-members.not-met": (ENOUGH_MEMBERS, applies(verband(town())), {}),
    "enough-members.unknown": (ENOUGH_MEMBERS, applies(verband(town(), form=None)), {}),
    "inhabitants.met": (ENOUGH_INHABITANTS, applies(), {}),
    "inhabitants.met-at-least": (
        ENOUGH_INHABITANTS,
        applies(verband(*OPEN_SECOND, town("90003"))),
        {},
    ),
    "inhabitants.not-met": (ENOUGH_INHABITANTS, applies(verband(*SMALL)), {}),
    "inhabitants.unknown": (
        ENOUGH_INHABITANTS,
        applies(verband(SMALL[0], evolve(SMALL[1], is_centrumstad=None))),
        {"call": EXEMPT},
    ),
    "inhabitants.unknown-at-least": (ENOUGH_INHABITANTS, applies(verband(*OPEN_SECOND)), {}),
    "inhabitants.exempt": (
        ENOUGH_INHABITANTS,
        applies(verband(SMALL[0], evolve(SMALL[1], is_centrumstad=True))),
        {"call": EXEMPT},
    ),
    "centrumstad-alone.met": (CENTRUMSTAD_ALONE, applies(city(real("Gent"))), {}),
    "centrumstad-alone.not-met": (CENTRUMSTAD_ALONE, applies(city(real("Beveren"))), {}),
    "centrumstad-alone.not-alone": (CENTRUMSTAD_ALONE, applies(), {}),
    "centrumstad-alone.unknown": (CENTRUMSTAD_ALONE, applies(city(town(is_centrumstad=None))), {}),
    "region.no-member": (REFERENCE_REGION, applies(GONE), {}),
    "region.met": (REFERENCE_REGION, applies(), {"on": IN_2026}),
    "region.met-by-derogation": (
        REFERENCE_REGION,
        applies(verband(*ACROSS, derogations=DEVIATES)),
        {"on": IN_2026},
    ),
    "region.met-by-derogation-as-far-as-known": (
        REFERENCE_REGION,
        applies(verband(*PARTLY_KNOWN, derogations=DEVIATES)),
        {"on": IN_2026},
    ),
    "region.not-met": (REFERENCE_REGION, applies(verband(*ACROSS)), {"on": IN_2026}),
    "region.not-met-as-far-as-known": (
        REFERENCE_REGION,
        applies(verband(*PARTLY_KNOWN)),
        {"on": IN_2026},
    ),
    "region.not-met-before": (
        REFERENCE_REGION,
        applies(verband(*two_towns(), STRAY, recognised_on=NEVER)),
        {"call": INCURABLE},
    ),
    "region.not-met-before-as-far-as-known": (
        REFERENCE_REGION,
        applies(verband(*two_towns(reference_region=None), STRAY, recognised_on=NEVER)),
        {"call": INCURABLE},
    ),
    "region.unknown": (REFERENCE_REGION, applies(verband(*ACROSS, recognised_on=None)), {}),
    "region.pending-fits": (REFERENCE_REGION, applies(), {}),
    "region.pending-across": (REFERENCE_REGION, applies(verband(*ACROSS)), {}),
    "region.pending-across-as-far-as-known": (
        REFERENCE_REGION,
        applies(verband(*PARTLY_KNOWN)),
        {},
    ),
    "region.pending-not-known": (
        REFERENCE_REGION,
        applies(verband(*two_towns(reference_region=None))),
        {},
    ),
    "region.met-at-submission": (
        REFERENCE_REGION,
        applies(verband(recognised_on=NEVER), **HANDED_IN),
        {"call": AT_SUBMISSION},
    ),
    "region.met-by-derogation-at-submission": (
        REFERENCE_REGION,
        applies(verband(*ACROSS, recognised_on=NEVER, derogations=DEVIATES), **HANDED_IN),
        {"call": AT_SUBMISSION},
    ),
    "region.met-whenever-submitted": (
        REFERENCE_REGION,
        applies(verband(recognised_on=NEVER)),
        {"call": AT_SUBMISSION},
    ),
    "region.not-met-at-submission": (
        REFERENCE_REGION,
        applies(verband(*ACROSS, recognised_on=NEVER), **HANDED_IN),
        {"call": AT_SUBMISSION},
    ),
    "region.not-met-whenever-submitted": (
        REFERENCE_REGION,
        applies(verband(*ACROSS, recognised_on=NEVER)),
        {"call": AT_SUBMISSION},
    ),
    "one-regieverband.met": (ONE_REGIEVERBAND, applies(), {}),
    "one-regieverband.met-claimed": (
        ONE_REGIEVERBAND,
        applies(),
        {"others": [LATER_RIVAL], "call": FIRST},
    ),
    "one-regieverband.not-met-claimed": (ONE_REGIEVERBAND, applies(), {"others": [RIVAL]}),
    "one-regieverband.unknown": (ONE_REGIEVERBAND, applies(), {"complete": None}),
    "one-regieverband.unknown-first": (
        ONE_REGIEVERBAND,
        applies(),
        {"others": [LATER_RIVAL], "call": FIRST, "complete": None},
    ),
    "one-regieverband.unknown-claimed": (
        ONE_REGIEVERBAND,
        applies(verband(recognised_on=None)),
        {"others": [RIVAL], "call": FIRST},
    ),
    "plan.met": (PLAN_RULE, applies(), {}),
    "plan.not-met": (PLAN_RULE, applies(plan=ActionPlan(PLAN.actions[:3])), {}),
    "plan.unknown": (
        PLAN_RULE,
        applies(
            plan=ActionPlan(
                evolve(each, id=f"{each.id}{n}") for each in PLAN.actions for n in range(2)
            )
        ),
        {"call": EACH_MEMBER},
    ),
    "plan.not-known": (PLAN_RULE, applies(plan=None), {}),
    "channel.met": (CHANNEL, applies(), {}),
    "channel.not-met": (CHANNEL, applies(channels=()), {}),
    "channel.unknown": (CHANNEL, applies(channels=None), {}),
}
#: Messages of no rule alone: of a part of the whole, and what is said behind another sentence.
OTHERS = {"applicant", "partnership", "missing", "settled", "sourced", "doubt"}


def found_in(key, **more):
    """Return the finding of a case of the table."""
    criterion, case, circumstances = CASES[key]
    return finding(case, criterion=criterion, **{**circumstances, **more})


class TestBinding:
    """The finding of a rule becomes that of a criterion, and loses nothing by it."""

    def test_it_is_what_evolve_makes(self):
        """Of a finding in which every field says something; only what is bound differs."""
        found = finding(applies(verband(town())))
        full = evolve(
            found["enough-inhabitants"],
            missing=(Missing("plan", "plan", "R"),),
            due=QUIET,
            settled=True,
            children=(found,),
        )
        bound = Criterion("other", lambda *_: full).finding(applies(), around(applies()))
        assert bound == evolve(full, criterion="other")
        assert hash(bound) == hash(evolve(full, criterion="other"))

    def test_one_without_a_message_has_the_id_as_its_text(self):
        """As a criterion of one's own may leave it out."""
        mine = Criterion("mine", lambda *_: Finding(MET, "")).finding(applies(), around(applies()))
        assert mine.message == mine.criterion == "mine"


class TestTables:
    """The tables of words."""

    @pytest.mark.parametrize("key", sorted(MESSAGES))
    def test_both_languages_use_the_same_arguments(self, key):
        """A message has exactly the same places in Dutch and in English."""
        row = MESSAGES[key]
        assert set(row) == set(Language)
        assert fields(row[Language.NL]) == fields(row[Language.EN])

    @pytest.mark.parametrize("key", sorted(FACTS))
    def test_a_fact_has_the_same_subject_in_both(self, key):
        """A fact is worded in both languages, of the same subject."""
        row = FACTS[key]
        assert set(row) == set(Language)
        assert fields(row[Language.NL]) == fields(row[Language.EN]) <= {"subject"}

    def test_labels_are_in_both_languages(self):
        """A term with words of its own has them in both languages."""
        for row in LABELS.values():
            assert set(row) == set(Language)
            assert all(row.values())

    @pytest.mark.parametrize("key", sorted(CASES))
    def test_every_message_is_said_somewhere(self, key):
        """There is a case for each message, and its words stand in the finding."""
        found = found_in(key)
        assert (found.message or found.criterion) == key
        for language in Language:
            assert found.sentence(language)
            assert "{" not in found.text(language)

    def test_no_message_is_left_without_a_case(self):
        """The cases and the table of messages are the same, but for the parts of the whole."""
        assert set(CASES) | OTHERS == set(MESSAGES)
        said = finding(applies())
        assert {said.children[0].message, said.children[0].children[0].message} == {
            "applicant",
            "partnership",
        }

    def test_every_fact_that_the_rules_ask_for_has_words(self):
        """A missing fact of a rule is worded in the table, not by the name of its field."""
        for key in CASES:
            for fact in found_in(key).missing:
                assert fact.fact in FACTS


class TestSentences:
    """The exact sentences of the important ones, each with its source."""

    @pytest.mark.parametrize(
        ("key", "nl", "en"),
        [
            (
                "inhabitants.not-met",
                "54.210 inwoners, minstens 60.000 vereist (5.790 te weinig) [S09]",
                "54,210 inhabitants, at least 60,000 required (5,790 too few) [S09]",
            ),
            (
                "inhabitants.met",
                "80.000 inwoners, minstens 60.000 vereist (20.000 meer) [S09]",
                "80,000 inhabitants, at least 60,000 required (20,000 more) [S09]",
            ),
            (
                "inhabitants.unknown-at-least",
                (
                    "minstens 40.000 inwoners voor zover bekend, minstens 60.000 vereist (nog "
                    "20.000 nodig) [S09]; niet bekend: het aantal inwoners van Town "
                    "90002 (90002)"
                ),
                (
                    "at least 40,000 inhabitants as far as known, at least 60,000 required (20,000 "
                    "still needed) [S09]; not known: the number of inhabitants of Town "
                    "90002 (90002)"
                ),
            ),
            (
                "enough-members.not-met",
                "1 lid, minstens 2 vereist [S09]",
                "1 member, at least 2 required [S09]",
            ),
            (
                "centrumstad-alone.met",
                "Gent is een centrumstad die alleen aanvraagt: geen ondergrens [S10, S11]",
                "Gent is a centrumstad that applies alone: no lower bound [S10, S11]",
            ),
            (
                "region.pending-across",
                (
                    "het grondgebied ligt in Kempen en Limburg; pas vanaf 1 januari 2026 moet het "
                    "in één referentieregio passen [S13, S14, I04: on-the-day]"
                ),
                (
                    "the territory lies in Kempen and Limburg; only from 1 January 2026 on must it "
                    "fit in one reference region [S13, S14, I04: on-the-day]"
                ),
            ),
            (
                "one-regieverband.not-met-claimed",
                (
                    "Town 90002 ook in Regieverband Rival; een gemeente kan maar van één "
                    "regieverband deel uitmaken [S12]"
                ),
                (
                    "Town 90002 also in Regieverband Rival; a municipality can be part of one "
                    "regieverband only [S12]"
                ),
            ),
            (
                "one-regieverband.unknown",
                (
                    "geen bekende aanvraag omvat grondgebied van dit regieverband, maar niet alle "
                    "aanvragen zijn bekend [S12]; niet bekend: of er andere aanvragen zijn dan de "
                    "bekende"
                ),
                (
                    "no known application covers territory of this regieverband, but not all "
                    "applications are known [S12]; not known: whether there are other applications "
                    "than the known ones"
                ),
            ),
            (
                "plan.not-met",
                (
                    "minstens 1 actie per prioriteit vereist in elk van 2023, 2024 en 2025; leeg: "
                    "WSE-LR4 2023, WSE-LR4 2024 en WSE-LR4 2025 [S08]"
                ),
                (
                    "at least 1 action for each priority required in each of 2023, 2024 and 2025; "
                    "empty: WSE-LR4 2023, WSE-LR4 2024 and WSE-LR4 2025 [S08]"
                ),
            ),
            (
                "channel.not-met",
                "ingediend via geen; alleen aanvaard: het meerjarenplan en Platos [S21]",
                "came through none; accepted only: the multi-annual plan and Platos [S21]",
            ),
            (
                "channel.unknown",
                (
                    "het indieningskanaal is niet bekend; aanvaard: het meerjarenplan en Platos "
                    "[S21]; niet bekend: het indieningskanaal van Regieverband R"
                ),
                (
                    "the channel is not known; accepted: the multi-annual plan and Platos [S21]; "
                    "not known: the channel of Regieverband R"
                ),
            ),
        ],
    )
    def test_in_both_languages(self, key, nl, en):
        """Numbers and dates as each language writes them, sentences and readings behind."""
        found = found_in(key)
        assert found.sentence("nl") == nl
        assert found.sentence("en") == en

    def test_an_unknown_language_is_refused(self):
        """There is no third language: a ValueError, no guess."""
        with pytest.raises(ValueError, match="fr"):
            finding(applies()).text("fr")


class TestTree:
    """The whole as a tree."""

    def test_marks_and_indentation(self):
        """A line for each criterion, its mark in front, two spaces for each level."""
        case = applies(verband(*SMALL, form=None), channels=())
        lines = finding(case).text("en").splitlines()
        marks = [line[: len(line) - len(line.lstrip()) + 1] for line in lines]
        levels = [0, 1, 2, 3, 3, 3, 2, 1, 1, 1, 1]
        symbols = "✗✗✗?✓✗✗✓✓✓✗"
        assert marks == [
            "  " * level + symbol for level, symbol in zip(levels, symbols, strict=True)
        ]

    def test_a_branch_that_cannot_be_met_asks_for_nothing_in_its_own_words(self):
        """What is missing is said with the rule that misses it, not again with the whole."""
        text = finding(applies(channels=None)).text("en")
        assert text.count("not known: the channel of") == 1

    def test_str_is_english_whatever_the_locale(self, monkeypatch):
        """Neither the locale of the process nor of the environment changes it."""
        found = found_in("inhabitants.not-met")
        for name in ("LC_ALL", "LANG", "LANGUAGE"):
            monkeypatch.setenv(name, "nl_BE.UTF-8")
        before = locale.setlocale(locale.LC_ALL)
        for wanted in ("nl_BE.UTF-8", "de_DE.UTF-8", "C.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_ALL, wanted)
            except locale.Error:
                continue
            assert str(found).startswith("✗ 54,210 inhabitants, at least 60,000 required")
        locale.setlocale(locale.LC_ALL, before)
        assert str(found) == found.text("en")

    def test_html_of_a_hostile_name_is_strict_and_escaped(self):
        """A name that is a script stays a name, in HTML that a strict parser accepts."""
        hostile = "<script>alert('x')</script>&amp;\"{0}{name}%s"
        body = evolve(verband(*OPEN_SECOND, form=None), name=hostile)
        case = applies(body, channels=None, plan=None)
        shown = finding(case)._repr_html_()
        tree = html5lib.HTMLParser(strict=True).parseFragment(shown)
        assert "<script" not in shown
        assert not [each for each in tree.iter() if str(each.tag).endswith("script")]
        assert hostile in "".join(tree.itertext())

    def test_markdown_shows_the_same_sentences(self):
        """The notebook's other form: a list with the same words, English by default."""
        found = finding(applies())
        shown = found._repr_markdown_()
        assert shown == found.markdown("en")
        assert "80,000 inhabitants" in shown
        assert "80.000 inwoners" in found.markdown("nl")
        assert found.html("nl") != found._repr_html_() == found.html("en")


class TestParts:
    """What was observed, is required, and by how much."""

    @pytest.mark.parametrize("people", [59_999, 60_000, 60_001])
    def test_inhabitants(self, people):
        """Observed and required in inhabitants, and the margin between them."""
        case = applies(verband(town(inhabitants=people), town("90002", inhabitants=0)))
        found = finding(case, criterion=ENOUGH_INHABITANTS)
        assert found.operator is Operator.AT_LEAST
        assert found.observed == Quantity(people, "inhabitants")
        assert found.required == Quantity(60_000, "inhabitants")
        assert found.margin == people - 60_000

    @pytest.mark.parametrize(
        ("people", "message"),
        [
            (59_999, "inhabitants.exempt"),
            (60_000, "inhabitants.met"),
            (60_001, "inhabitants.met"),
        ],
    )
    def test_a_centrumstad_lifts_the_bound_only_where_it_is_not_reached(self, people, message):
        """By I09; who has enough inhabitants is told to have them."""
        city_too = town("90002", inhabitants=0, is_centrumstad=True)
        case = applies(verband(town(inhabitants=people), city_too))
        exempt = reading(centrumstad_partner=CentrumstadPartner.EXEMPT)
        found = finding(case, criterion=ENOUGH_INHABITANTS, call=exempt)
        assert (found.verdict, found.message) == (MET, message)

    def test_bounds_of_inhabitants(self):
        """With one unknown the observed is an interval without upper end, and no margin."""
        found = found_in("inhabitants.unknown-at-least")
        assert found.observed == Quantity(Interval(40_000), "inhabitants")
        assert found.margin is None
        assert found.missing == (
            Missing(
                "inhabitants",
                "regieverband.memberships[1].municipality.inhabitants",
                "Town 90002 (90002)",
            ),
        )

    def test_members(self):
        """Members found, required, and one too few."""
        found = found_in("enough-members.not-met")
        assert (found.observed, found.required) == (Quantity(1, "members"), Quantity(2, "members"))
        assert found.margin == -1

    def test_forms(self):
        """The form found and the five that are accepted, in the order of the terms."""
        found = found_in("partnership-form.not-met")
        assert found.operator is Operator.ONE_OF
        assert found.observed == Quantity(LegalForm.OTHER, "legal form")
        assert len(found.required.value) == 5
        assert found_in("partnership-form.unknown").observed is None

    def test_regions(self):
        """The regions found, at most one of them, and which members lie elsewhere."""
        found = found_in("region.not-met")
        assert found.operator is Operator.AT_MOST
        assert found.observed == Quantity((KEMPEN, LIMBURG), "reference regions")
        assert found.required == Quantity(1, "reference regions")
        assert found.arguments["members"] == ("Town 90002",)
        assert found.arguments["standings"] == (Standing.EXISTING,)
        assert found.arguments["due"] == date(2026, 1, 1)
        assert found_in("region.no-member").observed is None

    def test_outside_the_region_has_words(self):
        """A town outside the Flemish Region is said to be so, in both languages."""
        case = applies(verband(*two_towns(reference_region=OUTSIDE)))
        found = finding(case, IN_2026, REFERENCE_REGION)
        assert "buiten het Vlaamse Gewest" in found.text("nl")
        assert "outside the Flemish Region" in found.text("en")

    @pytest.mark.parametrize(
        ("case", "on", "due"),
        [
            (applies(verband(*ACROSS)), date(2022, 12, 31), date(2026, 1, 1)),
            (applies(verband(*ACROSS)), date(2025, 12, 31), date(2026, 1, 1)),
            (applies(verband(*ACROSS)), date(2026, 1, 1), None),
            (applies(verband(*ACROSS, recognised_on=NEVER)), date(2022, 12, 31), date(2023, 1, 1)),
            (applies(verband(*ACROSS, recognised_on=NEVER)), date(2023, 1, 1), None),
            (applies(verband(*ACROSS, recognised_on=None)), date(2022, 12, 31), date(2023, 1, 1)),
            (applies(verband(*ACROSS, recognised_on=None)), date(2023, 1, 1), None),
        ],
    )
    def test_due_is_the_first_day_of_a_duty_not_yet_in_force(self, case, on, due):
        """1/1/2026 for an existing one, 1/1/2023 for a new one, nothing once it is in force."""
        assert finding(case, on, REFERENCE_REGION).due == due

    @pytest.mark.parametrize(
        ("body", "sentences"),
        [
            (verband(), ("S13", "S14")),
            (verband(recognised_on=NEVER), ("S13", "S15")),
            (verband(*two_towns(), STRAY), ("S13", "S15", "S16")),
            (verband(recognised_on=None), ("S13", "S14", "S15")),
        ],
    )
    def test_the_sentences_follow_the_standing(self, body, sentences):
        """S14 for an existing one, S15 for a new one, S16 with it for a changed one."""
        found = finding(applies(body), criterion=REFERENCE_REGION)
        assert found.sentences == sentences

    def test_citations_are_those_of_the_sentences(self):
        """Each sentence is cited by the text and its line, and the act with the authority."""
        found = found_in("inhabitants.not-met")
        assert found.citations == (citation("S09"),)
        assert "28" in str(found.citations[0])
        assert "29 april 2022" in str(found.citations[0])

    def test_every_rule_cites_what_it_encodes(self):
        """S08 to S16 and S21 are each cited by a rule, and nothing else is."""
        cited = {each for rule in RULES for each in rule.sentences}
        assert cited == {f"S{n:02}" for n in range(8, 17)} | {"S21"}

    def test_the_plan(self):
        """Nine of twelve cells, three short."""
        found = found_in("plan.not-met")
        assert (found.observed, found.required) == (Quantity(9, "cells"), Quantity(12, "cells"))
        assert found.margin == -3
        assert found_in("plan.not-known").margin is None

    def test_a_plan_of_fewer_years_has_fewer_cells(self):
        """Another call with two plan years asks for eight cells."""
        found = found_in("plan.met", call=evolve(CALL, plan_years=(2023, 2024)))
        assert found.required == Quantity(8, "cells")

    def test_two_actions_may_be_asked_for(self):
        """Another call may ask for two actions in each cell: one each is then too few."""
        found = found_in("plan.met", call=evolve(CALL, minimum_actions=2))
        assert found.verdict is NOT_MET
        assert found.margin == -12

    def test_channels(self):
        """The channels used and accepted, in the order of the terms."""
        found = finding(applies(channels=set(SubmissionChannel)), criterion=CHANNEL)
        assert found.observed == Quantity(tuple(SubmissionChannel), "channels")
        assert found.required == Quantity(tuple(SubmissionChannel), "channels")
        assert found_in("channel.not-met").observed == Quantity((), "channels")
        only = evolve(CALL, channels={SubmissionChannel.MULTI_ANNUAL_PLAN})
        assert found_in("channel.met", call=only).verdict is NOT_MET

    def test_conflicts(self):
        """Who claims what, from when to when, in one value that both findings share."""
        rival = verband(
            Membership(town("90002", name="Other name"), date(2024, 1, 1), date(2025, 1, 1)),
            id="Rival",
        )
        found = finding(applies(), criterion=ONE_REGIEVERBAND, others=[applies(rival)])
        (conflict,) = found.conflicts
        assert conflict.territory == ("90002",)
        assert conflict.application_ids == ("R", "Rival")
        assert (conflict.since, conflict.until) == (date(2024, 1, 1), date(2025, 1, 1))
        assert set(conflict.names) == {"Town 90002", "Other name"}
        assert found.observed.value == 2
        back = finding(applies(rival), criterion=ONE_REGIEVERBAND, others=[applies()])
        assert back.conflicts == found.conflicts

    def test_an_unknown_day_of_recognition_of_another_is_named_there(self):
        """The path leads to the other application in the portfolio."""
        rival = evolve(RIVAL, regieverband=evolve(RIVAL.regieverband, recognised_on=None))
        found = finding(applies(), criterion=ONE_REGIEVERBAND, others=[rival], call=FIRST)
        assert found.verdict is UNKNOWN
        (fact,) = found.missing
        assert fact.path == "portfolio.applications[1].regieverband.recognised_on"
        assert fact.text("nl") == "de erkenningsdatum van Regieverband Rival"

    @pytest.mark.parametrize(
        ("facts", "path"),
        [
            ({"form": None}, "regieverband.legal_form"),
            ({"recognised_on": None}, "regieverband.recognised_on"),
            ({"derogations": None, "recognised_on": NEVER}, "regieverband.derogations"),
        ],
    )
    def test_paths_lead_to_the_fact(self, facts, path):
        """A missing fact of the regieverband is where its path says, and is None there."""
        case = applies(verband(*ACROSS, **facts))
        assert path in [each.path for each in finding(case).missing]
        value = case
        for name in path.split("."):
            value = getattr(value, name)
        assert value is None

    def test_the_region_that_is_missing_is_that_of_a_member_of_the_day(self):
        """A member of the past of unknown region is not asked for."""
        past = Membership(town("90003", reference_region=None), LONG_AGO, date(2022, 6, 1))
        now = town("90002", reference_region=None)
        case = applies(verband(past, town(), now))
        asked = [each.path for each in finding(case).missing if each.fact == "reference_region"]
        assert asked == ["regieverband.memberships[2].municipality.reference_region"]

    def test_a_whole_tells_a_missing_fact_once(self):
        """The legal form is asked for by three rules, and stands once in the whole."""
        case = applies(verband(town(inhabitants=60_000, is_centrumstad=True), form=None))
        names = [each.fact for each in finding(case).missing]
        assert names == ["legal_form"]

    @pytest.mark.parametrize("key", sorted(CASES))
    def test_a_decided_finding_misses_nothing(self, key):
        """Facts are missing if and only if it is undecided."""
        found = found_in(key)
        assert bool(found.missing) is (found.verdict is UNKNOWN)

    def test_a_finding_checks_what_it_is_made_of(self):
        """A verdict that is none and a message that is no text are refused, as are gaps."""
        assert Finding(MET, "x").criterion == ""
        with pytest.raises(WrongType, match="verdict: expected a Verdict, got 'met'"):
            Finding("met", "x")
        with pytest.raises(WrongType, match="message: expected text, got None"):
            Finding(MET, None)
        with pytest.raises(WrongValue):
            Finding(MET, "inhabitants.met", {"inhabitants": 1}).text("en")

    def test_quiet_days_have_no_reading_of_a_map(self):
        """The map is named as a reading only where a member moved between regions."""
        moved = verband(real("Zwijndrecht"), real("Sint-Niklaas"), recognised_on=NEVER)
        before = finding(applies(moved), date(2023, 3, 18), REFERENCE_REGION)
        assert before.readings["I06"] == "in-force"
        assert "I06" not in finding(applies(), QUIET, REFERENCE_REGION).readings
