"""What happens to an application, to others and by the call, as the rules look at it."""

from __future__ import annotations

import pickle
from datetime import date, datetime

import pytest
from attrs import evolve
from hypothesis import given, settings
from tests import strategies as worlds
from tests.drawing import examples
from tests.eligibility.stories import (
    KEMPEN,
    LIMBURG,
    LONG_AGO,
    applies,
    around,
    reading,
    real,
    town,
    verband,
)

from wselr_rules.domain import flanders
from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Derogation, Membership
from wselr_rules.eligibility.context import Context
from wselr_rules.eligibility.criteria import Criterion
from wselr_rules.eligibility.events import Event, EventKind
from wselr_rules.eligibility.rules import (
    CHANNEL,
    ELIGIBLE,
    ENOUGH_MEMBERS,
    ONE_REGIEVERBAND,
    REFERENCE_REGION,
    RULES,
)
from wselr_rules.errors import WrongType
from wselr_rules.law.ledger import sentence
from wselr_rules.law.readings import NewDeadline
from wselr_rules.law.terms import LegalForm
from wselr_rules.render.audience import Audience
from wselr_rules.render.language import Language

JUNE = date(2024, 6, 1)
K = EventKind


def happening(criterion, application, *kinds, **circumstances):
    """Return day, kind, subject and sentences of the events, of all kinds or of these."""
    found = criterion.events(application, around(application, **circumstances))
    return [
        (str(each.day), each.kind, each.subject, *each.sentences)
        for each in found
        if not kinds or each.kind in kinds
    ]


class TestNamed:
    """Dates and events of a criterion come from one source."""

    @settings(max_examples=examples(60))
    @given(worlds.portfolios(), worlds.calls())
    def test_each_date_has_an_event_and_each_event_a_date(self, portfolio, call):
        """The dates are the days of the events, whichever criterion is asked."""
        application = portfolio.applications[0]
        context = Context(worlds.FIRST, call=call, portfolio=portfolio)
        for criterion in (*RULES, ELIGIBLE, ~ELIGIBLE):
            events = criterion.events(application, context)
            assert criterion.dates(application, context) == {each.day for each in events}
            assert len(set(events)) == len(events)

    @settings(max_examples=examples(60))
    @given(worlds.portfolios(), worlds.calls())
    def test_each_event_says_why_it_matters(self, portfolio, call):
        """It has sentences of the ledger, and reads in both languages, for either reader."""
        application = portfolio.applications[0]
        context = Context(worlds.FIRST, call=call, portfolio=portfolio)
        for each in ELIGIBLE.events(application, context):
            assert [sentence(one).id for one in each.sentences] == list(each.sentences) != []
            assert each.applicant or each.subject == call.id
            for language in Language:
                assert each.text(language).endswith(f"[{', '.join(each.sentences)}]")
                assert "[" not in each.text(language, Audience.APPLICANT)

    def test_what_happens_to_it(self):
        """Members, forms, maps, deviations, recognition and submission, each on its day."""
        days = [date(2024, 1, day) for day in range(1, 9)]
        mover = town("90003", reference_region=History(LIMBURG, [(days[2], KEMPEN)]))
        form = History(LegalForm.WELFARE_ASSOCIATION, [(days[3], LegalForm.PROJECT_ASSOCIATION)])
        case = applies(
            verband(
                Membership(mover, days[0], days[1]),
                form=form,
                derogations=[Derogation(days[4], days[5])],
                recognised_on=days[6],
            ),
            submitted_on=days[7],
        )
        own = "Regieverband R"
        assert happening(REFERENCE_REGION, case) == [
            ("2024-01-01", K.MEMBER_JOINED, "Town 90003", "S13", "S16"),
            ("2024-01-02", K.MEMBER_LEFT, "Town 90003", "S13", "S16"),
            ("2024-01-04", K.LEGAL_FORM, own, "S13", "S16"),
            ("2024-01-03", K.REGION_MAP, "Town 90003", "S13"),
            ("2024-01-05", K.DEROGATION_BEGAN, own, "S13"),
            ("2024-01-06", K.DEROGATION_ENDED, own, "S13"),
            ("2024-01-07", K.RECOGNISED, own, "S14", "S15"),
            ("2024-01-08", K.SUBMITTED, own, "S21"),
            ("2022-04-29", K.BASELINE, "wse-lr-2023-2025", "S14", "S16"),
            ("2026-01-01", K.EXISTING_DEADLINE, "wse-lr-2023-2025", "S14"),
            ("2023-01-01", K.NEW_DEADLINE, "wse-lr-2023-2025", "S15", "S16"),
        ]
        assert happening(CHANNEL, case) == []

    def test_a_deviation_without_an_end(self):
        """It begins and that is all."""
        case = applies(verband(derogations=[Derogation(JUNE)]))
        kinds = (K.DEROGATION_BEGAN, K.DEROGATION_ENDED)
        assert [kind for _, kind, *_ in happening(REFERENCE_REGION, case, *kinds)] == [kinds[0]]

    @pytest.mark.parametrize(
        ("chosen", "expected"),
        [
            (NewDeadline.FROM_THE_DAY, [("2023-01-01", K.NEW_DEADLINE)]),
            (NewDeadline.INCURABLE, [("2022-12-31", K.LAST_DAY_FOR_NEW)]),
            (NewDeadline.AT_SUBMISSION, []),
        ],
    )
    def test_the_deadline_for_new_ones(self, chosen, expected):
        """It is 1 January 2023, the day before it, or none, as I05 is read."""
        found = happening(
            REFERENCE_REGION,
            applies(),
            K.NEW_DEADLINE,
            K.LAST_DAY_FOR_NEW,
            call=reading(new_deadline=chosen),
        )
        assert [each[:2] for each in found] == expected

    def test_the_day_of_submission_matters_by_one_reading(self):
        """By I05 AT_SUBMISSION it makes S15 and S16 matter."""
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        case = applies(submitted_on=JUNE)
        assert happening(REFERENCE_REGION, case, K.SUBMITTED, call=call) == [
            ("2024-06-01", K.SUBMITTED, "Regieverband R", "S15", "S16")
        ]

    def test_of_ones_own(self):
        """A plain day is named by its criterion; what cites nothing cites what that one does."""
        named = [JUNE, Event(JUNE, K.MERGER, "x"), Event(JUNE, K.MERGER, "y", sentences=["S12"])]
        own = Criterion("own", lambda *_: None, sentences=["S08"], dates=lambda *_: named)
        assert happening(own, applies()) == [
            (str(JUNE), K.NAMED, "own", "S08"),
            (str(JUNE), K.MERGER, "x", "S08"),
            (str(JUNE), K.MERGER, "y", "S12"),
        ]


class TestOthers:
    """Of the others only what happens on ground that is held here at that time."""

    @pytest.mark.parametrize(
        ("since", "until", "kinds"),
        [
            (date(2024, 6, 30), None, [K.MEMBER_JOINED]),
            (date(2024, 7, 1), None, []),
            (date(2024, 5, 31), date(2024, 6, 1), []),
            (date(2024, 5, 31), date(2024, 6, 2), [K.MEMBER_LEFT]),
            (date(2024, 6, 1), date(2024, 7, 1), [K.MEMBER_JOINED, K.MEMBER_LEFT]),
            (date(2024, 6, 30), date(2024, 7, 2), [K.MEMBER_JOINED]),
        ],
    )
    def test_round_a_membership_of_june(self, since, until, kinds):
        """A town that is a member here in June 2024: what another one does with it then."""
        here = Membership(town("90001"), JUNE, date(2024, 7, 1))
        there = Membership(town("90001"), since, until)
        other = applies(verband(there, id="other"))
        context = around(applies(verband(here)), others=[other])
        events = ONE_REGIEVERBAND.events(context.portfolio.applications[0], context)
        assert [each.kind for each in events if each.application_id == "other"] == kinds

    def test_the_first_of_all_days(self):
        """A membership since the first day that there is, ends a day later."""
        towns = Membership(town("90001"), date.min, date(1, 1, 2))
        other = applies(verband(towns, id="other"))
        case = applies(verband(towns))
        assert len(happening(ONE_REGIEVERBAND, case, others=[other])) == 4

    def test_it_is_none_of_its_own_others(self):
        """Itself in the portfolio is not another one, nor is what stands there under its id."""
        assert len(happening(ONE_REGIEVERBAND, applies())) == 2
        known = applies(verband(Membership(town("90001"), JUNE)))
        assert len(ONE_REGIEVERBAND.events(applies(), around(known))) == 2

    def test_no_merger_without_the_ground(self):
        """Antwerpen as it was before Borsbeek joined it is not what the merger brought forth."""
        day = date(2025, 1, 1)
        old = flanders.municipality("Antwerpen", on=date(2024, 12, 31))
        case = applies(verband(Membership(old, LONG_AGO, day), Membership(old, day)))
        kinds = [each.kind for each in ENOUGH_MEMBERS.events(case, around(case, JUNE))]
        assert kinds == [K.MEMBER_JOINED, K.MEMBER_JOINED, K.MEMBER_LEFT]

    def test_two_mergers_of_one_day(self):
        """Each successor is told with its own former members, and with none of the other's."""
        day = date(2025, 1, 1)
        old = [real(name) for name in ("Meulebeke", "Tielt", "Bilzen", "Hoeselt")]
        new = [real(name, on=day) for name in ("Tielt", "Bilzen-Hoeselt")]
        former = [Membership(each, LONG_AGO, day) for each in old]
        case = applies(verband(*former, *(Membership(each, day) for each in new)))
        events = ENOUGH_MEMBERS.events(case, around(case, day))
        assert [(each.subject, each.former) for each in events if each.kind is K.MERGER] == [
            ("Tielt", ("Meulebeke", "Tielt")),
            ("Bilzen-Hoeselt", ("Bilzen", "Hoeselt")),
        ]

    @pytest.mark.parametrize(("gone", "expected"), [(False, 1), (True, 0)])
    def test_a_merger_elsewhere(self, gone, expected):
        """Another one's merger matters where its old or its new ground is held here."""
        day = date(2025, 1, 1)
        old = flanders.municipality("Bilzen", on=date(2024, 12, 31))
        new = flanders.municipality("Bilzen-Hoeselt", on=day)
        other = applies(verband(Membership(old, LONG_AGO, day), Membership(new, day), id="other"))
        until = date(2024, 6, 1) if gone else day
        case = applies(verband(Membership(old, LONG_AGO, until)))
        mergers = happening(ONE_REGIEVERBAND, case, K.MERGER, others=[other])
        assert len(mergers) == expected


class TestValue:
    """An event is a value."""

    @pytest.mark.parametrize("wrong", [datetime(2024, 6, 1), "2024-06-01", None])  # noqa: DTZ001
    def test_it_has_a_day(self, wrong):
        """Neither a moment nor text is one."""
        with pytest.raises(WrongType):
            Event(wrong, K.NAMED, "x")

    @pytest.mark.parametrize(
        "wrong",
        [
            {"kind": "named"},
            {"subject": None},
            {"application_id": None},
            {"applicant": 1},
            {"former": "Bilzen"},
            {"sentences": "S12"},
        ],
    )
    def test_its_fields_are_of_their_kind(self, wrong):
        """A wrong kind of value in any field is refused."""
        with pytest.raises(WrongType):
            evolve(Event(JUNE, K.NAMED, "x"), **wrong)

    def test_it_pickles_and_compares(self):
        """It is equal to itself after pickling, and hashes."""
        event = Event(JUNE, K.MERGER, "x", former=["a"], sentences=["S12"])
        assert {pickle.loads(pickle.dumps(event))} == {event}  # noqa: S301
        assert (event.former, event.sentences) == (("a",), ("S12",))
