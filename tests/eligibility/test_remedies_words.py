"""Remedies in words, in both languages and for both readers."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.remedied import remedied
from tests.eligibility.stories import (
    LIMBURG,
    QUIET,
    applies,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.eligibility import remedy_search
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import CHANNEL, REFERENCE_REGION
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.tree import as_html, as_markdown, as_text

THREE = town("90003", inhabitants=5_000)
FIRST_OF_2026 = date(2026, 1, 1)


def w13(on=FIRST_OF_2026):
    """Return the remedies for W13, of which DVV Midwest claims Wielsbeke."""
    names = ("Kortrijk", "Waregem", "Wielsbeke")
    members = [real(name, on=FIRST_OF_2026) for name in names]
    body = evolve(verband(*members, id="W13"), name="W13")
    midwest = verband(real("Roeselare", on=FIRST_OF_2026), members[2], id="M")
    return remedied(applies(body), on, others=[applies(evolve(midwest, name="DVV Midwest"))])


class TestRemedy:
    """One remedy, told to the applicant and for the file."""

    def test_in_one_sentence(self):
        """Who leaves what, and which conflict that also ends."""
        first, _ = w13()
        assert first.sentence("nl") == (
            "Wielsbeke verlaat W13; daarmee eindigt ook het conflict met DVV Midwest"
        )
        assert first.sentence(Language.EN) == (
            "Wielsbeke leaves W13; that also ends the conflict with DVV Midwest"
        )

    def test_several_changes_in_one_sentence(self):
        """One clause after the other, in the order in which they are made."""
        _, second = w13()
        assert second.text("nl", Audience.APPLICANT) == (
            "Wielsbeke valt weg uit de aanvraag van DVV Midwest; "
            "W13 krijgt een afwijking van de regioregel vanaf 1 januari 2026; "
            "daarmee eindigt ook het conflict met DVV Midwest"
        )

    def test_for_the_file(self):
        """Each finding that it changes, as it is and as it was, and how little it touches."""
        first, _ = w13()
        lines = first.text("nl").splitlines()
        assert lines[:2] == [
            "Wielsbeke verlaat W13; daarmee eindigt ook het conflict met DVV Midwest",
            "  ✓ opnieuw beoordeeld op 1 januari 2026: in aanmerking komen voor een subsidie",
        ]
        assert [line.partition(",")[0] for line in lines[2:6]] == [
            "    ✓ 2 leden",
            "      ✓ voordien: 3 leden",
            "    ✓ 80.000 inwoners",
            "      ✓ voordien: 120.000 inwoners",
        ]
        lines = first.text("en").splitlines()
        marks = [line.strip().split(": ")[0] for line in lines[6:-1]]
        assert [mark[:9] for mark in marks] == ["✓ all of ", "✗ before", "✓ no othe", "✗ before"]
        assert lines[-1] == "  touches 1 municipality with 40,000 inhabitants"

    def test_what_it_breaks(self):
        """Of one rule alone it is said which others are then no longer met."""
        across = verband(*two_towns(reference_region=LIMBURG))
        _, leaves, _ = remedied(applies(across), FIRST_OF_2026, criterion=REFERENCE_REGION)
        assert leaves.sentence("nl") == (
            "Town 90001 verlaat Regieverband R; maar dan is niet meer voldaan aan: "
            "genoeg leden en genoeg inwoners"
        )
        assert leaves.sentence("en").endswith(
            "; but this is then no longer met: enough members and enough inhabitants"
        )

    def test_conflicts_with_several(self):
        """Each other one is named once, however many municipalities are claimed."""
        others = [applies(verband(*two_towns(), id=id)) for id in ("S", "T")]
        criterion = Criterion(
            "none", lambda _a, context: Finding(Verdict.of(not context.conflicts(_a)), "none")
        )
        members = [*two_towns(), town("90003", inhabitants=60_000), town("90004")]
        found = remedied(applies(verband(*members)), criterion=criterion, others=others)
        assert found[0].sentence("en") == (
            "Town 90001 leaves Regieverband R; Town 90002 leaves Regieverband R; "
            "that also ends the conflict with Regieverband S and Regieverband T"
        )

    def test_a_criterion_of_ones_own_goes_by_its_id(self):
        """Its finding of before is shown only if there was one of the same criterion."""

        def has_two_members(application, context):
            members = context.members(application)
            part = Finding(Verdict.MET, "a part", criterion=f"part-{len(members)}")
            return Finding(Verdict.of(len(members) <= 2), "at most two", children=[part])

        found = remedied(
            applies(verband(*two_towns(), THREE)), criterion=Criterion("few", has_two_members)
        )
        assert found[0].text("nl").splitlines()[1:] == [
            "  ✓ opnieuw beoordeeld op 1 juli 2024: few",
            "    ✓ a part",
            "  raakt 1 gemeente met 5.000 inwoners",
        ]

    def test_each_form_is_of_one_tree(self):
        """Text, Markdown and HTML, also where a notebook asks for them."""
        remedy, remedies = w13()[0], w13()
        for each in (remedy, remedies):
            for audience in Audience:
                node = each.node("nl", audience)
                assert each.text("nl", audience) == as_text(node)
                assert each.markdown("nl", audience) == as_markdown(node, Language.NL)
                assert each.html("nl", audience) == as_html(node, Language.NL)
            assert str(each) == each.text("en")
            assert each._repr_markdown_() == each.markdown("en")
            assert each._repr_html_() == each.html("en")


class TestRemedies:
    """All remedies together."""

    def test_for_the_applicant(self):
        """What was asked, and one line for each way."""
        heading, *lines = w13().text("nl", Audience.APPLICANT).splitlines()
        assert heading == (
            "✗ W13, 1 januari 2026: in aanmerking komen voor een subsidie; wat elk op zich "
            "volstaat: 2 mogelijkheden"
        )
        assert lines == [f"  {each.sentence('nl')}" for each in w13()]

    def test_for_the_file_also_what_was_tried(self):
        """For the file it is said within which bounds was looked."""
        lines = remedied(applies(channels=()), criterion=CHANNEL).text("en").splitlines()
        assert lines[0] == (
            "✗ Regieverband R, 1 July 2024: accepted channel; what is enough by itself: 2 ways"
        )
        assert lines[-1] == (
            "  tried: waiting, or a set of at most 3 municipalities that join, leave or drop out "
            "elsewhere, one other legal form, one deviation from the region rule, one channel, "
            "and actions in the empty cells"
        )

    @pytest.mark.parametrize("audience", Audience)
    def test_nothing_has_to_change(self, audience):
        """Where it is met already, that is all there is to say."""
        assert remedied(applies()).text("nl", audience) == (
            "✓ Regieverband R, 1 juli 2024: in aanmerking komen voor een subsidie; er is al aan "
            "voldaan en er hoeft niets te veranderen"
        )

    def test_nothing_helps(self):
        """Where nothing helps it is said so, with the mark of the verdict."""
        found = remedied(applies(), complete=None)
        assert found.text("en", Audience.APPLICANT) == (
            "? Regieverband R, 1 July 2024: eligibility for a subsidy; no change that was tried "
            "is enough"
        )

    def test_what_was_not_tried(self, monkeypatch):
        """Where a limit was met, both readers are told."""
        monkeypatch.setattr(remedy_search, "MOST_ASSESSED", 1)
        found = remedied(applies(channels=()))
        for audience in Audience:
            told = found.text("nl", audience).splitlines()
            assert told[-1] == "  niet elk groter samenstel is nagegaan"

    @pytest.mark.parametrize(("joining", "more"), [(10, []), (11, ["and 1 other way"])])
    def test_an_applicant_is_not_told_hundreds(self, joining, more):
        """The first ten are told and the others counted; in the file stand all of them."""
        towns = [town(f"{91000 + n}", inhabitants=4_000) for n in range(joining)]
        found = remedied(applies(verband(*two_towns(inhabitants=16_000))), candidates=towns)
        lines = found.text("en", Audience.APPLICANT).splitlines()
        assert [line.strip() for line in lines[11:]] == more
        assert found.text("en").count("joins Regieverband R") == joining

    def test_names_from_outside_are_shown_as_they_are(self):
        """A name with marks of HTML in it does no harm."""
        named = evolve(verband(*two_towns(), THREE), name="<b>&")
        found = remedied(applies(named, channels=()))
        assert "&lt;b&gt;&amp;" in found.html("nl")
        assert "<b>" not in found.html("nl")

    def test_they_are_a_sequence(self):
        """They can be counted, taken one by one, and walked over."""
        found = w13()
        assert len(found) == 2
        assert list(found) == [found[0], found[1]]
        assert found.regieverband == "W13"
        assert found.on == FIRST_OF_2026
        assert [each.touched for each in found] == [(1, 40_000), (1, 40_000)]
        assert found.on > QUIET
