"""Changes and remedies in words, in both languages and for both readers."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.eligibility.remedied import remedied
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    QUIET,
    applies,
    real,
    town,
    two_towns,
    verband,
)

from wselr_rules.eligibility import remedy_search
from wselr_rules.eligibility.applicant_changes import (
    AddActions,
    ApplyThrough,
    ChangeForm,
    ObtainDerogation,
)
from wselr_rules.eligibility.changes import WaitUntil, in_words
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.member_changes import (
    AddMembers,
    BringInhabitants,
    ReleaseMember,
    RemoveMember,
)
from wselr_rules.eligibility.rules import CHANNEL, REFERENCE_REGION
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.terms import LegalForm, PolicyPriority, SubmissionChannel
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language
from wselr_rules.render.tree import as_html, as_markdown, as_text

ONE, _ = two_towns()
THREE = town("90003", inhabitants=5_000)
FIRST_OF_2026 = date(2026, 1, 1)
LR1 = PolicyPriority.DIRECTOR_ROLE
WELFARE = LegalForm.WELFARE_ASSOCIATION

WORDS = [
    (WaitUntil(date(2026, 1, 1)), "R wacht tot 1 januari 2026", "R waits until 1 January 2026"),
    (RemoveMember(THREE), "Town 90003 verlaat R", "Town 90003 leaves R"),
    (
        ReleaseMember(THREE, "s", "S"),
        "Town 90003 valt weg uit de aanvraag van S",
        "Town 90003 drops out of the application of S",
    ),
    (
        AddMembers([THREE]),
        "Town 90003 treedt toe tot R (5.000 inwoners)",
        "Town 90003 joins R (5,000 inhabitants)",
    ),
    (
        AddMembers([THREE, ONE]),
        "Town 90003 en Town 90001 treden toe tot R (samen 45.000 inwoners)",
        "Town 90003 and Town 90001 join R (together 45,000 inhabitants)",
    ),
    (
        AddMembers([town("90009", inhabitants=None, job_seekers=1)]),
        "Town 90009 treedt toe tot R (minstens 1 inwoner)",
        "Town 90009 joins R (at least 1 inhabitant)",
    ),
    (
        AddMembers([THREE, town("90009", inhabitants=None)]),
        "Town 90003 en Town 90009 treden toe tot R (samen minstens 5.000 inwoners)",
        "Town 90003 and Town 90009 join R (together at least 5,000 inhabitants)",
    ),
    (
        BringInhabitants(4_000, KEMPEN),
        "een of meer gemeenten uit Kempen treden toe tot R, samen met minstens 4.000 inwoners",
        "one or more municipalities of Kempen join R, together with at least 4,000 inhabitants",
    ),
    (
        BringInhabitants(0, KEMPEN),
        "een gemeente uit Kempen, van welke omvang ook, treedt toe tot R",
        "a municipality of Kempen, of whatever size, joins R",
    ),
    (
        ChangeForm(WELFARE),
        "R neemt deze rechtsvorm aan: welzijnsvereniging",
        "R takes this legal form: welzijnsvereniging",
    ),
    (
        ChangeForm(LegalForm.MUNICIPALITY),
        "R vraagt alleen aan, als gemeente",
        "R applies alone, as a municipality",
    ),
    (
        ObtainDerogation(date(2026, 1, 1)),
        "R krijgt een afwijking van de regioregel vanaf 1 januari 2026",
        "R is granted a deviation from the region rule from 1 January 2026 on",
    ),
    (
        AddActions(LR1, (2025, 2023)),
        "het plan krijgt 1 actie met code WSE-LR1 voor 2023 en 2025",
        "the plan gets 1 action with code WSE-LR1 for 2023 and 2025",
    ),
    (
        AddActions(LR1, (2023,), number=2, planned_by=THREE),
        "het plan van Town 90003 krijgt 2 acties met code WSE-LR1 voor 2023",
        "the plan of Town 90003 gets 2 actions with code WSE-LR1 for 2023",
    ),
    (
        AddActions(LR1, (2023,), planned_by=town("99999", name="")),
        "het plan van elk nieuw lid krijgt 1 actie met code WSE-LR1 voor 2023",
        "the plan of each new member gets 1 action with code WSE-LR1 for 2023",
    ),
    (
        ApplyThrough(SubmissionChannel.MULTI_ANNUAL_PLAN),
        "R dient de aanvraag in via het meerjarenplan",
        "R hands in the application through the multi-annual plan",
    ),
]


@pytest.mark.parametrize(("change", "dutch", "english"), WORDS)
def test_each_change_in_words(change, dutch, english):
    """Every change is a clause in both languages, with the name of the regieverband."""
    assert in_words(change, "R", Language.NL) == dutch
    assert in_words(change, "R", Language.EN) == english


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
        assert first.text("nl") == (
            "Wielsbeke verlaat W13; daarmee eindigt ook het conflict met DVV Midwest\n"
            "  ✓ opnieuw beoordeeld op 1 januari 2026: in aanmerking komen voor een subsidie\n"
            "    ✓ 2 leden, minstens 2 vereist [S09, I08: by-form]\n"
            "      ✓ voordien: 3 leden, minstens 2 vereist [S09, I08: by-form]\n"
            "    ✓ 80.000 inwoners, minstens 60.000 vereist (20.000 meer) [S09, I09: bound]\n"
            "      ✓ voordien: 120.000 inwoners, minstens 60.000 vereist (60.000 meer) "
            "[S09, I09: bound]\n"
        ) + "\n".join(first.text("nl").splitlines()[6:])
        lines = first.text("en").splitlines()
        assert "    ✓ no other application covers territory of this regieverband [S12]" in lines
        assert (
            "      ✗ before: Wielsbeke also in DVV Midwest; a municipality can be part of one "
            "regieverband only [S12, I07: neither]"
        ) in lines
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
