"""Causes that come with the calendar, the map and the form, and which of many is the cause."""

from __future__ import annotations

from datetime import date

import pytest
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    applies,
    reading,
    real,
    town,
    two_towns,
    verband,
)
from tests.eligibility.times import MINE, ODD, over, told

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.domain.regieverband import NEVER
from wselr_rules.eligibility.criteria import Criterion, all_of, any_of
from wselr_rules.eligibility.events import Event, EventKind
from wselr_rules.eligibility.finding import Finding
from wselr_rules.eligibility.rules import ELIGIBLE, ENOUGH_MEMBERS, PARTNERSHIP_FORM
from wselr_rules.eligibility.verdict import Verdict
from wselr_rules.law.readings import Existing, ExistingDeadline, NewDeadline
from wselr_rules.law.terms import LegalForm

JUNE = date(2024, 6, 1)
K = EventKind
ACROSS = two_towns(reference_region=LIMBURG)


def turns(whole):
    """Return each turn: its day, and the kinds and sentences of its causes."""
    return [
        (str(turn.since), *((cause.kind, *cause.sentences) for cause in turn.causes))
        for turn in whole.stretches[1:]
    ]


def switch(name, *verdicts, names=True):
    """Return a criterion that goes from one verdict to another on 1 June 2024, and names it."""
    before, after = verdicts

    def rule(application, context):
        del application
        return Finding(after if context.on >= JUNE else before, name)

    dates = [JUNE] if names else []
    return Criterion(name, rule, sentences=(name,), dates=lambda *_: dates)


class TestDeadlines:
    """The days of S14 to S16, as the readings move them."""

    def test_an_existing_one(self):
        """An existing one must fit on 1 January 2026: S14, and nothing of new ones."""
        whole = over(applies(verband(*ACROSS)))
        assert turns(whole) == [("2026-01-01", (K.EXISTING_DEADLINE, "S14"))]

    def test_an_existing_one_a_day_later(self):
        """By I04 DAY_AFTER it is 2 January 2026."""
        call = reading(existing_deadline=ExistingDeadline.DAY_AFTER)
        whole = over(applies(verband(*ACROSS)), call=call)
        assert turns(whole) == [("2026-01-02", (K.EXISTING_DEADLINE, "S14"))]

    def test_a_new_one(self):
        """A new one must fit from 1 January 2023 on: S15 and S16."""
        whole = over(applies(verband(*ACROSS, recognised_on=NEVER)))
        assert turns(whole) == [("2023-01-01", (K.NEW_DEADLINE, "S15", "S16"))]

    def test_the_last_day_before_it(self):
        """By I05 INCURABLE the duty begins on 31 December 2022."""
        call = reading(new_deadline=NewDeadline.INCURABLE)
        whole = over(applies(verband(*ACROSS, recognised_on=NEVER)), call=call)
        assert turns(whole) == [("2022-12-31", (K.LAST_DAY_FOR_NEW, "S15", "S16"))]

    def test_no_deadline_for_new_ones_as_of_submission(self):
        """By I05 AT_SUBMISSION a new one is judged at once: no day of the calendar matters."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        case = applies(verband(*ACROSS, recognised_on=NEVER), submitted_on=date(2022, 6, 1))
        assert told(over(case, call=call)) == [("2022-04-29", "not-met")]

    def test_the_baseline(self):
        """By I01 BEFORE_EFFECT changes count from 1 January 2023: a form not known may be one."""
        call = reading(existing=Existing.BEFORE_EFFECT)
        form = History(LegalForm.PROJECT_ASSOCIATION, [(date(2022, 12, 1), None)])
        case = applies(verband(*ACROSS, form=form))
        first = turns(over(case, call=call))[0]
        assert first == (
            "2022-12-01",
            (K.LEGAL_FORM, "S09", "S10"),
        )
        region = over(case, ELIGIBLE, call=call).part("reference-region")
        assert turns(region)[0] == (
            "2023-01-01",
            (K.BASELINE, "S14", "S16"),
            (K.NEW_DEADLINE, "S15", "S16"),
        )


class TestForms:
    """The legal form changes."""

    def test_into_one_that_may_not_apply(self):
        """It is the cause by S09 and S10, and tells what the form became."""
        form = History(LegalForm.PROJECT_ASSOCIATION, [(JUNE, LegalForm.OTHER)])
        whole = over(applies(verband(form=form)))
        assert turns(whole) == [("2024-06-01", (K.LEGAL_FORM, "S09", "S10"))]
        (cause,) = whole.stretches[1].causes
        assert (cause.subject, cause.became) == ("Regieverband R", LegalForm.OTHER)

    def test_into_another_that_may(self):
        """For one across two regions it is a change: S13 and S16."""
        form = History(LegalForm.PROJECT_ASSOCIATION, [(JUNE, LegalForm.SERVICE_ASSOCIATION)])
        assert turns(over(applies(verband(*ACROSS, form=form)))) == [
            ("2024-06-01", (K.LEGAL_FORM, "S13", "S16"))
        ]


class TestMap:
    """The map of the regions changes."""

    def test_zwijndrecht_and_waasland(self):
        """A new one of Zwijndrecht and Beveren: two regions until 18 March 2023, one from then."""
        names = ("Zwijndrecht", "Beveren")
        members = [
            Membership(real(name, on=date(2022, 6, 1)), LONG_AGO, date(2025, 1, 1))
            for name in names
        ]
        whole = over(applies(verband(*members, recognised_on=NEVER)), end=date(2025, 1, 1))
        assert turns(whole) == [
            ("2023-01-01", (K.NEW_DEADLINE, "S15", "S16")),
            ("2023-03-19", (K.REGION_MAP, "S13")),
        ]
        (cause,) = whole.stretches[2].causes
        assert cause.subject == "Zwijndrecht"
        assert cause.became.label == "Waasland"

    def test_into_a_region_not_known(self):
        """A map that leaves a member out makes it undecided."""
        member = town("90002", reference_region=History(KEMPEN, [(JUNE, None)]))
        whole = over(applies(verband(town("90001"), member, recognised_on=NEVER)))
        assert told(whole)[1:] == [("2024-06-01", "unknown")]
        (cause,) = whole.stretches[1].causes
        assert (cause.kind, cause.became) == (K.REGION_MAP, None)


class TestDeviations:
    """A granted deviation begins and ends."""

    def test_it_begins_and_ends(self):
        """From 1 June 2026 to the end of August an existing one across two regions is fine."""
        granted = [Derogation(date(2026, 6, 1), date(2026, 9, 1))]
        assert turns(over(applies(verband(*ACROSS, derogations=granted)))) == [
            ("2026-01-01", (K.EXISTING_DEADLINE, "S14")),
            ("2026-06-01", (K.DEROGATION_BEGAN, "S13")),
            ("2026-09-01", (K.DEROGATION_ENDED, "S13")),
        ]


class TestWhichOfMany:
    """Of many events on a day, those of the parts that made the whole another one."""

    MET, NOT, OPEN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN

    @pytest.mark.parametrize(
        ("compose", "changes", "by"),
        [
            (all_of, {"a": (MET, NOT), "b": (NOT, NOT), "c": (MET, MET)}, None),
            (all_of, {"a": (MET, NOT), "b": (OPEN, MET), "c": (MET, MET)}, ["a"]),
            (all_of, {"a": (MET, NOT), "b": (MET, OPEN), "c": (MET, MET)}, ["a"]),
            (all_of, {"a": (MET, OPEN), "b": (MET, OPEN), "c": (MET, MET)}, ["a", "b"]),
            (all_of, {"a": (NOT, MET), "b": (MET, OPEN), "c": (OPEN, OPEN)}, ["a"]),
            (all_of, {"a": (NOT, OPEN), "b": (OPEN, MET), "c": (MET, MET)}, ["a"]),
            (all_of, {"a": (OPEN, MET), "b": (OPEN, MET), "c": (MET, MET)}, ["a", "b"]),
            (any_of, {"a": (NOT, MET), "b": (OPEN, NOT), "c": (NOT, NOT)}, ["a"]),
            (any_of, {"a": (MET, NOT), "b": (NOT, OPEN), "c": (NOT, NOT)}, ["a"]),
            (any_of, {"a": (NOT, OPEN), "b": (NOT, MET), "c": (NOT, NOT)}, ["b"]),
            (any_of, {"a": (MET, OPEN), "b": (NOT, NOT), "c": (OPEN, NOT)}, ["a"]),
        ],
    )
    def test_the_part_that_decides(self, compose, changes, by):
        """An "and" falls by what falls as low and rises with what held it; an "or" reversed."""
        whole = over(applies(), compose(*(switch(name, *two) for name, two in changes.items())))
        if by is None:
            assert len(whole.stretches) == 1
            return
        assert [cause.subject for cause in whole.stretches[1].causes] == by

    def test_through_a_negation_and_deeper(self):
        """A negation hands on what changed; a part is followed to its own parts."""
        fell, held = switch("fell", self.MET, self.NOT), switch("held", self.MET, self.MET)
        other = switch("other", self.OPEN, self.MET)
        for whole in (~(fell & held), ~~fell | (held & ~held), (fell & held) & (other | held)):
            assert [cause.subject for cause in over(applies(), whole).stretches[1].causes] == [
                "fell"
            ]

    def test_through_a_negation_past_what_only_reads_otherwise(self):
        """A part whose verdict stays, though its finding changes, is no cause beside another."""

        def talks(application, context):
            del application
            return Finding(self.MET, "later" if context.on >= JUNE else "before")

        talking = Criterion("talking", talks, dates=lambda *_: [JUNE])
        whole = over(applies(), ~(switch("fell", self.MET, self.NOT) & talking))
        assert [cause.subject for cause in whole.stretches[1].causes] == ["fell"]

    def test_what_changed_on_the_day_itself(self):
        """What changed earlier in the stretch before it is no cause of its end."""

        def later(application, context):
            del application
            return Finding(Verdict.of(context.on >= ODD[0]), "later")

        earlier = Criterion("earlier", later, dates=lambda *_: ODD)
        whole = over(applies(), earlier & ~MINE)
        assert told(whole) == [("2022-04-29", "not-met"), ("2024-02-29", "met")]
        assert [cause.subject for cause in whole.stretches[1].causes] == ["mine"]

    def test_named_by_nobody_who_changed(self):
        """A rule that changes without naming the day: all that others name that day."""
        silent = switch("silent", self.MET, self.NOT, names=False)
        named = switch("named", self.MET, self.MET)
        whole = over(applies(), silent & named)
        assert [cause.subject for cause in whole.stretches[1].causes] == ["named"]
        assert [cause.subject for cause in whole.part("silent").stretches[1].causes] == ["named"]

    def test_settled_over_all_cases(self):
        """Where no part has another verdict, the parts whose finding changed are the cause."""

        def told_otherwise(application, context):
            later = context.on >= JUNE
            form = application.regieverband.legal_form
            if form is None or later:
                return Finding(Verdict.UNKNOWN, "later" if later else "before")
            return Finding(Verdict.MET, "x")

        opens = Criterion("opens", told_otherwise, dates=lambda *_: [JUNE])
        quiet = switch("quiet", self.OPEN, self.OPEN)

        def cases(application, context):
            yield applies(verband())
            if context.on >= JUNE:
                yield application

        either = any_of(opens, quiet, id="either", cases=cases)
        whole = over(applies(verband(form=None)), either)
        assert told(whole) == [("2022-04-29", "met"), ("2024-06-01", "unknown")]
        assert [cause.subject for cause in whole.stretches[1].causes] == ["opens"]

    def test_settled_with_no_finding_changed(self):
        """Where not even a finding changed, all events of the day are the cause."""
        quiet, still = (switch(name, self.OPEN, self.OPEN) for name in ("quiet", "still"))

        def cases(application, context):
            del application
            yield applies(verband(id="before" if context.on < JUNE else "after"))

        def by_id(application, context):
            del context
            known = {"before": self.MET, "after": self.NOT}
            return Finding(known.get(application.id, self.OPEN), "by id")

        by_case = Criterion("by-case", by_id, dates=lambda *_: [])
        whole = over(applies(), all_of(by_case, quiet | still, id="all", cases=cases))
        assert [cause.subject for cause in whole.stretches[-1].causes] == ["quiet", "still"]

    def test_a_criterion_of_your_own_names_the_day(self):
        """A plain date is an event of its criterion, with its sentences; so it is in a whole."""
        whole = over(applies(), ELIGIBLE & MINE)
        assert whole.stretches[1].causes == (Event(ODD[0], K.NAMED, "mine", sentences=("mine",)),)

    def test_a_criterion_of_your_own_may_name_events(self):
        """An event keeps its sentences, and gets those of the criterion where it has none."""

        def rule(application, context):
            del application
            return Finding(Verdict.of(context.on >= JUNE), "x")

        events = [
            Event(JUNE, K.NAMED, "bare"),
            Event(JUNE, K.NAMED, "cited", sentences=("own",)),
            Event(JUNE, K.NAMED, "elsewhere", sentences=("other",)),
        ]
        mine = Criterion("x", rule, sentences=("own",), dates=lambda *_: events)
        causes = over(applies(), mine).stretches[1].causes
        assert [(each.subject, each.sentences) for each in causes] == [
            ("bare", ("own",)),
            ("cited", ("own",)),
        ]

    def test_what_does_not_bear_on_the_finding_is_left_out(self):
        """On 1 January 2026 a member joins one that is new: the deadline of S14 is no cause."""
        joins = Membership(town("90003", reference_region=LIMBURG), date(2026, 1, 1))
        case = applies(verband(*two_towns(), joins, recognised_on=NEVER))
        assert turns(over(case)) == [("2026-01-01", (K.MEMBER_JOINED, "S13", "S16"))]

    def test_a_part_that_changes_while_the_whole_does_not(self):
        """The part has a turn of its own, the whole has none."""
        form = History(LegalForm.OTHER, [(JUNE, LegalForm.PROJECT_ASSOCIATION)])
        case = applies(verband(town("90001"), form=form))
        whole = over(case, PARTNERSHIP_FORM & ENOUGH_MEMBERS)
        assert told(whole) == [("2022-04-29", "not-met")]
        assert turns(whole.parts[0]) == [("2024-06-01", (K.LEGAL_FORM, "S09", "S10"))]
