"""The legal form over time: what it can have been, and since when it can have been another."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product

import pytest
from attrs import evolve
from tests.eligibility.asking import asked, only, told
from tests.eligibility.stories import (
    CALL,
    KEMPEN,
    LIMBURG,
    MET,
    NOT_MET,
    QUIET,
    UNKNOWN,
    applies,
    reading,
    town,
    two_towns,
    verband,
)

from wselr_rules.domain.history import History
from wselr_rules.domain.membership import Membership
from wselr_rules.domain.territory import ReferenceRegion
from wselr_rules.eligibility.answers import FormChange
from wselr_rules.eligibility.rules import PARTNERSHIP_FORM, REFERENCE_REGION
from wselr_rules.eligibility.unknowns import Days
from wselr_rules.law.readings import Change, MinimumMembers, NewDeadline
from wselr_rules.law.terms import LegalForm

ORDER = date(2022, 4, 29)
FORMS = tuple(LegalForm)[:5]
#: Where one stretch of a form ends and the next begins, round the day of the order.
TURNS = (date(2021, 1, 1), ORDER, date(2022, 10, 1), date(2023, 6, 1))
INTERLOCAL, PROJECT = LegalForm.INTERLOCAL_ASSOCIATION, LegalForm.PROJECT_ASSOCIATION
OTHER = LegalForm.OTHER


def _histories():
    """Yield every history of two forms and not known over the turns, not known somewhere."""
    for first, *later in product((None, INTERLOCAL, PROJECT), repeat=len(TURNS) + 1):
        values = (first, *later)
        if None in values and all(one is not other for one, other in pairwise(values)):
            yield History(first, zip(TURNS, later, strict=True))


HISTORIES = tuple(_histories())
MOVED = date(2023, 3, 19)


@pytest.mark.parametrize(
    "region",
    [LIMBURG, History(LIMBURG, [(MOVED, KEMPEN)]), History(KEMPEN, [(MOVED, LIMBURG)])],
    ids=["across", "joined", "left"],
)
@pytest.mark.parametrize("deadline", [NewDeadline.FROM_THE_DAY, NewDeadline.INCURABLE])
@pytest.mark.parametrize("change", [Change.EVENT, Change.TERRITORY_ONLY])
def test_an_open_verdict_has_a_question_whatever_is_known_of_the_form(region, deadline, change):
    """Of every history, but for the readings that docs/house.md names."""
    call = reading(change=change, new_deadline=deadline)
    assert len(HISTORIES) == 46
    for form, on in product(HISTORIES, (date(2022, 10, 15), date(2023, 2, 1), QUIET)):
        body = verband(*two_towns(reference_region=region), form=form)
        found = asked(applies(body), on, REFERENCE_REGION, call=call)
        assert bool(found) == (found.verdict is UNKNOWN), (form, on)


class TestAssessedDay:
    """What it is on the assessed day, and what it can have been before."""

    def test_until_it_is_known_to_be_another_it_is_what_it_was(self):
        """Unchanged, it differs since the assessed day only, when the territory did fit."""
        form = History(INTERLOCAL, [(date(2023, 6, 1), None), (QUIET, PROJECT)])
        moved = town("90002", reference_region=History(LIMBURG, [(date(2024, 1, 1), KEMPEN)]))
        call = reading(new_deadline=NewDeadline.INCURABLE)
        assert told(only(applies(verband(town(), moved, form=form)), call=call)) == [
            (FormChange((PROJECT,), None), MET, MET),
            (FormChange((PROJECT,), Days(date(2023, 6, 1), date(2024, 1, 1))), NOT_MET, NOT_MET),
        ]

    @pytest.mark.parametrize("change", [Change.EVENT, Change.STATE])
    def test_a_form_not_known_at_all_may_be_another_one_now(self, change):
        """Changed, it differs from what it was, whichever form it is."""
        body = verband(*two_towns(reference_region=LIMBURG), form=None)
        assert told(only(applies(body), call=reading(change=change))) == [
            (FormChange(FORMS, None), MET, MET, MET),
            (FormChange(FORMS, Days(ORDER, None)), NOT_MET, MET, NOT_MET),
            ((OTHER,), NOT_MET, NOT_MET),
        ]

    @pytest.mark.parametrize("change", [Change.EVENT, Change.STATE])
    @pytest.mark.parametrize(
        "form",
        [
            History(OTHER, [(date(2023, 6, 1), None)]),
            History(None, [(date(2023, 1, 1), OTHER), (date(2023, 6, 1), None)]),
        ],
    )
    def test_one_that_was_not_accepted_may_be_so_still(self, form, change):
        """What is answered holds on the assessed day, however often it changed before."""
        assert told(only(applies(verband(form=form)), call=reading(change=change))) == [
            (FORMS, MET, MET),
            ((OTHER,), NOT_MET, NOT_MET),
        ]

    def test_it_may_have_changed_before_the_baseline(self):
        """Known until 2021 and from 2023 on, as another one: it changed by the order or after."""
        form = History(PROJECT, [(date(2021, 1, 1), None), (date(2023, 1, 1), INTERLOCAL)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        assert told(only(applies(body))) == [
            (FormChange((INTERLOCAL,), None), NOT_MET, NOT_MET),
            (FormChange((INTERLOCAL,), Days(None, ORDER)), MET, MET),
        ]

    def test_forms_alike_are_one_answer_over_two_stretches_of_days(self):
        """They need as many members by I08, and where a member moves to makes no difference."""
        moved = History(LIMBURG, [(date(2023, 1, 1), ReferenceRegion.WAASLAND)])
        body = verband(*two_towns(reference_region=moved), form=None)
        call = reading(minimum_members=MinimumMembers.TWO_FOR_ALL)
        assert [answer.value for answer in only(applies(body), call=call).answers] == [
            FormChange(FORMS, None),
            FormChange(FORMS, Days(ORDER, None)),
            (OTHER,),
        ]

    def test_the_form_of_the_day_on_which_it_came_to_be_known(self):
        """It can have come about on that day, or before it."""
        form = History(None, [(QUIET, INTERLOCAL)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        assert told(only(applies(body))) == [
            (FormChange((INTERLOCAL,), None), MET, MET),
            (FormChange((INTERLOCAL,), Days(ORDER, None)), NOT_MET, NOT_MET),
        ]

    def test_the_form_of_the_day_on_which_it_is_no_longer_known(self):
        """What it was the day before it cannot have become on that day."""
        form = History(None, [(ORDER, PROJECT), (QUIET, None)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        answers = told(only(applies(body)))
        assert [answer[:2] for answer in answers if isinstance(answer[0], FormChange)] == [
            (FormChange((PROJECT,), None), MET),
            (FormChange((PROJECT,), Days(ORDER, QUIET)), NOT_MET),
        ]

    def test_before_the_first_member_the_form_is_told_too(self):
        """It is asked of a day on which nobody has joined yet."""
        body = verband(Membership(town(), date(2025, 1, 1)), form=None)
        assert told(only(applies(body), criterion=PARTNERSHIP_FORM)) == [
            (FORMS, MET, MET),
            ((OTHER,), NOT_MET, NOT_MET),
        ]

    def test_forms_that_are_not_accepted_need_members_of_their_own(self):
        """Of two such forms one can do with one member, so what is answered of it is its own."""
        call = evolve(CALL, partnership_forms={*FORMS} - {LegalForm.WELFARE_ASSOCIATION})
        body = verband(town(is_centrumstad=True, inhabitants=70_000), form=None)
        question = only(applies(body), call=call)
        assert {
            answer.value: dict(answer.settles)["enough-members"] for answer in question.answers
        } == {
            FORMS[:4]: NOT_MET,
            (LegalForm.WELFARE_ASSOCIATION,): MET,
            (LegalForm.MUNICIPALITY,): NOT_MET,
            (OTHER,): NOT_MET,
        }


class TestSubmission:
    """Under I05 at submission the form of that day counts too: whether it had changed by then."""

    @pytest.mark.parametrize("change", [Change.EVENT, Change.STATE])
    def test_it_may_have_changed_after_the_submission(self, change):
        """Not accepted before, it must have changed; if after that day, it existed on it."""
        form = History(OTHER, [(date(2022, 6, 1), None)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION, change=change)
        question = only(applies(body, submitted_on=date(2024, 1, 1)), call=call)
        assert told(question) == [
            (FormChange(FORMS, None), NOT_MET, MET, NOT_MET),
            (FormChange(FORMS, Days(date(2024, 1, 2), None)), MET, MET, MET),
            ((OTHER,), NOT_MET, NOT_MET),
        ]

    def test_or_after_a_submission_on_a_day_that_is_not_known(self):
        """It was what it had been at the baseline again, and changed on the assessed day."""
        form = History(OTHER, [(ORDER, PROJECT), (date(2022, 6, 1), None)])
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION, change=Change.STATE)
        facts = [each.fact.fact for each in asked(applies(body), call=call)]
        assert facts == ["legal_form", "submitted_on"]

    def test_a_change_between_the_assessed_day_and_the_submission(self):
        """The form of the assessed day is the one that is answered, not the one after it."""
        form = History(None, [(date(2024, 1, 1), INTERLOCAL), (date(2024, 6, 1), OTHER)])
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        case = applies(verband(form=form), submitted_on=QUIET)
        assert told(only(case, date(2022, 6, 1), call=call)) == [
            (FORMS, MET, MET),
            ((OTHER,), NOT_MET, NOT_MET),
        ]

    def test_after_two_known_forms_no_first_change_is_told(self):
        """It changed between the two; what came after that does not matter at submission."""
        form = History(
            INTERLOCAL,
            [
                (date(2022, 6, 1), None),
                (date(2023, 1, 1), OTHER),
                (date(2023, 6, 1), None),
            ],
        )
        body = verband(*two_towns(reference_region=LIMBURG), form=form)
        call = reading(new_deadline=NewDeadline.AT_SUBMISSION)
        question = only(applies(body, submitted_on=date(2022, 6, 1)), call=call)
        changed = Days(date(2022, 6, 1), date(2022, 6, 2))
        answers = [answer.value for answer in question.answers if answer.verdict is NOT_MET]
        assert all(value.days == changed for value in answers if isinstance(value, FormChange))
