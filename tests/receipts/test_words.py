"""Receipts and replays are said in Dutch and English, for the applicant and for the file."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import html5lib
import pytest
from attrs import evolve, fields
from tests.eligibility.stories import CALL, QUIET, applies, reading, town, verband
from tests.receipts.cases import CALL_WITH_AMOUNTS, CASES, REFUSAL, UNDECIDED, receipt_of

from wselr_rules.domain.application import Portfolio
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.call import OpenCall
from wselr_rules.law.readings import Approval
from wselr_rules.law.terms import AllocationKey
from wselr_rules.receipts import (
    Circumstance,
    DecisionInput,
    NoOutcome,
    OtherAmount,
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
from wselr_rules.receipts.receipt_messages import MESSAGES_OF_RECEIPTS
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language

THEN, NOW = f"sha256:{'0' * 64}", f"sha256:{'1' * 64}"


class TestTable:
    """Every term that is told has words."""

    def test_every_term_has_words(self):
        """Each field of a call, circumstance, part of an outcome and key stands in the table."""
        expected = {f"replay.call.{each.name}" for each in fields(OpenCall)}
        expected -= {"replay.call.readings"}
        expected |= {f"replay.circumstance.{each.name}" for each in Circumstance}
        expected |= {f"replay.part.{each.name}" for each in OutcomePart}
        expected |= {f"receipt.way.{each.name}" for each in AllocationKey}
        of_terms = ("replay.call.", "replay.circumstance.", "replay.part.", "receipt.way.")
        assert {key for key in MESSAGES_OF_RECEIPTS if key.startswith(of_terms)} == expected


class TestForTheFile:
    """Complete: rules, call and input with their hashes, every finding, every amount."""

    def test_of_a_decision(self):
        """In Dutch, with the grounds as the finding itself says them."""
        given_out = receipt_of(REFUSAL)
        grounds = given_out.outcome.text("nl").splitlines()
        assert given_out.text("nl").splitlines() == [
            "bewijsstuk van de beslissing over aanvraag R",
            "  beoordeeld op 1 juli 2024",
            "  afgegeven op 15 juli 2024",
            "  versie van de regels: 2",
            f"  oproep wse-lr-2023-2025, vingerafdruk {content_hash(CALL)}",
            "    van elke open vraag de standaardlezing",
            f"  invoer van 1 aanvraag, vingerafdruk {content_hash(REFUSAL)}",
            "    er zijn geen andere aanvragen",
            f"    aanvraag R, vingerafdruk {content_hash(REFUSAL.application)}",
            *(f"  {line}" for line in grounds),
        ]

    def test_of_readings_and_an_open_portfolio(self):
        """Each reading other than the default is told, and that others may exist."""
        lines = receipt_of(UNDECIDED).text("en").splitlines()
        assert "    I07: first-recognised, where the default reading is neither" in lines
        assert "    not known whether there are other applications" in lines
        assert "    the default reading of every open question" not in lines
        assert "  input of 3 applications, hash " + content_hash(UNDECIDED) in lines

    def test_of_a_call(self):
        """Each application with its grounds and its amount by key, and the check of them all."""
        text = receipt_of(CALL_WITH_AMOUNTS).text("nl")
        assert text.startswith(
            "bewijsstuk van de beoordeling van oproep wse-lr-2023-2025 voor 2024\n"
        )
        assert (
            "\n    subsidie voor 2024: 1.420.000,00 euro\n"
            "      waarvan 720.000,00 euro naar bevolking op beroepsactieve leeftijd\n"
            "      waarvan 300.000,00 euro naar aantal werkzoekenden\n"
            "      waarvan 400.000,00 euro in gelijke delen\n"
            "  aanvraag three\n"
        ) in text
        assert text.endswith("\n  de verdeling doorstaat elk van de controles (9)")
        assert text.count("subsidie voor 2024") == 3
        assert "niets verdeeld" not in text
        assert "goedgekeurd" not in text

    def test_of_a_call_by_one_key(self):
        """A key that the call does not divide by is not told."""
        call = evolve(CALL, keys={AllocationKey.JOB_SEEKERS: Fraction(1)})
        text = receipt_of(evolve(CALL_WITH_AMOUNTS, call=call)).text("en")
        assert text.count("by number of job seekers") == 3
        assert "in equal parts" not in text

    def test_of_what_is_provisional(self):
        """Nothing was divided as long as nobody is approved, and what is waited for is told."""
        call = reading(approval=Approval.NAMED)
        given_case = evolve(CALL_WITH_AMOUNTS, call=call)
        assert receipt_of(given_case).text("nl").splitlines()[-3:] == [
            "  er is niets verdeeld",
            "  wat nog niet bekend is, kan de bedragen veranderen",
            "    ? welke aanvragen zijn goedgekeurd",
        ]
        named = receipt_of(evolve(given_case, approved=["two", "one"])).text("nl")
        assert "\n    goedgekeurd volgens de invoer: one en two\n" in named
        assert "kan de bedragen veranderen" not in named

    def test_of_some_applications(self):
        """That there are others is told."""
        portfolio = evolve(CALL_WITH_AMOUNTS.portfolio, complete=False)
        given_out = receipt_of(evolve(CALL_WITH_AMOUNTS, portfolio=portfolio))
        assert "\n    er zijn nog andere aanvragen\n" in given_out.text("nl")

    def test_of_a_failed_check(self):
        """A certificate that does not hold names the checks."""
        kept = receipt_of(CALL_WITH_AMOUNTS)
        first, second, *others = kept.certificate.outcomes
        wrong = [evolve(first, culprits=("one",)), evolve(second, culprits=("two",)), *others]
        tampered = evolve(kept, certificate=evolve(kept.certificate, outcomes=tuple(wrong)))
        assert tampered.text("nl").splitlines()[-1] == (
            f"  de verdeling doorstaat deze controles niet: {first.check.value} en "
            f"{second.check.value}"
        )

    def test_without_a_day_of_issue(self):
        """What the caller did not say is not told."""
        text = evolve(receipt_of(REFUSAL), issued_on=None).text("en")
        assert text.startswith(
            "receipt of the decision on application R\n  assessed on 1 July 2024\n"
        )
        assert "issued" not in text


class TestForTheApplicant:
    """Short: what was decided and why, without sentences, readings and hashes."""

    def test_of_a_decision(self):
        """The verdict with the grounds that make it fail."""
        assert receipt_of(REFUSAL).text("nl", Audience.APPLICANT).splitlines() == [
            "beslissing over aanvraag R",
            "  beoordeeld op 1 juli 2024",
            "  afgegeven op 15 juli 2024",
            *(
                f"  {line}"
                for line in REFUSAL.outcome().text("nl", Audience.APPLICANT).splitlines()
            ),
        ]

    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("name", CASES)
    def test_no_id_of_a_sentence_or_hash(self, name, language):
        """Neither stands in it."""
        text = receipt_of(CASES[name]).text(language, Audience.APPLICANT)
        assert not re.search(r"S[0-9]{2}|I[0-9]{2}|sha256", text)

    def test_of_a_call(self):
        """Each application with its verdict and its amount."""
        text = receipt_of(CALL_WITH_AMOUNTS).text("en", Audience.APPLICANT)
        assert text.startswith("decisions in call wse-lr-2023-2025 for 2024\n")
        assert text.endswith("\n    subsidy for 2024: €960,000.00")
        assert "checks" not in text

    def test_the_grounds_of_a_call_are_for_the_file(self):
        """For the file each decision of a call is told with its sentences."""
        assert receipt_of(CALL_WITH_AMOUNTS).text("en").count("[S09]") >= 3


class TestForms:
    """Text, Markdown and HTML say the same, and no name from outside is taken for markup."""

    def test_a_name_is_escaped(self):
        """A name that looks like markup is shown as it is."""
        name = "<script>alert(1)</script>"
        application = applies(verband(town("90001", name=name), town("90002")), id=name)
        given_case = DecisionInput(
            application, on=QUIET, call=CALL, portfolio=Portfolio([application], complete=True)
        )
        given_out = receipt_of(given_case)
        assert "<script" not in given_out.html("nl")
        assert "&lt;script&gt;" in given_out.html("nl")
        assert r"\<script\>" in given_out.markdown("nl")
        assert name in given_out.text("nl")

    @pytest.mark.parametrize("audience", Audience)
    @pytest.mark.parametrize("language", Language)
    @pytest.mark.parametrize("name", CASES)
    def test_valid_html(self, name, language, audience):
        """Every fragment parses without an error and says its language."""
        given_out = receipt_of(CASES[name])
        again = replay(evolve(given_out, rules_version="0"), CASES[name])
        for value in (given_out, again):
            html = value.html(language, audience)
            parser = html5lib.HTMLParser(strict=True)
            parser.parseFragment(html)
            assert html.startswith(f'<ul lang="{language.value}">')

    def test_as_a_notebook_shows_it(self):
        """English, for the file."""
        given_out = receipt_of(CALL_WITH_AMOUNTS)
        for value in (given_out, replay(given_out, CALL_WITH_AMOUNTS)):
            assert str(value) == value.text("en", Audience.FILE)
            assert value._repr_html_() == value.html("en", Audience.FILE)
            assert value._repr_markdown_() == value.markdown("en", Audience.FILE)
            assert value.markdown("en").startswith("- ")


EVERYTHING = Replay(
    [
        OtherRules("1", "2"),
        OtherCall(THEN, NOW, ("budget", "readings.double_claim")),
        OtherInput(THEN, NOW, ("a",), ("b",), ("c",), (Circumstance.DAY, Circumstance.APPROVED)),
        OtherOutcome(
            (OutcomePart.DECISIONS, OutcomePart.ALLOCATION),
            (
                OtherDecision("a", Verdict.MET, Verdict.UNKNOWN, ("eligible", "plan")),
                OtherDecision("d", Verdict.NOT_MET, Verdict.NOT_MET, ()),
            ),
            ("b",),
            ("c",),
            (OtherAmount("a", Decimal("1234.50"), Decimal("0.00")),),
        ),
        NoOutcome("no rule for it"),
    ]
)


class TestReplay:
    """A replay says what differs, then and now."""

    def test_it_agrees(self):
        """One sentence says so."""
        for audience in Audience:
            text = Replay(()).text("nl", audience)
            assert text == "opnieuw beslissen geeft hetzelfde als het bewijsstuk"

    def test_for_the_file_in_dutch(self):
        """Everything that differs is told."""
        assert EVERYTHING.text("nl").splitlines() == [
            "opnieuw beslissen geeft niet hetzelfde als het bewijsstuk",
            "  andere regels",
            "    versie toen 1, nu 2",
            "  andere oproep",
            f"    vingerafdruk toen {THEN}, nu {NOW}",
            "    het budget",
            "    de lezing van I07",
            "  andere invoer",
            f"    vingerafdruk toen {THEN}, nu {NOW}",
            "    de beoordeelde dag",
            "    welke aanvragen zijn goedgekeurd",
            "    aanvraag a is anders",
            "    aanvraag b was er toen wel, nu niet",
            "    aanvraag c is er nu wel, toen niet",
            "  andere uitkomst",
            "    de beslissingen",
            "    de verdeling",
            "    aanvraag a: toen voldaan, nu onbeslist",
            "      de bevinding over eligible",
            "      de bevinding over plan",
            "    aanvraag d: niet voldaan op andere gronden",
            "    aanvraag b was er toen wel, nu niet",
            "    aanvraag c is er nu wel, toen niet",
            "    aanvraag a: toen 1.234,50 euro, nu 0,00 euro",
            "  op deze invoer kan niet beslist worden",
            "    melding: no rule for it",
        ]

    def test_for_the_file_in_english(self):
        """In the same order, and as long."""
        lines = EVERYTHING.text("en").splitlines()
        assert len(lines) == len(EVERYTHING.text("nl").splitlines())
        assert "    the reading of I07" in lines
        assert "    application a: €1,234.50 then, €0.00 now" in lines

    def test_for_the_applicant(self):
        """Only what kind of thing differs."""
        assert EVERYTHING.text("en", Audience.APPLICANT).splitlines() == [
            "deciding again does not give what the receipt says",
            "  other rules",
            "  another call",
            "  another input",
            "  another outcome",
            "  nothing can be decided upon this input",
        ]

    def test_a_hash_alone(self):
        """Where only the hash differs, the receipt contradicts itself."""
        only = Replay([OtherCall(THEN, NOW, ()), OtherInput(THEN, NOW, (), (), (), ())])
        said = "    alleen de vingerafdruk verschilt: het bewijsstuk spreekt zichzelf tegen"
        assert only.text("nl").splitlines().count(said) == 2
